import type { Plan } from '#domain/plan/plan';
import type { Project } from '#domain/project';
import { projectStream } from '#domain/stream';
import type { Readers } from './fact-readers';

export const planReaders: Readers<'entryProjects'> = {
  async entryProjects({ tx, state, command, log }) {
    const { entries } = state.subject as Plan;
    const { entry, entryId } = command.data as { entry?: { project?: string }; entryId?: string };
    const named = entry
      ? [entry.project]
      : entries.filter(({ id }) => entryId === undefined || id === entryId).map(({ project }) => project);
    const found: Record<string, Project> = {};
    for (const id of named.filter((one) => one !== null && one !== undefined)) {
      const project = (await log.state(tx, projectStream(id))).subject as Project;
      if (project.status !== 'none') found[id] = project;
    }
    return found;
  },
};
