import type { Actor } from '../actor';
import { addDays } from '../calendar';
import type { AnyFacts } from '../facts';
import { formatYuan } from '../money';
import { employerOf } from '../parties';
import type { Project } from '../project';
import { check, type Check } from '../rules';
import { apart } from '../separation';
import { completionPapers, type AcceptanceFile } from './state';

/** Bodies whose signature the acceptance needs: each signs once, for itself. */
export function signersOf({ parties }: Project): string[] {
  if (!parties) return [];
  const { owner, supervisionEngineer, townships, sectorDepartment } = parties;
  const all = [owner, employerOf(parties), supervisionEngineer, townships[0], sectorDepartment];
  return [...new Set(all.filter((body): body is string => body !== undefined))];
}

/** Disputed pay with the money set aside, period by period. @rule R-WAGE-22 */
export const reservedPay = ({ segments }: Project): AcceptanceFile['reserved'] =>
  segments.flatMap(({ id, wages }) =>
    wages.periods
      .filter(({ reservedFen }) => reservedFen > 0)
      .map(({ period, reservedFen }) => ({ segmentId: id, period, reservedFen })),
  );

const reservedFen = (file: Pick<AcceptanceFile, 'reserved'>): number =>
  file.reserved.reduce((sum, period) => sum + period.reservedFen, 0);

type Draft = Omit<AcceptanceFile, 'preparedOn'>;

const sections = ({ hiring, training, pay }: Draft): string[] => [
  ...(hiring.persons > 0 ? [] : ['用工情况']),
  ...(training.persons > 0 ? [] : ['培训情况']),
  ...(pay.lines > 0 ? [] : ['报酬发放情况']),
];

interface Preparing {
  project: Project;
  file: Draft;
  openLines: number;
}

/** What the acceptance file is held to. @clause CL-51 */
export const fileRules: readonly Check<Preparing>[] = [
  check('R-ACPT-01', ({ file }) => {
    const missing = sections(file);
    return {
      holds: missing.length === 0,
      need: '验收材料包含用工、培训、报酬发放三部分情况',
      found: missing.length === 0 ? '三部分齐全' : `缺${missing.join('、')}`,
      mend: '三部分由系统从记录中汇总：先补齐相应记录',
    };
  }),
  check('R-INV-30', ({ project, file }) => {
    const missing = completionPapers.filter((paper) => !file.qualityPapers.includes(paper)).length;
    const byReference = project.planning?.scopeClass === 'majorLabor';
    return {
      holds: byReference ? file.parentAct !== null : missing === 0,
      need: byReference ? '所属重大项目竣工验收文件的机关、文号和日期' : '竣工验收五项条件的文件齐全',
      found: byReference ? (file.parentAct?.number ?? '未填写') : missing === 0 ? '齐全' : `缺 ${missing} 项`,
      mend: byReference ? '填写所属重大项目的验收文件' : '补齐技术档案、试验报告、质量合格文件和保修书',
      field: byReference ? 'parentAct' : 'qualityPapers',
    };
  }),
  check('R-PAY-21', ({ openLines }) => ({
    holds: openLines === 0,
    need: '没有尚未到账的报酬',
    found: openLines === 0 ? '没有' : `${openLines} 笔尚未到账`,
    mend: '先发放到账；有异议的预留报酬后列明',
  })),
  check('R-WAGE-22', ({ file }) => ({
    holds: reservedFen(file) >= file.pay.disputedFen,
    need: `争议报酬 ${formatYuan(file.pay.disputedFen)} 已预留并列明`,
    found: `已预留 ${formatYuan(reservedFen(file))}`,
    mend: '由用工单位在相应发放期办理“预留争议报酬”并结清',
  })),
];

interface Signing {
  project: Project;
  actor: Actor;
}

/** Each body signs for itself, by another person. @clause CL-51 */
export const signRules: readonly Check<Signing>[] = [
  check('R-OA-16', ({ project, actor }) =>
    apart('sign', actor, { signer: project.acceptance.signatures.map(({ person }) => person) }),
  ),
  check('P-WHO', ({ project, actor }) => ({
    holds: signersOf(project).includes(actor.body),
    need: '业主、用工单位、监理、牵头乡镇或行业主管部门',
    found: actor.body,
    mend: '由参加验收的单位签署',
  })),
];

interface AcceptanceGate {
  project: Project;
  facts: AnyFacts;
  on: string;
}

/** Gates of acceptance: met before the project goes on to its upkeep. */
export const acceptanceGates: readonly Check<AcceptanceGate>[] = [
  check('R-ACPT-01', ({ project: { acceptance } }) => ({
    holds: acceptance.file !== null,
    need: '验收材料包含用工、培训、报酬发放三部分情况',
    found: acceptance.file ? `${acceptance.file.preparedOn} 已编制` : '尚未编制',
    mend: '由业主办理“编制验收材料”',
  })),
  check('P-ORDER', ({ project }) => {
    const signed = project.acceptance.signatures.map(({ body }) => body);
    const missing = signersOf(project).filter((body) => !signed.includes(body));
    return {
      holds: missing.length === 0,
      need: '参加验收的各单位均已签署合格意见',
      found: missing.length === 0 ? `${signed.length} 个单位已签署` : `${missing.join('、')} 尚未签署`,
      mend: '由未签署的单位办理“签署验收意见”',
    };
  }),
  check('R-INV-32', ({ project: { acceptance }, facts, on }) => {
    const days = facts.parameters['accept.filing'] ?? 15;
    const until = acceptance.signedOn === null ? null : addDays(acceptance.signedOn, days);
    return {
      holds: until === null || on <= until,
      need: until === null ? `验收合格后 ${days} 日内备案` : `${until} 前备案（验收合格后 ${days} 日内）`,
      found: on,
      mend: '说明逾期备案的原因',
    };
  }),
];
