import type { DutyRow as Row } from '#contracts/http/inbox';
import { keyOfDuty } from './duty-words';

const noLimit = '9999';
const placeOf = ({ dueAt = noLimit, since, stream, key }: Row): string => [dueAt, since, stream, key].join(' ');

/** The list with a row that has left it, at the place where it stood. */
export function withKept(rows: readonly Row[], kept: Row | undefined): readonly Row[] {
  if (!kept || rows.some((row) => keyOfDuty(row) === keyOfDuty(kept))) return rows;
  const after = rows.findIndex((row) => placeOf(row) > placeOf(kept));
  return after === -1 ? [...rows, kept] : [...rows.slice(0, after), kept, ...rows.slice(after)];
}
