import { line, paidParties, paying } from '../../../test/support/projects-pay';
import { actsOf } from './turns';
import type { LineStatus, WagePeriod } from './period';

const employer = paidParties.contractor!;
const { owner } = paidParties;
const [township] = paidParties.townships as [string];

/** A checked sheet with one line in each standing, or what else is said of it. */
const acts = (body: string, statuses: readonly LineStatus[], change: Partial<WagePeriod> = {}) =>
  actsOf(
    paying(
      statuses.map((status, place) => line(place + 1, status)),
      change,
    ),
    body,
  );

describe('what the pay sheet offers', () => {
  it('pay is drawn up, answered for and settled by the employer', () => {
    expect(acts(employer, ['open', 'disputed'])).toEqual(
      expect.arrayContaining(['drawUpSheet', 'confirmOnSite', 'markUnconfirmed', 'resolveDispute', 'reserveDisputed']),
    );
    expect(acts(employer, ['received'])).toEqual(['fileLedger', 'settlePeriod']);
  });
  it('the sheet is checked by the township while it is drawn and unchecked', () => {
    const drawn = { status: 'drawn', review: null } as const;
    expect(acts(township, ['open'], drawn)).toContain('reviewSheet');
    expect(acts(employer, ['open'], drawn)).not.toContain('reviewSheet');
    expect(acts(township, ['open'])).not.toContain('reviewSheet');
  });
  it('pay goes out by the employer or the owner once the sheet is checked, and its receipts come after it', () => {
    for (const body of [employer, owner]) {
      expect(acts(body, ['confirmed'])).toContain('recordPayment');
      expect(acts(body, ['confirmed'])).not.toContain('recordReceipt');
      expect(acts(body, ['paid'])).toContain('recordReceipt');
      expect(acts(body, ['confirmed'], { status: 'drawn', review: null })).not.toContain('recordPayment');
    }
    for (const act of ['recordPayment', 'recordReceipt'])
      expect(acts(township, ['confirmed', 'paid'])).not.toContain(act);
  });
  it('R-WAGE-22: disputed money is set aside by the employer or the owner', () => {
    for (const body of [employer, owner]) expect(acts(body, ['disputed'])).toContain('reserveDisputed');
    expect(acts(township, ['disputed'])).not.toContain('reserveDisputed');
  });
  it('nothing is answered or set aside where nothing is disputed, and nothing settled while money is owed', () => {
    const offered = acts(employer, ['confirmed']);
    for (const act of ['resolveDispute', 'reserveDisputed', 'fileLedger', 'settlePeriod'])
      expect(offered).not.toContain(act);
  });
  it('a month without work is settled without a sheet', () => {
    expect(acts(employer, [], { status: 'open', sheet: null, review: null })).toContain('settlePeriod');
  });
  it('a settled period is settled anew where disputed money came in since, and not before', () => {
    const settled = { status: 'settled', ledger: { filedWith: 'yq-hrss', number: '1', on: '2026-05-02' } } as const;
    expect(acts(employer, ['received'], { ...settled, settledReceivedFen: 2_000_00 })).not.toContain('settlePeriod');
    expect(acts(employer, ['received'], { ...settled, settledReceivedFen: 0 })).toContain('settlePeriod');
  });
});
