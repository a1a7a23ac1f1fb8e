import type { Instant } from './instant';

/** Who owes a duty: a body, a post kind of a body, or (workers alone) a person. Holder and deputy are resolved when read. */
export type DutyOwner = { body: string; post?: string } | { person: string };

/** How long it may take, counted from the event that opened it. */
export type Limit = { workingDays: number } | { days: number } | { months: number } | { until: Instant };

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
}

export interface Duty extends Omit<DutyDraft, 'limit'> {
  since: Instant;
  dueAt?: Instant;
  /** counted on a calendar year not yet known: moves when it is loaded */
  provisional?: true;
}

export interface DutiesChanged {
  opened: readonly Duty[];
  ended: readonly { key: string; at: Instant }[];
  moved: readonly { key: string; dueAt: Instant; provisional?: true }[];
  /** versions of rulebook and calendar the due instants were computed with */
  basis: string;
}

export interface DutyLapsed {
  key: string;
  dueAt: Instant;
  rule: string;
  owner: DutyOwner;
}
