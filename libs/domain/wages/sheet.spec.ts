import { given } from '../../../test/support/given';
import {
  attended,
  march,
  paidParties,
  payFacts,
  paying,
  post,
  segment,
  selfBuilt,
  standard,
  worker,
  working,
  line,
} from '../../../test/support/projects-pay';
import { emptyState } from '../decider';
import type { AttendanceRow } from '../rows';
import { noLines, noPeriod, type WagePeriod } from './period';

const aprilSecond = '2026-04-02T02:00:00.000Z';
const rows = [attended(worker(1), '2026-03-30'), attended(worker(1), '2026-03-31'), attended(worker(2), '2026-03-31')];

const opened = (change: Partial<WagePeriod> = {}): WagePeriod => ({
  ...noPeriod('p-demo/s1/2026-03'),
  exists: true,
  status: 'open',
  parties: paidParties,
  employers: ['badaling-works'],
  sheetDueOn: '2026-04-08',
  payOn: '2026-04-30',
  ...change,
});

describe('opening a pay period', () => {
  const open = (data: { payOn?: string } = {}, project = working(), at = aprilSecond, stream = march) =>
    given(emptyState(stream)).when('openPeriod', data, {
      as: 'laborPayOfficer',
      actor: { body: 'badaling-works' },
      at,
      facts: { project },
    });

  it('binds the parties and the days, and owes the sheet and the pay', () => {
    const { events, after } = open().records('PeriodOpened');
    expect(events[0]!.data).toMatchObject({
      district: '110119',
      parties: paidParties,
      payOn: '2026-04-30',
      sheetDueOn: '2026-04-08',
    });
    expect((after.subject as WagePeriod).district).toBe('110119');
    expect(after.duties.map(({ key }) => key)).toEqual(['wages/pay', 'wages/drawUpSheet/1']);
    expect(after.duties[0]).toMatchObject({
      kind: 'pay',
      dueAt: '2026-04-30T09:30:00.000Z',
      owner: { body: 'badaling-works' },
    });
  });
  it('R-PAY-17: pay that falls on a day of rest goes out on the working day before it', () => {
    const payOn = (data: { payOn: string }) => open(data).records('PeriodOpened').events[0]!.data;
    expect(payOn({ payOn: '2026-04-24' })).toMatchObject({ payOn: '2026-04-24', agreedOn: '2026-04-24' });
    expect(payOn({ payOn: '2026-04-25' })).toMatchObject({ payOn: '2026-04-24', agreedOn: '2026-04-25' });
    expect(payOn({ payOn: '2026-04-06' })).toMatchObject({ payOn: '2026-04-03' });
  });
  it('R-PAY-18: pay is due within a month, and not before the month is over', () => {
    open({ payOn: '2026-04-30' }).records('PeriodOpened');
    open({ payOn: '2026-05-01' }).refuses('R-PAY-18');
    open({ payOn: '2026-03-31' }).records('PeriodOpened');
    open({ payOn: '2026-03-30' }).refuses('R-PAY-18');
  });
  it('R-PAY-14: pay needs the account it goes out from', () => {
    const bare = segment();
    open({}, working({ segments: [{ ...bare, mobilization: { ...bare.mobilization, payChannel: null } }] })).refuses(
      'R-PAY-14',
    );
  });
  it('waits for the works to start and for the month to come', () => {
    const fresh = segment();
    open({}, working({ segments: [{ ...fresh, construction: { ...fresh.construction, startedOn: null } }] })).refuses(
      'P-ORDER',
    );
    open({}, working(), aprilSecond, 'wages/p-demo/s1/2026-02').refuses('P-ORDER');
    open({}, working(), aprilSecond, 'wages/p-demo/s1/2026-04').records('PeriodOpened');
    open({}, working(), aprilSecond, 'wages/p-demo/s1/2026-05').refuses('P-ORDER');
    open({}, working(), aprilSecond, 'wages/p-demo/s1/2026-13').refuses('P-UNKNOWN');
  });
  it('is the employer’s or the system’s act', () => {
    given(emptyState(march))
      .when('openPeriod', {}, { as: 'system', at: aprilSecond, facts: { project: working() } })
      .records('PeriodOpened');
    given(emptyState(march))
      .when(
        'openPeriod',
        {},
        { as: 'laborPayOfficer', actor: { body: 'another-works' }, at: aprilSecond, facts: { project: working() } },
      )
      .refuses('P-WHO');
  });
});

