import type { WorkingDay } from '#domain/calendar';
import type { StoppedClock } from '#domain/duty';
import type { OpenDuty } from '#domain/state';
import type { ActedPost } from './session';

export type Lamp = 'normal' | 'soon' | 'late';

/** How a list of duties is grouped: by its lights, and apart what no clock runs for. */
export type DutyGroup = Lamp | 'stopped';

/**
 * `GET /api/duties?box=mine|unit|acting|area&lamp=&kind=&district=&project=&owner=&q=&later=1&after=` – open duties of my posts, of my
 * whole body, of those I act for (among mine too), or of the districts I look after; soonest first. The counts are of the whole list,
 * each filter's of what the others let through.
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
  /** how many of each district */
  districts: Readonly<Record<string, number>>;
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
    /** 特急: its limit counts in working minutes @rule R-OA-17 */
    urgent: boolean;
    round: number;
    document: number;
    /** the last version of its document that I have seen */
    seen: number | null;
    /** how many places differ in the document since then */
    changes: number;
  } | null;
  /** the matter under way that decides about it */
  underWay: { stream: string; title: string } | null;
  /** null where it is my own post's, or where it is not asked whose it is */
  standIn: StandIn | null;
  /** until when I have put it aside; its limit runs on */
  asideUntil: string | null;
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
