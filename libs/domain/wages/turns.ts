import { checkersOf, payersOf } from './employers';
import type { wagesCommands } from './messages';
import { closable, confirmable, isComplete, owed, payable, settledBehind, silent, unpaid } from './period';
import type { LineStatus, WagePeriod } from './period';

export type WagesAct = keyof typeof wagesCommands;

const hasLines = ({ tally }: WagePeriod, statuses: readonly LineStatus[]): boolean =>
  statuses.some((status) => tally[status].lines > 0);

/** Whether it is the turn of an act, as the sheet and its lines stand. */
const turns: Readonly<Record<WagesAct, (period: WagePeriod) => boolean>> = {
  openPeriod: ({ exists }) => !exists,
  drawUpSheet: (period) => period.status !== 'settled' && unpaid(period),
  reviewSheet: ({ status }) => status === 'drawn',
  confirmLine: (period) => hasLines(period, confirmable),
  disputeLine: (period) => hasLines(period, [...confirmable, 'confirmed']),
  confirmOnSite: (period) => hasLines(period, confirmable),
  resolveDispute: (period) => hasLines(period, ['disputed']),
  reserveDisputed: (period) => hasLines(period, ['disputed']),
  markUnconfirmed: (period) => hasLines(period, silent),
  recordPayment: (period) => period.review !== null && hasLines(period, payable),
  recordReceipt: (period) => hasLines(period, ['paid']),
  closeLine: (period) => hasLines(period, closable),
  fileLedger: (period) => isComplete(period) && period.ledger === null && hasLines(period, ['received', 'closed']),
  // a month without work needs no sheet
  settlePeriod: (period) => owed(period).lines === 0 && (period.status !== 'settled' || settledBehind(period)),
};

/** What a role does in any period, or a worker with one's own line. */
const byRoleAlone: ReadonlySet<WagesAct> = new Set(['confirmLine', 'disputeLine', 'closeLine']);
const payersActs: ReadonlySet<WagesAct> = new Set(['reserveDisputed', 'recordPayment', 'recordReceipt']);

/** Whose act it is: pay is for its employer, the check of the sheet for who checks it. @clause CL-34 */
function isFor(period: WagePeriod, act: WagesAct, body: string): boolean {
  if (act === 'reviewSheet') return checkersOf(period).includes(body);
  if (payersActs.has(act)) return payersOf(period).includes(body);
  return byRoleAlone.has(act) || period.employers.includes(body);
}

/** What a body may do with a period as it stands, if its role lets it. A choice for the screen: the rules answer. */
export const actsOf = (period: WagePeriod, body: string): WagesAct[] =>
  (Object.keys(turns) as WagesAct[]).filter((act) => turns[act](period) && isFor(period, act, body));
