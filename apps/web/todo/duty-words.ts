import type { DutyRow } from '#contracts/http/inbox';
import type { Me } from '#contracts/http/session';
import { commandLabel } from '#labels/zh/commands';
import { actPath } from '../forms/act-path';
import { standInWords } from '../parts/acting-words';

export const keyOfDuty = ({ stream, key }: Pick<DutyRow, 'stream' | 'key'>): string => `${stream}#${key}`;
export const pathOfDuty = ({ stream, command, key, segmentId }: DutyRow): string =>
  actPath(stream as Parameters<typeof actPath>[0], command, { segmentId, duty: key });

/** What to do: at a matter its step and the act it decides about. */
export function whatOf({ matter, command }: DutyRow): string {
  if (!matter) return commandLabel(command);
  return `${matter.step ?? commandLabel(command)}：${commandLabel(matter.act)}`;
}

/** A seat whose route lets it be agreed to in one go with others. */
export const isForBatch = ({ command, matter }: DutyRow): boolean =>
  command === 'giveDecision' && matter?.batchable === true;

/** What it is about: of a matter its title too. */
export const whereOf = ({ matter, projectName }: DutyRow): string =>
  [matter?.title, projectName].filter(Boolean).join(' · ');

/** Why it is mine, or whose it is. */
export function whyOf({ owner, ownerName, standIn }: DutyRow, { posts }: Pick<Me, 'posts'>): string {
  if (standIn) return standInWords(standIn);
  if ('person' in owner) return '由本人办理';
  const held = posts.find(({ body, postKind }) => body === owner.body && (!owner.post || postKind === owner.post));
  if (!held) return `由${ownerName}办理`;
  return owner.post ? `您任${held.bodyName}${held.postName}` : `由您所在的${held.bodyName}办理`;
}
