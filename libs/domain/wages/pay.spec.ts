import { given } from '../../../test/support/given';
import { fileDigest, line, march, paying, worker } from '../../../test/support/projects-pay';
import type { WageLineFact } from '../facts';
import type { Role } from '../organization/roles';
import type { LineStatus, WagePeriod } from './period';

const statuses = {
  owed: ['open', 'resolved', 'confirmed', 'unconfirmed', 'paid', 'returned'],
  done: ['received', 'closed', 'disputed'],
} as const;
const at = (on: string) => `${on}T02:00:00.000Z`;
const tallyOf = ({ after }: { after: { subject: unknown } }) => (after.subject as WagePeriod).tally;
const payment = { batch: 'PC-2026-03-01', way: 'card', payee: 'worker', exception: null, late: null } as const;

describe('paying', () => {
  const pay = (
    lines: readonly WageLineFact[],
    data: Partial<Omit<typeof payment, 'way' | 'payee'>> | object = {},
    {
      period = {},
      on = '2026-04-10',
      person = 'person-contractor',
    }: { period?: Partial<WagePeriod>; on?: string; person?: string } = {},
  ) =>
    given(paying(lines, period), march).when(
      'recordPayment',
      { ...payment, ...data },
      { as: 'contractor', actor: { person }, at: at(on), facts: { wageLines: lines } },
    );
  const named = (...numbers: number[]) => ({ lines: numbers.map((n) => ({ personRef: worker(n) })) });

  it('R-CONF-01: pays what is confirmed or documented as unconfirmed, and leaves the rest', () => {
    const lines = [
      line(1, 'confirmed'),
      line(2, 'unconfirmed'),
      line(3, 'open'),
      line(4, 'disputed'),
      line(5, 'returned'),
    ];
    expect(tallyOf(pay(lines).records('PaymentRecorded'))).toMatchObject({
      paid: { lines: 3, fen: 6_000_00 },
      open: { lines: 1 },
      disputed: { lines: 1 },
    });
  });
  it.each(['open', 'resolved', 'disputed'] as const)('R-CONF-01: no confirmation, no payment (%s)', (status) => {
    pay([line(1, status)], named(1)).refuses('R-CONF-01');
  });
  it.each(['paid', 'received', 'closed'] as const)('no line is paid twice (%s)', (status) => {
    pay([line(1, status)], named(1)).refuses('P-ONCE');
  });
  it('R-WAGE-21: a sheet that was not checked is not paid', () => {
    pay([line(1, 'confirmed')], {}, { period: { review: null, status: 'drawn' } }).refuses('R-WAGE-21');
  });
  it('R-PAY-01: another way than the card needs reason, approver and proof', () => {
    const exception = { reason: '未办卡的高龄人员', approver: '旧县镇分管负责人', proof: fileDigest };
    pay([line(1, 'confirmed')], { way: 'cash' }).refuses('R-PAY-01');
    pay([line(1, 'confirmed', { ownCard: false })], { way: 'cash', exception }).records('PaymentRecorded');
  });
  it('R-PAY-16: a card is the worker’s own and was checked', () => {
    pay([line(1, 'confirmed', { ownCard: false })]).refuses('R-PAY-16');
    pay([line(1, 'confirmed', { ownCard: true })]).records('PaymentRecorded');
  });
  it('R-PAY-15: money only, to the worker in person', () => {
    const exception = { reason: '本人要求', approver: '旧县镇分管负责人', proof: fileDigest };
    pay([line(1, 'confirmed')], { way: 'inKind', exception }).refuses('R-PAY-15');
    pay([line(1, 'confirmed')], { payee: 'other' }).refuses('R-PAY-15');
  });
  it('R-OA-16: maker, checker and payer are three persons', () => {
    pay([line(1, 'confirmed')], {}, { person: 'person-laborPayOfficer' }).refuses('R-OA-16');
    pay([line(1, 'confirmed')], {}, { person: 'person-township' }).refuses('R-OA-16');
  });
  it('R-PAY-17: late pay still goes out, with its ground', () => {
    pay([line(1, 'confirmed')], {}, { on: '2026-04-30' }).records('PaymentRecorded');
    pay([line(1, 'confirmed')], {}, { on: '2026-05-06' }).refuses('R-PAY-17');
    const late = { ground: 'ownerTransferLate', explanation: '人工费5月5日到账' };
    pay([line(1, 'confirmed')], { late }, { on: '2026-05-06' }).records('PaymentRecorded');
  });
  it('needs lines that are there', () => {
    pay([], {}).refuses('P-ORDER');
    pay([line(1, 'confirmed')], named(1, 2)).refuses('P-UNKNOWN');
  });
});

