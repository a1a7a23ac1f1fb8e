import type { AnyFacts } from '../facts';
import { formatYuan, sumFen } from '../money';
import { isGovernment, type FundLine } from '../planning/state';
import { worksSegments, type Project } from '../project';
import { check, type Check, type Comparison } from '../rules';
import { gateSetOf, needsAward, needsResolution, uncovered } from './gate-sets';
import { leastPayFen } from './pay-floor';
import { allocatedFen, standing, standingReply, type DocumentKind } from './state';

export interface ApprovalGate {
  project: Project;
  facts: Pick<AnyFacts, 'parameters'>;
  on: string;
}

const documentLabels: Record<DocumentKind, string> = {
  projectProposal: '项目建议书',
  feasibilityStudy: '可行性研究报告',
  preliminaryDesign: '初步设计',
  implementationPlan: '实施方案',
  estimate: '概算',
  emergencyDecision: '应急决定',
  tenderDocument: '招标文件',
  constructionPermit: '施工许可证',
  supplement: '补充文件',
};

/** Kinds that the gate set asks for before the stage is left and that do not stand on file. */
export const missingDocuments = (project: Project): readonly DocumentKind[] =>
  gateSetOf(project).documents.filter((kind) => !standing(project.approval, kind));

/** Kinds put off by an emergency decision and still owed. */
export const deferredDocuments = (project: Project): readonly DocumentKind[] =>
  gateSetOf(project).deferred.filter((kind) => !standing(project.approval, kind));

/** Fund lines of government without an allocation document that stands. */
export const unallocated = ({ planning, approval }: Project): readonly FundLine[] =>
  planning?.fundLines.filter(({ id, source }) => isGovernment(source) && allocatedFen(approval, id) === 0) ?? [];

/** What approves the project under its gate set, or undefined while there is nothing. */
export function approvedBy(project: Project): string | undefined {
  const { approval, planning } = project;
  switch (gateSetOf(project).approval) {
    case 'reply':
      return standingReply(approval)?.number;
    case 'adoption':
      return planning?.adoption?.documentNumber;
    case 'parent':
      return uncovered(project, 'approval').length === 0 ? standing(approval, 'supplement')?.number : undefined;
  }
}

/** Planned labor pay against the floors of some fund lines, together. */
function reaches({ project, facts }: ApprovalGate, lines: readonly FundLine[], money: string): Comparison {
  const least = sumFen(lines.map((line) => leastPayFen(line, facts.parameters)));
  const planned = project.planning?.plannedLaborPayFen ?? 0;
  return {
    holds: planned >= least,
    need: lines.length === 0 ? `没有${money}，不设下限` : `计划劳务报酬不低于 ${formatYuan(least)}`,
    found: formatYuan(planned),
    mend: '增加用工环节或岗位，提高劳务报酬占比',
    field: 'plannedLaborPayFen',
  };
}

const linesOf = ({ planning }: Project, ofKind: (line: FundLine) => boolean): readonly FundLine[] =>
  planning?.fundLines.filter(ofKind) ?? [];

/** Works above the ceiling of small works need a permit, where the gate set asks for one at all. @rule R-INV-21 */
function permitNeeded(project: Project, parameters: ApprovalGate['facts']['parameters']): boolean {
  const ceiling = parameters['permit.smallWorks.ceiling'];
  const contractFen = project.approval.award?.contractFen;
  return gateSetOf(project).permit && contractFen !== undefined && (ceiling === null || contractFen > ceiling);
}

/** Whether a permit is needed and does not stand on file. */
export const permitMissing = (project: Project, parameters: ApprovalGate['facts']['parameters']): boolean =>
  permitNeeded(project, parameters) && !standing(project.approval, 'constructionPermit');

const mayFollow = (project: Project): boolean =>
  gateSetOf(project).mayFollow && standing(project.approval, 'emergencyDecision') !== undefined;

const later = '应急项目可后补，限期办理';

