import { isDeepStrictEqual } from 'node:util';
import type { AuditEvent, History, Verification } from '#contracts/http/history';
import type { MatterPage } from '#contracts/http/matters';
import type { ProjectPage } from '#contracts/http/projects';
import type { PeriodPage, PeriodRow } from '#contracts/http/wages';
import { evolve } from '#domain/decider';
import { replay, type Step } from '#domain/replay';
import type { StreamState } from '#domain/state';
import { keyOf, type StreamId } from '#domain/stream';
import { keptEvery } from '#event-log/append';
import type { HttpClient } from '../http-client';

export interface Compared {
  events: number;
  refusals: number;
  mismatches: string[];
}

/**
 * A project as it follows from its events, folded here from the first and from a cached fold before each, against the page of every
 * revision and the state the system keeps; its pay periods and the matters its decisions come of likewise, and the chain of each
 * stream.
 */
export async function compare(reader: HttpClient, projectId: string): Promise<Compared> {
  const stream: StreamId = `project/${projectId}`;
  const { history, steps, broken } = await folded(reader, stream);
  const mismatches = [...broken];
  for (const { after } of steps) {
    const page = await reader.read<ProjectPage>(`/api/projects/${projectId}?revision=${after.version}`);
    if (!same(after.subject, page.project)) mismatches.push(`${stream} 第 ${after.version} 号：页面与重放不一致`);
    if (!same(dutyKeys(after.duties), dutyKeys(page.duties))) {
      mismatches.push(`${stream} 第 ${after.version} 号：待办与重放不一致`);
    }
  }
  const now = await reader.read<ProjectPage>(`/api/projects/${projectId}`);
  if (!same(steps.at(-1)?.after.subject, now.project) || now.revision !== steps.at(-1)?.after.version) {
    mismatches.push(`${stream}：现存状态与重放不一致`);
  }
  const periods: Kept[] = [];
  for (const { stream: period } of await reader.read<PeriodRow[]>(`/api/projects/${projectId}/wages`)) {
    periods.push(await compareKept(reader, period as StreamId, `/api/${period}`));
  }
  const own = { events: history.events.length, refusals: history.refusals.length, mismatches };
  const matters: Compared[] = [];
  for (const agreed of [...agreedIn(history.events), ...periods.flatMap((period) => period.agreed)]) {
    matters.push(await compareMatter(reader, agreed));
  }
  return [own, ...periods, ...matters].reduce((sum, one) => ({
    events: sum.events + one.events,
    refusals: sum.refusals + one.refusals,
    mismatches: [...sum.mismatches, ...one.mismatches],
  }));
}

/** A matter by itself, and that its subject's event names the hash of its end. */
async function compareMatter(reader: HttpClient, { signoff, headHash }: Agreed): Promise<Compared> {
  const told = await compareKept(reader, signoff, `/api/signoffs/${keyOf(signoff)}`);
  return told.headHash === headHash
    ? told
    : { ...told, mismatches: [...told.mismatches, `${signoff}：办结之后与项目记录所指的不一致`] };
}

interface Kept extends Compared {
  headHash: string | undefined;
  /** the matters its events come of */
  agreed: readonly Agreed[];
}

/** A stream by its fold against the state the system keeps of it. */
async function compareKept(reader: HttpClient, stream: StreamId, path: string): Promise<Kept> {
  const { history, steps, broken } = await folded(reader, stream);
  const page = await reader.read<PeriodPage | MatterPage>(path);
  const kept = same(steps.at(-1)?.after.subject, page.state);
  return {
    events: history.events.length,
    refusals: history.refusals.length,
    mismatches: [...broken, ...(kept ? [] : [`${stream}：现存状态与重放不一致`])],
    headHash: history.events.at(-1)?.hash,
    agreed: agreedIn(history.events),
  };
}

interface Agreed {
  signoff: StreamId;
  headHash: string;
}

/** The matters that events name as what they come of, each once. */
function agreedIn(events: readonly AuditEvent[]): Agreed[] {
  const named = events.map(({ body }) => (JSON.parse(body) as { basis?: Partial<Agreed> }).basis ?? {});
  const agreed = named.filter((basis): basis is Agreed => basis.signoff !== undefined);
  return [...new Map(agreed.map((basis) => [basis.signoff, basis])).values()];
}

async function folded(reader: HttpClient, stream: StreamId) {
  const history = await reader.read<History>(`/api/streams/${stream}/events`);
  const { ok, fault } = await reader.read<Verification>(`/api/streams/${stream}/verify`);
  const steps = replay(stream, history.events);
  return {
    history,
    steps,
    broken: [
      ...(ok ? [] : [`${stream} 第 ${fault?.version ?? '?'} 号：${fault?.detail ?? '核验不通过'}`]),
      ...unlikeFromCache(steps).map((version) => `${stream} 第 ${version} 号：由缓存的状态续算与重放不一致`),
    ],
  };
}

/** Versions whose state is another when folded on from a cached fold before it, JSON as the log keeps it, than from the first event. */
function unlikeFromCache(steps: readonly Step[]): number[] {
  return steps.flatMap(({ after }, index) => {
    const cachedAt = Math.floor(after.version / keptEvery) * keptEvery;
    if (cachedAt === 0) return [];
    const cached = JSON.parse(JSON.stringify(steps[cachedAt - 1]!.after)) as StreamState;
    const tail = steps.slice(cachedAt, index + 1).map(({ event }) => event);
    return same(tail.reduce(evolve, cached), after) ? [] : [after.version];
  });
}

const dutyKeys = (duties: readonly { key: string }[]): string[] => duties.map(({ key }) => key).toSorted();

/** Equal as JSON: what is undefined is not there. */
const same = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(one ?? null)), JSON.parse(JSON.stringify(other ?? null)));
