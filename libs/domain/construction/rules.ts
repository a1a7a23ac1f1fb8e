import { gateSetOf } from '../approval/gate-sets';
import { permitMissing, unallocated } from '../approval/gates';
import { standing } from '../approval/state';
import type { DataOf } from '../command';
import type { AnyFacts } from '../facts';
import type { AtGate } from '../mobilization/rules';
import type { Project, Segment } from '../project';
import { check, type Check, type Comparison } from '../rules';
import type { constructionCommands } from './messages';

const yes = (holds: boolean, need: string, found: string, mend: string, field?: string): Comparison => ({
  holds,
  need,
  found,
  mend,
  ...(field && { field }),
});

interface Starting {
  project: Project;
  segment: Segment;
  data: DataOf<typeof constructionCommands.startWorks>;
  facts: Pick<AnyFacts, 'parameters'>;
}

/** The mode was adopted with works already approved: earlier papers are not asked for again. @rule R-SCOPE-02 */
const precedes = ({ planning }: Project): boolean => planning?.adoption?.stage === 'mobilization';

/** An emergency decision of a named organ lets works start; what is missing follows by its own duties. @rule R-INV-07 */
const byEmergency = (project: Project): boolean =>
  gateSetOf(project).mayFollow && standing(project.approval, 'emergencyDecision') !== undefined;

/** Before works start: procedure, money, safety, pay. Training, insurance and pay are never relaxed. @clause CL-23 CL-51 */
export const startRules: readonly Check<Starting>[] = [
  check('R-QUAL-01', ({ project }) => {
    const { completedOn } = project.approval;
    return yes(
      completedOn !== null || precedes(project),
      '立项审批已办结（或此前已批准、中途采用以工代赈方式）',
      completedOn ?? (precedes(project) ? '中途采用，批准在前' : '尚未办结'),
      '先办结立项审批与资金下达',
    );
  }),
  check('R-INV-13', ({ project }) => {
    const missing = unallocated(project).map(({ id }) => id);
    const excused = precedes(project) || byEmergency(project);
    return yes(
      missing.length === 0 || excused,
      '各政府资金均有拨付文件',
      missing.length === 0 ? '均已拨付' : `${missing.join('、')} 尚无拨付文件${excused ? '，按规定可后补' : ''}`,
      '由财政部门办理资金拨付后再开工',
    );
  }),
  check('R-INV-21', ({ project, segment, facts }) => {
    const missing = segment.kind !== 'upkeep' && permitMissing(project, facts.parameters);
    return yes(
      !missing,
      '需要施工许可的已取得许可',
      missing ? '尚未取得施工许可' : '无需许可或已取得',
      '取得施工许可并登记后再开工',
    );
  }),
  check('R-SUPV-01', ({ project }) => {
    const { dutyMatrix } = project.approval;
    return yes(
      dutyMatrix !== null || precedes(project),
      '开工前书面明确各方责任',
      dutyMatrix ? `${dutyMatrix.on} 已明确` : '尚未明确',
      '由业主办理“明确责任分工”',
    );
  }),
  check('R-INS-01', ({ segment, data }) => {
    const { insuredFrom } = segment.mobilization;
    return yes(
      insuredFrom !== null && insuredFrom <= data.on,
      `开工日 ${data.on} 已在工伤保险期内`,
      insuredFrom ? `自 ${insuredFrom} 起` : '尚未参保',
      '参保生效后再开工',
    );
  }),
  check('R-TRAIN-02', ({ segment, data }) => {
    const { clearedOn } = segment.training;
    return yes(
      clearedOn !== null && clearedOn <= data.on,
      '首班人员先培训后上岗',
      clearedOn ? `${clearedOn} 培训合格` : '尚未培训合格',
      '办理“首班上岗核准”后再开工',
      'on',
    );
  }),
  check('R-PAY-27', ({ data: { rightsBoard } }) => {
    const missing = [
      ...(rightsBoard.unitsAndOfficer ? [] : ['单位和劳资专管员']),
      ...(rightsBoard.minimumWageAndPayDay ? [] : ['最低工资和支付日期']),
      ...(rightsBoard.complaintRoutes ? [] : ['投诉、仲裁和法律援助渠道']),
    ];
    return yes(
      missing.length === 0,
      '现场维权信息告示牌三项齐全',
      missing.length > 0 ? `缺少${missing.join('、')}` : '三项齐全',
      '补全告示牌后再开工',
      'rightsBoard',
    );
  }),
  check('R-INV-14', ({ data }) =>
    yes(
      data.prefinancedFen === 0,
      '不由施工单位垫资',
      data.prefinancedFen === 0 ? '无垫资' : `垫资 ${data.prefinancedFen} 分`,
      '落实资金后再开工',
      'prefinancedFen',
    ),
  ),
];

interface Progressing {
  segment: Segment;
  data: DataOf<typeof constructionCommands.reportProgress>;
}

const percent = (share: number): string => `${share / 100}%`;

/** Progress against plan. @clause CL-23 */
export const progressRules: readonly Check<Progressing>[] = [
  check('P-ORDER', ({ segment, data }) =>
    yes(
      data.progressBp >= segment.construction.progressBp,
      `不低于已报的 ${percent(segment.construction.progressBp)}`,
      percent(data.progressBp),
      '核对形象进度；已报有误的办理更正',
      'progressBp',
    ),
  ),
  check('R-QUAL-04', ({ data }) =>
    yes(
      data.progressBp >= data.plannedBp || data.delayCause !== null,
      `不低于计划进度 ${percent(data.plannedBp)}，滞后的注明原因`,
      `${percent(data.progressBp)}，${data.delayCause === null ? '未注明原因' : '已注明原因'}`,
      '选择滞后原因，或说明理由；不得以用工为由降低安全质量',
      'delayCause',
    ),
  ),
];

/** Gates of construction: met before completion is reported. @clause CL-23 CL-32 */
export const constructionGates: readonly Check<AtGate>[] = [
  check('R-QUAL-01', ({ segment }) => {
    const { startedOn = null, progressBp = 0 } = segment?.construction ?? {};
    return yes(
      startedOn !== null && progressBp === 10_000,
      '已开工且形象进度 100%',
      startedOn === null ? '尚未开工' : percent(progressBp),
      '由用工单位办理“报告进度”',
    );
  }),
  check('R-QUAL-02', ({ segment }) => {
    const open = (segment?.construction.defects ?? []).filter(({ closed }) => !closed).length;
    return yes(
      open === 0,
      '质量安全问题全部整改闭合',
      open > 0 ? `${open} 项未闭合` : '全部闭合',
      '整改后由检查单位办理“闭合问题”',
    );
  }),
  check('R-ATT-01', ({ segment }) => {
    const last = segment?.construction.lastAttendanceOn ?? null;
    return yes(last !== null, '有按人按日的考勤', last ? `至 ${last}` : '没有考勤', '由劳资专管员办理“登记考勤”');
  }),
  check('R-ATT-16', ({ segment }) => {
    const unsealed = segment?.construction.unsealedDays ?? [];
    return yes(
      unsealed.length === 0,
      '末日考勤及以前各日均已封存',
      unsealed.length > 0 ? `${unsealed.join('、')} 未封存` : '均已封存',
      '由劳资专管员办理“封存当日考勤”',
    );
  }),
];