/** Gates of approval: what a project of this shape must have on file before it is left. @clause CL-42 CL-51 */
export const approvalGates: readonly Check<ApprovalGate>[] = [
  check('R-QUAL-01', ({ project }) => ({
    holds: project.approval.mode !== null,
    need: '已选定建设方式，据以确定应办手续',
    found: project.approval.mode === null ? '未选定' : gateSetOf(project).name,
    mend: '办理“选定建设方式”',
  })),
  check('R-APPR-02', ({ project }) => {
    const missing = missingDocuments(project);
    const { documents, name } = gateSetOf(project);
    return {
      holds: missing.length === 0,
      need:
        documents.length === 0
          ? `${name}：无前期要件`
          : `${documents.map((kind) => documentLabels[kind]).join('、')}齐备并写明要求`,
      found: missing.length === 0 ? '齐备' : `缺：${missing.map((kind) => documentLabels[kind]).join('、')}`,
      mend: '归档所缺要件',
    };
  }),
  check('R-APPR-01', ({ project }) => {
    const by = approvedBy(project);
    const { approval } = gateSetOf(project);
    return {
      holds: by !== undefined || mayFollow(project),
      need:
        approval === 'parent'
          ? '各用工环节均引用主体项目批复，补充文件写明以工代赈要求'
          : '立项批复有效并写明以工代赈要求',
      found: by ?? (mayFollow(project) ? later : '没有'),
      mend: approval === 'parent' ? '引用主体项目批复，归档补充文件' : '由有权部门印发立项批复',
    };
  }),
  check('R-FUND-02', ({ project }) => {
    const open = unallocated(project);
    return {
      holds: open.length === 0 || mayFollow(project),
      need: '每笔政府资金均有写明以工代赈要求的拨付文件',
      found:
        open.length === 0
          ? '均有'
          : mayFollow(project)
            ? later
            : `缺 ${open.length} 笔：${open.map(({ id }) => id).join('、')}`,
      mend: '由财政部门印发资金拨付文件',
    };
  }),
  check('R-SUPV-01', ({ project: { approval } }) => ({
    holds: approval.dutyMatrix !== null,
    need: '各方责任已书面明确',
    found: approval.dutyMatrix?.on ?? '未明确',
    mend: '办理“明确各方责任”',
  })),
  check('R-NAT-30', ({ project: { approval } }) => ({
    holds: approval.dutyMatrix !== null,
    need: '“两个责任”已落实到人并书面接受',
    found: approval.dutyMatrix ? '已落实' : '未落实',
    mend: '办理“明确各方责任”',
  })),
  check('R-LAW-02', ({ project }) => {
    const byParent = gateSetOf(project).award === 'parent';
    const open = byParent ? uncovered(project, 'award') : [];
    const { award } = project.approval;
    return {
      holds: byParent ? open.length === 0 : !needsAward(project) || award !== null,
      need: byParent
        ? '各用工环节均引用主体项目的发包'
        : needsAward(project)
          ? '依法发包并登记合同'
          : '自主建设，无须发包',
      found: byParent
        ? open.length === 0
          ? '均已引用'
          : `未引用：${open.join('、')}`
        : (award?.contractNumber ?? (needsAward(project) ? '未登记' : '自主建设')),
      mend: byParent ? '引用主体项目的发包文件' : '办理“登记发包”',
    };
  }),
  check('R-INV-27', ({ project }) => {
    const { resolution } = project.approval;
    return {
      holds: !needsResolution(project) || resolution !== null,
      need: needsResolution(project) ? '自主建设有集体经济组织和“一事一议”决议' : '不属自主建设',
      found: resolution?.number ?? (needsResolution(project) ? '没有决议' : '不属自主建设'),
      mend: '召开村民会议，登记决议',
    };
  }),
  check('R-INV-21', ({ project, facts }) => {
    const needed = permitNeeded(project, facts.parameters);
    return {
      holds: !permitMissing(project, facts.parameters),
      need: needed ? '取得施工许可证' : '限额以下或不属需领证工程',
      found: standing(project.approval, 'constructionPermit')?.number ?? '没有',
      mend: '向住房城乡建设部门申领，归档施工许可证',
    };
  }),
  check('R-WAGE-02', ({ project }) => {
    const open = worksSegments(project).filter(
      ({ id }) => !project.approval.wageStandards.some(({ segmentId }) => segmentId === id),
    );
    return {
      holds: open.length === 0,
      need: '每个用工环节均有附依据并备案的劳务报酬标准',
      found: open.length === 0 ? '均有' : `缺：${open.map(({ name }) => name).join('、')}`,
      mend: '由施工单位、集体经济组织或业主办理“备案报酬标准”',
    };
  }),
  check('R-FUND-10', (gate) =>
    reaches(
      gate,
      linesOf(gate.project, ({ source }) => source === 'centralBudget'),
      '中央资金',
    ),
  ),
  check('R-FUND-11', (gate) =>
    reaches(
      gate,
      linesOf(
        gate.project,
        ({ source, floorBp }) => source === 'fiscalTask' || (source !== 'centralBudget' && floorBp !== null),
      ),
      '财政以工代赈任务资金',
    ),
  ),
];
