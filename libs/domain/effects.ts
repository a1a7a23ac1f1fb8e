import type { Recorded } from './event';
import type { CommandType } from './registry';
import type { StreamState } from './state';
import { kindOf, projectStream, type StreamId } from './stream';
import type { WagePeriod } from './wages/period';

/** A command that follows from an event in another stream; the outbox delivers it until it is acknowledged. */
export interface Effect {
  stream: StreamId;
  type: CommandType;
  data: object;
}

/**
 * What an event sets going elsewhere.
 * @param state the state of the event's own stream after it
 */
export function effectsOf(event: Recorded, state: StreamState): Effect[] {
  if (kindOf(event.stream) !== 'wages') return [];
  const { projectId, segmentId, period } = state.subject as WagePeriod;
  const stream = projectStream(projectId);
  switch (event.type) {
    case 'PeriodOpened':
      return [{ stream, type: 'noteWagePeriodOpened', data: { segmentId, period } }];
    case 'PeriodSettled':
      return [{ stream, type: 'noteWagePeriodSettled', data: { segmentId, period, ...(event.data as object) } }];
    default:
      return [];
  }
}
