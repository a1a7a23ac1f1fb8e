import type { Command } from '../command';
import type { AnyFacts } from '../facts';
import { yearOf } from '../calendar';
import { districtReady } from '../planning/rules';
import { isUpheld } from '../posting/posting';
import { breach, broken, check, type Breach, type Check } from '../rules';
import { actsNow, type PlanAct } from './acts';
import { unfeasible } from './entry-content';
import { entryOf, listed, type Plan } from './plan';

type Purpose = Pick<Plan, 'aims' | 'parentMeasure'>;

/** What a plan is for. @clause CL-01 */
export const purposeRules: readonly Check<Purpose>[] = [
  check('R-GOAL-01', ({ aims }) => ({
    holds: aims.length >= 1,
    need: '至少一项目标',
    found: `${aims.length} 项`,
    mend: '选择本年度计划服务的目标：提升技能、稳定增收、巩固“消薄”成果、助力中低收入群体',
    field: 'aims',
  })),
  check('R-GOAL-02', ({ parentMeasure }) => ({
    holds: parentMeasure.length > 0,
    need: '与《关于促进本市农民增收若干措施》的对应关系',
    found: '未填写',
    mend: '写明本年度计划落实若干措施的哪些内容',
    field: 'parentMeasure',
  })),
];

/** One plan a year and district, of this year or the next; the district is ready before it begins. */
export const drawingRules: readonly Check<{ plan: Plan; facts: AnyFacts }>[] = [
  ...districtReady,
  check('R-PLAN-04', ({ plan: { year }, facts: { on } }) => ({
    holds: year >= 2023 && year <= yearOf(on) + 1,
    need: `2023 年至 ${yearOf(on) + 1} 年的年度计划`,
    found: `${year} 年`,
    mend: '选择本年度或下一年度',
  })),
];

/** Before a plan goes to the district government, and again when it is approved. */
const submitRules: readonly Check<{ plan: Plan; facts: AnyFacts }>[] = [
  ...districtReady,
  check('R-PLAN-04', ({ plan }) => ({
    holds: listed(plan).length > 0,
    need: '清单中至少有一个项目',
    found: '没有项目',
    mend: '先把项目列入清单',
  })),
  check('R-PUB-02', ({ plan: { posting } }) => ({
    holds: posting?.status === 'closed' && !isUpheld(posting),
    need: '公示期满且无成立的异议',
    found: posting && isUpheld(posting) ? '有成立的异议' : '公示未完成',
    mend: '退回修改，改正后重新公示',
  })),
];

export function maySubmit(plan: Plan, facts: AnyFacts): Breach[] {
  const active = listed(plan).filter(({ standing, paused }) => standing === 'active' && !paused);
  const projects = active.flatMap(({ project }) => (project && facts.entryProjects?.[project]) || []);
  return [...broken(submitRules, { plan, facts }), ...unfeasible(projects, facts.on)];
}

const statusWords: Readonly<Record<Plan['status'], string>> = {
  none: '尚未编制',
  drafting: '正在编制',
  posted: '正在公示',
  submitted: '已送审',
  approved: '已审定',
};

/** The lead departments and the government of the plan's own district act, and each in its turn. */
export function outOfPlace(
  plan: Plan,
  type: PlanAct | 'drawUpPlan',
  { authority }: Pick<AnyFacts, 'authority'>,
): Breach[] {
  const { district, status, posting } = plan;
  return [
    ...(authority.district === district
      ? []
      : [
          breach('P-WHO', {
            need: '本区的牵头部门或区人民政府',
            found: authority.district ?? '其他单位',
            mend: '由计划所在的区办理',
          }),
        ]),
    ...(type === 'drawUpPlan' || actsNow(plan).includes(type)
      ? []
      : [
          breach('P-ORDER', {
            need: '轮到办理的步骤：编制、公示、送审、审定，审定后逐项调整',
            found: status === 'posted' && posting?.status === 'closed' ? '公示已结束' : statusWords[status],
            mend: status === 'approved' ? '审定后的清单按增加、变更、暂停、恢复、移出逐项送审' : '按步骤办理',
          }),
        ]),
  ];
}

/** The entry named stands on the list and is as it was read. */
export function notAsRead(plan: Plan, id: string, { readRevision }: Pick<Command, 'readRevision'>): Breach[] {
  const entry = entryOf(plan, id);
  if (!entry) return [breach('P-UNKNOWN', { need: '清单中的项目', found: id, mend: '从清单中选择', field: 'entryId' })];
  if (readRevision === undefined || readRevision >= entry.revision) return [];
  return [
    breach('P-STALE', {
      need: `核对过“${entry.name}”的最近一次调整（第 ${entry.revision} 号记录）`,
      found: `第 ${readRevision} 号记录`,
      mend: '查看其后的变化，重新起草',
    }),
  ];
}
