import type { Matter } from '#domain/signoff/matter';

/** The parts of a matter, by what an office calls them: elsewhere some of these names mean another thing. */
export const matterParts: Readonly<Record<string, string>> = {
  addedBy: '加签自',
  circulations: '传阅',
  copies: '抄送',
  current: '现在的环节',
  document: '文稿',
  escalations: '上报督促',
  gone: '离席',
  mode: '签署方式',
  owner: '办理岗位',
  passedOver: '不再另签',
  pauses: '暂停计时',
  reports: '督办报告',
  returnedTo: '退回到',
  said: '意见',
  seats: '席位',
  standing: '效力',
  supervisions: '督办',
  urges: '催办',
  version: '版次',
  visits: '环节',
};

/** Places that only set the order of a matter's acts. */
export const isBookkeeping = (path: string): boolean => /(^|\.)(id|line|openedAt|lastActAt|passedAt|acts)$/.test(path);

/** Steps, their visits and the seats at them, by the name of the step. */
export function stepNames({ route, visits }: Matter): Record<string, string> {
  const nameOf = (step: string): string => route.steps[step]?.name ?? step;
  return Object.fromEntries([
    ...Object.entries(route.steps).map(([id, { name }]) => [id, name]),
    ...visits.map(({ id, step }) => [id, `${nameOf(step)}（第 ${id.slice(id.indexOf('#') + 1)} 次）`]),
    ...visits.flatMap(({ step, seats }) => seats.map(({ id }, place) => [id, `${nameOf(step)}第 ${place + 1} 席`])),
  ]);
}
