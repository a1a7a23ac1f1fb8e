import { given } from '../../../test/support/given';
import { ownerOf, routeOf, step, submitted } from '../../../test/support/told';
import { emptyState } from '../decider';
import { brokenInvariantsIn } from '../invariants';
import type { Recorded } from '../event';
import type { StreamState } from '../state';
import { broughtBy, nextDueAt } from '../timers';
import { brokenInvariants } from './invariants';
import type { Matter } from './matter';
import type { Owner } from './route';

const at = (day: string, hour = '02') => `2026-03-${day}T${hour}:00:00.000Z`;
const system = { as: 'system' as const };
const route = routeOf({ a: step(['x', 'y']), b: step(['z']) });
const begun = given(submitted(route).matter, 'signoff/m')
  .when('reviewDuties', { cause: 'test' }, { ...system, at: at('02') })
  .passes().after;
const lead = (body: string): Owner => ({ body, post: 'leaderInCharge' });
const above = (...superiors: Owner[]) => ({ superiors });

/** What the clock has brought by an instant, given as the timer gives it. */
const brought = (state: StreamState, now: string, superiors: Owner[] = []) =>
  broughtBy(state, now).reduce<{ state: StreamState; types: string[] }>(
    ({ state: before, types }, { type, data }) => {
      const { events, after } = given(before)
        .when(type, data as never, { ...system, at: now, facts: above(...superiors) })
        .passes();
      expect(brokenInvariants(before.subject as Matter, after.subject as Matter)).toEqual([]);
      return { state: after, types: [...types, ...events.map((event) => event.type)] };
    },
    { state, types: [] },
  );
const openKeys = ({ duties }: StreamState) => duties.map(({ key, lapsed }) => (lapsed ? `${key} late` : key));
const acting = (state: StreamState, by: string, type: 'giveDecision' | 'recallAct' | 'reassignSeat', data: object) =>
  given(state).when(type, data as never, { at: at('12'), actor: { body: by, person: by } });
const seen = { round: 1, documentVersion: 1 };

describe('a reminder by the timer (R-OA-11)', () => {
  it('comes as the last working day opens, once for each who owes', () => {
    expect(nextDueAt(begun)).toBe('2026-03-09T00:30:00.000Z');
    expect(broughtBy(begun, '2026-03-09T00:29:59.999Z')).toEqual([]);
    const reminded = brought(begun, '2026-03-09T00:30:00.000Z');
    expect(reminded.types).toEqual(['DutyReminded', 'DutyReminded']);
    expect(broughtBy(reminded.state, '2026-03-09T00:30:00.000Z')).toEqual([]);
    expect(nextDueAt(reminded.state)).toBe('2026-03-09T09:30:00.000Z');
  });
  it('is told in the rulebook’s own time', () => {
    const { after } = given(submitted(route).matter, 'signoff/m')
      .when(
        'reviewDuties',
        { cause: 'test' },
        { ...system, at: at('02'), facts: { parameters: { 'urge.before': 2 } as never } },
      )
      .passes();
    expect(nextDueAt(after)).toBe('2026-03-06T00:30:00.000Z');
  });
  it('given twice records nothing twice', () => {
    const [first] = broughtBy(begun, at('09'));
    const { after } = given(begun)
      .when(first!.type, first!.data as never, { ...system, at: at('09') })
      .records('DutyReminded');
    given(after)
      .when(first!.type, first!.data as never, { ...system, at: at('09') })
      .records();
  });
  it('does not come after the limit: who is late is told so at once', () => {
    expect(new Set(brought(begun, at('10')).types)).toEqual(new Set(['DutyLapsed', 'LapseEscalated', 'DutiesChanged']));
  });
});

