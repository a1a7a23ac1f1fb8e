import type { CivilDate } from './civil-date';
import type { Instant } from './instant';

/** Who owes a duty: a body, a post kind of a body, or (workers alone) a person. Holder and deputy are resolved when read. */
export type DutyOwner = { body: string; post?: string } | { person: string };

/** How long it may take, counted from the event that opened it; `on` is its last day, whenever it was opened. */
export type Limit =
  { workingDays: number } | { workingMinutes: number } | { days: number } | { months: number } | { on: CivilDate };

/** A duty as a stage states it: pure of clocks. The recorder adds since and due when it opens. */
export interface DutyDraft {
  /** stable within the stream, e.g. `approval/fileDocument/feasibilityStudy` */
  key: string;
  kind: 'act' | 'pay' | 'check' | 'reply';
  clause: string;
  /** the rule a late one breaks */
  rule: string;
  owner: DutyOwner;
  /** the command whose form opens */
  command: string;
  segmentId?: string;
  limit?: Limit;
  /** how long before it falls due its owner is reminded @rule R-OA-11 */
  remind?: { workingDays: number } | { workingMinutes: number };
  /** when its clock stood still, the earliest first @rule R-OA-17 */
  pauses?: readonly Pause[];
}

/** A clock stopped, and for what: running again from `to` on, null while it stands. */
export interface Pause {
  reason: string;
  /** the body whose part is waited for */
  awaited: string;
  from: Instant;
  to: Instant | null;
}

/** A clock that stands: until it runs again the duty is not late, whatever the date. */
export type StoppedClock = Omit<Pause, 'from' | 'to'> & { since: Instant };

/** On record; while its clock stands, `dueAt` is when it would have been due. */
export interface Duty extends Omit<DutyDraft, 'limit' | 'remind' | 'pauses'>, Partial<Due> {
  since: Instant;
  stopped?: StoppedClock;
}

/** When a duty falls due and when its owner is reminded. */
export interface Due {
  dueAt: Instant;
  remindAt?: Instant;
  /** counted on a calendar year not yet known: moves when it is loaded */
  provisional?: true;
}

export interface DutiesChanged {
  opened: readonly Duty[];
  ended: readonly { key: string; at: Instant }[];
  moved: readonly ({ key: string } & Due)[];
  stopped?: readonly ({ key: string } & StoppedClock)[];
  /** versions of rulebook and calendar the due instants were computed with */
  basis: string;
}

export interface DutyLapsed {
  key: string;
  dueAt: Instant;
  rule: string;
  owner: DutyOwner;
}

/** Its owner was reminded, before it fell due. */
export type DutyReminded = DutyLapsed;
