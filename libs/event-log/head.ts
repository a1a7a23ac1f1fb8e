import type { Breach } from '#domain/rules';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';

/** A stream's head under lock, with what the command needs to be judged. */
export interface Head {
  stream: StreamId;
  version: number;
  headHash: string;
  /** clock of the database, read once under the lock */
  recordedAt: string;
  receipt: Receipt | null;
  state: StreamState;
  /** versions of the streams asked for and of the district's rulebook, 0 where there is none yet */
  references: ReadonlyMap<string, number>;
}
export interface Receipt {
  requestHash: string;
  outcome: Outcome;
}

/** The stored answer to a command: decided, or refused with every broken rule. */
export interface Outcome {
  revision: number;
  stage: string | null;
  nextDueAt: string | null;
  headHash: string;
  recordedAt: string;
  /** the stream needs no engine any more */
  ended: boolean;
  refused?: readonly Breach[];
}
