import type { MatterPage } from '#contracts/http/matters';
import type { ProjectPage } from '#contracts/http/projects';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { partsOf } from '#labels/zh/subjects';
import { useProject } from '../http/queries';
import type { Known } from '../parts/event-words';

type About = Pick<MatterPage, 'state'>;

/** The project that a matter is about, or whose pay; none where it decides about something else. */
const projectIdOf = ({ state: { subject } }: About): string | null =>
  ['project', 'wages'].includes(kindOf(subject as StreamId)) ? keyOf(subject as StreamId).split('/')[0]! : null;

export const useProjectOf = (page: About): ProjectPage | null => useProject(projectIdOf(page)).data ?? null;

/** What an act names by its id: bodies, texts, and the segments and funds of its project. */
export function useKnown(page: Pick<MatterPage, 'state' | 'bodies' | 'texts'>): Known {
  const project = useProjectOf(page)?.project;
  return { bodies: page.bodies, texts: page.texts, posts: {}, ...(project && { parts: partsOf(project) }) };
}
