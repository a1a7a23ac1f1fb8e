import type { DemonstrationProject } from './project';
import { worksAhead } from './works-ahead';
import { worksBegun } from './works-begun';

/** Every stage occupied; the place in the list gives a project its numbers. */
export const demonstrationProjects: readonly DemonstrationProject[] = [...worksBegun, ...worksAhead];
