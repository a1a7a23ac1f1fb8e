/** A place in the state that an event changed. */
export interface Difference {
  path: string;
  before: unknown;
  after: unknown;
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What differs between two states or two versions of a document, leaf by leaf; parts that are the same object are not looked into. */
export function differences(before: unknown, after: unknown, path = ''): Difference[] {
  if (Object.is(before, after)) return [];
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) {
    return isEmpty(before) && isEmpty(after) ? [] : expand({ path, before, after });
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => differences(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null;

/** A part that appears or goes as a whole is shown by its leaves. */
function expand({ path, before, after }: Difference): Difference[] {
  const whole = isHolder(after) ? after : isHolder(before) && isEmpty(after) ? before : undefined;
  if (!whole || Object.keys(whole).length === 0) return [{ path, before, after }];
  const holder = (value: unknown, name: string) => (isHolder(value) ? value[name] : undefined);
  return Object.keys(whole).flatMap((name) =>
    differences(holder(before, name), holder(after, name), `${path}.${name}`),
  );
}
