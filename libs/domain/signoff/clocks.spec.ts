import { given } from '../../../test/support/given';
import { routeOf, startOf, step, submitted, Told } from '../../../test/support/told';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import type { StreamState } from '../state';
import { nextDueAt } from '../timers';
import { signoffDuties } from './duties';
import { noMatter } from './matter';

const facts = { parameters: parametersOn(defaultParameters, '2026-03-02') };
const route = routeOf({ a: step(['x', 'y']), b: step(['z']) });
const atFirst = submitted(route);
const leader = { postKinds: ['leaderInCharge'] as const, bodyKind: 'districtGovernment' as const };
const stop = (seat: string) => ({ seat, reason: 'corrections', awaited: 'owner', note: '缺概算批复' });
const go = (seat: string) => ({ seat, note: '材料已补齐' });
const stopped = atFirst.act('x', 'pauseClock', stop('a#1.0'));
const pauses = ({ matter }: Told) => matter.pauses.map(({ visit, to, resumed }) => [visit, to, resumed?.by.body]);

describe('stopping the clock of a step (R-OA-17)', () => {
  it('is for who owes an act there, and for leaders of the district government or the city', () => {
    expect(pauses(stopped)).toEqual([['a#1', null, undefined]]);
    atFirst.refuses('z', 'pauseClock', stop('a#1.0'), 'P-WHO');
    expect(pauses(atFirst.as(leader).act('gov', 'pauseClock', stop('a#1.0')))).toEqual([['a#1', null, undefined]]);
    const city = { ...leader, bodyKind: 'municipalDepartment' as const, district: '110000' };
    expect(pauses(atFirst.as(city).act('city', 'pauseClock', stop('a#1.0')))).toHaveLength(1);
  });
  it('is not for a leader of another office, or of another district', () => {
    atFirst.as({ ...leader, bodyKind: 'water' }).refuses('w', 'pauseClock', stop('a#1.0'), 'P-WHO');
    atFirst.as({ ...leader, district: '110111' }).refuses('gov', 'pauseClock', stop('a#1.0'), 'P-WHO');
  });
  it('is not for who has acted there already', () => {
    atFirst.agree('x').refuses('x', 'pauseClock', stop('a#1.0'), 'P-WHO');
  });
  it('puts off nobody’s own drafting, unless a leader stops it', () => {
    const returned = atFirst.returns('x', 'draft', 'again');
    returned.refuses('owner', 'pauseClock', stop('draft#2.0'), 'P-WHO');
    expect(pauses(returned.as(leader).act('gov', 'pauseClock', stop('draft#2.0')))).toEqual([
      ['draft#2', null, undefined],
    ]);
  });
  it('is refused twice, and in vain', () => {
    stopped.refuses('y', 'pauseClock', stop('a#1.1'), 'R-OA-17');
    atFirst.refuses('x', 'resumeClock', go('a#1.0'), 'R-OA-17');
  });
  it('is refused at a step that is over or lies ahead, and at a matter that has ended', () => {
    const further = atFirst.agree('x').agree('y');
    further.refuses('x', 'pauseClock', stop('a#1.0'), 'P-ORDER');
    atFirst.refuses('z', 'pauseClock', stop('b#1.0'), 'P-UNKNOWN');
    further.agree('z').refuses('z', 'pauseClock', stop('b#1.0'), 'P-HALTED');
  });
  it('waits for a body that is on record', () => {
    atFirst.refuses('x', 'pauseClock', { ...stop('a#1.0'), awaited: 'nobody' }, 'P-UNKNOWN');
  });
  it('is not urged while every clock stands', () => {
    stopped.refuses('owner', 'urgeMatter', {}, 'R-OA-17');
    expect(stopped.act('x', 'resumeClock', go('a#1.0')).act('owner', 'urgeMatter', {}).matter.urges).toHaveLength(1);
  });
  it('ends by whoever may stop it, and can begin again', () => {
    const running = stopped.on('2026-03-04').act('y', 'resumeClock', go('a#1.1'));
    expect(pauses(running)).toEqual([['a#1', '2026-03-04T02:00:00.000Z', 'y']]);
    expect(pauses(running.act('x', 'pauseClock', stop('a#1.0')))).toHaveLength(2);
  });
  it('holds nobody from deciding, and ends with the step', () => {
    const over = stopped.on('2026-03-03').agree('x').agree('y');
    expect(over.asked).toEqual(['z']);
    expect(pauses(over)).toEqual([['a#1', '2026-03-03T02:00:00.000Z', undefined]]);
    expect(pauses(stopped.on('2026-03-03').returns('x', 'draft', 'back'))[0]![1]).toBe('2026-03-03T02:00:00.000Z');
  });
});

