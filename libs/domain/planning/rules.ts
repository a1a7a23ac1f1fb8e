import type { AnyFacts } from '../facts';
import { isSector } from '../organization/sectors';
import type { Project } from '../project';
import { isCatalogueCode } from '../rulebook/catalogue/catalogue';
import { check, type Check } from '../rules';
import type { z } from 'zod';
import type { proposal } from './messages';

export type Proposal = z.output<typeof proposal>;
interface Proposing {
  data: Proposal;
  facts: AnyFacts;
}

const yes = (holds: boolean, need: string, found: string, mend: string, field?: string) => ({
  holds,
  need,
  found,
  mend,
  ...(field && { field }),
});

/** What every proposal, revised proposal and adoption is held to. @clause CL-12 CL-13 CL-21 CL-31 */
export const proposalRules: readonly Check<Proposing>[] = [
  check('R-GOAL-01', ({ data }) =>
    yes(
      data.aims.length >= 1,
      '至少一项目标',
      `${data.aims.length} 项`,
      '选择本项目服务的目标：提升技能、稳定增收、巩固“消薄”成果、助力中低收入群体',
      'aims',
    ),
  ),
  check('R-SCOPE-01', ({ data }) =>
    yes(
      data.ruralInfrastructure,
      '位于乡村地区的基础设施',
      '其他地区或类型',
      '改为乡村基础设施项目，或说明采用以工代赈的理由',
      'ruralInfrastructure',
    ),
  ),
  check('R-LINK-01', ({ data }) =>
    yes(
      data.benefitLinks.includes('laborPay'),
      '利益联结含发放劳务报酬',
      data.benefitLinks.length === 0 ? '未选择' : '未含发放劳务报酬',
      '在利益联结方式中选择“发放劳务报酬”',
      'benefitLinks',
    ),
  ),
  check('R-SEG-02', ({ data }) => {
    const unknown = data.segments.flatMap(({ codes }) => codes).filter((code) => !isCatalogueCode(code));
    return yes(
      unknown.length === 0,
      '指导目录中的用工环节编码',
      unknown.join('、'),
      '从指导目录中选择用工环节',
      'segments',
    );
  }),
  check('R-ORG-06', ({ data, facts }) => {
    const body = facts.bodies?.[data.sectorDepartment];
    return yes(
      body !== undefined && isSector(body.kind),
      '八个行业主管部门之一',
      body?.name ?? '未登记的机构',
      '选择农业农村、住房城乡建设、交通、水务、文化旅游、卫生健康、园林绿化或体育部门',
      'sectorDepartment',
    );
  }),
  check('R-PLAN-03', ({ data }) =>
    yes(data.poolId !== null, '乡村建设项目库编号', '未填写', '填写项目库编号，或说明未入库的理由', 'poolId'),
  ),
  check('P-SUM', ({ data }) => {
    const parts = data.segments.reduce((sum, { plannedLaborPayFen }) => sum + plannedLaborPayFen, 0);
    return yes(
      parts === data.plannedLaborPayFen && data.plannedLaborPayFen > 0,
      `各环节计划劳务报酬之和 ${parts} 分，大于零`,
      `${data.plannedLaborPayFen} 分`,
      '使计划劳务报酬总额等于各用工环节之和',
      'plannedLaborPayFen',
    );
  }),
  check('P-SUM', ({ data }) => {
    const parts = data.segments.reduce((sum, { plannedPosts }) => sum + plannedPosts, 0);
    return yes(
      parts === data.plannedPosts,
      `各环节计划岗位之和 ${parts}`,
      `${data.plannedPosts}`,
      '使计划岗位数等于各用工环节之和',
      'plannedPosts',
    );
  }),
];

/** The district comes first: its mechanism and its leader in charge. @clause CL-31 CL-41 */
export const districtReady: readonly Check<{ facts: AnyFacts }>[] = [
  check('R-PLAN-02', ({ facts }) =>
    yes(
      facts.district?.mechanism != null,
      '本区已明确责任单位和工作机制',
      '尚未建立',
      '由区人民政府先办理“建立工作机制”',
    ),
  ),
  check('R-ORG-03', ({ facts }) =>
    yes(
      facts.district?.leader != null,
      '已列入议事日程并明确分管领导',
      '尚未明确',
      '由区人民政府先办理“明确分管领导”，写明会议日期和纪要编号',
    ),
  ),
];

/** Gates of planning: met before the project stands on its district's list. */
export const listGates: readonly Check<{ project: Project; facts: AnyFacts }>[] = [
  ...districtReady,
  check('R-PRIN-03', ({ project }) =>
    yes(
      project.planning?.feasibility != null,
      '用当地劳动力能保证质量、安全和进度，岗位就近',
      project.planning?.feasibility == null ? '尚未说明' : '已说明',
      '由业主、行业主管部门或乡镇办理“说明可行性”',
    ),
  ),
];
