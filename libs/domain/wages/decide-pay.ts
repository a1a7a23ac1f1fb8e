import { isSystem } from '../actor';
import type { WageLineFact } from '../facts';
import type { Handlers } from '../handlers';
import { breach, broken, judge, type Breach } from '../rules';
import { ofEmployer, ofPayer } from './employers';
import { actRow, lineOf, movesTo, named } from './decide-lines';
import type { wagesCommands, WagesEvents } from './messages';
import { payRules } from './pay-rules';
import { ledgerRules, settleRules } from './settle-rules';
import { closable, payable, settledBehind, sheetNow, type WagePeriod } from './period';

type Deciders = Handlers<WagePeriod, typeof wagesCommands, WagesEvents>;

const unknownLine = (missing: number): Breach[] =>
  missing > 0
    ? [
        breach('P-UNKNOWN', {
          need: '发放表中的报酬',
          found: `${missing} 笔没有找到`,
          mend: '核对人员和月份',
          field: 'lines',
        }),
      ]
    : [];

/** The lines a payment is about: those named, or all that may be paid. */
function chosen(lines: readonly WageLineFact[], asked: readonly { personRef: string }[] | undefined): WageLineFact[] {
  if (!asked) return lines.filter(({ status }) => payable.includes(status));
  const wanted = new Set(asked.map(({ personRef }) => personRef));
  return lines.filter(({ personRef }) => wanted.has(personRef));
}

const countOf = (asked: readonly { personRef: string }[] | undefined): number =>
  new Set(asked?.map(({ personRef }) => personRef)).size;

const nothingToPay = (lines: readonly WageLineFact[]): Breach[] =>
  lines.length > 0 ? [] : [breach('P-ORDER', { need: '可以发放的报酬', found: '没有', mend: '先请务工人员确认报酬' })];

/** Receipts for lines that are not on their way, or two for one line. */
function strayReceipts(lines: readonly WageLineFact[], receipts: readonly { personRef: string }[]): Breach[] {
  const twice = receipts.length - countOf(receipts);
  const stray = lines.filter(({ status }) => status !== 'paid');
  return [
    ...(twice > 0
      ? [breach('P-ONCE', { need: '每笔一份回单', found: `${twice} 份重复`, mend: '去掉重复的回单', field: 'lines' })]
      : []),
    ...(stray.length > 0
      ? [
          breach('P-ORDER', {
            need: '已发放待到账的报酬',
            found: `${stray.length} 笔为${[...new Set(stray.map(({ status }) => named(status)))].join('、')}`,
            mend: '核对银行回单',
            field: 'lines',
          }),
        ]
      : []),
  ];
}

/** From the bank batch to the settled period. @clause CL-34 */
export const decidePay: Pick<
  Deciders,
  'reserveDisputed' | 'recordPayment' | 'recordReceipt' | 'closeLine' | 'fileLedger' | 'settlePeriod'
> = {
  reserveDisputed: (period, command) => {
    const { disputed } = period.tally;
    const nothing = breach('P-ORDER', { need: '有异议的报酬', found: '没有', mend: '没有异议的无需预留' });
    const breaches = [...ofPayer(period, command.actor), ...(disputed.lines > 0 ? [] : [nothing])];
    return judge(command, breaches, () => ({ events: [{ type: 'DisputedReserved', data: command.data }] }));
  },

  recordPayment: (period, command, { on, wageLines }) => {
    const { batch, way, payee, exception, late } = command.data;
    const lines = chosen(wageLines, command.data.lines);
    const breaches = [
      ...unknownLine(countOf(command.data.lines) - (command.data.lines ? lines.length : 0)),
      ...ofPayer(period, command.actor),
      ...nothingToPay(lines),
      ...broken(payRules, { period, actor: command.actor, lines, way, payee, exception, late, on }),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'PaymentRecorded',
          data: { batch, way, exception, late, moves: movesTo(lines, 'paid') },
          rows: { table: 'wageAct', rows: lines.map((line) => actRow(line, 'paid', on, batch)) },
        },
      ],
    }));
  },

  recordReceipt: (period, command, { on, wageLines }) => {
    const receipts = command.data.lines;
    const lines = chosen(wageLines, receipts);
    const linesWith = (outcome: 'received' | 'returned'): WageLineFact[] =>
      lines.filter(({ personRef }) => receipts.some((one) => one.personRef === personRef && one.outcome === outcome));
    const reasonless = receipts.filter(({ outcome, reason }) => outcome === 'returned' && !reason).length;
    const breaches = [
      ...unknownLine(countOf(receipts) - lines.length),
      ...(isSystem(command.actor) ? [] : ofPayer(period, command.actor)),
      ...strayReceipts(lines, receipts),
      ...(reasonless > 0
        ? [
            breach('R-PAY-21', {
              need: '银行退回的原因',
              found: `${reasonless} 笔未写明`,
              mend: '写明退回原因，改正账户后重发',
              field: 'lines',
            }),
          ]
        : []),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'ReceiptsRecorded',
          data: {
            returned: receipts.flatMap(({ reason, outcome }) => (outcome === 'returned' && reason ? [reason] : [])),
            moves: [...movesTo(linesWith('received'), 'received'), ...movesTo(linesWith('returned'), 'returned')],
          },
          rows: {
            table: 'wageAct',
            rows: receipts.map(({ personRef, outcome, reference, reason }) =>
              actRow(lineOf(lines, personRef)!, outcome, on, reason ? `${reason} ${reference}` : reference),
            ),
          },
        },
      ],
    }));
  },

  closeLine: (_, command, { on, wageLines }) => {
    const { personRef, ground, reference, evidence } = command.data;
    const line = lineOf(wageLines, personRef);
    const breaches = !line
      ? unknownLine(1)
      : closable.includes(line.status)
        ? []
        : [
            breach('P-ORDER', {
              need: closable.map(named).join('、'),
              found: named(line.status),
              mend: '在途或已到账的报酬不能了结',
            }),
          ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'LineClosed',
          data: { personRef, ground, reference, evidence, moves: movesTo([line!], 'closed') },
          rows: { table: 'wageAct', rows: [actRow(line!, 'closed', on, reference)] },
        },
      ],
    }));
  },

  fileLedger: (period, command) => {
    const again = period.ledger
      ? [breach('P-ONCE', { need: '尚未备案', found: `${period.ledger.on} 已备案`, mend: '无需重复办理' })]
      : [];
    return judge(
      command,
      [...ofEmployer(period, command.actor), ...again, ...broken(ledgerRules, { period, ...command.data })],
      () => ({
        events: [{ type: 'LedgerFiled', data: command.data }],
      }),
    );
  },

  settlePeriod: (period, command, { periodAttendance }) => {
    const { received, closed, disputed } = period.tally;
    const again =
      period.status === 'settled' && !settledBehind(period)
        ? [breach('P-ONCE', { need: '尚未结清', found: `${period.settledOn} 已结清`, mend: '争议报酬发放后再办理' })]
        : [];
    const breaches = [
      ...ofEmployer(period, command.actor),
      ...again,
      ...broken(settleRules, { period, uncounted: periodAttendance.rows.length }),
    ];
    const { lines, fen } = sheetNow(period);
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'PeriodSettled',
          data: { lines, netFen: fen, receivedFen: received.fen, reservedFen: disputed.fen, closedFen: closed.fen },
        },
      ],
    }));
  },
};
