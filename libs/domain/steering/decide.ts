import type { Handlers } from '../handlers';
import { monthOf } from '../calendar';
import type { Project, Segment } from '../project';
import { breach, judge, type Breach } from '../rules';
import { changeBreaches, changeOf } from './change';
import { nextOverrideId, overrideBreaches } from './override';
import type { steeringCommands, SteeringEvents } from './messages';
import { standingAt, targetOf } from './send-back';

/** Days worked whose month has no settled pay yet, or days not yet sealed. */
const owes = ({ construction: { lastAttendanceOn, unsealedDays }, wages: { periods } }: Segment): boolean =>
  unsealedDays.length > 0 ||
  periods.some(({ status }) => status === 'open') ||
  (lastAttendanceOn !== null && !periods.some(({ period }) => period >= monthOf(lastAttendanceOn)));

/** Work done and not yet paid outlives no cancellation: it is paid first. @clause CL-34 */
const payOwed = ({ segments }: Project): Breach[] =>
  segments.filter(owes).map(({ id, name }) =>
    breach('P-ORDER', {
      need: '已发生的劳务报酬全部结清',
      found: `${id} ${name} 有未结清的报酬`,
      mend: '先核算发放该环节的劳务报酬，再办理撤销',
    }),
  );

/** @rule R-PLAN-05 each change of the list is an act of its own, and the list at any date can be rebuilt from them */
export const decideSteering: Handlers<Project, typeof steeringCommands, SteeringEvents> = {
  suspendProject: (_, command, { on }) => {
    const { until } = command.data;
    const breaches =
      until !== null && until < on
        ? [breach('P-TIME', { need: `不早于办理日 ${on}`, found: until, mend: '填写预计恢复的日期', field: 'until' })]
        : [];
    return judge(command, breaches, () => ({ events: [{ type: 'ProjectSuspended', data: command.data }] }));
  },

  resumeProject: (project, command) => {
    const breaches =
      project.status === 'suspended'
        ? []
        : [breach('P-ORDER', { need: '项目已暂停', found: '未暂停', mend: '无需恢复' })];
    return judge(command, breaches, () => ({ events: [{ type: 'ProjectResumed', data: command.data }] }));
  },

  sendBack: (project, command) => {
    const { to, segmentId, reopen } = command.data;
    const target = targetOf(project, segmentId);
    const from = standingAt(project, segmentId);
    const breaches = [
      ...(target === to
        ? []
        : [
            breach('P-ORDER', {
              need: target ? `退回上一阶段（${target}）` : '有可退回的上一阶段',
              found: `由 ${from} 退回 ${to}`,
              mend: target ? '逐个阶段退回' : '各环节尚在后续阶段的，先按环节逐个退回',
              field: 'to',
            }),
          ]),
      ...(reopen.length > 0 && to !== 'planning' && to !== 'approval'
        ? [
            breach('P-ORDER', {
              need: '退回谋划储备或立项审批',
              found: to,
              mend: '建设方式、决议、发包只随立项审批重新办理',
              field: 'reopen',
            }),
          ]
        : []),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'SentBack', data: { ...command.data, from } }] }));
  },

  cancelProject: (project, command) =>
    judge(command, payOwed(project), () => ({ events: [{ type: 'ProjectCancelled', data: command.data }] })),

  overrideRule: (project, command, { on }) => {
    const { data, basis, id } = command;
    // What was entered from papers was agreed on paper: the act itself is the trace.
    const matter = basis && 'signoff' in basis ? basis.signoff : id;
    return judge(command, overrideBreaches(project, data, on), () => ({
      events: [{ type: 'RuleOverridden', data: { ...data, id: nextOverrideId(project), matter } }],
    }));
  },

  changeProject: (project, command, facts) =>
    judge(command, changeBreaches(project, command.data, command.actor.body, facts), () => ({
      events: [{ type: 'ProjectChanged', data: changeOf(project, command.data) }],
    })),

  correctEvent: (_, command) => {
    const { version } = command.data;
    const read = command.readRevision ?? 0;
    const breaches =
      version <= read
        ? []
        : [
            breach('P-UNKNOWN', {
              need: `已有的记录，第 1 至 ${read} 号`,
              found: `第 ${version} 号`,
              mend: '核对要更正的记录号',
              field: 'version',
            }),
          ];
    return judge(command, breaches, () => ({ events: [{ type: 'EventCorrected', data: command.data }] }));
  },
};
