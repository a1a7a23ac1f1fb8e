import { libraryCalendar as calendar } from './calendar';
import { dated } from './deadline';
import type { DutyDraft, Pause } from './duty';
import {
  afterWorkingTime,
  beforeWorkingTime,
  dayLength,
  endOfOfficeDay,
  officeHours,
  workingTimeBetween,
} from './office-hours';
import { defaultParameters, parametersOn } from './rulebook/parameters';

const parameters = parametersOn(defaultParameters, '2026-03-02');
const usual = officeHours(parameters);
const minute = 60_000;
/** A wall clock in Beijing, `2026-03-02 10:00`. */
const at = (wall: string): string => new Date(`${wall.replace(' ', 'T')}:00+08:00`).toISOString();
const wall = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 60 * minute).toISOString().slice(0, 16).replace('T', ' ');
const after = (from: string, minutes: number): string =>
  wall(afterWorkingTime(calendar, usual, at(from), minutes * minute).at);
const before = (to: string, minutes: number): string =>
  wall(beforeWorkingTime(calendar, usual, at(to), minutes * minute));
const between = (from: string, to: string): number => workingTimeBetween(calendar, usual, at(from), at(to)) / minute;

describe('office hours', () => {
  it('are eight hours with a lunch break, and end the day at half past five', () => {
    expect(dayLength(usual) / minute).toBe(480);
    expect(wall(endOfOfficeDay(usual, '2026-03-02'))).toBe('2026-03-02 17:30');
  });
  it('are those the rulebook has in force on the day', () => {
    const winter = officeHours({ ...parameters, 'office.afternoon.to': 17 * 60 });
    expect(wall(endOfOfficeDay(winter, '2026-03-02'))).toBe('2026-03-02 17:00');
  });
  it('stay the usual ones where what is set is out of order or leaves no time', () => {
    expect(officeHours({ ...parameters, 'office.morning.to': 8 * 60 })).toEqual(usual);
    const none = {
      'office.morning.from': 600,
      'office.morning.to': 600,
      'office.afternoon.from': 700,
      'office.afternoon.to': 700,
    };
    expect(officeHours({ ...parameters, ...none })).toEqual(usual);
  });
});

describe('working minutes (R-OA-17)', () => {
  it('stand still over lunch: what ends at noon ends at noon, one minute more at one minute past one', () => {
    expect(after('2026-03-02 11:00', 60)).toBe('2026-03-02 12:00');
    expect(after('2026-03-02 11:00', 61)).toBe('2026-03-02 13:01');
    expect(after('2026-03-02 12:30', 10)).toBe('2026-03-02 13:10');
  });
  it('stand still over night: what ends with the day ends at its close, one minute more the next morning', () => {
    expect(after('2026-03-02 16:30', 60)).toBe('2026-03-02 17:30');
    expect(after('2026-03-02 16:30', 61)).toBe('2026-03-03 08:31');
    expect(after('2026-03-02 20:00', 30)).toBe('2026-03-03 09:00');
    expect(after('2026-03-02 06:00', 30)).toBe('2026-03-02 09:00');
  });
  it('pass over a weekend, and count a Saturday worked in exchange', () => {
    expect(after('2026-03-06 17:00', 60)).toBe('2026-03-09 09:00');
    // 2026-02-14 is a Saturday worked for Spring Festival, the holiday of which begins on the 15th.
    expect(after('2026-02-13 17:00', 60)).toBe('2026-02-14 09:00');
    expect(after('2026-02-14 17:00', 60)).toBe('2026-02-24 09:00');
  });
  it('of none at all leave the instant as it is', () => {
    expect(after('2026-03-07 03:00', 0)).toBe('2026-03-07 03:00');
  });
  it('are guessed in a year whose calendar is not known', () => {
    expect(afterWorkingTime(calendar, usual, at('2027-03-01 09:00'), minute).provisional).toBe(true);
    expect(afterWorkingTime(calendar, usual, at('2026-03-02 09:00'), minute).provisional).toBe(false);
  });
  it('between two instants are those of the office alone', () => {
    expect(between('2026-03-02 11:30', '2026-03-02 13:30')).toBe(60);
    expect(between('2026-03-02 12:00', '2026-03-02 13:00')).toBe(0);
    expect(between('2026-03-06 17:00', '2026-03-09 09:00')).toBe(60);
    expect(between('2026-03-07 09:00', '2026-03-08 17:00')).toBe(0);
  });
  it('count back to the opening of a day for a whole one, and past lunch', () => {
    expect(before('2026-03-09 17:30', 480)).toBe('2026-03-09 08:30');
    expect(before('2026-03-09 17:30', 481)).toBe('2026-03-06 17:29');
    expect(before('2026-03-09 13:30', 60)).toBe('2026-03-09 11:30');
  });
});

