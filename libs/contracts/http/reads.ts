import type { ActedPost } from './session';
import type { WorkingDay } from '#domain/calendar';
import type { DutyOwner } from '#domain/duty';
import type { CommandType } from '#domain/registry';
import type { Matter } from '#domain/signoff/matter';
import type { DocumentVersion } from '#domain/signoff/versions';
import type { StoppedClock } from '#domain/duty';
import type { OpenDuty } from '#domain/state';
import type { Plan } from '#domain/plan/plan';
import type { CriterionScores } from '#domain/planning/suitability';
import type { Project } from '#domain/project';
import type { Recorded } from '#domain/event';
import type { Breach, Gate } from '#domain/rules';
import type { Stage } from '#domain/lifecycle';
import type { AttendanceRow } from '#domain/rows';

export interface Page<T> {
  items: readonly T[];
  total: number;
  page: number;
  pageSize: number;
}
export type Lamp = 'normal' | 'soon' | 'late';
/** How a list of duties is grouped: by its lights, and apart what no clock runs for. */
export type DutyGroup = Lamp | 'stopped';

/**
 * `GET /api/duties?box=mine|unit|acting|area&lamp=&kind=&project=&owner=&q=&later=1&after=` – open duties of my posts, of my whole body,
 * of those I act for (among mine too), or of the districts I look after; soonest first. The counts are of the whole list.
 */
export interface DutyPage {
  items: readonly DutyRow[];
  total: number;
  /** whatever the group asked for */
  counts: Readonly<Record<DutyGroup, number>>;
  /** put aside until later */
  later: number;
  /** how many of each kind: a command, or the act a matter decides about */
  kinds: Readonly<Record<string, number>>;
  /** what to send as `after` for the next page; null on the last */
  next: string | null;
}

/** Why an act falls to me that is another post's: I am its deputy, or nobody is there and mine is the next higher post. */
export type StandIn =
  | ({ ground: 'deputy'; holderName: string | null } & Pick<
      ActedPost,
      'from' | 'to' | 'matterKinds' | 'withinDistricts' | 'limitFen'
    >)
  | { ground: 'higherPost' };

export interface DutyRow extends Omit<OpenDuty, 'stopped'> {
  stream: string;
  projectId: string | null;
  projectName: string;
  ownerName: string;
  lamp: Lamp;
  /** its clock stands: for what, for whom, since when; it has no due instant then @rule R-OA-17 */
  stopped: (StoppedClock & { awaitedName: string }) | null;
  /** working days left, negative when late; null without a limit */
  workingDaysLeft: number | null;
  /** it is due on a weekend day worked in exchange (调休上班) */
  exchanged: boolean;
  /** last substantive revision, to be sent back with the act */
  substantive: number;
  /** where it is owed at a matter */
  matter: {
    title: string;
    /** the act it decides about */
    act: string;
    /** of a seat on the route; null where it is owed around the matter */
    step: string | null;
    /** votes given at the step, and needed */
    agreed: number;
    needed: number;
    /** may be agreed to in one go with others of its kind */
    batchable: boolean;
    round: number;
    document: number;
    /** the last version of its document that I have seen */
    seen: number | null;
    /** how many places differ in the document since then */
    changes: number;
  } | null;
  /** null where it is my own post's, or where it is not asked whose it is */
  standIn: StandIn | null;
  /** until when I have put it aside; its limit runs on */
  asideUntil: string | null;
}

/** A list read on from where the page before ended; `total` counts the whole list. */
export interface Slice<T> {
  items: readonly T[];
  total: number;
  next: string | null;
}
/**
 * `GET /api/matters?part=drafter|copied|supervised&state=open|ended&q=&after=` – what I started, what was copied or circulated to
 * my posts, or what I watch over (open until I close it); the latest first.
 */
