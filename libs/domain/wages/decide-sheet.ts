import type { CommandOf } from '../command';
import { isSystem } from '../actor';
import type { Handlers } from '../handlers';
import { breach, broken, judge, type Breach } from '../rules';
import { segmentOf } from '../project';
import { draw } from './drawing';
import { employersOf, ofEmployer } from './employers';
import type { wagesCommands, WagesEvents } from './messages';
import { daysDue, latestPayOn, openRules } from './open-rules';
import { reviewRules } from './pay-rules';
import { unpaid, type WagePeriod } from './period';
import { sheetRules } from './sheet-rules';

type Deciders = Handlers<WagePeriod, typeof wagesCommands, WagesEvents>;

const malformed = ({ period, segmentId }: WagePeriod): Breach[] =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(period) && /^s\d{1,2}$/.test(segmentId)
    ? []
    : [breach('P-UNKNOWN', { need: '用工环节和月份', found: `${segmentId}/${period}`, mend: '从项目的用工环节进入' })];

const noRedraw = (period: WagePeriod): Breach[] =>
  period.status !== 'settled' && unpaid(period)
    ? []
    : [breach('P-ORDER', { need: '尚未开始发放', found: '已开始发放或已结清', mend: '对单笔报酬的更正通过异议办理' })];

function staleSheet({ sheet, status }: WagePeriod, { data }: CommandOf<typeof wagesCommands, 'reviewSheet'>): Breach[] {
  if (!sheet) return [breach('P-ORDER', { need: '已编制发放表', found: '尚未编制', mend: '由劳资专管员先编制发放表' })];
  if (sheet.edition !== data.edition) {
    return [
      breach('P-STALE', {
        need: `核对第 ${sheet.edition} 版发放表`,
        found: `第 ${data.edition} 版`,
        mend: '核对最新一版后再办理',
      }),
    ];
  }
  if (status !== 'drawn') return [breach('P-ONCE', { need: '尚未审核', found: '已经审核', mend: '无需重复办理' })];
  return [];
}

/** From the opening of the month to the checked sheet. @clause CL-34 */
export const decideSheet: Pick<Deciders, 'openPeriod' | 'drawUpSheet' | 'reviewSheet'> = {
  openPeriod: (period, command, facts) => {
    const out = malformed(period);
    if (out.length > 0) return { refused: out };
    const { project } = facts;
    const segment = segmentOf(project, period.segmentId);
    const employers = segment ? employersOf(project, segment) : [];
    const agreedOn = command.data.payOn ?? latestPayOn(period.period, facts);
    const opening = { project, segmentId: period.segmentId, period: period.period, agreedOn, facts };
    const breaches = [
      ...(isSystem(command.actor) ? [] : ofEmployer({ employers }, command.actor)),
      ...broken(openRules, opening),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'PeriodOpened',
          data: {
            district: project.district,
            parties: project.parties!,
            employers,
            agreedOn,
            ...daysDue(period.period, agreedOn, facts),
          },
        },
      ],
    }));
  },

  drawUpSheet: (period, command, facts) => {
    const { deductions, claimed } = command.data;
    const drawing = draw(period, deductions, facts);
    const breaches = [
      ...ofEmployer(period, command.actor),
      ...noRedraw(period),
      ...broken(sheetRules, { drawing, claimed, facts }),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'WageSheetSealed',
          data: {
            maker: command.actor.person,
            on: facts.on,
            edition: (period.sheet?.edition ?? 0) + 1,
            lines: drawing.lines.length,
            grossFen: drawing.grossFen,
            deductionsFen: drawing.deductionsFen,
            netFen: drawing.netFen,
            attendanceDigest: facts.periodAttendance.digest,
            deductions,
          },
          rows: { table: 'wageLine', rows: [...drawing.lines, ...drawing.struck] },
        },
      ],
    }));
  },

  reviewSheet: (period, command) => {
    const breaches = [...staleSheet(period, command), ...broken(reviewRules, { period, actor: command.actor })];
    return judge(command, breaches, () => ({ events: [{ type: 'SheetReviewed', data: command.data }] }));
  },
};
