import { paidParties } from '../../../test/support/projects-pay';
import { isFor, type WagesAct } from './acts';

const period = { parties: paidParties, employers: [paidParties.contractor!] };
const [township] = paidParties.townships as [string];

it.each<[WagesAct, { for: string[]; notFor: string[] }]>([
  ['drawUpSheet', { for: [paidParties.contractor!], notFor: [paidParties.owner, township] }],
  ['reviewSheet', { for: [township], notFor: [paidParties.owner, paidParties.contractor!] }],
  ['recordPayment', { for: [paidParties.contractor!, paidParties.owner], notFor: [township] }],
  ['recordReceipt', { for: [paidParties.contractor!, paidParties.owner], notFor: [township] }],
  ['settlePeriod', { for: [paidParties.contractor!], notFor: [paidParties.owner, township] }],
  ['closeLine', { for: [township], notFor: [] }],
])('%s is offered to those whose act it is', (act, { for: those, notFor }) => {
  for (const body of those) expect([act, body, isFor(period, act, body)]).toEqual([act, body, true]);
  for (const body of notFor) expect([act, body, isFor(period, act, body)]).toEqual([act, body, false]);
});
