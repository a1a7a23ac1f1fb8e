import type { DutyOwner } from '#domain/duty';
import type { MatterPage } from '#contracts/http/matters';
import { visitOf, type PassedOver, type Seat, type Said, type Visit } from '#domain/signoff/matter';
import type { Mode, Owner } from '#domain/signoff/route';
import { postKindLabels } from '#labels/zh/roles';

export const visitWords: Readonly<Record<Visit['status'], string>> = {
  active: '办理中',
  paused: '退回补正中',
  passed: '已通过',
  failed: '未通过',
  returned: '已退回',
  cancelled: '未办，已收回',
};
export const seatWords: Readonly<Record<Seat['kind'], string>> = {
  vote: '',
  before: '加签（在前）',
  after: '加签（在后）',
  assist: '协办',
};
export const saidWords: Readonly<Record<Said['decision'], string>> = {
  agree: '同意',
  agreeInPrinciple: '原则同意',
  disagree: '不同意',
  opinion: '协办意见',
  return: '退回',
};
export const saidMarks: Readonly<Record<Said['decision'], string>> = {
  agree: '✔',
  agreeInPrinciple: '✔',
  disagree: '✘',
  opinion: '✎',
  return: '↩',
};
export const visitMarks: Readonly<Record<Visit['status'], string>> = {
  active: '◉',
  paused: '‖',
  passed: '✔',
  failed: '✘',
  returned: '↩',
  cancelled: '—',
};
/** 会签 · 或签 · 依次 · 票决 */
export function modeWords(mode: Mode): string {
  if (mode === 'all') return '会签';
  if (mode === 'any') return '或签';
  if (mode === 'inOrder') return '依次签';
  return 'votes' in mode ? `票决，${mode.votes} 票通过` : `票决，${mode.voteBp / 100}% 通过`;
}
/** Why nothing is asked from a seat: its holder signs elsewhere. */
export function passedOverWords(one: PassedOver, { state, people }: Pick<MatterPage, 'state' | 'people'>): string {
  const person = people[one.person] ?? '同一人';
  if ('signsAt' in one) return `${person}在“${state.route.steps[one.signsAt.step]!.name}”一并签署，此处不再重复`;
  return `${person}已在“${state.route.steps[visitOf(state, one.signedAt)!.step]!.name}”签过，不再重复`;
}
export const matterWords = {
  none: '尚未发起',
  open: '在办',
  agreed: '已办结：同意',
  refused: '已办结：不同意',
  withdrawn: '已撤销',
} as const;

export const ownerWords = ({ body, post }: Owner, bodies: Readonly<Record<string, string>>): string =>
  `${bodies[body] ?? body} · ${postKindLabels[post]}`;
export const dutyOwnerWords = (owner: DutyOwner, bodies: Readonly<Record<string, string>>): string =>
  'body' in owner ? ownerWords({ body: owner.body, post: owner.post as Owner['post'] }, bodies) : '务工人员本人';