describe('a lapse (R-OA-14)', () => {
  const late = brought(begun, at('10'), [lead('x')]).state;
  const matter = ({ subject }: StreamState) => subject as Matter;

  it('is brought before the next superior, and the owner keeps the duty in sight', () => {
    expect(openKeys(late)).toEqual(['a#1.0 late', 'a#1.1 late', 'e1/followUp', 'e2/followUp']);
    expect(matter(late).escalations.map(({ key, owner, to }) => [key, owner.body, to])).toEqual([
      ['a#1.0', 'x', lead('x')],
      ['a#1.1', 'y', lead('x')],
    ]);
  });
  it('is recorded once, whenever it is given again', () => {
    const lapse = { key: 'a#1.0', dueAt: late.duties[0]!.dueAt! };
    given(late)
      .when('lapseDuty', lapse, { ...system, at: at('11'), facts: above(lead('x')) })
      .records();
    expect(broughtBy(late, at('10'))).toEqual([]);
  });
  it('is followed up by that superior alone, once', () => {
    const follow = { escalation: 'e1', note: '已督促今日办结' };
    const asLead = {
      at: at('11'),
      actor: { body: 'x', person: 'boss' },
      facts: {
        authority: {
          bodyKind: 'water',
          district: '110119',
          postKinds: ['leaderInCharge'],
          holds: true,
          organizationVersion: 1,
        } as never,
      },
    };
    given(late)
      .when('followUpLapse', follow, { at: at('11'), actor: { body: 'x' } })
      .refuses('P-WHO');
    given(late)
      .when('followUpLapse', { ...follow, escalation: 'e9' }, asLead)
      .refuses('P-UNKNOWN');
    const { after } = given(late).when('followUpLapse', follow, asLead).records('LapseFollowedUp');
    expect(openKeys(after)).toEqual(['a#1.0 late', 'a#1.1 late', 'e2/followUp']);
    given(after).when('followUpLapse', follow, asLead).refuses('P-ONCE');
  });
  it('is over when the duty is done, and does not come back with it', () => {
    const done = acting(late, 'x', 'giveDecision', {
      seat: 'a#1.0',
      decision: 'agree',
      opinion: null,
      ...seen,
    }).passes().after;
    expect(openKeys(done)).toEqual(['a#1.1 late', 'e2/followUp']);
    const recalled = acting(done, 'x', 'recallAct', { seat: 'a#1.0' }).passes().after;
    expect(openKeys(recalled)).toEqual(['a#1.1 late', 'e2/followUp', 'a#1.0']);
    given(done)
      .when(
        'followUpLapse',
        { escalation: 'e1', note: '…' },
        {
          actor: { body: 'x' },
          facts: {
            authority: {
              bodyKind: null,
              district: '110119',
              postKinds: ['leaderInCharge'],
              holds: true,
              organizationVersion: 1,
            },
          },
        },
      )
      .refuses('P-ONCE');
  });
  it('that was followed up stops nobody from stopping the clock once the duty is owed afresh', () => {
    const asLead = {
      at: at('11'),
      actor: { body: 'x', person: 'boss' },
      facts: {
        authority: {
          bodyKind: null,
          district: '110119',
          postKinds: ['leaderInCharge' as const],
          holds: true,
          organizationVersion: 1,
        },
      },
    };
    const followed = given(late).when('followUpLapse', { escalation: 'e1', note: '…' }, asLead).passes().after;
    const vote = { seat: 'a#1.0', decision: 'agree' as const, opinion: null, ...seen };
    const done = acting(followed, 'x', 'giveDecision', vote).passes().after;
    const recalled = acting(done, 'x', 'recallAct', { seat: 'a#1.0' }).passes().after;
    const stop = { seat: 'a#1.0', reason: 'hearing' as const, awaited: 'owner', note: '…' };
    given(recalled)
      .when('pauseClock', stop, { at: at('13'), actor: { body: 'x' }, facts: { bodies: { owner: {} as never } } })
      .records('ClockPaused');
  });
  it('goes further up where the superior lets it lie, and ends where nobody is above', () => {
    const further = brought(late, at('13'), [lead('gov')]).state;
    expect(openKeys(further).slice(2)).toEqual(['e1/followUp late', 'e2/followUp late', 'e3/followUp', 'e4/followUp']);
    const drafter = brought(further, at('18'), [lead('x'), lead('gov')]).state;
    expect(
      matter(drafter)
        .escalations.slice(4)
        .map(({ to }) => to),
    ).toEqual([ownerOf('owner'), ownerOf('owner')]);
    const top = brought(drafter, at('24'), [lead('x'), lead('gov')]);
    expect(top.types).toEqual(['DutyLapsed', 'DutyLapsed']);
    expect(nextDueAt(top.state)).toBeNull();
  });
  it('is brought before the drafter where nobody stands above', () => {
    expect(matter(brought(begun, at('10')).state).escalations[0]!.to).toEqual(ownerOf('owner'));
  });
  it('cannot be undone by stopping the clock', () => {
    const stop = { seat: 'a#1.0', reason: 'corrections' as const, awaited: 'owner', note: '…' };
    given(late)
      .when('pauseClock', stop, { at: at('11'), actor: { body: 'x' }, facts: { bodies: { owner: {} as never } } })
      .refuses('R-OA-17');
  });
  it('of a report is brought before the leader who asked for it', () => {
    const gov = { bodyKind: 'districtGovernment' as const, postKinds: ['leaderInCharge' as const] };
    const told = submitted(route).as(gov).act('gov', 'superviseMatter', { demand: '本周报告', dueOn: '2026-03-03' });
    const supervised = given(told.matter, 'signoff/m')
      .when('reviewDuties', { cause: 'test' }, { ...system, at: at('02') })
      .passes().after;
    const { escalations } = matter(brought(supervised, at('04'), [lead('x')]).state);
    expect(escalations.map(({ key, to }) => [key, to])).toEqual([
      ['s1/x/handler', lead('gov')],
      ['s1/y/handler', lead('gov')],
    ]);
  });
});

it('a record in which a duty lapsed while its clock stood is found to be broken', () => {
  const stands = { reason: 'hearing', awaited: 'owner', since: at('03') };
  const before: StreamState = { ...begun, duties: begun.duties.map((duty) => ({ ...duty, stopped: stands })) };
  const event = { type: 'DutyLapsed', data: { key: 'a#1.0' }, version: 9, stream: 'signoff/m' } as unknown as Recorded;
  const step9 = { before, event, after: { ...emptyState('signoff/m'), subject: begun.subject, duties: begun.duties } };
  expect(brokenInvariantsIn([step9]).map(({ detail }) => detail)).toEqual(['待办 a#1.0 停表期间，却逾期']);
});