describe('drawing up the sheet', () => {
  const drawUp = (
    attendance: readonly AttendanceRow[] = rows,
    { project = working(), data = {}, at = aprilSecond, period = opened(), ...facts } = {} as {
      project?: ReturnType<typeof working>;
      data?: object;
      at?: string;
      period?: WagePeriod;
      engagements?: Record<string, 'laborContract' | 'laborAgreement' | 'partTime'>;
      wageLines?: ReturnType<typeof line>[];
    },
  ) =>
    given(period, march).when(
      'drawUpSheet',
      { deductions: [], claimed: [], ...data },
      { at, facts: payFacts(attendance, { project, ...facts }) },
    );

  it('seals a line per worker from sealed attendance and the rate in force that day', () => {
    const { events, after } = drawUp().records('WageSheetSealed');
    expect(events[0]!.data).toMatchObject({
      lines: 2,
      grossFen: 600_00,
      netFen: 600_00,
      maker: 'person-laborPayOfficer',
      edition: 1,
    });
    const { tally, status } = after.subject as WagePeriod;
    expect([status, tally.open]).toEqual(['drawn', { lines: 2, fen: 600_00 }]);
    expect(after.duties.map(({ key }) => key)).toEqual(['wages/pay', 'wages/reviewSheet/1', 'wages/confirmOnSite']);
  });
  it('R-PRIN-04: a line without attendance or output is refused, and so is a sheet without lines', () => {
    drawUp(rows, { data: { claimed: [{ personRef: worker(1), grossFen: 400_00 }] } }).records('WageSheetSealed');
    drawUp(rows, { data: { claimed: [{ personRef: worker(9), grossFen: 1 }] } }).refuses('R-PRIN-04');
    drawUp([]).refuses('R-PRIN-04');
    drawUp([attended(worker(1), '2026-03-31', { minutes: 0 })]).refuses('R-PRIN-04');
  });
  it('R-WAGE-17: the employer’s own figures must equal the record’s to the fen', () => {
    drawUp(rows, { data: { claimed: [{ personRef: worker(1), grossFen: 400_00 }] } }).records('WageSheetSealed');
    drawUp(rows, { data: { claimed: [{ personRef: worker(1), grossFen: 400_01 }] } }).refuses('R-WAGE-17');
  });
  it('R-WAGE-11: figures that leave out overtime of hired workers are refused', () => {
    const holiday = [attended(worker(1), '2026-03-31', { minutes: 540 })];
    const hired = { engagements: { [worker(1)]: 'laborContract' as const } };
    drawUp(holiday, { ...hired, data: { claimed: [{ personRef: worker(1), grossFen: 237_50 }] } }).records(
      'WageSheetSealed',
    );
    drawUp(holiday, { ...hired, data: { claimed: [{ personRef: worker(1), grossFen: 225_00 }] } }).refuses('R-WAGE-11');
  });
  it('R-WAGE-02: a day on which no standard was in force is refused', () => {
    drawUp([attended(worker(1), '2026-03-01')]).records('WageSheetSealed');
    drawUp([attended(worker(1), '2026-02-28')]).refuses('R-PRIN-04', 'R-WAGE-02');
  });
  it('R-WAGE-12: a day rate of eight minimum hours holds, one fen less does not', () => {
    const at8h = (rateFen: number) =>
      working({ approval: { ...working().approval, wageStandards: [standard({ rateFen })] } });
    drawUp(rows, { project: at8h(116_80) }).records('WageSheetSealed');
    drawUp(rows, { project: at8h(116_79) }).refuses('R-WAGE-12');
  });
  it('R-WAGE-12: part-time workers have their own minimum', () => {
    const hourly = (rateFen: number) =>
      working({ approval: { ...working().approval, wageStandards: [standard({ unit: 'hour', rateFen })] } });
    const partTime = { engagements: { [worker(1)]: 'partTime' as const, [worker(2)]: 'partTime' as const } };
    drawUp(rows, { project: hourly(27_70), ...partTime }).records('WageSheetSealed');
    drawUp(rows, { project: hourly(27_69), ...partTime }).refuses('R-WAGE-12');
    drawUp(rows, { project: hourly(27_69) }).records('WageSheetSealed');
  });
  it('R-WAGE-12: the minimum of the day worked applies, not that of the day the sheet is drawn up', () => {
    const august = [attended(worker(1), '2025-08-29')];
    const rated = (rateFen: number) =>
      working({ approval: { ...working().approval, wageStandards: [standard({ rateFen, from: '2025-08-01' })] } });
    const period = opened({ period: '2025-08' });
    drawUp(august, { project: rated(111_28), period }).records('WageSheetSealed');
    drawUp(august, { project: rated(111_27), period }).refuses('R-WAGE-12');
  });
  it('R-NAT-20: hire of machines or vehicles is never labor pay', () => {
    const hire = segment();
    const project = working({
      segments: [{ ...hire, mobilization: { ...hire.mobilization, posts: [post({ postClass: 'machineHire' })] } }],
      approval: { ...working().approval, wageStandards: [standard({ postClass: 'machineHire' })] },
    });
    drawUp(rows, { project }).refuses('R-NAT-20');
  });
  it('R-WAGE-14: a deduction has its ground and stays within the pay', () => {
    const deduct = (amountFen: number, ground: string) =>
      drawUp(rows, { data: { deductions: [{ personRef: worker(2), kind: 'incomeTax', amountFen, ground }] } });
    expect(deduct(200_00, '税款所属期2026年3月').records('WageSheetSealed').events[0]!.data).toMatchObject({
      deductionsFen: 200_00,
      netFen: 400_00,
    });
    deduct(200_01, '税款所属期2026年3月').refuses('R-WAGE-14');
    deduct(1, '').refuses('R-WAGE-14');
  });
  it('R-ATT-16: the month is over and sealed before pay is calculated', () => {
    const unsealed = segment();
    const withDay = (on: string) =>
      working({ segments: [{ ...unsealed, construction: { ...unsealed.construction, unsealedDays: [on] } }] });
    drawUp(rows, { project: withDay('2026-03-31') }).refuses('R-ATT-16');
    drawUp(rows, { project: withDay('2026-04-01') }).records('WageSheetSealed');
    drawUp(rows, { at: '2026-03-30T02:00:00.000Z' }).refuses('R-ATT-16');
    drawUp(rows, { at: '2026-03-31T02:00:00.000Z' }).records('WageSheetSealed');
  });
  it('R-ATT-16: a day corrected after its month was paid counts by its difference alone, and never takes pay back', () => {
    const late = (minutes: number) => attended(worker(1), '2026-02-27', { minutes, edition: 2, countsIn: '2026-03' });
    const counted = [attended(worker(1), '2026-02-27', { minutes: 240 })];
    const febRate = working({ approval: { ...working().approval, wageStandards: [standard({ from: '2026-02-01' })] } });
    const sheet = (minutes: number) =>
      given(opened(), march)
        .when(
          'drawUpSheet',
          { deductions: [], claimed: [] },
          {
            at: aprilSecond,
            facts: payFacts([], {
              project: febRate,
              periodAttendance: { rows: [late(minutes), rows[2]!], counted, digest: 'sm3:attendance' },
            }),
          },
        )
        .records('WageSheetSealed').events[0]!.data;
    expect(sheet(480)).toMatchObject({ lines: 2, grossFen: 300_00 });
    expect(sheet(120)).toMatchObject({ lines: 1, grossFen: 200_00 });
  });
  it('drawn up again before payment, it takes the place of the first and strikes out who is no longer in it', () => {
    const again = drawUp(rows.slice(0, 2), {
      period: paying([line(1, 'confirmed'), line(2, 'open')]),
      wageLines: [line(1, 'confirmed'), line(2, 'open')],
    });
    const { after } = again.records('WageSheetSealed');
    const { tally, sheet, review } = after.subject as WagePeriod;
    expect([tally, sheet?.edition, review]).toEqual([{ ...noLines, open: { lines: 1, fen: 400_00 } }, 2, null]);
    drawUp(rows, { period: paying([line(1, 'paid')]), wageLines: [line(1, 'paid')] }).refuses('P-ORDER');
  });
});

