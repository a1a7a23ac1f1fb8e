import { matterKindOf, type MatterAct } from '#domain/signoff/matter-acts';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { commandLabel } from './commands';
import { districtName } from './districts';

/** `延庆区 2026 年度计划`; nothing for another stream */
export function planName(stream: StreamId): string | undefined {
  if (kindOf(stream) !== 'plan') return undefined;
  const [district, year] = keyOf(stream).split('/');
  return `${districtName(district!)} ${year} 年度计划`;
}

/**
 * What a matter is called where its drafter says nothing else.
 * @param name of the project, of the plan's entry, or of the plan; empty where it has none
 */
export function matterTitle(type: MatterAct['type'], name: string): string {
  const act = commandLabel(type);
  const named = matterKindOf[type] === 'planChange' && name !== '' ? `${act}“${name}”` : `${name}${act}`;
  return `关于${type === 'approvePlan' && name !== '' ? `审定${name}和清单` : named}的请示`.slice(0, 100);
}
