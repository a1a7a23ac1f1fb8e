import type { Comparison } from '../rules';

/** Rows of a form as people count them: 1, 2, 3 … The texts name rows, never a person's attributes. */
const rowsText = (indexes: readonly number[]): string => {
  const first = indexes.slice(0, 10).map((index) => index + 1);
  return `第 ${first.join('、')} 行${indexes.length > first.length ? '等' : ''}，共 ${indexes.length} 人`;
};

/**
 * One comparison over all workers of a form: holds when none of them is `bad`, else names the rows and points at the first.
 * @param subject the field's name of the list, e.g. `workers`
 */
export function perWorker<W>(
  workers: readonly W[],
  bad: (worker: W, index: number) => boolean,
  { need, fault, mend }: { need: string; fault: string; mend: string },
): Comparison {
  const rows = workers.flatMap((worker, index) => (bad(worker, index) ? [index] : []));
  const [first] = rows;
  if (first === undefined) return { holds: true, need, found: `${workers.length} 人均符合`, mend };
  return { holds: false, need, found: `${rowsText(rows)}${fault}`, mend, field: `workers.${first}.personRef` };
}

/** True for the second and later rows that name the same person. */
export const namedBefore = <W extends { personRef: string }>(
  workers: readonly W[],
  { personRef }: W,
  index: number,
): boolean => workers.findIndex((other) => other.personRef === personRef) < index;
