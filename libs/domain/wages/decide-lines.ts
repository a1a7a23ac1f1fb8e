import type { Handlers } from '../handlers';
import type { WageLineFact } from '../facts';
import type { WageActRow } from '../rows';
import { breach, broken, judge, type Breach } from '../rules';
import { draw } from './drawing';
import { ofEmployer } from './employers';
import { confirmRules, ownAct, replies, silenceRules, type Confirming } from './line-rules';
import type { wagesCommands, WagesEvents } from './messages';
import { confirmable, silent, type LineStatus, type Move, type WagePeriod } from './period';
import { lineRules } from './sheet-rules';

type Deciders = Handlers<WagePeriod, typeof wagesCommands, WagesEvents>;

export const lineOf = (lines: readonly WageLineFact[], personRef: string): WageLineFact | undefined =>
  lines.find((line) => line.personRef === personRef);

/** All of these lines take the same step; one move for each standing they come from. */
export function movesTo(lines: readonly WageLineFact[], to: LineStatus): Move[] {
  const from = [...new Set(lines.map(({ status }) => status))].toSorted();
  return from.map((status) => {
    const same = lines.filter((line) => line.status === status);
    const fen = same.reduce((sum, { netFen }) => sum + netFen, 0);
    return { from: status, fromFen: fen, to, toFen: fen, lines: same.length };
  });
}

export const actRow = (
  { personRef, edition, netFen }: WageLineFact,
  act: WageActRow['act'],
  on: string,
  reference: string | null = null,
): WageActRow => ({ personRef, act, edition, amountFen: netFen, on, reference });

const noLine: Breach = breach('P-UNKNOWN', { need: '发放表中的一笔报酬', found: '没有找到', mend: '核对人员和月份' });

/** Why a line cannot take this step: it is not there, was seen in an older edition, or is not in one of these standings. */
function outOfTurn(line: WageLineFact, edition: number, from: readonly LineStatus[], mend: string): Breach[] {
  if (line.edition !== edition) {
    return [
      breach('P-STALE', {
        need: `核对第 ${line.edition} 版`,
        found: `第 ${edition} 版`,
        mend: '查看更正后的报酬再办理',
      }),
    ];
  }
  if (from.includes(line.status)) return [];
  return [breach('P-ORDER', { need: from.map(named).join('、'), found: named(line.status), mend })];
}

const names: Record<LineStatus, string> = {
  open: '待确认',
  confirmed: '已确认',
  disputed: '有异议',
  resolved: '异议已答复',
  unconfirmed: '未确认',
  paid: '已发放待到账',
  returned: '银行退回',
  received: '已到账',
  closed: '已了结',
};
export const named = (status: LineStatus): string => names[status];

/** What the worker says to a line, and the employer's answer. @clause CL-34 */
export const decideLines: Pick<
  Deciders,
  'confirmLine' | 'disputeLine' | 'confirmOnSite' | 'resolveDispute' | 'markUnconfirmed'
