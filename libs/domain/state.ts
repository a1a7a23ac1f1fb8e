import type { Duty } from './duty';
import type { Instant } from './instant';
import type { StreamId } from './stream';

/** A duty as it stands open; `lapsed` once its instant passed and that was recorded. */
export interface OpenDuty extends Duty {
  lapsed?: true;
}

/** The fold of a stream: its subject, and what holds for every stream. */
export interface StreamState<S = unknown> {
  stream: StreamId;
  version: number;
  /** version of the last event that can make a reader stale */
  substantive: number;
  lastOccurredAt: Instant | null;
  /** the record is still being entered from papers; the first live event closes it */
  backfilling: boolean;
  duties: readonly OpenDuty[];
  subject: S;
}

/**
 * The next instant at which an open duty falls due whose clock runs and of which no lapse is recorded yet; none while the past is
 * being entered.
 */
export const nextDueAt = ({ duties, backfilling }: Pick<StreamState, 'duties' | 'backfilling'>): Instant | null =>
  backfilling
    ? null
    : duties.reduce<Instant | null>(
        (next, { dueAt, lapsed, stopped }) =>
          dueAt && !lapsed && !stopped && (next === null || dueAt < next) ? dueAt : next,
        null,
      );
