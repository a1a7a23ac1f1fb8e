import type { Plan } from '#domain/plan/plan';
import type { Project } from '#domain/project';
import { projectStream } from '#domain/stream';
import type { Readers, Reading } from './fact-readers';

/** Projects by id; unknown ones are absent. */
export async function projectsOf(
  { tx, log }: Pick<Reading, 'tx' | 'log'>,
  ids: readonly (string | null | undefined)[],
): Promise<Record<string, Project>> {
  const found: Record<string, Project> = {};
  for (const id of ids.filter((one) => one !== null && one !== undefined)) {
    const project = (await log.state(tx, projectStream(id))).subject as Project;
    if (project.status !== 'none') found[id] = project;
  }
  return found;
}

export const planReaders: Readers<'entryProjects'> = {
  async entryProjects(reading) {
    const { entries } = reading.state.subject as Plan;
    const { entry, entryId } = reading.command.data as { entry?: { project?: string }; entryId?: string };
    const named = entry
      ? [entry.project]
      : entries.filter(({ id }) => entryId === undefined || id === entryId).map(({ project }) => project);
    return projectsOf(reading, named);
  },
};
