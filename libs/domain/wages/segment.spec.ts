import { given } from '../../../test/support/given';
import { march, paying, line, segment, working } from '../../../test/support/projects-pay';
import { effectsOf } from '../effects';
import type { Recorded } from '../event';
import type { Project, Segment } from '../project';
import { gatesFrom } from '../rules';
import { wagesGates } from './segment-rules';
import type { PaidPeriod } from './state';

const paid = (period: string, change: Partial<PaidPeriod> = {}): PaidPeriod => ({
  period,
  status: 'settled',
  netFen: 6_000_00,
  receivedFen: 6_000_00,
  reservedFen: 0,
  closedFen: 0,
  lines: 3,
  ...change,
});
const inWages = (periods: readonly PaidPeriod[], change: Partial<Segment> = {}): Segment =>
  segment({ stage: 'wages', wages: { periods, settledOn: null }, ...change });

describe('a segment leaves wages', () => {
  const leave = (
    segments: readonly Segment[],
    sealedMonths: readonly string[] = ['2026-03'],
    change: Partial<Project> = {},
  ) =>
    given(working({ segments, ...change })).when(
      'settleSegmentWages',
      { segmentId: 's1' },
      { facts: { sealedMonths } },
    );

  it('by the employer’s act; the last of the works brings the project to acceptance', () => {
    const { after } = leave([inWages([paid('2026-03')])]).records('SegmentWagesSettled');
    const { phase, segments } = after.subject as Project;
    expect([phase, segments[0]!.stage]).toEqual(['acceptance', 'done']);
  });
  it('while other works go on, the project stays with its segments; upkeep holds nothing up', () => {
    const phaseWith = (other: Partial<Segment>) =>
      (
        leave([inWages([paid('2026-03')]), segment({ id: 's2', ...other })]).records('SegmentWagesSettled').after
          .subject as Project
      ).phase;
    expect(phaseWith({ stage: 'construction' })).toBe('segments');
    expect(phaseWith({ stage: 'construction', kind: 'upkeep' })).toBe('acceptance');
  });
  it('an upkeep segment settled in later years leaves the phase as it is', () => {
    const { after } = leave([inWages([paid('2026-03')], { kind: 'upkeep' })], ['2026-03'], {
      phase: 'maintenance',
    }).records('SegmentWagesSettled');
    expect((after.subject as Project).phase).toBe('maintenance');
  });
  it('R-NAT-24: every month with attendance has its pay period', () => {
    leave([inWages([paid('2026-03')])], ['2026-03', '2026-04']).refuses('R-NAT-24');
  });
  it('R-PAY-21: every period is settled', () => {
    leave([inWages([paid('2026-03', { status: 'open', netFen: 0, receivedFen: 0 })])]).refuses('R-PAY-21');
  });
  it('R-PAY-20: no pay is held back: received, reserved and closed make up the whole', () => {
    leave([inWages([paid('2026-03', { receivedFen: 4_000_00, reservedFen: 1_000_00, closedFen: 1_000_00 })])]).records(
      'SegmentWagesSettled',
    );
    leave([inWages([paid('2026-03', { receivedFen: 5_999_99 })])]).refuses('R-PAY-20');
  });
  it('only from wages, once, and by its own employer', () => {
    leave([segment()]).refuses('P-ORDER');
    leave([inWages([], { stage: 'done' })]).refuses('P-ONCE');
    given(working({ segments: [inWages([paid('2026-03')])] }))
      .when('settleSegmentWages', { segmentId: 's9' }, { facts: { sealedMonths: [] } })
      .refuses('P-UNKNOWN');
  });
  it('shows its gates beforehand, met and unmet', () => {
    const project = working();
    const gates = gatesFrom(wagesGates, {
      project,
      segment: inWages([paid('2026-03')]),
      facts: { sealedMonths: ['2026-03', '2026-04'] } as never,
      on: '2026-05-01',
    });
    expect(gates.map(({ rule, holds, found }) => [rule, holds, found])).toEqual([
      ['R-NAT-24', false, '2026-04 尚未建立'],
      ['R-PAY-21', true, '1 个月已结清'],
      ['R-PAY-20', true, '没有'],
    ]);
  });
  it('is the labor-pay officer’s duty once all its periods are settled', () => {
    const { after } = given(working({ segments: [inWages([paid('2026-03', { status: 'open' })])] }))
      .when('noteWagePeriodSettled', {
        segmentId: 's1',
        period: '2026-03',
        lines: 3,
        netFen: 6_000_00,
        receivedFen: 6_000_00,
        reservedFen: 0,
        closedFen: 0,
      })
      .records('WagePeriodSettlementNoted');
    expect(after.duties.map(({ key }) => key)).toContain('wages/settleSegmentWages/s1');
  });
});

describe('what the project hears of its periods', () => {
  const event = (type: string, data: object): Recorded => ({
    stream: march,
    version: 2,
    type,
    data,
    occurredAt: '2026-04-20T02:00:00.000Z',
    recordedAt: '2026-04-20T02:00:00.000Z',
    actor: { person: 'p', body: 'b', post: 'q' },
    commandId: 'c',
    backfilled: false,
  });
  const { state } = given(paying([line(1, 'received')]), march);

  it('opening and settling of a period are told to the project', () => {
    expect(effectsOf(event('PeriodOpened', {}), state)).toEqual([
      { stream: 'project/p-demo', type: 'noteWagePeriodOpened', data: { segmentId: 's1', period: '2026-03' } },
    ]);
    const figures = { lines: 1, netFen: 2_000_00, receivedFen: 2_000_00, reservedFen: 0, closedFen: 0 };
    expect(effectsOf(event('PeriodSettled', figures), state)).toEqual([
      {
        stream: 'project/p-demo',
        type: 'noteWagePeriodSettled',
        data: { segmentId: 's1', period: '2026-03', ...figures },
      },
    ]);
    expect(effectsOf(event('LedgerFiled', {}), state)).toEqual([]);
  });
  it('a second telling says nothing new', () => {
    const heard = working({ segments: [inWages([paid('2026-03')])] });
    given(heard).when('noteWagePeriodOpened', { segmentId: 's1', period: '2026-03' }).records();
    given(heard)
      .when('noteWagePeriodSettled', {
        segmentId: 's1',
        period: '2026-03',
        lines: 3,
        netFen: 6_000_00,
        receivedFen: 6_000_00,
        reservedFen: 0,
        closedFen: 0,
      })
      .records();
  });
  it('periods stand in the order of their months', () => {
    const { after } = given(working({ segments: [inWages([paid('2026-04')])] }))
      .when('noteWagePeriodOpened', { segmentId: 's1', period: '2026-03' })
      .records('WagePeriodNoted');
    expect((after.subject as Project).segments[0]!.wages.periods.map(({ period }) => period)).toEqual([
      '2026-03',
      '2026-04',
    ]);
  });
});
