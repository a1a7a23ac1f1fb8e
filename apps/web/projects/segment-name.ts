import { segmentOf, type Project } from '#domain/project';

/** What people call a segment. */
export const segmentName = (project: Project, id: string): string => segmentOf(project, id)?.name ?? id;
