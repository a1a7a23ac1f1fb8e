import type { Actor } from '../actor';
import type { WageLineFact } from '../facts';
import { formatYuan } from '../money';
import type { Parties } from '../parties';
import { check, type Check, type Comparison } from '../rules';
import { checkersOf } from './employers';
import type { LineStatus, WagePeriod } from './period';
import type { LateGround, PayWay } from './state';

const yes = (holds: boolean, need: string, found: string, mend: string, field?: string): Comparison => ({
  holds,
  need,
  found,
  mend,
  ...(field && { field }),
});

interface Reviewing {
  period: WagePeriod;
  actor: Actor;
}

/** The sheet is checked by another person of another body than those who drew it up. @clause CL-34 */
export const reviewRules: readonly Check<Reviewing>[] = [
  check('R-OA-16', ({ period: { sheet, employers }, actor }) => {
    const own = employers.includes(actor.body);
    return yes(
      sheet?.maker !== actor.person && !own,
      '审核人不是编制人，也不属于用工单位',
      sheet?.maker === actor.person ? '审核人就是编制人' : own ? '审核人属于用工单位' : '不同的人和单位',
      '由乡镇（村集体自主建设的也可由村务监督委员会）另一人审核',
    );
  }),
  check('R-NAT-23', ({ period, actor }) => {
    const able = checkersOf(period);
    return yes(
      able.includes(actor.body),
      '由乡镇核对；村集体自主建设的可由村务监督委员会核对',
      able.includes(actor.body) ? '核对单位办理' : '其他单位办理',
      '转乡镇或村务监督委员会核对',
    );
  }),
];

/** What may be put into a payment: confirmed, documented as unconfirmed, or come back from the bank. */
export const payable: readonly LineStatus[] = ['confirmed', 'unconfirmed', 'returned'];

export interface Paying {
  period: WagePeriod;
  actor: Actor;
  lines: readonly WageLineFact[];
  way: PayWay;
  payee: 'worker' | 'other';
  exception: { reason: string; approver: string } | null;
  late: { ground: LateGround } | null;
  on: string;
}

const unconfirmedStatuses: readonly LineStatus[] = ['open', 'resolved', 'disputed'];

/** What a payment is held to. @clause CL-34 */
export const payRules: readonly Check<Paying>[] = [
  check('R-WAGE-21', ({ period: { review } }) =>
    yes(
      review !== null,
      '报酬发放表已经审核',
      review ? `${review.on} 已审核` : '尚未审核',
      '由乡镇或村务监督委员会先办理“审核发放表”',
    ),
  ),
  check('R-CONF-01', ({ lines }) => {
    const waiting = lines.filter(({ status }) => unconfirmedStatuses.includes(status));
    return yes(
      waiting.length === 0,
      '每笔报酬经务工人员本人确认，或经告知后标注未确认',
      `${waiting.length} 笔未确认或有异议`,
      '请本人确认；经规定次数告知仍未回应的，于发放日办理“标注未确认”',
      'lines',
    );
  }),
  check('P-ONCE', ({ lines }) => {
    const done = lines.filter(({ status }) => status === 'paid' || status === 'received' || status === 'closed');
    return yes(
      done.length === 0,
      '尚未发放的报酬',
      `${done.length} 笔已发放或已了结`,
      '从本批中去掉已发放的人员',
      'lines',
    );
  }),
  check('R-PAY-15', ({ way, payee }) =>
    yes(
      way !== 'inKind' && payee === 'worker',
      '以货币支付给务工人员本人',
      way === 'inKind' ? '以实物或有价证券支付' : payee === 'worker' ? '支付给本人' : '支付给他人',
      '改为支付到本人银行卡',
      'way',
    ),
  ),
  check('R-PAY-01', ({ way, exception }) =>
    yes(
      way === 'card' || exception !== null,
      '原则上发放到本人银行卡；其他方式写明理由、批准人和领取凭证',
      way === 'card' ? '银行卡' : exception ? '已写明理由和批准人' : '未写明理由和批准人',
      '改为银行卡发放，或补充理由、批准人和领取凭证',
      'exception',
    ),
  ),
  check('R-PAY-16', ({ way, lines }) => {
    const without = way === 'card' ? lines.filter(({ ownCard }) => !ownCard).length : 0;
    return yes(
      without === 0,
      '收款账户为本人名下的银行卡并已核对户名',
      without === 0 ? '均为本人账户' : `${without} 人没有核对过的本人账户`,
      '先登记本人银行卡，或写明理由改用其他方式',
      'lines',
    );
  }),
  check('R-OA-16', ({ period: { sheet, review }, actor }) =>
    yes(
      sheet?.maker !== actor.person && review?.person !== actor.person,
      '发放人不是编制人，也不是审核人',
      sheet?.maker === actor.person
        ? '发放人就是编制人'
        : review?.person === actor.person
          ? '发放人就是审核人'
          : '三者不同',
      '由另一人办理发放',
    ),
  ),
  check('R-PAY-17', ({ period: { payOn }, on, late }) =>
    yes(
      on <= payOn || late !== null,
      `最迟于 ${payOn} 发放（遇节假日提前）`,
      on <= payOn || late ? `${on} 发放` : `${on} 发放，未说明迟发原因`,
      '写明迟发的原因后立即发放',
      'late',
    ),
  ),
];

interface SettlingPeriod {
  period: WagePeriod;
  /** sealed attendance of the month that no line carries, because no sheet was drawn up */
  uncounted: number;
}

/** What a settled period means: money in every hand, lawfully closed, or set aside. @clause CL-34 */
export const settleRules: readonly Check<SettlingPeriod>[] = [
  check('R-WAGE-20', ({ period: { sheet }, uncounted }) =>
    yes(
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
    return yes(
      found.length === 0,
      '每笔报酬均已到账、依法了结或列为争议',
      found.join('，') || '均已到账、了结或列为争议',
      '继续发放，直到款项到账',
    );
  }),
  check('R-WAGE-22', ({ period: { tally, reservedFen } }) =>
    yes(
      reservedFen >= tally.disputed.fen,
      `争议报酬 ${formatYuan(tally.disputed.fen)} 已预留`,
      `已预留 ${formatYuan(reservedFen)}`,
      '由用工单位或业主办理“预留争议报酬”',
    ),
  ),
  check('R-NAT-14', ({ period: { ledger, sheet } }) =>
    yes(
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
    yes(review !== null, '经审核的统一台账', review ? '已审核' : '尚未审核', '先审核发放表'),
  ),
  check('R-LEDG-10', ({ period: { tally } }) => {
    const without = tally.paid.lines + tally.returned.lines;
    return yes(
      without === 0 && tally.received.lines + tally.closed.lines > 0,
      '台账各项齐全，每笔已发报酬有银行凭证或签字',
      without > 0 ? `${without} 笔没有到账凭证` : `${tally.received.lines + tally.closed.lines} 笔有凭证`,
      '先登记银行回单',
    );
  }),
  check('R-LEDG-12', ({ period: { tally }, slipsIssued }) =>
    yes(
      slipsIssued === tally.received.lines,
      `每人一份报酬清单：${tally.received.lines} 份`,
      `${slipsIssued} 份`,
      '向每名领取报酬的人员提供本人清单',
      'slipsIssued',
    ),
  ),
  check('R-NAT-14', ({ period: { parties }, filedWith }) =>
    yes(
      parties !== null && districtDepartments(parties).includes(filedWith),
      '报本区发展改革、农业农村、人力社保或行业主管部门',
      filedWith,
      '选择本项目的区级部门',
      'filedWith',
    ),
  ),
];
