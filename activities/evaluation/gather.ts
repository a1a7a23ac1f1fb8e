import type { EntityManager } from 'typeorm';
import { civilDateOf } from '#domain/calendar';
import { emptyState, evolve } from '#domain/decider';
import type { ProjectFacts, EvaluationInput } from '#domain/evaluation/indicators';
import type { Project } from '#domain/project';
import type { StreamState } from '#domain/state';
import { projectStream, type StreamId } from '#domain/stream';
import { recordedFrom } from '#event-log/envelope';
import type { Frozen } from '#contracts/temporal/evaluation';
import { payOf } from './pay-facts';
import { workOf } from './work-facts';

const endOf = (year: number): string => `${year}-12-31`;

/** Projects of a scope that the record knew at the frozen position and that began by the end of the year. */
export async function projectsIn(tx: EntityManager, scope: string, year: number, leaf: number): Promise<string[]> {
  const rows = await tx.query<{ stream_id: string; body: string }[]>(
    `select event.stream_id, event.body from log.event join log.sealed using (stream_id, version)
      where sealed.leaf < $1 and event.type in ('ProjectProposed', 'WorkReliefAdopted') and event.occurred_at < $2
      order by event.stream_id`,
    [leaf, `${year + 1}-01-01T00:00:00+08:00`],
  );
  return rows
    .filter(({ body }) => scope === 'beijing' || (recordedFrom(body).data as { district: string }).district === scope)
    .map(({ stream_id }) => stream_id.slice('project/'.length));
}

/** A project as the frozen record has it at the end of the year. */
async function projectAt(tx: EntityManager, projectId: string, year: number, { leaf }: Frozen): Promise<Project> {
  const stream: StreamId = projectStream(projectId);
  const rows = await tx.query<{ body: string }[]>(
    `select event.body from log.event join log.sealed using (stream_id, version)
      where stream_id = $1 and sealed.leaf < $2 order by version`,
    [stream, leaf],
  );
  const state = rows
    .map(({ body }) => recordedFrom(body))
    .filter(({ occurredAt }) => civilDateOf(occurredAt) <= endOf(year))
    .reduce<StreamState>(evolve, emptyState(stream));
  return state.subject as Project;
}

/** Counts and sums of one project and year, from the frozen record alone. */
export async function factsOf(
  tx: EntityManager,
  projectId: string,
  year: number,
  frozen: Frozen,
): Promise<ProjectFacts> {
  const project = await projectAt(tx, projectId, year, frozen);
  const work = await workOf(tx, project, year, frozen);
  return {
    projectId,
    district: project.district,
    fundBaseFen: fundBaseOf(project),
    persons: work.size,
    trainedFirst: [...work.values()].filter(({ trainedFirst }) => trainedFirst).length,
    workDays: [...work.values()].reduce((sum, { days }) => sum + days, 0),
    ...(await payOf(tx, projectId, year, frozen)),
    listed: project.planning?.listedYear === year,
    started: project.segments.some(
      ({ construction }) => construction.startedOn !== null && construction.startedOn <= endOf(year),
    ),
  };
}

/** Money whose plan document sets a share: central budget investment, and lines with a floor of their own. @rule R-FUND-13 */
function fundBaseOf({ planning }: Project): number | null {
  const based = (planning?.fundLines ?? []).filter(
    ({ source, floorBp }) => source === 'centralBudget' || floorBp !== null,
  );
  return based.length === 0 ? null : based.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/** Distinct persons of each district and of all: who works on two projects is one person. @rule R-EVAL-13 */
export async function headsOf(
  tx: EntityManager,
  projects: readonly ProjectFacts[],
  year: number,
  frozen: Frozen,
): Promise<Pick<EvaluationInput, 'districts' | 'whole'>> {
  const byDistrict = new Map<string, Map<string, boolean>>();
  const whole = new Map<string, boolean>();
  const note = (heads: Map<string, boolean>, person: string, trainedFirst: boolean): void =>
    void heads.set(person, (heads.get(person) ?? true) && trainedFirst);
  for (const { projectId, district } of projects) {
    const heads = byDistrict.get(district) ?? new Map<string, boolean>();
    byDistrict.set(district, heads);
    for (const [person, { trainedFirst }] of await workOf(
      tx,
      await projectAt(tx, projectId, year, frozen),
      year,
      frozen,
    )) {
      note(heads, person, trainedFirst);
      note(whole, person, trainedFirst);
    }
  }
  const counted = (heads: ReadonlyMap<string, boolean>) => ({
    persons: heads.size,
    trainedFirst: [...heads.values()].filter(Boolean).length,
  });
  return {
    districts: [...byDistrict].map(([district, heads]) => ({ district, ...counted(heads) })),
    whole: counted(whole),
  };
}
