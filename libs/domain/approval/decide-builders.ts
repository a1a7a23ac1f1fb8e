import type { Handlers } from '../handlers';
import { segmentOf, type Project } from '../project';
import { breach, broken, judge, type Breach } from '../rules';
import { awardRules } from './award-rules';
import { gateSetOf, needsAward } from './gate-sets';
import type { approvalCommands, ApprovalEvents } from './messages';
import { beforeWorks, listed, modeChosen, notFound, notLater, once } from './procedure';
import { resolutionRules } from './resolution-rules';
import { dutyMatrixRules, modeRules, wageStandardRules } from './rules';
import type { WageStandard } from './state';

type BuilderCommands = Pick<
  typeof approvalCommands,
  'chooseConstructionMode' | 'recordResolution' | 'recordDutyMatrix' | 'awardContract' | 'fileWageStandard'
>;

const standardsOf = (project: Project, segment: string, postClass: string): readonly WageStandard[] =>
  project.approval.wageStandards.filter(
    ({ segmentId, postClass: held }) => segmentId === segment && held === postClass,
  );

/** A later version never reaches back: days worked keep the rate they were worked at. @rule R-WAGE-17 */
const reachingBack = (earlier: readonly WageStandard[], from: string, on: string): Breach[] =>
  earlier.length > 0 && from < on
    ? [
        breach('P-TIME', {
          need: `新标准自备案之日 ${on} 或以后执行`,
          found: from,
          mend: '改为备案之日或以后的日期；已出工的日期按原标准计酬',
          field: 'from',
        }),
      ]
    : [];

/** Who builds, by what right, and at what pay. */
export const decideBuilders: Handlers<Project, BuilderCommands, ApprovalEvents> = {
  chooseConstructionMode: (project, command, facts) => {
    const { data } = command;
    const { award, resolution } = project.approval;
    const emergency =
      data.ground === 'emergency' && !project.planning?.disaster
        ? [
            breach('P-ORDER', {
              need: '灾后恢复重建项目',
              found: '未标记灾后恢复重建',
              mend: '改用其他情形',
              field: 'ground',
            }),
          ]
        : [];
    const breaches = [
      ...beforeWorks(project),
      ...once(award?.contractNumber ?? resolution?.number, '已据原方式发包或决议，需变更的由区人民政府退回'),
      ...emergency,
      ...(data.mode !== 'contractor' && project.parties?.collective === undefined
        ? [
            breach('P-UNKNOWN', {
              need: '项目已明确集体经济组织',
              found: '未明确',
              mend: '退回谋划储备，补充集体经济组织',
              field: 'mode',
            }),
          ]
        : []),
      ...broken(modeRules, { project, data, facts }),
    ];
    const chosen = { ...project, approval: { ...project.approval, mode: data.mode, ground: data.ground } };
    const { projectCode } = data;
    return judge(command, breaches, () => ({
      events: [{ type: 'ConstructionModeChosen', data: { ...data, gateSet: gateSetOf(chosen).id } }],
      ...(projectCode !== null && { claims: [{ kind: 'projectCode', key: projectCode, holder: command.stream }] }),
    }));
  },

  recordResolution: (project, command, { on }) => {
    const { data } = command;
    const self = project.approval.mode === 'collective' || project.approval.mode === 'mixed';
    const breaches = [
      ...beforeWorks(project),
      ...modeChosen(project),
      ...(project.approval.mode !== null && !self
        ? [breach('P-ORDER', { need: '村集体自主建设或混合方式', found: '施工单位承建', mend: '先变更建设方式' })]
        : []),
      ...once(project.approval.resolution?.number, '无需重复登记'),
      ...notLater(data.heldOn, on, 'heldOn'),
      ...broken(resolutionRules, data),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'VillageResolved', data }] }));
  },

  recordDutyMatrix: (project, command, facts) => {
    const { data } = command;
    const breaches = [...listed(project), ...broken(dutyMatrixRules, { project, data, facts })];
    return judge(command, breaches, () => ({
      events: [{ type: 'DutyMatrixRecorded', data: { ...data, on: facts.on } }],
    }));
  },

  awardContract: (project, command, facts) => {
    const { data } = command;
    const body = facts.bodies[data.contractor];
    const collective = body?.kind === 'villageCollective' || body?.kind === 'cooperative';
    const able = body?.kind === 'enterprise' || collective || data.contractor === project.parties?.owner;
    const breaches = [
      ...beforeWorks(project),
      ...modeChosen(project),
      ...(project.approval.mode !== null && !needsAward(project)
        ? [
            breach('P-ORDER', {
              need: '由本项目发包',
              found: gateSetOf(project).name,
              mend: '自主建设无须发包；重大项目环节引用主体项目的发包',
            }),
          ]
        : []),
      ...once(project.approval.award?.contractNumber, '需变更施工单位的，由区人民政府退回立项审批'),
      ...(body && able
        ? []
        : [notFound('已登记的施工企业或集体经济组织', body?.name ?? data.contractor, 'contractor')]),
      ...(collective && !body?.registration
        ? [notFound('已登记为投标人或市场主体的集体经济组织', `${body!.name}未登记`, 'contractor')]
        : []),
      ...notLater(data.on, facts.on, 'on'),
      ...broken(awardRules, { project, data, facts }),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'ContractAwarded', data: { ...data, bidderRegistration: body?.registration ?? null } }],
    }));
  },

  fileWageStandard: (project, command, facts) => {
    const { data } = command;
    const earlier = standardsOf(project, data.segmentId, data.postClass);
    const latest = earlier.at(-1)?.from;
    const breaches = [
      ...listed(project),
      ...(segmentOf(project, data.segmentId) ? [] : [notFound('本项目的用工环节', data.segmentId, 'segmentId')]),
      ...reachingBack(earlier, data.from, facts.on),
      ...(latest !== undefined && data.from <= latest
        ? [
            breach('P-TIME', {
              need: `晚于上一版的 ${latest}`,
              found: data.from,
              mend: '填写上一版之后的执行日期',
              field: 'from',
            }),
          ]
        : []),
      ...broken(wageStandardRules, { project, data, facts }),
    ];
    return judge(command, breaches, () => ({
      events: [
        { type: 'WageStandardFiled', data: { ...data, version: earlier.length + 1, setBy: command.actor.body } },
      ],
    }));
  },
};
