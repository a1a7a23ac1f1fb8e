import { useState } from 'react';
import type { DutyRow as Row } from '#contracts/http/inbox';
import { isForBatch, keyOfDuty, whatOf } from './duty-words';

/** Rows chosen to be agreed to in one go: of one kind, and of kinds whose route allows it. */
export function useMarks() {
  const [marks, setMarks] = useState<readonly Row[]>([]);
  const [refused, setRefused] = useState('');
  const mark = (row: Row) => {
    const [first] = marks;
    const without = marks.filter((one) => keyOfDuty(one) !== keyOfDuty(row));
    if (!isForBatch(row)) return setRefused(`“${whatOf(row)}”须逐件办理，不能批量同意。`);
    if (without.length === marks.length && first && whatOf(first) !== whatOf(row)) {
      return setRefused(`一次只能批量同意同一类事项，现在选的是“${whatOf(first)}”。`);
    }
    setRefused('');
    setMarks(without.length < marks.length ? without : [...marks, row]);
  };
  return { marks, mark, refused, clear: () => setMarks([]) };
}