describe('duties at a step whose clock stands', () => {
  const at = (day: string) => `2026-03-${day}T02:00:00.000Z`;
  const system = { as: 'system' as const };
  const begun = given(atFirst.matter, 'signoff/m')
    .when('reviewDuties', { cause: 'test' }, { ...system, at: at('02') })
    .passes().after;
  const acted = (state: StreamState, type: 'pauseClock' | 'resumeClock', day: string) =>
    given(state).when(type, (type === 'pauseClock' ? stop('a#1.0') : go('a#1.0')) as never, {
      at: at(day),
      as: 'districtGovernment',
      actor: { body: 'x' },
      facts: { bodies: { owner: {} as never } },
    });
  const paused = acted(begun, 'pauseClock', '03').records('ClockPaused').after;
  const running = acted(paused, 'resumeClock', '04').records('ClockResumed').after;
  const dueOf = ({ duties }: StreamState) => duties.map(({ dueAt }) => dueAt);

  it('say for what and whom they wait, and since when', () => {
    expect(paused.duties.map(({ stopped: clock }) => clock)).toEqual(
      [1, 2].map(() => ({ reason: 'corrections', awaited: 'owner', since: at('03') })),
    );
  });
  it('do not lapse, and no timer waits for them', () => {
    expect(nextDueAt(begun)).not.toBeNull();
    expect(nextDueAt(paused)).toBeNull();
    const lapse = { key: 'a#1.0', dueAt: dueOf(paused)[0]! };
    given(paused)
      .when('lapseDuty', lapse, { ...system, at: at('10') })
      .records();
    given(begun)
      .when('lapseDuty', lapse, { ...system, at: at('10') })
      .records('DutyLapsed', 'LapseEscalated');
  });
  it('are due later by the working time it stood, a day here', () => {
    expect(dueOf(begun)).toEqual(['2026-03-09T09:30:00.000Z', '2026-03-09T09:30:00.000Z']);
    expect(dueOf(running)).toEqual(['2026-03-10T09:30:00.000Z', '2026-03-10T09:30:00.000Z']);
    expect(running.duties.every(({ stopped: clock }) => clock === undefined)).toBe(true);
  });
  it('run again though it stood for no working time', () => {
    const late = (state: StreamState, type: 'pauseClock' | 'resumeClock', hour: string) =>
      given(state)
        .when(type, (type === 'pauseClock' ? stop('a#1.0') : go('a#1.0')) as never, {
          at: `2026-03-03T${hour}:00:00.000Z`,
          actor: { body: 'x' },
          facts: { bodies: { owner: {} as never } },
        })
        .passes().after;
    const night = late(late(begun, 'pauseClock', '11'), 'resumeClock', '13');
    expect(dueOf(night)).toEqual(dueOf(begun));
    expect(nextDueAt(night)).toBe(nextDueAt(begun));
  });
  it('open standing where the clock stands already', () => {
    const inOrder = submitted(routeOf({ a: step(['x', 'y'], 'inOrder') })).act('x', 'pauseClock', stop('a#1.0'));
    expect(signoffDuties(inOrder.agree('x').matter, facts)).toMatchObject([{ key: 'a#1.1', pauses: [{ to: null }] }]);
  });
});

describe('a matter that is 特急 (R-OA-17)', () => {
  const begin = (at: string, of = route, parameters = {}) => {
    const urgent = { ...submitted(of).matter, urgency: 'extraUrgent' as const };
    const known = parametersOn(defaultParameters, '2026-03-02');
    return given(urgent, 'signoff/m')
      .when('reviewDuties', { cause: 'test' }, { as: 'system', at, facts: { parameters: { ...known, ...parameters } } })
      .passes().after.duties[0]!;
  };
  it('takes its urgency from its start', () => {
    const urgent = new Told(noMatter('m'), route).act('owner', 'startMatter', { ...startOf, urgency: 'extraUrgent' });
    expect(urgent.matter.urgency).toBe('extraUrgent');
    expect(atFirst.matter.urgency).toBe('normal');
  });
  it('gives four working hours, over lunch and night, and reminds an hour before', () => {
    expect(begin('2026-03-02T01:00:00.000Z')).toMatchObject({
      dueAt: '2026-03-02T06:00:00.000Z',
      remindAt: '2026-03-02T05:00:00.000Z',
    });
    expect(begin('2026-03-02T08:00:00.000Z').dueAt).toBe('2026-03-03T03:00:00.000Z');
  });
  it('counts from the next opening when it comes in the evening or on a Saturday', () => {
    expect(begin('2026-03-06T12:00:00.000Z').dueAt).toBe('2026-03-09T05:30:00.000Z');
    expect(begin('2026-03-07T03:00:00.000Z').dueAt).toBe('2026-03-09T05:30:00.000Z');
  });
  it('takes the step’s own minutes before the rulebook’s', () => {
    const own = routeOf({ a: { ...step(['x']), limitMinutes: 60 } });
    expect(begin('2026-03-02T02:00:00.000Z', own).dueAt).toBe('2026-03-02T03:00:00.000Z');
    expect(begin('2026-03-02T02:00:00.000Z', route, { 'step.limit.extraUrgent': 30 }).dueAt).toBe(
      '2026-03-02T02:30:00.000Z',
    );
  });
  it('is not reminded of what falls due within the hour', () => {
    const own = routeOf({ a: { ...step(['x']), limitMinutes: 60 } });
    expect(begin('2026-03-02T02:00:00.000Z', own).remindAt).toBeUndefined();
  });
});
