import type { z } from 'zod';

/** A place in a form: `fundLines.0.amountFen`, as refusals name it. */
export type Path = string;
export const join = (path: Path, part: string | number): Path => (path === '' ? String(part) : `${path}.${part}`);
/** Another field of the same object. */
export const beside = (path: Path, name: string): Path => [...path.split('.').slice(0, -1), name].join('.');
/** The list or object that a field belongs to: `posts` for `posts.0.number`; empty at the top. */
export const groupOf = (path: Path): string =>
  path
    .split('.')
    .slice(0, -1)
    .findLast((part) => !/^\d+$/.test(part)) ?? '';
export const fieldId = (path: Path): string => `field-${path.replaceAll('.', '-')}`;

type Holder = Record<string, unknown> | unknown[];
const isRecord = (value: unknown): value is Record<string, unknown> => isHolder(value) && !Array.isArray(value);
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** The value at a place; undefined where there is none. */
export function at(value: unknown, path: Path): unknown {
  if (path === '') return value;
  return path
    .split('.')
    .reduce<unknown>((inner, part) => (isHolder(inner) ? (inner as Record<string, unknown>)[part] : undefined), value);
}

/** The whole with one place changed; nothing else is copied. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  if (path === '') return next;
  const [part, ...rest] = path.split('.') as [string, ...string[]];
  const inner = withValue(isHolder(value) ? (value as Record<string, unknown>)[part] : undefined, rest.join('.'), next);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === Number(part) ? inner : item));
  return { ...(isRecord(value) ? value : {}), [part]: inner };
}

/** What is sent: fields left empty are left out, so that the schema's defaults and its "required" speak. */
export function pruned(value: unknown): unknown {
  if (value === '' || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(pruned).map((item) => (item === undefined ? null : item));
  if (!isHolder(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, pruned(inner)] as const)
      .filter(([, inner]) => inner !== undefined),
  );
}

export interface Fault {
  field: Path;
  message: string;
}

/** The issues of a schema as a person reads them, first one per field. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): Fault[] {
  const first = new Map<Path, string>();
  for (const issue of issues) {
    const field = issue.path.map(String).join('.');
    if (!first.has(field)) first.set(field, wordsOf(issue));
  }
  return [...first].map(([field, message]) => ({ field, message }));
}

const size = (issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): 'text' | 'list' | 'number' =>
  issue.origin === 'string' ? 'text' : issue.origin === 'array' ? 'list' : 'number';
const tooSmall = {
  text: () => '请填写',
  list: (least: string) => `至少 ${least} 项`,
  number: (least: string) => `不能小于 ${least}`,
};
const tooBig = {
  text: (most: string) => `不能超过 ${most} 个字`,
  list: (most: string) => `最多 ${most} 项`,
  number: (most: string) => `不能大于 ${most}`,
};

function wordsOf(issue: z.core.$ZodIssue): string {
  const missing = issue.input === undefined || issue.input === null;
  if (issue.code === 'invalid_value') return '请选择';
  if (issue.code === 'too_small') return tooSmall[size(issue)](String(issue.minimum));
  if (issue.code === 'too_big') return tooBig[size(issue)](String(issue.maximum));
  if (missing) return '请填写';
  if (issue.code === 'invalid_type')
    return ['int', 'number'].includes(issue.expected) ? '请填写数字' : '填写的内容不对';
  return issue.message;
}
