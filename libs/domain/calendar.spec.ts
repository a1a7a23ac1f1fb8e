import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  beijingInstant,
  calendarYearSchema,
  civilDateOf,
  dayOfWeek,
  daysBetween,
  libraryCalendar,
  fullYears,
  isCivilDate,
  knownYears,
  monthOf,
  previousWorkingDay,
  publishedYear,
  withYears,
  workingDay,
} from './calendar';

const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1950-01-01', days));

describe('civil dates', () => {
  it('know which dates exist', () => {
    for (const date of ['2024-02-29', '2000-02-29', '2026-12-31']) expect(isCivilDate(date)).toBe(true);
    for (const text of [
      '2025-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '',
      '2026-01-01T00:00',
    ]) {
      expect(isCivilDate(text)).toBe(false);
    }
    expect(() => addDays('2025-02-29', 1)).toThrow(RangeError);
  });

  it('turn at midnight in Beijing, 16:00 UTC', () => {
    expect(civilDateOf('2026-03-31T15:59:59.999Z')).toBe('2026-03-31');
    expect(civilDateOf('2026-03-31T16:00:00.000Z')).toBe('2026-04-01');
    expect(civilDateOf('2026-04-01T00:00:00+08:00')).toBe('2026-04-01');
  });

  it('refuse an instant without a zone', () => {
    for (const text of ['2026-03-31T16:00:00', '2026-03-31', 'yesterday']) {
      expect(() => civilDateOf(text)).toThrow(RangeError);
    }
  });

  it('give the instant of a Beijing clock and refuse a time that does not exist', () => {
    expect(beijingInstant('2026-01-01', '00:00')).toBe('2025-12-31T16:00:00.000Z');
    for (const time of ['24:00', '08:60', '8:00']) expect(() => beijingInstant('2026-01-01', time)).toThrow(RangeError);
  });

  it('are found again from any of their instants', () => {
    fc.assert(fc.property(anyDate, (date) => civilDateOf(beijingInstant(date, '00:00')) === date));
    fc.assert(fc.property(anyDate, (date) => civilDateOf(beijingInstant(date, '23:59')) === date));
  });

  it('count days there and back', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: -9999, max: 9999 }),
        (from, n) => daysBetween(from, addDays(from, n)) === n,
      ),
    );
  });

  it('stop at the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
    expect(addMonths('2026-02-28', 1)).toBe('2026-03-28');
  });

  it('know their weekday and month', () => {
    expect(dayOfWeek('2026-03-30')).toBe(1);
    expect(dayOfWeek('2026-04-05')).toBe(7);
    expect(monthOf('2026-03-31')).toBe('2026-03');
  });

  it('count an age full on the birthday, and on 1 March for a birthday of 29 February', () => {
    expect(fullYears('2010-06-15', '2026-06-14')).toBe(15);
    expect(fullYears('2010-06-15', '2026-06-15')).toBe(16);
    expect(fullYears('2008-02-29', '2026-02-28')).toBe(17);
    expect(fullYears('2008-02-29', '2026-03-01')).toBe(18);
    expect(() => fullYears('2026-06-15', '2026-06-14')).toThrow(RangeError);
  });
});

