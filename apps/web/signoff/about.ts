import type { PlanPage } from '#contracts/http/plans';
import type { ProjectPage } from '#contracts/http/projects';
import type { Project } from '#domain/project';
import type { MatterAct } from '#domain/signoff/matter-acts';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { planName } from '#labels/zh/subjects';
import { read } from '../http/client';

/** What an act of a plan names. */
interface OfPlan {
  entryId?: string;
  entry?: { project?: string; name?: string };
}

/** The name of what an act is about: its project, the entry of a plan, or the plan itself. */
export async function nameOf(
  subject: StreamId,
  data: MatterAct['data'],
  project: Project | undefined,
): Promise<string> {
  if (kindOf(subject) !== 'plan') return project?.planning?.name ?? '';
  const { entryId, entry } = data as OfPlan;
  if (entry?.project) {
    return (await read<ProjectPage>(`/api/projects/${entry.project}`)).project.planning?.name ?? '';
  }
  if (entry?.name) return entry.name;
  if (!entryId) return planName(subject)!;
  const { plan } = await read<PlanPage>(`/api/plans/${keyOf(subject)}`);
  return plan.entries.find(({ id }) => id === entryId)?.name ?? '';
}
