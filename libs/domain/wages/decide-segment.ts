import type { Handlers } from '../handlers';
import { segmentOf, type Project } from '../project';
import { breach, broken, judge, type Breach } from '../rules';
import type { segmentWagesCommands, SegmentWagesEvents } from './messages';
import { ofEmployer, employersOf } from './employers';
import { wagesGates } from './segment-rules';
import type { PaidPeriod } from './state';

const inWages = (project: Project, segmentId: string): Breach[] => {
  const stage = segmentOf(project, segmentId)?.stage;
  if (stage === undefined) {
    return [
      breach('P-UNKNOWN', {
        need: '本项目的用工环节',
        found: segmentId,
        mend: '从项目的用工环节进入',
        field: 'segmentId',
      }),
    ];
  }
  if (stage === 'wages') return [];
  return [
    stage === 'done'
      ? breach('P-ONCE', { need: '报酬尚未结清', found: '已经结清', mend: '无需重复办理' })
      : breach('P-ORDER', { need: '用工环节处于报酬发放阶段', found: '施工尚未完成', mend: '先完成施工并封存考勤' }),
  ];
};

const known = (project: Project, segmentId: string, period: string): PaidPeriod | undefined =>
  segmentOf(project, segmentId)?.wages.periods.find((paid) => paid.period === period);

/** What the project hears of its pay periods: a second telling says nothing new. @clause CL-34 */
export const decideSegmentWages: Handlers<Project, typeof segmentWagesCommands, SegmentWagesEvents> = {
  noteWagePeriodOpened: (project, { data }) =>
    known(project, data.segmentId, data.period) || !segmentOf(project, data.segmentId)
      ? { events: [] }
      : { events: [{ type: 'WagePeriodNoted', data }] },

  noteWagePeriodSettled: (project, { data }) => {
    const { segmentId, ...figures } = data;
    const before = known(project, segmentId, data.period);
    const same =
      before?.status === 'settled' &&
      before.receivedFen === figures.receivedFen &&
      before.reservedFen === figures.reservedFen &&
      before.closedFen === figures.closedFen;
    return same || !segmentOf(project, segmentId)
      ? { events: [] }
      : { events: [{ type: 'WagePeriodSettlementNoted', data }] };
  },

  settleSegmentWages: (project, command, facts) => {
    const { segmentId } = command.data;
    const out = inWages(project, segmentId);
    if (out.length > 0) return { refused: out };
    const segment = segmentOf(project, segmentId)!;
    const breaches = [
      ...ofEmployer({ employers: employersOf(project, segment) }, command.actor),
      ...broken(wagesGates, { project, segment, facts, on: facts.on }),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'SegmentWagesSettled', data: { segmentId } }] }));
  },
};
