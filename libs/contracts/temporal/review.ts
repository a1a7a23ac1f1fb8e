import type { StreamId } from '#domain/stream';

/** One look at all open duties in a rulebook's scope, for one change of it that came into force. */
export interface ReviewRun {
  /** the letter's id; with a stream's it names the command, so that no stream is moved twice */
  cause: string;
  rulebook: StreamId;
  /** where the run before this one came to */
  reached?: ReviewReached;
}

export interface ReviewProgress {
  done: number;
  /** streams with open duties as it began */
  total: number;
}

export interface ReviewReached extends ReviewProgress {
  /** the last stream looked at, in their order */
  after: string;
}

export const reviewProgress = 'progress';
