export const riskClasses = ['light', 'standard', 'hazardControlled'] as const;
export type RiskClass = (typeof riskClasses)[number];

export const payChannels = ['specialAccount', 'collectiveAccount', 'fiscalCard'] as const;
/** 农民工工资专用账户 · 村集体账户 · 财政一卡通 @rule R-PAY-10 */
export type PayChannel = (typeof payChannels)[number];

export const engagedThrough = ['self', 'collective', 'cooperative', 'team'] as const;
/** 本人报名 · 村集体 · 合作社 · 施工队 @rule R-TEAM-04 */
export type EngagedThrough = (typeof engagedThrough)[number];

export const agreementItems = [
  'workAndPlace',
  'payStandard',
  'payDate',
  'payMethod',
  'term',
  'hours',
  'insurance',
  'protection',
] as const;
/** What a written agreement states. @rule R-NAT-21 R-ROST-15 */
export type AgreementItem = (typeof agreementItems)[number];

export const rosterCheckTopics = ['roster', 'attendance', 'pay'] as const;
/** What the owner looks at when it supervises real-name management. @rule R-ROST-01 */
export type RosterCheckTopic = (typeof rosterCheckTopics)[number];

/** A post made known before hiring. @rule R-JOB-01 */
export interface JobPost {
  id: string;
  title: string;
  /** pay follows the wage standard of this class @rule R-WAGE-02 */
  postClass: string;
  number: number;
  riskClass: RiskClass;
  /** key posts need pre-job training and technical disclosure @rule R-TRAIN-04 R-DISC-01 */
  key: boolean;
  /** code of the skill it needs, null for none @rule R-QUAL-03 */
  skill: string | null;
  place: string;
  startsOn: string;
  endsOn: string;
}

export interface Mobilization {
  /** the district's labor mechanism and survey this segment rests on @rule R-COORD-01 R-SURV-01 */
  basis: { mechanismId: string; surveyId: string; surveyedOn: string } | null;
  posts: readonly JobPost[];
  publishedOn: string | null;
  enrolled: number;
  agreed: number;
  left: number;
  /** persons who hold a place on the roster now, by post */
  placesTaken: Readonly<Record<string, number>>;
  payChannel: { kind: PayChannel; bank: string; openedOn: string } | null;
  /** injury insurance joined by project @rule R-INS-01 */
  insuredFrom: string | null;
  laborPayOfficer: boolean;
  /** supervision of real-name management, so far @rule R-ROST-01 */
  rosterChecks: number;
  confirmedOn: string | null;
}

export const notMobilized: Mobilization = {
  basis: null,
  posts: [],
  publishedOn: null,
  enrolled: 0,
  agreed: 0,
  left: 0,
  placesTaken: {},
  payChannel: null,
  insuredFrom: null,
  laborPayOfficer: false,
  rosterChecks: 0,
  confirmedOn: null,
};

export const postOf = ({ posts }: Mobilization, id: string): JobPost | undefined =>
  posts.find((post) => post.id === id);
