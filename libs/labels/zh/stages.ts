import type { Stage } from '#domain/lifecycle';

export const stageLabels = {
  planning: '谋划储备',
  approval: '立项审批',
  mobilization: '组织动员',
  training: '技能培训',
  construction: '建设实施',
  wages: '报酬发放',
  acceptance: '竣工验收',
  maintenance: '后期管护',
} satisfies Record<Stage, string>;

export const stageStateLabels = {
  done: '已完成',
  now: '正在办理',
  ahead: '未到',
  preceded: '早于采用以工代赈',
} as const;

export const stageName = (stage: string): string =>
  (stageLabels as Readonly<Record<string, string>>)[stage] ?? (stage === 'cross' ? '通用' : stage);
