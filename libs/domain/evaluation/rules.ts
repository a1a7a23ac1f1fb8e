import { yearOf } from '../calendar';
import { check, type Check } from '../rules';
import type { Evaluation, Freeze, Result } from './evaluation';

/** One evaluation a year and scope, of a year that has begun. @clause CL-52 */
export const requestRules: readonly Check<{ evaluation: Evaluation; on: string }>[] = [
  check('R-EVAL-01', ({ evaluation: { scope, year }, on }) => ({
    holds: /^(beijing|\d{6})$/.test(scope) && year >= 2023 && year <= yearOf(on),
    need: `全市或一个区、2023 年至 ${yearOf(on)} 年`,
    found: `${scope} ${year} 年`,
    mend: '选择已开始的年度和所在区',
  })),
];

const short = (digest: string): string => digest.slice(0, 16);

/** A year is frozen at one position of the log; the same position again changes nothing. */
export const freezeRules: readonly Check<{ frozen: Freeze | null; data: Freeze }>[] = [
  check('R-EVAL-17', ({ frozen, data }) => ({
    holds: frozen === null || (frozen.leaf === data.leaf && frozen.root === data.root),
    need: frozen ? `已固化于第 ${frozen.leaf} 条记录 ${short(frozen.root)}` : '固化于账本的一个位置',
    found: `第 ${data.leaf} 条记录 ${short(data.root)}`,
    mend: '需要重新固化的，由牵头部门办理“重新评估”',
  })),
];

/** The same records give the same figures; persons and person-times are two measures. */
export const resultRules: readonly Check<{ recorded: Result | null; data: Omit<Result, 'at'> }>[] = [
  check('R-EVAL-17', ({ recorded, data }) => ({
    holds: recorded === null || recorded.digest === data.digest,
    need: recorded ? `同一固化位置的结果摘要 ${short(recorded.digest)}` : '由固化记录计算的结果',
    found: short(data.digest),
    mend: '同一固化位置得出不同结果：立即核查账本和程序，不得覆盖原结果',
  })),
  check('R-EVAL-13', ({ data: { persons, personTimes } }) => ({
    holds: persons <= personTimes,
    need: '人数不多于人次',
    found: `${persons} 人、${personTimes} 人次`,
    mend: '人数按人去重，人次按项目累计',
  })),
];