export interface MatterRow {
  stream: string;
  title: string;
  act: string;
  projectId: string | null;
  projectName: string;
  status: Matter['status'];
  round: number;
  document: number;
  seen: number | null;
  /** since when it lies in this box */
  at: string;
  steps: readonly { name: string; agreed: number; needed: number }[];
  /** with whom it lies, and since when */
  holders: readonly { name: string; since: string }[];
  urges: number;
  urgedAt: string | null;
  supervisions: readonly SupervisionStanding[];
}
/** A supervision as lists show it. */
export interface SupervisionStanding {
  id: string;
  /** `<body>/<postKind>` */
  raiser: string;
  /** civil date */
  dueOn: string;
  /** how many are to report, and how many have */
  reporters: number;
  reports: number;
  closed: boolean;
}
/** `GET /api/boxes` – how many lie in each box as it first opens: of matters the open ones. */
export interface BoxCounts {
  mine: number;
  unit: number;
  acting: number;
  drafter: number;
  copied: number;
  supervised: number;
  done: number;
  /** open duties of the districts I look after; null where I look after none */
  area: number | null;
}
/** `GET /api/days?from=&to=` – each day after `from` up to `to`, by the working-day calendar in force. */
export interface DayRow extends WorkingDay {
  on: string;
  /** a weekend day worked in exchange (调休上班) */
  exchanged: boolean;
}
/** `GET /api/done?q=&after=` – what I did that ended a duty. */
export interface DoneRow {
  stream: string;
  /** record number */
  version: number;
  /** of the event */
  type: string;
  decision: string | null;
  title: string;
  projectId: string | null;
  projectName: string;
  at: string;
}
/** `GET /api/holdings` – open duties by post, in the districts I look after. */
export interface Holding {
  /** `<body>/<post>`, or a body */
  owner: string;
  name: string;
  open: number;
  late: number;
  oldest: string;
  /** working days since the oldest began */
  waitedDays: number;
}

/** `GET /api/projects?year=&stage=&lamp=&q=&page=` */
export interface ProjectRow {
  id: string;
  name: string;
  district: string;
  stage: Stage;
  status: Project['status'];
  scopeClass: string;
  sectors: readonly string[];
  ownerName: string;
  plannedLaborPayFen: number;
  fundFen: number;
  listedYear: number | null;
  lamp: Lamp;
  openDuties: number;
  updatedAt: string;
}

/** Gates of leaving one stage (of one segment, where the stage is the segment's). */
export interface StageGates {
  stage: Stage;
  segmentId: string | null;
  state: 'done' | 'now' | 'ahead' | 'preceded';
  /** the command that leaves it, and the roles entitled */
  command: string;
  who: readonly string[];
  gates: readonly Gate[];
}

/** `GET /api/projects/:id?at=<instant>|?revision=N` */
export interface ProjectPage {
  id: string;
  project: Project;
  stage: Stage;
  revision: number;
  substantive: number;
  headHash: string;
  /** instant it is shown as of; null for now */
  at: string | null;
  duties: readonly DutyRow[];
  gates: readonly StageGates[];
  /** commands my posts allow here now, stage by stage order; the form opens, the rules answer */
  may: readonly string[];
  /** names of all bodies mentioned */
  bodies: Readonly<Record<string, string>>;
  refusals: number;
  people: PeopleSummary;
  money: MoneySummary;
  /** plain text of sealed texts the reader may see, by reference */
  texts: Readonly<Record<string, string>>;
}
export interface PeopleSummary {
  enrolled: number;
  agreed: number;
  localRural: number;
  priority: number;
  trained: number;
  presentToday: number;
}
export interface MoneySummary {
  fundFen: number;
  plannedPayFen: number;
  grossFen: number;
  receivedFen: number;
  /** null where the funds set no floor */
  floorFen: number | null;
}

/** An event as auditors see it: the envelope, exactly the bytes hashed, the chain. */
export interface AuditEvent extends Recorded {
  eventId: string;
  ordinal: number;
  schemaVersion: number;
  /** canonical JSON of the envelope, exactly what is hashed */
  body: string;
  prevHash: string;
  hash: string;
  leaf: number | null;
}
export interface RefusalRow {
  at: string;
  commandId: string;
  type: string;
  actor: { body: string; post: string; person: string };
  rules: readonly string[];
  afterVersion: number;
}
/** `GET /api/streams/<kind>/<key…>/events` (history) – all events of a stream, with refusals among them. */
export interface History {
  stream: string;
  events: readonly AuditEvent[];
  refusals: readonly RefusalRow[];
  bodies: Readonly<Record<string, string>>;
  /** names of the posts of those bodies, by `<bodyId>/<postId>` */
  posts: Readonly<Record<string, string>>;
  texts: Readonly<Record<string, string>>;
  /** names of deputies and of those they acted for, by reference */
  people: Readonly<Record<string, string>>;
}
/** `GET /api/streams/<kind>/<key…>/verify` */
export interface Verification {
  stream: string;
  checked: number;
  ok: boolean;
  /** first wrong position and what is wrong with it */
  fault: { version: number; kind: string; detail: string } | null;
  steps: readonly { name: string; ok: boolean; detail: string }[];
  algorithm: string;
}

