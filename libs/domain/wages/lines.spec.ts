import { given } from '../../../test/support/given';
import { attended, fileDigest, line, march, payFacts, paying, worker } from '../../../test/support/projects-pay';
import type { WageLineFact } from '../facts';
import type { AttendanceRow } from '../rows';
import type { LineStatus, WagePeriod } from './period';

const own = (n: number) => ({ as: 'worker', actor: { person: worker(n) } }) as const;
const holding = (...lines: WageLineFact[]) => given(paying(lines), march);
const tallyOf = ({ after }: { after: { subject: unknown } }) => (after.subject as WagePeriod).tally;

describe('the worker’s confirmation', () => {
  const confirm = (status: LineStatus, edition = 1, as = own(1)) => {
    const one = line(1, status);
    return holding(one).when('confirmLine', { personRef: worker(1), edition }, { ...as, facts: { wageLines: [one] } });
  };

  it('R-CONF-10: is the worker’s own act', () => {
    expect(tallyOf(confirm('open').records('LineConfirmed')).confirmed).toEqual({ lines: 1, fen: 2_000_00 });
    confirm('open', 1, own(2)).refuses('R-CONF-10');
  });
  it('rests on the edition the worker saw', () => confirm('open', 2).refuses('P-STALE'));
  it.each(['open', 'resolved', 'unconfirmed'] as const)('is taken for a line that stands %s', (status) => {
    confirm(status).records('LineConfirmed');
  });
  it.each(['confirmed', 'disputed', 'paid', 'received', 'closed'] as const)(
    'is not taken for a line that stands %s',
    (status) => {
      confirm(status).refuses('P-ORDER');
    },
  );
  it('needs a line', () => {
    holding(line(1, 'open'))
      .when('confirmLine', { personRef: worker(2), edition: 1 }, { ...own(2), facts: { wageLines: [] } })
      .refuses('P-UNKNOWN');
  });
});

describe('a confirmation taken down on site', () => {
  const one = line(1, 'open');
  const onSite = (change: object) =>
    holding(one).when(
      'confirmOnSite',
      {
        personRef: worker(1),
        edition: 1,
        way: 'paper',
        witness: null,
        evidence: fileDigest,
        by: 'worker',
        authority: null,
        ...change,
      },
      { facts: { wageLines: [one] } },
    );

  it('R-CONF-12: a paper sheet needs no witness, a read-out one does, and another person', () => {
    onSite({}).records('LineConfirmedOnSite');
    onSite({ way: 'readOut' }).refuses('R-CONF-10');
    onSite({ way: 'readOut', witness: worker(7) }).records('LineConfirmedOnSite');
    onSite({ way: 'readOut', witness: worker(1) }).refuses('R-CONF-10');
    onSite({ way: 'fingerprint', witness: 'person-laborPayOfficer' }).refuses('R-CONF-10');
  });
  it('R-CONF-10: someone else needs written authority', () => {
    onSite({ by: 'proxy' }).refuses('R-CONF-10');
    onSite({ by: 'proxy', authority: fileDigest }).records('LineConfirmedOnSite');
  });
});

