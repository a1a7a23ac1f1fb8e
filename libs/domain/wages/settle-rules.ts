import { formatYuan } from '../money';
import type { Parties } from '../parties';
import { check, type Check } from '../rules';
import { compared } from './compared';
import type { LineStatus, WagePeriod } from './period';

interface SettlingPeriod {
  period: WagePeriod;
  /** sealed attendance of the month that no line carries, because no sheet was drawn up */
  uncounted: number;
}

/** What a settled period means: money in every hand, lawfully closed, or set aside. @clause CL-34 */
export const settleRules: readonly Check<SettlingPeriod>[] = [
  check('R-WAGE-20', ({ period: { sheet }, uncounted }) =>
    compared(
      sheet !== null || uncounted === 0,
      '有考勤的月份已编制发放表',
      sheet ? `${sheet.on} 已编制` : uncounted === 0 ? '当月没有考勤' : `${uncounted} 条考勤未编制`,
      '先办理“编制发放表”',
    ),
  ),
  check('R-PAY-21', ({ period: { tally } }) => {
    const left = {
      open: '待确认',
      resolved: '待再次确认',
      confirmed: '待发放',
      unconfirmed: '待发放（未确认）',
      paid: '待到账',
      returned: '退回待重发',
    };
    const found = Object.entries(left)
      .filter(([status]) => tally[status as LineStatus].lines > 0)
      .map(([status, label]) => `${label} ${tally[status as LineStatus].lines} 笔`);
    return compared(
      found.length === 0,
      '每笔报酬均已到账、依法了结或列为争议',
      found.join('，') || '均已到账、了结或列为争议',
      '继续发放，直到款项到账',
    );
  }),
  check('R-WAGE-22', ({ period: { tally, reservedFen } }) =>
    compared(
      reservedFen >= tally.disputed.fen,
      `争议报酬 ${formatYuan(tally.disputed.fen)} 已预留`,
      `已预留 ${formatYuan(reservedFen)}`,
      '由用工单位或业主办理“预留争议报酬”',
    ),
  ),
  check('R-NAT-14', ({ period: { ledger, sheet } }) =>
    compared(
      ledger !== null || sheet === null,
      '发放台账已报区级部门备案',
      ledger ? `${ledger.on} 已备案` : sheet ? '尚未备案' : '当月没有发放',
      '先办理“备案发放台账”',
    ),
  ),
];

interface Filing {
  period: WagePeriod;
  filedWith: string;
  slipsIssued: number;
}

const districtDepartments = ({
  developmentReform,
  agriculture,
  humanResources,
  sectorDepartment,
}: Parties): string[] => [developmentReform, agriculture, humanResources, sectorDepartment];

/** What the filed ledger is held to. @clause CL-34 */
export const ledgerRules: readonly Check<Filing>[] = [
  check('R-LEDG-01', ({ period: { review } }) =>
    compared(review !== null, '经审核的统一台账', review ? '已审核' : '尚未审核', '先审核发放表'),
  ),
  check('R-LEDG-10', ({ period: { tally } }) => {
    const without = tally.paid.lines + tally.returned.lines;
    return compared(
      without === 0 && tally.received.lines + tally.closed.lines > 0,
      '台账各项齐全，每笔已发报酬有银行凭证或签字',
      without > 0 ? `${without} 笔没有到账凭证` : `${tally.received.lines + tally.closed.lines} 笔有凭证`,
      '先登记银行回单',
    );
  }),
  check('R-LEDG-12', ({ period: { tally }, slipsIssued }) =>
    compared(
      slipsIssued === tally.received.lines,
      `每人一份报酬清单：${tally.received.lines} 份`,
      `${slipsIssued} 份`,
      '向每名领取报酬的人员提供本人清单',
      'slipsIssued',
    ),
  ),
  check('R-NAT-14', ({ period: { parties }, filedWith }) =>
    compared(
      parties !== null && districtDepartments(parties).includes(filedWith),
      '报本区发展改革、农业农村、人力社保或行业主管部门',
      filedWith,
      '选择本项目的区级部门',
      'filedWith',
    ),
  ),
];
