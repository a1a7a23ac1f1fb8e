import type { IssuedText } from '../document/issue';
export const constructionModes = ['contractor', 'collective', 'mixed'] as const;
/** 施工单位承建 · 村集体自主建设 · 混合 @rule R-TEAM-03 */
export type ConstructionMode = (typeof constructionModes)[number];

export const documentKinds = [
  'projectProposal',
  'feasibilityStudy',
  'preliminaryDesign',
  'implementationPlan',
  'estimate',
  'emergencyDecision',
  'tenderDocument',
  'constructionPermit',
  'supplement',
] as const;
/** 前期要件 by kind. @rule R-APPR-02 R-INV-01 */
export type DocumentKind = (typeof documentKinds)[number];

export const grounds = ['inApprovedPlan', 'extension', 'smallSimple', 'emergency'] as const;
/** 列入已批规划 · 改扩建 · 内容单一、规模小 · 应急: the four grounds for simplified documents. @rule R-INV-07 */
export type Ground = (typeof grounds)[number];

export const planChapterItems = ['organizing', 'workAndHours', 'totalPay', 'payRates', 'training'] as const;
/** 群众组织方式 · 工种与工时 · 报酬总额 · 报酬标准 · 培训 @rule R-NAT-15 */
export type PlanChapterItem = (typeof planChapterItems)[number];

export interface FiledDocument {
  kind: DocumentKind;
  organ: string;
  number: string;
  on: string;
  digest: string;
  /** the passage that states the work-relief requirement */
  requirement: string;
  voided: boolean;
  /** the body that put it on file, and may void it */
  filedBy: string;
  /** the money it states: estimate of a study, or approved budget of a design; null where it states none */
  totalFen: number | null;
  /** an emergency decision's own last day for the documents it put off */
  makeUpBy: string | null;
}

/** An act on the parent project that counts for a labor segment of it. */
export interface ParentAct {
  segmentId: string | null;
  kind: 'approval' | 'award' | 'permit' | 'acceptance';
  organ: string;
  number: string;
  on: string;
  digest: string;
}

export const awardMethods = ['openTender', 'invitedTender', 'negotiated', 'smallDirect', 'selfBuild'] as const;
/** 公开招标 · 邀请招标 · 谈判 · 小额直接发包 · 业主自行建设 */
export type AwardMethod = (typeof awardMethods)[number];
export const isTender = (method: AwardMethod): boolean => method === 'openTender' || method === 'invitedTender';

export const awardGrounds = [
  'belowThreshold',
  'reliefFundLabor',
  'disasterRelief',
  'ownerBuilds',
  'irreplaceableTechnology',
  'collectivePreference',
] as const;
/**
 * 未达招标规模 · 扶贫资金以工代赈且须使用农民工 · 抢险救灾 · 采购人依法自建 · 不可替代的专利或专有技术 · 集体经济组织优先.
 * The first and last hold below the tender thresholds alone. @rule R-INV-23
 */
export type AwardGround = (typeof awardGrounds)[number];

export interface Award {
  contractor: string;
  method: AwardMethod;
  /** legal ground where there was no tender: never work-relief alone @rule R-INV-23 */
  ground: AwardGround | null;
  /** registration of a collective as bidder or market entity @rule R-BID-01 */
  bidderRegistration: string | null;
  contractFen: number;
  contractNumber: string;
  on: string;
}

export const payUnits = ['day', 'hour', 'piece'] as const;
export type PayUnit = (typeof payUnits)[number];

export interface WageStandard {
  segmentId: string;
  postClass: string;
  /** 1, 2, 3 … per segment and post class: the version in force on a day is the one with the latest `from` not after it */
  version: number;
  unit: PayUnit;
  rateFen: number;
  from: string;
  basis: string;
}

/** A document with a number, issued by an organ of this system. */
export interface IssuedDocument {
  number: string;
  organ: string;
  on: string;
  title: string;
  requirement: string;
  voided: boolean;
  /** the text that went out; none where the record names the paper alone */
  document?: IssuedText;
}

export interface Allocation extends IssuedDocument {
  /** number of the allocation that took its place: its money counts no more */
  replacedBy?: string;
  fundLineId: string;
  amountFen: number;
}

export interface DutyMatrix {
  on: string;
  /** 项目单位 · 日常监管单位: the body and the person by reference, as each accepted in writing @rule R-NAT-30 */
  projectUnit: Responsible;
  supervisingUnit: Responsible;
}
export interface Responsible {
  body: string;
  person: string;
  acceptedOn: string | null;
}

export const meetingKinds = ['assembly', 'households', 'representatives'] as const;
/** 村民会议 · 户代表会议 · 村民代表会议 @rule R-INV-28 R-INV-29 */
export type MeetingKind = (typeof meetingKinds)[number];

export interface Approval {
  mode: ConstructionMode | null;
  /** why simplified documents do @rule R-INV-07 */
  ground: Ground | null;
  /** 在线平台项目代码 */
  projectCode: string | null;
  /** 一事一议 evidence of self-build @rule R-INV-27 */
  resolution: { number: string; on: string; meeting: MeetingKind } | null;
  documents: readonly FiledDocument[];
  parentActs: readonly ParentAct[];
  award: Award | null;
  /** who answers for what, written down before works start @rule R-SUPV-01 R-NAT-30 */
  dutyMatrix: DutyMatrix | null;
  wageStandards: readonly WageStandard[];
  reply: IssuedDocument | null;
  allocations: readonly Allocation[];
  /** numbers taken back: kept, and never given again @rule R-DOC-10 */
  voidedNumbers: readonly string[];
  completedOn: string | null;
}

export const noApproval: Approval = {
  mode: null,
  ground: null,
  projectCode: null,
  resolution: null,
  documents: [],
  parentActs: [],
  award: null,
  dutyMatrix: null,
  wageStandards: [],
  reply: null,
  allocations: [],
  voidedNumbers: [],
  completedOn: null,
};

/** The wage standard in force for a post class on a civil date. @rule R-WAGE-02 */
export function standardOn(
  approval: Approval,
  segmentId: string,
  postClass: string,
  on: string,
): WageStandard | undefined {
  return approval.wageStandards
    .filter((standard) => standard.segmentId === segmentId && standard.postClass === postClass && standard.from <= on)
    .reduce<WageStandard | undefined>(
      (latest, next) => (latest === undefined || next.from >= latest.from ? next : latest),
      undefined,
    );
}

/** The document of a kind that stands on file. */
export const standing = (approval: Approval, kind: DocumentKind): FiledDocument | undefined =>
  approval.documents.find((document) => document.kind === kind && !document.voided);

/** Neither void nor replaced. */
export const isStanding = ({ voided, replacedBy }: Allocation): boolean => !voided && replacedBy === undefined;

/** What was allocated to a fund line by documents that stand, in fen. */
export const allocatedFen = (approval: Approval, fundLineId: string): number =>
  approval.allocations
    .filter((allocation) => allocation.fundLineId === fundLineId && isStanding(allocation))
    .reduce((sum, { amountFen }) => sum + amountFen, 0);

/** The reply, while it stands. */
export const standingReply = ({ reply }: Approval): IssuedDocument | null => (reply && !reply.voided ? reply : null);