describe('checking the sheet', () => {
  const drawn = (change: Partial<WagePeriod> = {}) =>
    given(paying([line(1, 'open')], { status: 'drawn', review: null, ...change }), march);
  const agree = { edition: 1, outcome: 'agreed', opinion: '与考勤一致' } as const;

  it('R-NAT-23: the township checks before pay goes out', () => {
    const { after } = drawn().when('reviewSheet', agree, { as: 'township', at: aprilSecond }).records('SheetReviewed');
    expect((after.subject as WagePeriod).review).toEqual({
      person: 'person-township',
      body: 'jiuxian-town',
      on: '2026-04-02',
    });
    drawn().when('reviewSheet', agree, { as: 'owner', at: aprilSecond }).refuses('R-NAT-23');
  });
  it('R-NAT-23: for self-build the village supervision committee may check, for a contractor not', () => {
    const committee = { as: 'villageSupervision', at: aprilSecond } as const;
    drawn({ parties: selfBuilt, employers: ['xilong-collective'] })
      .when('reviewSheet', agree, committee)
      .records('SheetReviewed');
    drawn({ parties: { ...paidParties, villageSupervision: 'xilong-supervision' } })
      .when('reviewSheet', agree, committee)
      .refuses('R-NAT-23');
  });
  it('R-OA-16: neither the maker nor the employer checks their own sheet', () => {
    drawn()
      .when('reviewSheet', agree, { as: 'township', actor: { person: 'person-laborPayOfficer' }, at: aprilSecond })
      .refuses('R-OA-16');
    drawn().when('reviewSheet', agree, { as: 'contractor', at: aprilSecond }).refuses('R-OA-16', 'R-NAT-23');
  });
  it('R-OA-16: where the township itself employs for upkeep, the owner checks', () => {
    const upkeep = { employers: ['jiuxian-town'] };
    drawn(upkeep).when('reviewSheet', agree, { as: 'township', at: aprilSecond }).refuses('R-OA-16', 'R-NAT-23');
    drawn(upkeep).when('reviewSheet', agree, { as: 'owner', at: aprilSecond }).records('SheetReviewed');
  });
  it('rests on the edition that was read, and is done once', () => {
    drawn()
      .when('reviewSheet', { ...agree, edition: 2 }, { as: 'township', at: aprilSecond })
      .refuses('P-STALE');
    drawn({ status: 'reviewed' }).when('reviewSheet', agree, { as: 'township', at: aprilSecond }).refuses('P-ONCE');
  });
  it('a sheet sent back is drawn up again', () => {
    const { after } = drawn()
      .when('reviewSheet', { ...agree, outcome: 'returned' }, { as: 'township', at: aprilSecond })
      .records('SheetReviewed');
    expect(after.duties.map(({ key }) => key)).toEqual(['wages/pay', 'wages/drawUpSheet/2']);
  });
});
