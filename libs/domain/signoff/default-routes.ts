import type { BodyKind, PostKind } from '../organization/roles';
import { draftStep, type Flow, type Mode, type Step } from './route';

/** A signer by what they are to the district; whose post that is, is found when a matter starts. */
export type Signer = 'drafter' | { office: BodyKind; post: PostKind };

export interface RoutePlan {
  id: string;
  version: number;
  steps: Readonly<Record<string, Omit<Step, 'signers'> & { signers: readonly Signer[] }>>;
  flow: Flow;
}

/** 立项批复 · 资金拨付文件 · 年度计划和项目清单 */
export const matterKinds = ['approvalReply', 'fundAllocation', 'annualPlan'] as const;
export type MatterKind = (typeof matterKinds)[number];

const office = (kind: BodyKind, post: PostKind = 'approver'): Signer => ({ office: kind, post });
const step = (
  name: string,
  mode: Mode,
  signers: readonly Signer[],
  limitDays = 5,
  onRefusal: Step['onRefusal'] = 'return',
) => ({
  name,
  mode,
  signers,
  limitDays,
  onRefusal,
});
const drafted = { [draftStep]: step('起草', 'all', ['drafter']) };

/**
 * The routes that ship. Municipal departments guide a district's plan and do not approve it; approval replies are issued by
 * development-reform, allocations by finance, the plan and list by the district government. @clause CL-31 CL-42
 */
export const defaultRoutes: Readonly<Record<MatterKind, RoutePlan>> = {
  approvalReply: {
    id: 'approvalReply',
    version: 1,
    steps: {
      ...drafted,
      check: step('初审', 'any', [office('developmentReform')], 3),
      countersign: step('会签', 'all', [office('finance'), office('agriculture'), office('humanResources')]),
      issue: step('签发', 'all', [office('developmentReform', 'head')], 3, 'end'),
    },
    flow: [draftStep, 'check', 'countersign', 'issue'],
  },
  fundAllocation: {
    id: 'fundAllocation',
    version: 1,
    steps: {
      ...drafted,
      check: step('初审', 'any', [office('finance')], 3),
      countersign: step('会签', 'all', [office('developmentReform'), office('agriculture')]),
      issue: step('签发', 'all', [office('finance', 'head')], 3, 'end'),
    },
    flow: [draftStep, 'check', 'countersign', 'issue'],
  },
  annualPlan: {
    id: 'annualPlan',
    version: 1,
    steps: {
      ...drafted,
      leads: step('牵头部门审核', 'all', [office('developmentReform', 'head'), office('agriculture', 'head')]),
      finance: step('财政会签', 'all', [office('finance')]),
      labor: step('人社会签', 'all', [office('humanResources')]),
      decide: step('区政府审定', 'all', [office('districtGovernment', 'leaderInCharge')], 5, 'end'),
    },
    flow: [draftStep, 'leads', { together: ['finance', 'labor'] }, 'decide'],
  },
};
