import type { PostKind } from '../organization/roles';
import { matterKinds, type MatterKind } from './matter-kinds';
import type { Flow, Mode, Step } from './route';
import type { DatedRoute, Level, Relation, RoutePlan, SignerPlan, StepPlan } from './route-plan';

const of = (relation: Relation, post: PostKind = 'approver'): SignerPlan => ({ by: 'relation', relation, post });

const step = (
  name: string,
  mode: Mode,
  signers: readonly SignerPlan[],
  limitDays = 5,
  onRefusal: Step['onRefusal'] = 'return',
): StepPlan => ({ name, mode, signers, limitDays, onRefusal });

/** Of what comes in numbers and is decided further on: a countersign may be given to several at once. */
const inOneGo = (plan: StepPlan): StepPlan => ({ ...plan, batchable: true });

const route = (steps: Readonly<Record<string, StepPlan>>, flow: readonly Flow[] = Object.keys(steps)): RoutePlan => ({
  steps,
  flow,
});

const bothLeads = [of('developmentReform'), of('agriculture')];
const government = step('区政府审定', 'all', [of('districtGovernment', 'leaderInCharge')], 5, 'end');
const townshipFirst = { township: step('乡镇审核', 'all', [of('draftingBody', 'leaderInCharge')], 3) };
const cityFirst = { guide: step('市级部门审核', 'all', [of('draftingBody', 'leaderInCharge')], 3) };

/** A matter that is decided above who draws it up: by a township, by the district itself, or by the city. */
const decidedBy = (decide: StepPlan, steps: Readonly<Record<string, StepPlan>>) => ({
  district: route({ ...steps, decide }),
  township: route({ ...townshipFirst, ...steps, decide }),
  city: route({ ...cityFirst, ...steps, decide }),
});
const decidedByGovernment = (steps: Readonly<Record<string, StepPlan>>) => decidedBy(government, steps);
const approver = step('原审批机关审定', 'all', [of('originalApprover', 'leaderInCharge')], 5, 'end');

const leadsFirst = (limitDays: number) =>
  decidedByGovernment({ leads: step('牵头部门会签', 'all', bothLeads, limitDays) });

/**
 * The routes that ship. Municipal departments guide a district's plan and do not approve it; a reply is issued by
 * the organ that draws it up (the project's rules say which is competent), an allocation by finance; plans and halts end at the district government, a change with who approved. @clause CL-31 CL-42 CL-51
 */
const shipped: Readonly<Record<MatterKind, Partial<Record<Level, RoutePlan>> & { district: RoutePlan }>> = {
  approvalReply: {
    district: route({
      check: step('初审', 'any', [of('draftingBody')], 3),
      countersign: step('会签', 'all', [of('finance'), of('agriculture'), of('humanResources')]),
      issue: step('签发', 'all', [of('draftingBody', 'leaderInCharge')], 3, 'end'),
    }),
  },
  fundAllocation: {
    district: route({
      check: step('初审', 'any', [of('finance')], 3),
      countersign: step('会签', 'all', bothLeads),
      issue: step('签发', 'all', [of('finance', 'leaderInCharge')], 3, 'end'),
    }),
  },
  earlyDocuments: {
    district: route({
      sector: step('行业主管部门会签', 'all', [of('sectorDepartment')]),
      confirm: step('发展改革部门确认', 'all', [of('developmentReform', 'leaderInCharge')], 3, 'end'),
    }),
  },
  projectChange: decidedBy(approver, {
    sector: step('行业主管部门审核', 'all', [of('sectorDepartment')]),
    leads: inOneGo(step('牵头部门会签', 'all', [...bothLeads, of('finance')])),
  }),
  steering: leadsFirst(5),
  paySheet: {
    district: route({ check: step('核对人审定', 'any', [of('checker', 'leaderInCharge')], 3) }),
  },
  acceptance: {
    district: route({
      check: step('初审', 'any', [of('draftingBody')], 3),
      sign: step('负责人签署', 'all', [of('draftingBody', 'leaderInCharge')], 5, 'end'),
    }),
  },
  ruleOverride: decidedByGovernment({
    leads: step('发展改革和行业主管部门会签', 'all', [of('developmentReform'), of('sectorDepartment')]),
  }),
  annualPlan: leadsFirst(10),
  planChange: decidedByGovernment({ leads: inOneGo(step('牵头部门会签', 'all', bothLeads)) }),
};

export const defaultRoutes: readonly DatedRoute[] = matterKinds.flatMap((kind) =>
  Object.entries(shipped[kind]).map(([level, plan]): DatedRoute => ({
    ...plan,
    kind,
    level: level as Level,
    version: 1,
    scope: 'shipped',
    from: '2000-01-01',
    to: null,
    source: '系统默认路线',
  })),
);
