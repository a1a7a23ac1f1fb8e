import type { Project } from '#domain/project';
import { matterKindOf, type MatterAct } from '#domain/signoff/matter-acts';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { commandLabel } from './commands';
import { districtName } from './districts';
import { fundSourceLabels } from './terms';

/** `延庆区 2026 年度计划`; nothing for another stream */
export function planName(stream: StreamId): string | undefined {
  if (kindOf(stream) !== 'plan') return undefined;
  const [district, year] = keyOf(stream).split('/');
  return `${districtName(district!)} ${year} 年度计划`;
}

/** Segments, lines of the funds and posts of a project, by the names people know them by; a post's id may mean another one elsewhere. */
export const partsOf = ({ segments, planning }: Project): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...(segments.length === 1 ? segments[0]!.mobilization.posts.map(({ id, title }) => [id, title]) : []),
    ...segments.map(({ id, name }) => [id, name]),
    ...(planning?.fundLines ?? []).map(({ id, source }) => [id, fundSourceLabels[source]]),
  ]);

/**
 * What a matter is called where its drafter says nothing else.
 * @param name of the project, of the plan's entry, or of the plan; empty where it has none
 */
export function matterTitle(type: MatterAct['type'], name: string): string {
  const act = commandLabel(type);
  const named = matterKindOf[type] === 'planChange' && name !== '' ? `${act}“${name}”` : `${name}${act}`;
  return `关于${type === 'approvePlan' && name !== '' ? `审定${name}和清单` : named}的请示`.slice(0, 100);
}
