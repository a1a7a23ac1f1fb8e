import { emptyState, evolve } from './decider';
import type { Recorded } from './event';
import type { StreamState } from './state';
import type { StreamId } from './stream';

/** One event of a history with the state on either side of it. */
export interface Step {
  before: StreamState;
  event: Recorded;
  after: StreamState;
}

/** A history as steps, from the beginning. The same fold drives the recorder, the page and the auditor's slider. */
export function replay(stream: StreamId, events: readonly Recorded[]): Step[] {
  let before = emptyState(stream);
  return events.map((event) => {
    const step = { before, event, after: evolve(before, event) };
    before = step.after;
    return step;
  });
}

/** The state after the last of these events. */
export const stateAfter = (stream: StreamId, events: readonly Recorded[]): StreamState =>
  events.reduce(evolve, emptyState(stream));
