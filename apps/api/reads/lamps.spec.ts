import { libraryCalendar } from '#domain/calendar';
import { isExchanged, lampOf, soonUntil, workingDaysLeft } from './lamps';

// 2026-10-09 is the Friday after National Day; Saturday the 10th is worked in exchange.
const now = '2026-10-09T02:00:00.000Z';
const endOf = (date: string) => `${date}T09:30:00.000Z`;

describe('the light of a duty', () => {
  it('is soon through the end of the second working day, weekends in exchange counted', () => {
    const soon = soonUntil(libraryCalendar, now);
    expect(soon).toBe('2026-10-12T16:00:00.000Z');
    expect(lampOf(endOf('2026-10-12'), now, soon)).toBe('soon');
    expect(lampOf(endOf('2026-10-13'), now, soon)).toBe('normal');
  });

  it('is late from the instant it was due, and normal without a limit', () => {
    const soon = soonUntil(libraryCalendar, now);
    expect(lampOf(now, now, soon)).toBe('soon');
    expect(lampOf('2026-10-09T01:59:59.999Z', now, soon)).toBe('late');
    expect(lampOf(null, now, soon)).toBe('normal');
  });
});

describe('working days left', () => {
  it.each([
    ['2026-10-09', 0],
    ['2026-10-10', 1],
    ['2026-10-12', 2],
    ['2026-09-30', -2],
  ])('until %s are %i', (date, days) => {
    expect(workingDaysLeft(libraryCalendar, endOf(date), now)).toBe(days);
  });

  it('are minus one on the day it has just passed, and none without a limit', () => {
    expect(workingDaysLeft(libraryCalendar, '2026-10-09T01:00:00.000Z', now)).toBe(-1);
    expect(workingDaysLeft(libraryCalendar, null, now)).toBeNull();
  });
});

it('a Saturday is told as worked in exchange only where the year arranged it so', () => {
  expect(['2026-10-09', '2026-10-10', '2026-10-17'].map((on) => isExchanged(libraryCalendar, on))).toEqual([
    false,
    true,
    false,
  ]);
});
