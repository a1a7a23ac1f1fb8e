import { isDeepStrictEqual } from 'node:util';
import type { History, PeriodPage, PeriodRow, ProjectPage, Verification } from '#contracts/http/reads';
import { replay } from '#domain/replay';
import type { StreamId } from '#domain/stream';
import type { HttpClient } from '../http-client';

export interface Compared {
  events: number;
  refusals: number;
  mismatches: string[];
}

/**
 * A project as it follows from its events, folded here, against the page of every revision and the state the system keeps; its
 * pay periods likewise, and the chain of each stream.
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
  let { length: events } = history.events;
  let { length: refusals } = history.refusals;
  for (const period of await reader.read<PeriodRow[]>(`/api/projects/${projectId}/wages`)) {
    const told = await comparePeriod(reader, period.stream as StreamId);
    events += told.events;
    refusals += told.refusals;
    mismatches.push(...told.mismatches);
  }
  return { events, refusals, mismatches };
}

async function comparePeriod(reader: HttpClient, stream: StreamId): Promise<Compared> {
  const { history, steps, broken } = await folded(reader, stream);
  const page = await reader.read<PeriodPage>(`/api/${stream}`);
  const kept = same(steps.at(-1)?.after.subject, page.state);
  return {
    events: history.events.length,
    refusals: history.refusals.length,
    mismatches: [...broken, ...(kept ? [] : [`${stream}：现存状态与重放不一致`])],
  };
}

async function folded(reader: HttpClient, stream: StreamId) {
  const history = await reader.read<History>(`/api/streams/${stream}/events`);
  const { ok, fault } = await reader.read<Verification>(`/api/streams/${stream}/verify`);
  return {
    history,
    steps: replay(stream, history.events),
    broken: ok ? [] : [`${stream} 第 ${fault?.version ?? '?'} 号：${fault?.detail ?? '核验不通过'}`],
  };
}

const dutyKeys = (duties: readonly { key: string }[]): string[] => duties.map(({ key }) => key).toSorted();

/** Equal as JSON: what is undefined is not there. */
const same = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(one ?? null)), JSON.parse(JSON.stringify(other ?? null)));
