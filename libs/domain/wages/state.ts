/** What the project knows of its pay periods; each period's own story is in its `wages/…` stream. */
export interface PaidPeriod {
  period: string;
  status: 'open' | 'settled';
  netFen: number;
  receivedFen: number;
  reservedFen: number;
  /** lawfully closed without payment through the batch: deposited, or carried out by order of a court */
  closedFen: number;
  lines: number;
}
export interface SegmentWages {
  /** ascending by period */
  periods: readonly PaidPeriod[];
  settledOn: string | null;
}
export const noWages: SegmentWages = { periods: [], settledOn: null };

export const deductionKinds = ['incomeTax', 'socialInsurance', 'courtOrder'] as const;
/** 代扣个人所得税 · 代扣社会保险费 · 法院判决裁定代扣: nothing else may be taken from pay @rule R-WAGE-14 */
export type DeductionKind = (typeof deductionKinds)[number];

export const witnessedWays = ['paper', 'readOut', 'fingerprint'] as const;
/** 纸质签字 · 当面宣读 · 按指印 @rule R-CONF-10 R-CONF-12 */
export type WitnessedWay = (typeof witnessedWays)[number];

export const noticeWays = ['phone', 'message', 'visit', 'posting'] as const;
/** 电话 · 短信 · 上门 · 张贴 */
export type NoticeWay = (typeof noticeWays)[number];

export const payWays = ['card', 'cash', 'inKind'] as const;
/** 本人银行卡 · 现金 · 实物或有价证券: the last is offered so that it is refused with its ground @rule R-PAY-01 R-PAY-15 */
export type PayWay = (typeof payWays)[number];

export const lateGrounds = ['forceMajeure', 'ownerTransferLate', 'bankFailure', 'employerDelay'] as const;
/** 不可抗力 · 业主人工费拨付迟延 · 银行原因 · 用工单位原因 @rule R-PAY-19 R-PAY-13 */
export type LateGround = (typeof lateGrounds)[number];

export const returnReasons = ['accountClosed', 'nameMismatch', 'accountFrozen', 'other'] as const;
/** 账户已销户 · 户名不符 · 账户受限 · 其他 */
export type ReturnReason = (typeof returnReasons)[number];

export const closingGrounds = ['deposited', 'awarded'] as const;
/** 已向公证机构提存 · 按仲裁裁决或判决另行支付 */
export type ClosingGround = (typeof closingGrounds)[number];
