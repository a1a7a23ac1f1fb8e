import type { BoxCounts } from '#contracts/http/inbox';

/** The boxes of the inbox in the order of their tabs: name in the address, label, its count. */
export const boxes = [
  ['mine', '我的', 'mine'],
  ['unit', '本单位', 'unit'],
  ['sent', '我发起', 'drafter'],
  ['done', '已办', 'done'],
  ['cc', '抄送传阅', 'copied'],
  ['acting', '代办中', 'acting'],
  ['supervised', '督办', 'supervised'],
  ['area', '件在哪里', 'area'],
] as const satisfies readonly (readonly [string, string, keyof BoxCounts])[];
export type Box = (typeof boxes)[number][0];

/** Boxes for those whom they concern: of a deputy, of who watches over something, of who looks after a district. */
const whereAny = new Set<Box>(['acting', 'supervised']);
export const isShown = (box: Box, counts: BoxCounts | undefined, open: Box): boolean => {
  const count = counts?.[boxes.find(([name]) => name === box)![2]];
  if (box === open) return true;
  if (box === 'area') return typeof count === 'number';
  return !whereAny.has(box) || Boolean(count);
};

export const isBox = (name: string): name is Box => boxes.some(([box]) => box === name);
export const labelOf = (box: Box): string => boxes.find(([name]) => name === box)![1];
