import type { Actor } from '../actor';
import type { WageLineFact } from '../facts';
import { check, type Check } from '../rules';
import { apart } from '../separation';
import { compared } from './compared';
import { checkersOf } from './employers';
import type { LineStatus, WagePeriod } from './period';
import type { LateGround, PayWay } from './state';

interface Reviewing {
  period: WagePeriod;
  actor: Actor;
}

/** The sheet is checked by another person of another body than those who drew it up. @clause CL-34 */
export const reviewRules: readonly Check<Reviewing>[] = [
  check('R-OA-16', ({ period: { sheet, employers }, actor }) =>
    apart('review', actor, { maker: sheet?.maker, employer: employers }),
  ),
  check('R-NAT-23', ({ period, actor }) => {
    const able = checkersOf(period);
    return compared(
      able.includes(actor.body),
      '由乡镇核对；村集体自主建设的可由村务监督委员会核对',
      able.includes(actor.body) ? '核对单位办理' : '其他单位办理',
      '转乡镇或村务监督委员会核对',
    );
  }),
];

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
    compared(
      review !== null,
      '报酬发放表已经审核',
      review ? `${review.on} 已审核` : '尚未审核',
      '由乡镇或村务监督委员会先办理“审核发放表”',
    ),
  ),
  check('R-CONF-01', ({ lines }) => {
    const waiting = lines.filter(({ status }) => unconfirmedStatuses.includes(status));
    return compared(
      waiting.length === 0,
      '每笔报酬经务工人员本人确认，或经告知后标注未确认',
      `${waiting.length} 笔未确认或有异议`,
      '请本人确认；经规定次数告知仍未回应的，于发放日办理“标注未确认”',
      'lines',
    );
  }),
  check('P-ONCE', ({ lines }) => {
    const done = lines.filter(({ status }) => status === 'paid' || status === 'received' || status === 'closed');
    return compared(
      done.length === 0,
      '尚未发放的报酬',
      `${done.length} 笔已发放或已了结`,
      '从本批中去掉已发放的人员',
      'lines',
    );
  }),
  check('R-PAY-15', ({ way, payee }) =>
    compared(
      way !== 'inKind' && payee === 'worker',
      '以货币支付给务工人员本人',
      way === 'inKind' ? '以实物或有价证券支付' : payee === 'worker' ? '支付给本人' : '支付给他人',
      '改为支付到本人银行卡',
      'way',
    ),
  ),
  check('R-PAY-01', ({ way, exception }) =>
    compared(
      way === 'card' || exception !== null,
      '原则上发放到本人银行卡；其他方式写明理由、批准人和领取凭证',
      way === 'card' ? '银行卡' : exception ? '已写明理由和批准人' : '未写明理由和批准人',
      '改为银行卡发放，或补充理由、批准人和领取凭证',
      'exception',
    ),
  ),
  check('R-PAY-16', ({ way, lines }) => {
    const without = way === 'card' ? lines.filter(({ ownCard }) => !ownCard).length : 0;
    return compared(
      without === 0,
      '收款账户为本人名下的银行卡并已核对户名',
      without === 0 ? '均为本人账户' : `${without} 人没有核对过的本人账户`,
      '先登记本人银行卡，或写明理由改用其他方式',
      'lines',
    );
  }),
  check('R-OA-16', ({ period: { sheet, review }, actor }) =>
    apart('pay', actor, { maker: sheet?.maker, reviewer: review?.person }),
  ),
  check('R-PAY-17', ({ period: { payOn }, on, late }) =>
    compared(
      on <= payOn || late !== null,
      `最迟于 ${payOn} 发放（遇节假日提前）`,
      on <= payOn || late ? `${on} 发放` : `${on} 发放，未说明迟发原因`,
      '写明迟发的原因后立即发放',
      'late',
    ),
  ),
];
