import { checkersOf, payersOf } from './employers';
import type { wagesCommands } from './messages';
import type { WagePeriod } from './period';

export type WagesAct = keyof typeof wagesCommands;

/** What a role does in any period, or a worker with one's own line. */
const byRoleAlone: ReadonlySet<WagesAct> = new Set(['confirmLine', 'disputeLine', 'closeLine']);
const payersActs: ReadonlySet<WagesAct> = new Set(['recordPayment', 'recordReceipt']);

/** Whether an act of a period may be a body's: pay is for its employer, the check of the sheet for who checks it. @clause CL-34 */
export function isFor(period: Pick<WagePeriod, 'parties' | 'employers'>, act: WagesAct, body: string): boolean {
  if (act === 'reviewSheet') return checkersOf(period).includes(body);
  if (payersActs.has(act)) return payersOf(period).includes(body);
  return byRoleAlone.has(act) || period.employers.includes(body);
}