> = {
  confirmLine: (_, command, { on, wageLines }) => {
    const { personRef, edition } = command.data;
    const line = lineOf(wageLines, personRef);
    if (!line) return { refused: [noLine] };
    const breaches = [
      ...broken(ownAct, { personRef, actor: command.actor }),
      ...outOfTurn(line, edition, confirmable, '已确认或已发放的报酬无需再确认'),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'LineConfirmed',
          data: { edition, moves: movesTo([line], 'confirmed') },
          rows: { table: 'wageAct', rows: [actRow(line, 'confirmed', on)] },
        },
      ],
    }));
  },

  disputeLine: (period, command, { on, wageLines }) => {
    const { personRef, edition, reason } = command.data;
    const line = lineOf(wageLines, personRef);
    if (!line) return { refused: [noLine] };
    const breaches = [
      ...broken(ownAct, { personRef, actor: command.actor }),
      ...outOfTurn(line, edition, [...confirmable, 'confirmed'], '已发放的报酬有异议的，向乡镇或人力社保部门投诉'),
    ];
    const no = period.disputesEver + 1;
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'LineDisputed',
          data: { personRef, edition, no, reason, moves: movesTo([line], 'disputed') },
          rows: { table: 'wageAct', rows: [actRow(line, 'disputed', on, `${no}`)] },
        },
      ],
    }));
  },

  confirmOnSite: (period, command, { on, wageLines }) => {
    const { personRef, edition, way, witness, evidence, by, authority } = command.data;
    const line = lineOf(wageLines, personRef);
    if (!line) return { refused: [noLine] };
    const confirming: Confirming = { ...command.data, actor: command.actor };
    const breaches = [
      ...ofEmployer(period, command.actor),
      ...broken(confirmRules, confirming),
      ...outOfTurn(line, edition, confirmable, '已确认或已发放的报酬无需再确认'),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'LineConfirmedOnSite',
          data: { edition, way, witness, evidence, by, authority, moves: movesTo([line], 'confirmed') },
          rows: { table: 'wageAct', rows: [actRow(line, 'confirmed', on, evidence)] },
        },
      ],
    }));
  },

  resolveDispute: (period, command, facts) => {
    const { personRef, outcome, answer, deductions } = command.data;
    const line = lineOf(facts.wageLines, personRef);
    const dispute = period.disputes.find((open) => open.personRef === personRef);
    if (!line || !dispute || line.status !== 'disputed') {
      return {
        refused: [
          breach('P-ORDER', {
            need: '有异议的报酬',
            found: line ? named(line.status) : '没有找到',
            mend: '没有异议的无需答复',
          }),
        ],
      };
    }
    const own = ofEmployer(period, command.actor);
    const resolved = { personRef, no: dispute.no, outcome, answer };
    if (outcome === 'upheld') {
      return judge(command, own, () => ({
        events: [
          {
            type: 'DisputeResolved',
            data: { ...resolved, moves: movesTo([line], 'resolved') },
            rows: { table: 'wageAct', rows: [actRow(line, 'resolved', facts.on, `${dispute.no}`)] },
          },
        ],
      }));
    }
    const drawing = draw(period, deductions, facts, personRef);
    const corrected = lineOf(
      drawing.lines.map((row) => ({ ...line, ...row })),
      personRef,
    );
    const breaches = [
      ...own,
      ...broken(lineRules, { drawing, claimed: [], facts }),
      ...broken(replies, { before: line, after: corrected }),
    ];
    return judge(command, breaches, () => {
      const { edition, netFen } = corrected!;
      const moves: Move[] = [{ from: 'disputed', fromFen: line.netFen, to: 'resolved', toFen: netFen, lines: 1 }];
      return {
        events: [
          {
            type: 'LineCorrected',
            data: { personRef, edition, netFen, attendanceDigest: facts.periodAttendance.digest },
            rows: { table: 'wageLine', rows: drawing.lines },
          },
          {
            type: 'DisputeResolved',
            data: { ...resolved, moves },
            rows: { table: 'wageAct', rows: [actRow(corrected!, 'resolved', facts.on, `${dispute.no}`)] },
          },
        ],
      };
    });
  },

  markUnconfirmed: (period, command, facts) => {
    const { notices } = command.data;
    const named = command.data.lines?.map(({ personRef }) => personRef);
    const lines = facts.wageLines.filter(({ personRef, status }) =>
      named ? named.includes(personRef) : silent.includes(status),
    );
    const breaches = [
      ...ofEmployer(period, command.actor),
      ...(lines.length === 0 || lines.length < (named?.length ?? 0) ? [noLine] : []),
      ...lines
        .filter(({ status }) => !silent.includes(status))
        .slice(0, 1)
        .flatMap((line) => outOfTurn(line, line.edition, silent, '有异议的先答复；已确认的无需标注')),
      ...broken(silenceRules, { period, notices, facts }),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'LinesMarkedUnconfirmed',
          data: { notices, moves: movesTo(lines, 'unconfirmed') },
          rows: { table: 'wageAct', rows: lines.map((line) => actRow(line, 'unconfirmed', facts.on)) },
        },
      ],
    }));
  },
};