describe('R-WAGE-22: a dispute', () => {
  const disputed = line(1, 'disputed');
  const answer = (outcome: 'corrected' | 'upheld', rows: readonly AttendanceRow[] = []) =>
    given(
      paying([disputed, line(2, 'confirmed')], {
        disputesEver: 3,
        disputes: [{ personRef: worker(1), no: 3, on: '2026-04-05' }],
      }),
      march,
    ).when(
      'resolveDispute',
      { personRef: worker(1), outcome, answer: '已按门禁记录核对', deductions: [] },
      { facts: payFacts(rows, { wageLines: [disputed] }) },
    );

  it('takes its line out of the batch and asks for an answer within three working days', () => {
    const one = line(1, 'open');
    const raised = holding(one, line(2, 'confirmed'))
      .when(
        'disputeLine',
        { personRef: worker(1), edition: 1, reason: '少记一天' },
        { ...own(1), at: '2026-04-03T02:00:00.000Z', facts: { wageLines: [one] } },
      )
      .records('LineDisputed');
    expect(tallyOf(raised)).toMatchObject({ open: { lines: 0, fen: 0 }, disputed: { lines: 1, fen: 2_000_00 } });
    expect(raised.after.duties.find(({ command }) => command === 'resolveDispute')).toMatchObject({
      key: 'wages/resolveDispute/1',
      dueAt: '2026-04-09T09:30:00.000Z',
    });
  });
  it('is raised by the worker alone, and before the money is on its way', () => {
    const raise = (status: LineStatus, as = own(1)) => {
      const one = line(1, status);
      return holding(one).when(
        'disputeLine',
        { personRef: worker(1), edition: 1, reason: '少记一天' },
        { ...as, facts: { wageLines: [one] } },
      );
    };
    raise('confirmed').records('LineDisputed');
    raise('paid').refuses('P-ORDER');
    raise('open', own(2)).refuses('R-CONF-10');
  });
  it('upheld, the line waits for the worker anew', () => {
    expect(tallyOf(answer('upheld').records('DisputeResolved'))).toMatchObject({
      disputed: { lines: 0 },
      resolved: { lines: 1, fen: 2_000_00 },
    });
  });
  it('corrected, the line’s next edition is worked out from attendance, never typed', () => {
    const eleven = Array.from({ length: 11 }, (_, day) => attended(worker(1), `2026-03-${String(day + 10)}`));
    const corrected = answer('corrected', eleven).records('LineCorrected', 'DisputeResolved');
    expect(corrected.events[0]!.data).toMatchObject({ edition: 2, netFen: 2_200_00 });
    expect(tallyOf(corrected)).toMatchObject({
      disputed: { lines: 0, fen: 0 },
      resolved: { lines: 1, fen: 2_200_00 },
      confirmed: { lines: 1, fen: 2_000_00 },
    });
    expect((corrected.after.subject as WagePeriod).disputes).toEqual([]);
  });
  it('is not corrected while attendance still gives the same', () => {
    const ten = Array.from({ length: 10 }, (_, day) => attended(worker(1), `2026-03-${String(day + 10)}`));
    answer('corrected', ten).refuses('R-WAGE-22');
    answer('corrected', []).refuses('R-PRIN-04', 'R-WAGE-22');
  });
  it('is answered once', () => {
    const settled = line(1, 'resolved');
    holding(settled)
      .when(
        'resolveDispute',
        { personRef: worker(1), outcome: 'upheld', answer: '同前', deductions: [] },
        { facts: payFacts([], { wageLines: [settled] }) },
      )
      .refuses('P-ORDER');
  });
});

describe('R-CONF-01: silence is never consent', () => {
  const both = [
    { on: '2026-04-20', way: 'phone' },
    { on: '2026-04-27', way: 'visit' },
  ] as const;
  const mark = (
    notices: readonly { on: string; way: 'phone' | 'visit' }[],
    on = '2026-04-30',
    status: LineStatus = 'open',
  ) => {
    const lines = [line(1, status), line(2, 'confirmed')];
    return holding(...lines).when(
      'markUnconfirmed',
      { notices: [...notices], ...(status === 'open' ? {} : { lines: [{ personRef: worker(1) }] }) },
      { at: `${on}T02:00:00.000Z`, facts: { wageLines: status === 'open' ? lines : [lines[0]!] } },
    );
  };

  it('the line is marked on the legal pay day, not a day before', () => {
    expect(tallyOf(mark(both).records('LinesMarkedUnconfirmed'))).toMatchObject({
      unconfirmed: { lines: 1 },
      confirmed: { lines: 1 },
      open: { lines: 0 },
    });
    mark(both, '2026-04-29').refuses('R-CONF-01');
  });
  it('after notices on two days since the sheet', () => {
    mark(both.slice(0, 1)).refuses('R-CONF-01');
    mark([both[0], both[0]]).refuses('R-CONF-01');
    mark([{ on: '2026-04-01', way: 'phone' }, both[1]]).refuses('R-CONF-01');
    mark([{ on: '2026-05-02', way: 'phone' }, both[1]]).refuses('R-CONF-01');
  });
  it('a disputed line is never marked', () => mark(both, '2026-04-30', 'disputed').refuses('P-ORDER'));
});
