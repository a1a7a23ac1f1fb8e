import type { Recorded } from '../event';
import type { Instant } from '../instant';
import type { SignoffEvents } from './events';
import type { MatterAct } from './matter-acts';

/** What was decided about, as it was drawn up once: who did it for which body, and when. */
export interface DocumentVersion {
  version: number;
  at: Instant;
  by: string;
  body: string;
  act: MatterAct;
}

/** Every version of a matter's document, the first as it was started; a draft sent unchanged is the version it was. */
export function versionsIn(events: readonly Recorded[]): DocumentVersion[] {
  const versions = new Map<number, DocumentVersion>();
  for (const { type, data, occurredAt: at, actor } of events) {
    if (type !== 'MatterStarted' && type !== 'DraftSubmitted') continue;
    const { act, version = 1 } = data as Pick<SignoffEvents['DraftSubmitted'], 'act'> & { version?: number };
    if (!versions.has(version)) versions.set(version, { version, at, by: actor.person, body: actor.body, act });
  }
  return [...versions.values()];
}
