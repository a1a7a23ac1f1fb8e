import { addMonths, addWorkingDays, monthOf, previousWorkingDay } from '../calendar';
import type { BaseFacts } from '../facts';
import { segmentOf, type Project } from '../project';
import { check, type Check } from '../rules';
import { daysOf } from './period';

type Day = Pick<BaseFacts, 'parameters' | 'calendar'>;

/** The last day on which a month's pay may go out before a day of rest is looked at. @rule R-PAY-18 R-NAT-24 */
export const latestPayOn = (period: string, { parameters }: Pick<BaseFacts, 'parameters'>): string =>
  addMonths(daysOf(period).last, parameters['pay.cycle.max'] ?? 1);

/**
 * The days a period runs by: pay falling due on a day of rest goes out on the working day before it; the sheet is drawn up
 * within the usual limit after the month's end, never later than pay.
 * @param agreedOn the pay day agreed on, or the latest one the law allows
 * @rule R-PAY-17
 */
export function daysDue(
  period: string,
  agreedOn: string,
  { parameters, calendar }: Day,
): { payOn: string; sheetDueOn: string } {
  const payOn = previousWorkingDay(calendar, agreedOn).on;
  const usual = addWorkingDays(calendar, daysOf(period).last, parameters['step.limit.default'] ?? 5).on;
  return { payOn, sheetDueOn: usual < payOn ? usual : payOn };
}

interface Opening {
  project: Project;
  segmentId: string;
  period: string;
  agreedOn: string;
  facts: BaseFacts;
}

/** What the opening of a pay period is held to. @clause CL-34 */
export const openRules: readonly Check<Opening>[] = [
  check('P-ORDER', ({ project, segmentId, period, facts }) => {
    const startedOn = segmentOf(project, segmentId)?.construction.startedOn ?? null;
    const begun = startedOn !== null && monthOf(startedOn) <= period;
    return {
      holds: begun && period <= monthOf(facts.on),
      need: `用工已经开始的月份，不晚于 ${monthOf(facts.on)}`,
      found: startedOn === null ? '该环节尚未开工' : `${period}（${startedOn} 开工）`,
      mend: begun ? '到当月再建立' : '开工后再建立报酬发放期',
    };
  }),
  check('R-PAY-14', ({ project, segmentId }) => {
    const channel = segmentOf(project, segmentId)?.mobilization.payChannel ?? null;
    return {
      holds: channel !== null,
      need: '报酬从专用账户（自主建设的从集体报酬账户）直接发放到本人',
      found: channel ? `${channel.bank} ${channel.openedOn} 已开立` : '尚未开立账户',
      mend: '先在组织动员中办理报酬发放渠道',
    };
  }),
  check('R-PAY-18', ({ period, agreedOn, facts }) => {
    const { last } = daysOf(period);
    const latest = latestPayOn(period, facts);
    return {
      holds: last <= agreedOn && agreedOn <= latest,
      need: `当月报酬于 ${last} 至 ${latest} 之间发放`,
      found: agreedOn,
      mend: '按月足额发放，最长不超过一个月',
      field: 'payOn',
    };
  }),
];
