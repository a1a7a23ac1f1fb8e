import type { Duty } from './duty';
import type { Instant } from './instant';
import type { StreamId } from './stream';

/** A duty as it stands open; `reminded` and `lapsed` once that was recorded. */
export interface OpenDuty extends Duty {
  reminded?: true;
  lapsed?: true;
}

/** The fold of a stream: its subject, and what holds for every stream. */
export interface StreamState<S = unknown> {
  stream: StreamId;
  version: number;
  /** version of the last event that can make a reader stale */
  substantive: number;
  /** version of the last event that bears on what an office countersigns: the day's work on a site does not */
  bearing: number;
  lastOccurredAt: Instant | null;
  /** the record is still being entered from papers; the first live event closes it */
  backfilling: boolean;
  duties: readonly OpenDuty[];
  subject: S;
}