describe('receipts of the bank', () => {
  const receive = (lines: readonly WageLineFact[], receipts: readonly object[], as: Role = 'system') =>
    given(paying(lines), march).when(
      'recordReceipt',
      { lines: receipts as never },
      { as, facts: { wageLines: lines } },
    );
  const receipt = (n: number, outcome = 'received', reason?: string) => ({
    personRef: worker(n),
    outcome,
    reference: `HD-${n}`,
    ...(reason && { reason }),
  });

  it('R-PAY-21: a line that came back stays open until the money is received', () => {
    const returned = receive(
      [line(1, 'paid'), line(2, 'paid')],
      [receipt(1), receipt(2, 'returned', 'nameMismatch')],
    ).records('ReceiptsRecorded');
    expect(tallyOf(returned)).toMatchObject({
      paid: { lines: 0 },
      received: { lines: 1, fen: 2_000_00 },
      returned: { lines: 1, fen: 2_000_00 },
    });
    expect(returned.after.duties.map(({ key }) => key)).toEqual(['wages/pay']);
    const received = receive([line(1, 'paid')], [receipt(1)]).records('ReceiptsRecorded');
    expect(received.after.duties.map(({ key }) => key)).toEqual(['wages/fileLedger']);
  });
  it.each(['system', 'contractor', 'owner'] as const)('are entered by the bank or by who paid (%s)', (as) => {
    receive([line(1, 'paid')], [receipt(1)], as).records('ReceiptsRecorded');
  });
  it('are not entered by who checks the sheet', () =>
    receive([line(1, 'paid')], [receipt(1)], 'township').refuses('P-WHO'));
  it('R-PAY-21: the bank’s reason is kept', () =>
    receive([line(1, 'paid')], [receipt(1, 'returned')]).refuses('R-PAY-21'));
  it('a receipt belongs to a line on its way, and only one does', () => {
    receive([line(1, 'received')], [receipt(1)]).refuses('P-ORDER');
    receive([line(1, 'confirmed')], [receipt(1)]).refuses('P-ORDER');
    receive([line(1, 'paid')], [receipt(1), receipt(1)]).refuses('P-ONCE');
    receive([line(1, 'paid')], [receipt(1), receipt(2)]).refuses('P-UNKNOWN');
  });
});

describe('a line closed by law', () => {
  const close = (status: LineStatus) =>
    given(paying([line(1, status)]), march).when(
      'closeLine',
      { personRef: worker(1), ground: 'deposited', reference: '京延证字第12号', evidence: fileDigest },
      { facts: { wageLines: [line(1, status)] } },
    );
  it('is owed no more', () => {
    const { after } = close('disputed').records('LineClosed');
    expect((after.subject as WagePeriod).disputes).toEqual([]);
    expect(tallyOf({ after }).closed).toEqual({ lines: 1, fen: 2_000_00 });
  });
  it.each(['open', 'paid', 'received'] as const)('is not closed while it stands %s', (status) =>
    close(status).refuses('P-ORDER'),
  );
});

describe('the ledger', () => {
  const file = (lines: readonly WageLineFact[], change: object = {}, period: Partial<WagePeriod> = {}) =>
    given(paying(lines, period), march).when('fileLedger', {
      filedWith: 'yanqing-labor',
      number: '延人社备〔2026〕31号',
      slipsIssued: 1,
      ...change,
    });
  it('R-LEDG-10: has a bank receipt for every line paid', () => {
    file([line(1, 'received')]).records('LedgerFiled');
    file([line(1, 'received'), line(2, 'paid')]).refuses('R-LEDG-10');
  });
  it('R-LEDG-12: every worker paid has a slip', () => {
    file([line(1, 'received')], { slipsIssued: 0 }).refuses('R-LEDG-12');
  });
  it('R-NAT-14: is filed with a department of the district', () => {
    file([line(1, 'received')], { filedWith: 'yanqing-reform' }).records('LedgerFiled');
    file([line(1, 'received')], { filedWith: 'badaling-works' }).refuses('R-NAT-14');
  });
  it('R-LEDG-01: is the uniform ledger of a checked sheet', () => {
    file([line(1, 'received')], {}, { review: null }).refuses('R-LEDG-01');
  });
});

describe('settling the period', () => {
  const ledger = { filedWith: 'yanqing-labor', number: '延人社备〔2026〕31号', on: '2026-04-12' };
  const settle = (
    lines: readonly WageLineFact[],
    period: Partial<WagePeriod> = {},
    rows: readonly never[] | readonly object[] = [],
  ) =>
    given(paying(lines, { ledger, ...period }), march).when(
      'settlePeriod',
      {},
      { facts: { periodAttendance: { rows: rows as never, digest: '' } } },
    );

  it.each(statuses.owed)('R-PAY-21: is not settled while a line stands %s', (status) => {
    settle([line(1, 'received'), line(2, status)]).refuses('R-PAY-21');
  });
  it('R-WAGE-22: disputed money is set aside to the fen', () => {
    const lines = [line(1, 'received'), line(2, 'disputed')];
    settle(lines, { reservedFen: 1_999_99 }).refuses('R-WAGE-22');
    const { events } = settle(lines, { reservedFen: 2_000_00 }).records('PeriodSettled');
    expect(events[0]!.data).toEqual({
      lines: 2,
      netFen: 4_000_00,
      receivedFen: 2_000_00,
      reservedFen: 2_000_00,
      closedFen: 0,
    });
  });
  it('R-NAT-14: the ledger is filed first', () => {
    settle([line(1, 'received')], { ledger: null }).refuses('R-NAT-14');
  });
  it('R-WAGE-20: attendance without a sheet is not settled; a month without work is', () => {
    settle([], { sheet: null, ledger: null }, [{}]).refuses('R-WAGE-20');
    settle([], { sheet: null, ledger: null }).records('PeriodSettled');
  });
  it('is settled anew once disputed money has been received, and not otherwise', () => {
    const settled = { status: 'settled', settledOn: '2026-04-20', settledReceivedFen: 2_000_00 } as const;
    settle([line(1, 'received'), line(2, 'received')], settled).records('PeriodSettled');
    settle([line(1, 'received')], settled).refuses('P-ONCE');
  });
  it('money is set aside for disputes alone', () => {
    const reserve = (status: LineStatus, as: Role = 'contractor') =>
      given(paying([line(1, status)]), march).when(
        'reserveDisputed',
        { amountFen: 2_000_00, reference: '专户冻结单3号' },
        { as },
      );
    const { after } = reserve('disputed').records('DisputedReserved');
    expect(after.duties.map(({ command }) => command)).not.toContain('reserveDisputed');
    reserve('received').refuses('P-ORDER');
    reserve('disputed', 'owner').records('DisputedReserved');
    reserve('disputed', 'township').refuses('P-WHO');
  });
});
