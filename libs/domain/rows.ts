/**
 * People in bulk are rows, not events: append-only tables beside the log, each row bound to the event (stream, version) that
 * seals it by count and digest. A correction is a later row; nothing is edited. @rule R-LAW-01
 */
export interface RosterRow {
  segmentId: string;
  personRef: string;
  /** what happened to this person's place on the roster */
  act: 'enrolled' | 'agreed' | 'left';
  postId: string;
  /** form of engagement @rule R-ROST-11 */
  engagement: Engagement;
  /** how the worker came @rule R-TEAM-04 */
  through: 'self' | 'collective' | 'cooperative' | 'team';
  /** civil date from which it holds */
  on: string;
  /** the written agreement's number, once agreed @rule R-NAT-21 */
  agreement: string | null;
  /** how the skill the post needs was shown; null where the post needs none @rule R-QUAL-03 */
  skillProof: SkillProof | null;
  /** last day of the certificate a special operation needs; null without one @rule R-TRAIN-18 */
  certifiedUntil: string | null;
  /** as found when enrolled: a rural worker of this city, whose pay counts as labor pay; on `enrolled` rows alone @rule R-ELIG-01 */
  localRural?: boolean;
}
export const skillProofs = ['selfDeclared', 'tested', 'certified'] as const;
export type SkillProof = (typeof skillProofs)[number];
export const engagements = ['laborContract', 'laborAgreement', 'partTime'] as const;
export type Engagement = (typeof engagements)[number];

export interface CourseRow {
  /** null for a district's course, which belongs to no project @rule R-TRAIN-12 */
  projectId: string | null;
  segmentId: string | null;
  personRef: string;
  /** safety, skill, or the technical disclosure signed by both sides */
  course: 'safety' | 'skill' | 'disclosure';
  /** what a skill course or disclosure qualifies for: the post's skill code; null for safety */
  skill: string | null;
  on: string;
  minutes: number;
  passed: boolean;
  /** fen of training money claimed for this person and course */
  subsidyFen: number;
}

export interface AttendanceRow {
  segmentId: string;
  personRef: string;
  postId: string;
  on: string;
  /** Beijing wall clock `HH:MM`; null in a correction that strikes the day out @rule R-ATT-10 */
  cameAt: string | null;
  leftAt: string | null;
  /** worked time, whole minutes; 0 in a correction that strikes the day out */
  minutes: number;
  /** measured output for piece pay, in thousandths of the unit; 0 for time pay */
  outputMilli: number;
  method: 'gate' | 'position' | 'foreman' | 'paper';
  /** sequence of this person's row for that day: 1, then 2 for the first correction … the highest stands */
  edition: number;
  /** pay period `YYYY-MM` it counts in: the day's own month, or the next one still open when the day's sheet existed already @rule R-ATT-16 */
  countsIn: string;
}

export interface WageLineRow {
  personRef: string;
  postId: string;
  days: number;
  minutes: number;
  outputMilli: number;
  grossFen: number;
  deductionsFen: number;
  netFen: number;
  /** how the gross came about: one part per post, rate version and multiplier */
  parts: readonly WagePart[];
  edition: number;
}
export interface WagePart {
  postId: string;
  rateVersion: number;
  unit: 'day' | 'hour' | 'piece';
  rateFen: number;
  days: number;
  minutes: number;
  outputMilli: number;
  /** what the rate is multiplied by, in basis points: 10 000 but for overtime of hired workers @rule R-WAGE-11 */
  multiplierBp: number;
  amountFen: number;
}

export interface WageActRow {
  personRef: string;
  act: 'confirmed' | 'disputed' | 'resolved' | 'unconfirmed' | 'paid' | 'returned' | 'received' | 'closed';
  edition: number;
  amountFen: number;
  on: string;
  /** bank receipt, dispute reference or the like; free of personal data */
  reference: string | null;
}

export interface RowTables {
  roster: RosterRow;
  course: CourseRow;
  attendance: AttendanceRow;
  wageLine: WageLineRow;
  wageAct: WageActRow;
}
export type RowTable = keyof RowTables;
export type RowSet = { [T in RowTable]: { table: T; rows: readonly RowTables[T][] } }[RowTable];

/** What an event keeps of its rows. */
export interface SealedRows {
  table: RowTable;
  count: number;
  digest: string;
}
