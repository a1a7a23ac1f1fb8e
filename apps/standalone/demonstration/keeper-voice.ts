import { beijingInstant } from '#domain/calendar';
import type { HttpClient } from '../http-client';
import type { Act } from './act';
import type { Voice } from './voice';

/** The record keeper enters past acts in the name of those who did them (补录). */
export class KeeperVoice implements Voice {
  constructor(readonly reader: HttpClient) {}

  give(...[act, { key, readRevision, occurredAt }]: Parameters<Voice['give']>): ReturnType<Voice['give']> {
    return this.reader.command(act.stream, act.type, act.data as never, {
      key,
      occurredAt,
      onBehalfOf: act.by,
      ...(readRevision !== undefined && { readRevision }),
      ...(act.reasons && { reasons: act.reasons }),
    });
  }
}

const gapMs = 20_000;

/** The instant of each act of a story: its day and hour, and never before the one that came first. */
export function instantsOf(acts: readonly Act[]): ReadonlyMap<Act, string> {
  let last = 0;
  return new Map(
    acts.map((act) => {
      last = Math.max(Date.parse(beijingInstant(act.on, act.time)), last + gapMs);
      return [act, new Date(last).toISOString()];
    }),
  );
}
