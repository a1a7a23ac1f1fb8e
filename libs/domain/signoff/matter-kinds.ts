/**
 * What a matter decides about; each kind has its route.
 * 立项批复 · 资金拨付文件 · 前期要件的以工代赈要求 · 建设地点、规模、内容变更 · 暂停、恢复、退回和撤销 · 工资表核对 · 竣工验收 · 突破规则 · 年度计划 · 计划调整
 */
export const matterKinds = [
  'approvalReply',
  'fundAllocation',
  'earlyDocuments',
  'projectChange',
  'steering',
  'paySheet',
  'acceptance',
  'ruleOverride',
  'annualPlan',
  'planChange',
] as const;
export type MatterKind = (typeof matterKinds)[number];
