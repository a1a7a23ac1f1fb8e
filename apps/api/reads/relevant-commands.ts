import type { HeldPost } from '#contracts/http/session';
import type { CommandDefinition } from '#domain/command';
import { stageIndex, type Stage } from '#domain/lifecycle';
import { isEmployer } from '#domain/mobilization/segment-order';
import { worksSegments, type Project } from '#domain/project';
import { commandTypes, definitionOf, isHeard, type CommandType } from '#domain/registry';
import type { StreamState } from '#domain/state';
import { kindOf } from '#domain/stream';
import { isUnlimited } from '#domain/organization/delegation';
import type { Session } from '../auth/sessions';
import { fits } from '../commands/actors';

/** The stages a project works in now: those of its segments while they differ, else its own. */
export function stagesNow(project: Project): readonly Stage[] {
  if (project.phase !== 'segments') return [project.phase, ...upkeepStages(project)];
  const inWork = project.segments.flatMap(({ stage }) => (stage === 'waiting' || stage === 'done' ? [] : [stage]));
  const finished = worksSegments(project).every(({ stage }) => stage === 'done');
  return [...new Set<Stage>([...inWork, ...(finished ? (['acceptance'] as const) : [])])];
}

/** Upkeep segments go through their own stages while the project is in maintenance. */
const upkeepStages = (project: Project): readonly Stage[] =>
  project.segments.flatMap(({ stage }) => (stage === 'waiting' || stage === 'done' ? [] : [stage]));

/**
 * Commands that someone may give in a stream now from the posts held, and from those acted for in everything, stage by stage, and
 * what is still owed from an earlier one. A choice for the screen: the rules answer.
 * @param stands what a subject lets a post do as it stands, where more than its role tells
 */
export function relevantCommands(
  state: StreamState,
  { account: { person }, ...session }: Session,
  stands: (type: CommandType, post: HeldPost) => boolean = () => true,
): CommandType[] {
  const posts = [...session.posts, ...session.acting.filter(isUnlimited)];
  const kind = kindOf(state.stream);
  const project = kind === 'project' ? (state.subject as Project) : null;
  const owed = new Set<string>(state.duties.map(({ command }) => command));
  const now = project && new Set<string>([...stagesNow(project), 'cross']);
  return commandTypes
    .filter((type) => {
      const definition = definitionOf(type);
      if (definition.stream !== kind || definition.creates || isHeard(type) || isSystems(definition)) return false;
      if (now && !now.has(definition.stage) && !owed.has(type)) return false;
      const employs = ({ body }: HeldPost) => !definition.byEmployer || !project || isEmployer(project, body);
      return posts.some((post) => stands(type, post) && employs(post) && fits(post, person, definition, state));
    })
    .toSorted((one, other) => orderOf(one) - orderOf(other));
}

const isSystems = ({ who }: CommandDefinition): boolean => who.every((role) => role === 'system');

const orderOf = (type: CommandType): number => {
  const { stage } = definitionOf(type);
  return stage === 'cross' ? 99 : stageIndex(stage);
};
