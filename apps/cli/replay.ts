import type { DataSource } from 'typeorm';
import { replay, type Step } from '#domain/replay';
import { stageOf, type Project } from '#domain/project';
import { kindOf, type StreamId } from '#domain/stream';
import type { EventLog } from '#event-log/event-log';
import { stageLabels } from '#labels/zh/stages';

export interface Replayed {
  stream: StreamId;
  revision: number;
  state: unknown;
  steps: readonly Step[];
}

/** A stream as it stood at an instant or revision; by default now. */
export async function replayStream(
  database: DataSource,
  log: EventLog,
  stream: StreamId,
  { at, revision }: { at?: string; revision?: number },
): Promise<Replayed> {
  const events = (await log.read(database.manager, stream, revision)).filter(
    ({ occurredAt }) => at === undefined || occurredAt <= at,
  );
  const steps = replay(stream, events);
  return { stream, revision: steps.at(-1)?.after.version ?? 0, state: steps.at(-1)?.after ?? null, steps };
}

/** One line per event, as an auditor reads it on a terminal. */
export function linesOf({ stream, steps }: Replayed): string[] {
  if (steps.length === 0) return [`${stream}：没有记录`];
  return steps.map(({ event, after }) => {
    const stage = kindOf(stream) === 'project' ? ` · ${stageLabels[stageOf(after.subject as Project)]}` : '';
    const who = `${event.actor.body || event.actor.post}/${event.actor.post}`;
    return `${String(event.version).padStart(5)}  ${beijing(event.occurredAt)}  ${event.type.padEnd(26)} ${who}${stage} · 待办 ${after.duties.length}`;
  });
}

const beijing = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(instant),
  );