/** `GET /api/projects/:id/people?segment=` – list profile: masked names and numbers. */
export interface PersonRow {
  personRef: string;
  name: string;
  idNumber: string;
  card: string;
  segmentId: string;
  postId: string;
  postTitle: string;
  engagement: string;
  agreement: string | null;
  priority: string | null;
  localRural: boolean;
  /** rule ids that keep this person from the post today */
  unmet: readonly string[];
}
/** `GET /api/projects/:id/attendance?segment=&month=YYYY-MM` */
export interface AttendanceMonth {
  segmentId: string;
  month: string;
  days: readonly { on: string; sealed: boolean; rows: number; minutes: number }[];
  rows: readonly (AttendanceRow & { name: string })[];
}
/** `GET /api/projects/:id/wages` */
export interface PeriodRow {
  stream: string;
  segmentId: string;
  period: string;
  status: string;
  lines: number;
  confirmed: number;
  disputed: number;
  received: number;
  netFen: number;
  receivedFen: number;
  payOn: string | null;
}
/** An act tried on the rules as things stand, without doing it. */
export interface OpenAct {
  type: CommandType;
  /** what is known of it before anything is filled in: whose seat, what was seen */
  data: Readonly<Record<string, unknown>>;
  /** what would refuse it */
  against: readonly Breach[];
}
/** What an act would set going: duties it opens, by step, and the end of the matter. */
export interface Foresight {
  opens: readonly { step: string; owner: DutyOwner; dueAt: string | null }[];
  ends: 'agreed' | 'refused' | null;
}
/** A seat from which an act is owed, by who asks. */
export interface MatterSeat extends OpenAct {
  seat: string;
  /** null where the post is my own */
  standIn: StandIn | null;
  /** by what may be said from it: `agree`, `disagree`, and `return:<step>` for each step it may go back to */
  follows: Readonly<Record<string, Foresight>>;
}
/** `GET /api/signoffs/:id` */
export interface MatterPage {
  stream: string;
  state: Matter;
  revision: number;
  projectName: string;
  duties: readonly DutyRow[];
  /** opinions opened, by the form in which the state names them */
  texts: Readonly<Record<string, string>>;
  bodies: Readonly<Record<string, string>>;
  /** seats that owe an act and are mine, or fall to me */
  mine: readonly MatterSeat[];
  /** I drew it up, so that I decide nothing of it @rule R-OA-16 */
  drafted: boolean;
  /** what else I may do here */
  more: readonly OpenAct[];
  /** every version of what is decided about, the first one first */
  documents: readonly DocumentVersion[];
  /** last substantive revision of what it decides about: what a revised act rests on */
  subjectRevision: number;
  /** what the subject's rules would say if its act were done now; nothing once it has ended */
  checks: { held: readonly Gate[]; broken: readonly Breach[] };
  /** when and under which record number it ended */
  ended: { at: string; revision: number } | null;
  /** what I had seen when I last looked; null when I never did */
  seen: { revision: number; documents: readonly number[]; at: string } | null;
  /** names of those who said something or are acted for, by reference */
  people: Readonly<Record<string, string>>;
}
/** `GET /api/wages/:projectId/:segmentId/:period` */
export interface PeriodPage {
  stream: string;
  state: unknown;
  revision: number;
  substantive: number;
  lines: readonly WageLineRowView[];
  duties: readonly DutyRow[];
  may: readonly string[];
  bodies: Readonly<Record<string, string>>;
}
export interface WageLineRowView {
  personRef: string;
  name: string;
  idNumber: string;
  days: number;
  minutes: number;
  outputMilli: number;
  grossFen: number;
  deductionsFen: number;
  netFen: number;
  receivedFen: number;
  status: string;
  edition: number;
  parts: readonly {
    postId: string;
    unit: 'day' | 'hour' | 'piece';
    rateFen: number;
    rateVersion: number;
    minutes: number;
    outputMilli: number;
    multiplierBp: number;
    amountFen: number;
  }[];
}
/** `GET /api/my` – a worker's own days and pay. */
export interface MyPage {
  name: string;
  days: readonly { on: string; minutes: number; projectName: string; sealed: boolean }[];
  pay: readonly {
    stream: string;
    period: string;
    projectName: string;
    netFen: number;
    status: string;
    edition: number;
    minutes: number;
    parts: WageLineRowView['parts'];
    substantive: number;
    cardTail: string | null;
  }[];
}
/** `GET /api/plans?year=&district=` – the year's plans in sight. */
export interface PlanRow {
  district: string;
  year: number;
  status: Plan['status'];
  version: number;
  active: number;
  reserve: number;
  postedTo: string | null;
  approvedOn: string | null;
}
/** `GET /api/plans/:district/:year?on=YYYY-MM-DD` – now, or as it stood at the end of that day. */
export interface PlanPage {
  stream: string;
  plan: Plan;
  revision: number;
  substantive: number;
  headHash: string;
  /** the day it is shown as of; null for now */
  on: string | null;
  duties: readonly DutyRow[];
  /** commands my posts allow here now; those that end a sign-off open its start */
  may: readonly string[];
  changes: readonly PlanChange[];
  matters: readonly { stream: string; title: string; status: string; act: string; entryId: string | null }[];
  projects: Readonly<Record<string, { stage: Stage; status: Project['status'] }>>;
  bodies: Readonly<Record<string, string>>;
  texts: Readonly<Record<string, string>>;
}
/** One recorded act on a plan. */
export interface PlanChange {
  revision: number;
  at: string;
  type: string;
  body: string;
  entryId: string | null;
  /** version of the list it made; null before the approval */
  version: number | null;
  reason: string | null;
  /** the sign-off it came of */
  signoff: string | null;
  backfilled: boolean;
}
/** `GET /api/pool?district=&standing=&q=&sort=&page=` – projects proposed and not given up. */
export interface PoolRow {
  id: string;
  name: string;
  district: string;
  standing: 'candidate' | 'reserve' | 'listed';
  suitability: number;
  criteria: CriterionScores;
  poolId: string | null;
  proposedByName: string;
  proposedOn: string;
  reservedOn: string | null;
  listedYear: number | null;
  plannedLaborPayFen: number;
}
/** `GET /api/bodies?district=` */
export interface BodyRow {
  id: string;
  name: string;
  kind: string;
  district: string;
}
/** Somebody in office: `GET /api/officials` – of my districts, to choose a deputy from. */
export interface OfficialRow {
  person: string;
  name: string;
  body: string;
  bodyName: string;
  post: string;
  postName: string;
}
/** A window in which somebody acts for another. */
export interface DelegationRow extends ActedPost {
  deputyName: string;
  deputyBodyName: string;
  /** I am the deputy, or the holder */
  side: 'deputy' | 'holder';
  endedAt: string | null;
  standing: 'current' | 'coming' | 'past';
}
export interface AbsenceRow {
  id: string;
  body: string;
  from: string;
  to: string;
  endedAt: string | null;
  standing: DelegationRow['standing'];
}
/** `GET /api/delegations` – my windows, the current and coming ones first. */
export interface DelegationsPage {
  delegations: readonly DelegationRow[];
  absences: readonly AbsenceRow[];
}
/** `GET /api/evaluations/:scope/:year` */
export interface EvaluationPage {
  scope: string;
  year: number;
  status: 'none' | 'requested' | 'frozen' | 'computed';
  frozen: { leaf: number; root: string; at: string } | null;
  digest: string | null;
  progress: { done: number; total: number } | null;
  district: Readonly<Record<string, FigureValue>> | null;
  projects: readonly { projectId: string; name: string; figures: Readonly<Record<string, FigureValue>> }[];
  /** `same` as the first of the same frozen position; null for that one, which has nothing to be compared with */
  runs: readonly { at: string; digest: string; same: boolean | null }[];
}
/** A figure with its unit; null where it does not apply. */
export interface FigureValue {
  value: number | null;
  unit: 'fen' | 'bp' | 'persons' | 'personTimes' | 'days';
  /** how many rows or events it opens into */
  basis: number;
}
/** `GET /api/evaluations/:scope/:year/figures/:indicator?project=` – the rows behind a figure. */
export interface FigureRows {
  indicator: string;
  rows: readonly { stream: string; version: number; on: string; what: string; value: number }[];
  total: number;
}
/** `GET /api/schedules` */
export interface ScheduleRow {
  id: string;
  title: string;
  scope: string;
  cron: string;
  timezone: 'Asia/Shanghai';
  nextAt: readonly string[];
  paused: boolean;
  note: string | null;
  recent: readonly { scheduledAt: string; startedAt: string; workflowId: string }[];
}
/** SSE `GET /api/changes?stream=`: `event: changed`, data of this form. */
export interface Changed {
  stream: string;
  version: number;
  types: readonly string[];
}
