import type { DataSource } from 'typeorm';
import type { Command } from '#domain/command';
import { systemActor } from '#domain/actor';
import { beijingInstant } from '#domain/calendar';
import type { Effect } from '#domain/effects';
import type { Recorded } from '#domain/event';
import { reviewDays } from '#domain/review';
import { kindOf, type StreamId } from '#domain/stream';
import type { Letter } from '#event-log/append';

/** Channel on which a commit is announced to whoever looks. */
export const changesChannel = 'yigong_changed';

/** Streams for which a workflow waits, for decisions or for duties to fall due. */
export const isDriven = (stream: StreamId): boolean => ['project', 'signoff', 'wages', 'plan'].includes(kindOf(stream));

/** "Look again": the stream moved without its workflow. Delivered by the relay until acknowledged. */
export const pokes = (stream: StreamId, version: number): Letter[] =>
  isDriven(stream) ? [{ id: `${stream}@${version}#poke`, kind: 'poke', stream }] : [];

/** What an event does to other streams, as commands whose ids come from their cause. */
export const effectLetters = (effects: readonly { cause: Recorded; effect: Effect }[]): Letter[] =>
  effects.map(({ cause, effect }, index) => {
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
    return { id, kind: 'effect', stream: effect.stream, command };
  });

/** The open duties of a rulebook's scope are looked at afresh, once for each day named by what was set in it. */
export const reviewLetters = (events: readonly Recorded[]): Letter[] =>
  events.flatMap((event) =>
    reviewDays(event).map((day) => ({
      id: `${event.stream}@${event.version}#review/${day}`,
      kind: 'review',
      stream: event.stream,
      notBefore: beijingInstant(day, '00:00'),
    })),
  );

/** Rest between two tellings; whoever looks does not notice it. */
const restMs = 50;

/**
 * Tells whoever looks that something was recorded, after its commit and for many at once: PostgreSQL lets commits that notify
 * pass only one by one, each with its own flush to disk. What a crash leaves untold is seen at the next look.
 */
export class Announcer {
  private waiting: string[] = [];
  private telling = false;

  constructor(private readonly database: DataSource) {}

  announce(events: readonly Recorded[]): void {
    const last = events.at(-1);
    if (!last) return;
    const types = [...new Set(events.map(({ type }) => type))];
    this.waiting.push(JSON.stringify({ stream: last.stream, version: last.version, types }));
    if (!this.telling) void this.tell();
  }

  private async tell(): Promise<void> {
    this.telling = true;
    while (this.waiting.length > 0) {
      const told = this.waiting.splice(0);
      await this.database
        .query('select pg_notify($1, line) from unnest($2::text[]) as line', [changesChannel, told])
        .catch(() => undefined); // An outage: those who listen have lost their connection too, and look again.
      await new Promise((resolve) => setTimeout(resolve, restMs).unref());
    }
    this.telling = false;
  }
}
