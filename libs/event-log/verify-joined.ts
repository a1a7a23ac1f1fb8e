import type { EntityManager } from 'typeorm';
import type { Basis } from '#domain/command';
import type { SignoffEvents } from '#domain/signoff/events';
import type { StreamId } from '#domain/stream';
import { recordedFrom } from './envelope';

interface Hashed {
  version: string;
  body: string;
  hash: string;
}

interface Unjoined {
  version: number;
  detail: string;
}

/**
 * A matter's end and what it did to its subject stand together: what rests on a sign-off names a head that the sign-off had, and
 * an agreed matter is named by its subject.
 * @param events of one stream, in order
 */
export async function unjoined(db: EntityManager, stream: StreamId, events: readonly Hashed[]): Promise<Unjoined[]> {
  return [...(await restingOnNothing(db, events)), ...(await withoutEffect(db, stream, events))];
}

async function restingOnNothing(db: EntityManager, events: readonly Hashed[]): Promise<Unjoined[]> {
  const resting = events.flatMap(({ version, body }) => {
    const { basis } = recordedFrom(body) as { basis?: Basis };
    return basis && 'signoff' in basis ? [{ version: Number(version), ...basis }] : [];
  });
  if (resting.length === 0) return [];
  const there = await db.query<{ stream_id: string; hash: string }[]>(
    'select stream_id, hash from log.event where stream_id = any($1) and hash = any($2)',
    [resting.map(({ signoff }) => signoff), resting.map(({ headHash }) => headHash)],
  );
  const heads = new Set(there.map(({ stream_id, hash }) => `${stream_id} ${hash}`));
  return resting
    .filter(({ signoff, headHash }) => !heads.has(`${signoff} ${headHash}`))
    .map(({ version, signoff }) => ({ version, detail: `所依的审批事项 ${signoff} 没有这一条` }));
}

async function withoutEffect(db: EntityManager, stream: StreamId, events: readonly Hashed[]): Promise<Unjoined[]> {
  const recorded = events.map(({ body }) => recordedFrom(body));
  const started = recorded.find(({ type }) => type === 'MatterStarted');
  const ended = recorded.find(
    ({ type, data }) => type === 'MatterEnded' && (data as SignoffEvents['MatterEnded']).as === 'agreed',
  );
  if (!started || !ended) return [];
  const { subject, act } = started.data as SignoffEvents['MatterStarted'];
  const last = recorded.findLastIndex(({ commandId }) => commandId === ended.commandId);
  const named = await db.query<unknown[]>(
    `select from log.event
      where stream_id = $1 and body::jsonb -> 'basis' ->> 'signoff' = $2 and body::jsonb -> 'basis' ->> 'headHash' = $3 limit 1`,
    [subject, stream, events[last]!.hash],
  );
  return named.length > 0
    ? []
    : [{ version: ended.version, detail: `已同意办结，${subject} 却没有 ${act.type} 的记录` }];
}