describe('the working-day calendar', () => {
  const kindOf = (date: string) => workingDay(libraryCalendar, date).kind;

  it('knows the years published so far and says so of the next', () => {
    expect(knownYears(libraryCalendar)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(publishedYear(2027)).toBeNull();
    expect(workingDay(libraryCalendar, '2026-12-31').provisional).toBe(false);
    expect(workingDay(libraryCalendar, '2027-01-01')).toEqual({
      kind: 'working',
      reason: '工作日',
      statutory: false,
      provisional: true,
    });
  });

  it('rests over National Day and Mid-Autumn 2025 and works the days given in exchange', () => {
    expect(workingDay(libraryCalendar, '2025-09-28')).toMatchObject({ kind: 'working', reason: '国庆节调休上班' });
    expect(kindOf('2025-09-30')).toBe('working');
    for (let date = '2025-10-01'; date <= '2025-10-08'; date = addDays(date, 1)) expect(kindOf(date)).toBe('rest');
    expect(kindOf('2025-10-09')).toBe('working');
    expect(workingDay(libraryCalendar, '2025-10-11')).toMatchObject({ kind: 'working', reason: '国庆节调休上班' });
    expect(workingDay(libraryCalendar, '2025-10-12')).toMatchObject({ kind: 'rest', reason: '周末' });
  });

  it('rests over National Day 2026 from 1 to 7 October and works 20 September and 10 October', () => {
    for (let date = '2026-10-01'; date <= '2026-10-07'; date = addDays(date, 1)) expect(kindOf(date)).toBe('rest');
    expect(['2026-09-20', '2026-10-08', '2026-10-10'].map(kindOf)).toEqual(['working', 'working', 'working']);
    expect(kindOf('2026-10-11')).toBe('rest');
  });

  it('rests over Spring Festival 2026 and works 14 and 28 February', () => {
    for (let date = '2026-02-15'; date <= '2026-02-23'; date = addDays(date, 1)) expect(kindOf(date)).toBe('rest');
    expect(['2026-02-14', '2026-02-24', '2026-02-28'].map(kindOf)).toEqual(['working', 'working', 'working']);
  });

  it('tells holidays by law from days merely moved', () => {
    expect(publishedYear(2024)?.statutory).toEqual(
      '2024-01-01 2024-02-10 2024-02-11 2024-02-12 2024-04-04 2024-05-01 2024-06-10 2024-09-17 2024-10-01 2024-10-02 2024-10-03'.split(
        ' ',
      ),
    );
    expect(publishedYear(2025)?.statutory).toEqual(
      '2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-04 2025-05-01 2025-05-02 2025-05-31 2025-10-01 2025-10-02 2025-10-03 2025-10-06'.split(
        ' ',
      ),
    );
    expect(publishedYear(2026)?.statutory).toEqual(
      '2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-04-05 2026-05-01 2026-05-02 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-03'.split(
        ' ',
      ),
    );
  });

  it('holds every published year to its own form, each holiday by law a day off', () => {
    for (const year of Object.values(libraryCalendar.years)) {
      expect(calendarYearSchema.parse(year)).toEqual(year);
      expect(year.statutory).toHaveLength(year.year === 2020 ? 10 : year.year < 2025 ? 11 : 13);
    }
  });

  it('counts working days from the day after, over rest and exchanged days', () => {
    expect(addWorkingDays(libraryCalendar, '2026-09-30', 1)).toEqual({
      on: '2026-10-08',
      provisional: false,
      counted: ['2026-10-08'],
      skipped: ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({ on: `2026-10-${day}`, reason: '国庆节' })),
    });
    expect(addWorkingDays(libraryCalendar, '2026-10-08', 2).on).toBe('2026-10-10');
    expect(addWorkingDays(libraryCalendar, '2026-10-03', 0).on).toBe('2026-10-03');
    for (const n of [-1, 1.5]) expect(() => addWorkingDays(libraryCalendar, '2026-10-08', n)).toThrow(RangeError);
  });

  it('marks a count provisional only when it reaches into a year not known', () => {
    expect(addWorkingDays(libraryCalendar, '2026-12-30', 1)).toMatchObject({ on: '2026-12-31', provisional: false });
    expect(addWorkingDays(libraryCalendar, '2026-12-30', 2)).toMatchObject({ on: '2027-01-01', provisional: true });
  });

  it('moves pay falling due on a day of rest earlier, never later', () => {
    expect(previousWorkingDay(libraryCalendar, '2026-10-05').on).toBe('2026-09-30');
    expect(previousWorkingDay(libraryCalendar, '2026-09-20')).toMatchObject({ on: '2026-09-20', skipped: [] });
    fc.assert(
      fc.property(anyDate, (date) => {
        const { on } = previousWorkingDay(libraryCalendar, date);
        return on <= date && workingDay(libraryCalendar, on).kind === 'working';
      }),
    );
  });

  it('ends a count on a working day and counts exactly what was asked', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const { on, counted, skipped } = addWorkingDays(libraryCalendar, from, n);
        return (
          workingDay(libraryCalendar, on).kind === 'working' &&
          counted.length === n &&
          daysBetween(from, on) === n + skipped.length
        );
      }),
    );
  });

  it('takes a year loaded later in place of what it assumed', () => {
    const loaded = {
      year: 2027,
      holidays: ['2027-01-01'],
      workdays: ['2027-01-03'],
      statutory: ['2027-01-01'],
      names: { '2027-01-01': '元旦' },
    };
    const calendar = withYears(libraryCalendar, [calendarYearSchema.parse(loaded)]);
    expect(workingDay(calendar, '2027-01-01')).toEqual({
      kind: 'rest',
      reason: '元旦',
      statutory: true,
      provisional: false,
    });
    expect(workingDay(calendar, '2027-01-03')).toMatchObject({
      kind: 'working',
      reason: '节假日调休上班',
      provisional: false,
    });
    expect(workingDay(calendar, '2026-10-01').kind).toBe('rest');
  });

  it('refuses a loaded year with a day of another year, or a day both off and worked', () => {
    const year = { year: 2027, holidays: ['2027-01-01'], workdays: [], statutory: [], names: {} };
    expect(calendarYearSchema.safeParse(year).success).toBe(true);
    expect(calendarYearSchema.safeParse({ ...year, holidays: ['2026-01-01'] }).success).toBe(false);
    expect(calendarYearSchema.safeParse({ ...year, workdays: ['2027-01-01'] }).success).toBe(false);
    expect(calendarYearSchema.safeParse({ ...year, statutory: ['2027-01-02'] }).success).toBe(false);
  });
});
