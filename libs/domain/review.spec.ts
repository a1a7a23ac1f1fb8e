import { given } from '../../test/support/given';
import { planned } from '../../test/support/projects';
import { ownerOf, routeOf, step, submitted } from '../../test/support/told';
import { libraryCalendar, withYears } from './calendar';
import type { Recorded } from './event';
import type { AnyFacts } from './facts';
import { reviewDays } from './review';
import { defaultParameters, parametersOn } from './rulebook/parameters';
import type { StreamState } from './state';
import { nextDueAt } from './timers';

const set = (parameter: object, occurredAt = '2026-03-02T02:00:00.000Z'): Recorded =>
  ({ type: 'ParameterSet', data: { parameter }, occurredAt }) as unknown as Recorded;

describe('what is set in a rulebook has duties looked at afresh', () => {
  it('at once where it is in force, be it since long', () => {
    expect(reviewDays(set({ from: '2026-03-02' }))).toEqual(['2026-03-02']);
    expect(reviewDays(set({ from: '2024-01-01' }))).toEqual(['2026-03-02']);
    expect(reviewDays(set({ from: '2024-01-01', to: '2025-12-31' }))).toEqual(['2026-03-02']);
  });
  it('from its first day on, in Beijing, where that lies ahead', () => {
    expect(reviewDays(set({ from: '2026-03-03' }))).toEqual(['2026-03-03']);
    expect(reviewDays(set({ from: '2026-03-03' }, '2026-03-02T16:00:00.000Z'))).toEqual(['2026-03-03']);
  });
  it('and again on the day after its last', () => {
    expect(reviewDays(set({ from: '2026-01-01', to: '2026-03-31' }))).toEqual(['2026-03-02', '2026-04-01']);
    expect(reviewDays(set({ from: '2026-03-10', to: '2026-12-31' }))).toEqual(['2026-03-10', '2027-01-01']);
  });
  it('at once for a calendar year, and never for a route or a change of holders', () => {
    const event = (type: string) => ({ ...set({}), type });
    expect(reviewDays(event('CalendarYearLoaded'))).toEqual(['2026-03-02']);
    expect(reviewDays(event('RouteSet'))).toEqual([]);
    expect(reviewDays(event('HolderAppointed'))).toEqual([]);
  });
});

const by = (changed: Partial<typeof known>): Partial<AnyFacts> => ({
  parameters: { ...known, ...changed },
  basis: 'rulebook/beijing@7',
});
const known = parametersOn(defaultParameters, '2026-03-02');

const review = (state: StreamState, at: string, facts: Partial<AnyFacts> = {}) =>
  given(state).when('reviewDuties', { cause: 'rulebook/beijing@7#review' }, { as: 'system', at, facts }).passes();
const morning = (on: string): string => `${on}T02:00:00.000Z`;
/** A project proposed on a day: its owner states the feasibility within so many working days. */
const proposed = (on: string, facts: Partial<AnyFacts> = {}): StreamState =>
  review(given(planned({ planning: { feasibility: null } })).state, morning(on), facts).after;
const duty = ({ duties }: StreamState) => duties[0]!;
const evening = (on: string): string => `${on}T09:30:00.000Z`;

describe('a review of open duties', () => {
  const state = proposed('2026-03-02');

  it('moves a limit by the rules of the day, counted from when the duty opened', () => {
    expect(duty(state)).toMatchObject({ since: morning('2026-03-02'), dueAt: evening('2026-03-09') });
    const { events, after } = review(state, morning('2026-03-04'), by({ 'step.limit.default': 10 }));
    const moved = [{ key: duty(state).key, dueAt: evening('2026-03-16') }];
    const data = { opened: [], ended: [], moved, basis: 'rulebook/beijing@7' };
    expect(events).toEqual([{ type: 'DutiesChanged', data }]);
    expect(duty(after)).toMatchObject({ since: morning('2026-03-02'), dueAt: evening('2026-03-16') });
    expect(nextDueAt(after)).toBe(evening('2026-03-16'));
  });

  it('records nothing where nothing moves, nor twice', () => {
    expect(review(state, morning('2026-03-04')).events).toEqual([]);
    const facts = by({ 'step.limit.default': 10 });
    expect(review(review(state, morning('2026-03-04'), facts).after, morning('2026-03-05'), facts).events).toEqual([]);
  });

  it('shortens a limit, but makes nobody late', () => {
    const dueOn = (on: string, days: number) =>
      duty(review(state, morning(on), by({ 'step.limit.default': days })).after).dueAt;
    expect(dueOn('2026-03-04', 2)).toBe(evening('2026-03-04'));
    expect(dueOn('2026-03-05', 2)).toBe(evening('2026-03-09'));
  });

  it('leaves what has lapsed as it lapsed', () => {
    const lapse = { key: duty(state).key, dueAt: evening('2026-03-09') };
    const late = given(state)
      .when('lapseDuty', lapse, { as: 'system', at: evening('2026-03-09') })
      .passes().after;
    expect(review(late, morning('2026-03-10'), by({ 'step.limit.default': 10 })).events).toEqual([]);
  });

  it('leaves a record that is still entered from papers to the rules of its days', () => {
    const entered = { ...state, backfilling: true };
    expect(review(entered, morning('2026-03-04'), by({ 'step.limit.default': 10 })).events).toEqual([]);
  });

  it('gives a limit counted on a year not yet known its day when the year is', () => {
    const guessed = proposed('2026-12-29');
    expect(duty(guessed)).toMatchObject({ dueAt: evening('2027-01-05'), provisional: true });
    const calendar = withYears(libraryCalendar, [
      { year: 2027, holidays: ['2027-01-01'], statutory: ['2027-01-01'], workdays: [], names: {} },
    ]);
    const { after } = review(guessed, morning('2026-12-30'), { calendar });
    expect(duty(after).dueAt).toBe(evening('2027-01-06'));
    expect(duty(after)).not.toHaveProperty('provisional');
    const same = withYears(libraryCalendar, [{ year: 2027, holidays: [], statutory: [], workdays: [], names: {} }]);
    const confirmed = review(guessed, morning('2026-12-30'), { calendar: same }).after;
    expect(duty(confirmed).dueAt).toBe(evening('2027-01-05'));
    expect(duty(confirmed)).not.toHaveProperty('provisional');
  });

  it('reminds afresh where a limit was put off after the reminder', () => {
    const matter = given(submitted(routeOf({ a: step(['x']) })).matter, 'signoff/m').state;
    const begun = review(matter, morning('2026-03-02')).after;
    const reminded = given(begun)
      .when(
        'remindDuty',
        { key: 'a#1.0', remindAt: duty(begun).remindAt! },
        { as: 'system', at: duty(begun).remindAt! },
      )
      .passes().after;
    expect(duty(reminded)).toMatchObject({ reminded: true });
    const { holidays, ...year } = libraryCalendar.years[2026]!;
    const calendar = withYears(libraryCalendar, [{ ...year, holidays: [...holidays, '2026-03-09'] }]);
    const { after } = review(reminded, duty(begun).remindAt!, { calendar });
    expect(duty(after)).toMatchObject({ owner: ownerOf('x'), dueAt: evening('2026-03-10') });
    expect(duty(after)).not.toHaveProperty('reminded');
    expect(nextDueAt(after)).toBe('2026-03-10T00:30:00.000Z');
  });
});
