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

/** 立项批复 · 资金拨付文件 · 暂停、恢复、退回和撤销项目 */
export const matterKinds = ['approvalReply', 'fundAllocation', 'steering'] as const;
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
 * development-reform, allocations by finance; a project is suspended, sent back or cancelled by the district government. @clause CL-31 CL-42
 */
export const defaultRoutes: Readonly<Record<MatterKind, RoutePlan>> = {
  approvalReply: {
    id: 'approvalReply',
    version: 1,
    steps: {
      ...drafted,
      check: step('初审', 'any', [office('developmentReform')], 3),
      countersign: step('会签', 'all', [office('finance'), office('agriculture'), office('humanResources')]),
      issue: step('签发', 'all', [office('developmentReform', 'leaderInCharge')], 3, 'end'),
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
      issue: step('签发', 'all', [office('finance', 'leaderInCharge')], 3, 'end'),
    },
    flow: [draftStep, 'check', 'countersign', 'issue'],
  },
  steering: {
    id: 'steering',
    version: 1,
    steps: {
      ...drafted,
      leads: step('牵头部门会签', 'all', [office('developmentReform'), office('agriculture')]),
      decide: step('区政府审定', 'all', [office('districtGovernment', 'leaderInCharge')], 5, 'end'),
    },
    flow: [draftStep, 'leads', 'decide'],
  },
};