describe('a duty', () => {
  const draft = (limit: DutyDraft['limit'], pauses: readonly Pause[] = []): DutyDraft => ({
    key: 'a#1.0',
    kind: 'act',
    clause: 'CL-24',
    rule: 'R-OA-17',
    owner: { body: 'x' },
    command: 'giveDecision',
    ...(limit && { limit }),
    pauses,
  });
  const pause = (from: string, to: string | null): Pause => ({
    reason: 'corrections',
    awaited: 'owner',
    from: at(from),
    to: to && at(to),
  });
  const due = (limit: DutyDraft['limit'], pauses: readonly Pause[] = []) => {
    const { dueAt, stopped } = dated(draft(limit, pauses), at('2026-03-02 10:00'), { parameters, calendar });
    return { due: dueAt && wall(dueAt), stopped: stopped?.since };
  };
  const fiveDays = { workingDays: 5 };

  it('of five working days is due as the office closes on the fifth', () => {
    expect(due(fiveDays)).toEqual({ due: '2026-03-09 17:30', stopped: undefined });
  });
  it('is put off by exactly the working time its clock stood', () => {
    expect(due(fiveDays, [pause('2026-03-03 10:00', '2026-03-03 10:01')]).due).toBe('2026-03-10 08:31');
    expect(due(fiveDays, [pause('2026-03-03 10:00', '2026-03-04 10:00')]).due).toBe('2026-03-10 17:30');
    expect(due(fiveDays, [pause('2026-03-03 17:30', '2026-03-04 08:30')]).due).toBe('2026-03-09 17:30');
    expect(due(fiveDays, [pause('2026-03-07 09:00', '2026-03-08 09:00')]).due).toBe('2026-03-09 17:30');
  });
  it('is put off once more by each pause', () => {
    const twice = [pause('2026-03-03 10:00', '2026-03-03 11:00'), pause('2026-03-04 10:00', '2026-03-04 11:00')];
    expect(due(fiveDays, twice).due).toBe('2026-03-10 10:30');
  });
  it('of working minutes is put off as well', () => {
    expect(due({ workingMinutes: 120 }, [pause('2026-03-02 10:30', '2026-03-02 11:30')]).due).toBe('2026-03-02 14:00');
  });
  it('counts no pause from before it was opened', () => {
    expect(due(fiveDays, [pause('2026-03-02 09:00', '2026-03-02 10:30')]).due).toBe('2026-03-10 09:00');
    expect(due(fiveDays, [pause('2026-03-02 09:00', '2026-03-02 09:30')]).due).toBe('2026-03-09 17:30');
  });
  it('stands while its clock stands, but not once it has run out', () => {
    expect(due(fiveDays, [pause('2026-03-09 17:29', null)]).stopped).toBe(at('2026-03-09 17:29'));
    expect(due(fiveDays, [pause('2026-03-09 17:30', null)]).stopped).toBeUndefined();
    expect(due(fiveDays, [pause('2026-03-09 17:30', '2026-03-11 09:00')]).due).toBe('2026-03-09 17:30');
  });
  it('without a limit has no clock', () => {
    expect(due(undefined, [pause('2026-03-03 10:00', null)])).toEqual({ due: undefined, stopped: undefined });
  });
});
