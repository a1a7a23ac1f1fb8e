import type { Actor } from './actor';
import type { RowSet, SealedRows } from './rows';
import type { StreamId } from './stream';

/** Maps of event type to its data, one per stage; `ProjectEvents` and the like are their unions. */
export type EventMap = object;

/** A decided event on its way into the log: what happened and the rows it seals. */
export type DraftOf<M extends EventMap> = {
  [K in keyof M & string]: { type: K; data: M[K]; rows?: RowSet };
}[keyof M & string];

/** An event of the log as deciders and readers see it. `data` never changes meaning. */
export interface Recorded<T extends string = string, D = unknown> {
  stream: StreamId;
  version: number;
  type: T;
  data: D;
  rows?: SealedRows;
  /** instant at which it happened, from the command; never runs backwards in a stream */
  occurredAt: string;
  /** instant at which it was written, read under the stream's lock */
  recordedAt: string;
  actor: Actor;
  commandId: string;
  /** entered afterwards from papers (补录): no timers, no notices */
  backfilled: boolean;
}
export type RecordedOf<M extends EventMap> = { [K in keyof M & string]: Recorded<K, M[K]> }[keyof M & string];

/** One evolver per event type; a forgotten type does not compile. */
export type Evolvers<S, M extends EventMap> = {
  [K in keyof M & string]: (state: S, event: Recorded<K, M[K]>) => S;
};
