import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { outcomeOf } from '#activities/record/recorder';
import type { Actor } from '#domain/actor';
import { emptyState, evolve } from '#domain/decider';
import type { StreamState } from '#domain/state';
import { projectStream } from '#domain/stream';
import { Committer } from '#event-log/committer';
import { EventLog } from '#event-log/event-log';
import { atMost, Samples, type Figure } from './figures';

const eventCount = 5_000;
const rounds = 15;

/** A project with 5,000 events as it stood at an instant, against one indexed read of the same rows. */
export async function replayFigures(
  database: DataSource,
  log: EventLog,
  owner: Actor,
  project: string,
): Promise<Figure[]> {
  const stream = projectStream(project);
  const command = {
    id: randomUUID(),
    stream,
    type: 'stateFeasibility',
    data: {},
    at: new Date().toISOString(),
    actor: owner,
  };
  await new Committer(database, log).commit({
    commandId: command.id,
    streams: [stream],
    references: [],
    conclude: async (_, heads) => {
      const head = heads.get(stream)!;
      const drafts = Array.from({ length: eventCount - head.version }, (_, index) => ({
        type: 'FeasibilityStated',
        data: { statement: `text:${index}`, postsNearHome: true },
      }));
      const drafted = log.draft(head, command, drafts);
      const outcome = outcomeOf(drafted.state, drafted.headHash, head.recordedAt);
      return { result: undefined, appends: [{ head, command, drafted, outcome, letters: [] }], writes: [] };
    },
  });
  const manager = database.manager;
  const read = () =>
    manager.query('select body from log.event where stream_id = $1 and version <= $2 order by version', [
      stream,
      eventCount,
    ]);
  const replay = async () => {
    const events = await log.read(manager, stream, eventCount);
    const state = events.reduce<StreamState>(evolve, emptyState(stream));
    if (state.version !== eventCount) throw new Error(`replayed to ${state.version}`);
  };
  const [floor, replayed, cached] = [new Samples(), new Samples(), new Samples()];
  for (const act of [read, replay]) for (let warm = 0; warm < 5; warm += 1) await act();
  for (let round = 0; round < rounds; round += 1) {
    await floor.round(1, 1, read);
    await replayed.round(1, 1, replay);
    await cached.round(1, 1, () => new EventLog('sm3').state(manager, stream));
  }
  return [
    atMost({ name: 'replay 5,000 events', value: replayed.p50, floor: floor.p50, unit: 'ms' }, 3),
    atMost({ name: 'cached state of 5,000 events', value: cached.p50, floor: floor.p50, unit: 'ms' }, 3),
  ];
}
