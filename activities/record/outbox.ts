import type { EntityManager } from 'typeorm';
import type { Command } from '#domain/command';
import { systemActor } from '#domain/actor';
import type { Effect } from '#domain/effects';
import type { Recorded } from '#domain/event';
import { kindOf, type StreamId } from '#domain/stream';

/** Channel on which a commit is announced to whoever looks. */
export const changesChannel = 'yigong_changed';

/** Streams whose life a workflow drives. */
export const isDriven = (stream: StreamId): boolean => kindOf(stream) === 'project' || kindOf(stream) === 'wages';

/** "Look again": the stream moved without its workflow. Delivered by the relay until acknowledged. */
export async function poke(tx: EntityManager, stream: StreamId, version: number): Promise<void> {
  if (!isDriven(stream)) return;
  await tx.query(`insert into log.outbox (id, kind, stream_id) values ($1, 'poke', $2) on conflict do nothing`, [
    `${stream}@${version}#poke`,
    stream,
  ]);
}

/** What an event does to other streams, as commands whose ids come from their cause. */
export async function sendEffects(
  tx: EntityManager,
  _events: readonly Recorded[],
  effects: readonly { cause: Recorded; effect: Effect }[],
): Promise<void> {
  for (const [index, { cause, effect }] of effects.entries()) {
    const id = `${cause.stream}@${cause.version}#effect/${index}`;
    const command: Command = {
      id,
      stream: effect.stream,
      type: effect.type,
      data: effect.data,
      at: cause.occurredAt,
      actor: systemActor,
      ...(cause.backfilled && { backfilled: true }),
    };
    await tx.query(
      `insert into log.outbox (id, kind, stream_id, command) values ($1, 'effect', $2, $3) on conflict do nothing`,
      [id, effect.stream, JSON.stringify(command)],
    );
  }
}

export async function announce(tx: EntityManager, events: readonly Recorded[]): Promise<void> {
  const last = events.at(-1);
  if (!last) return;
  const types = [...new Set(events.map(({ type }) => type))];
  await tx.query('select pg_notify($1, $2)', [
    changesChannel,
    JSON.stringify({ stream: last.stream, version: last.version, types }),
  ]);
}
