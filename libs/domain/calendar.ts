import published from 'chinese-days/dist/chinese-days.json';
import { z } from 'zod';
import { addDays, type CivilDate, dayOfWeek, isCivilDate, yearOf } from './civil-date';

export * from './civil-date';

/** A year as the State Council's notice arranged it; loaded years take the place of those we know. */
export const calendarYearSchema = z
  .strictObject({
    year: z.int().min(2000).max(2199),
    /** days off by the arrangement, weekends inside a holiday among them */
    holidays: z.array(z.string().refine(isCivilDate)),
    /** weekend days worked in exchange (调休上班) */
    workdays: z.array(z.string().refine(isCivilDate)),
    /** holidays by law, for which work is paid threefold; days merely moved are not among them @rule R-WAGE-11 */
    statutory: z.array(z.string().refine(isCivilDate)),
    /** the holiday's name by date, for both kinds of day */
    names: z.record(z.string(), z.string()),
  })
  .refine(({ year, holidays, workdays, statutory }) =>
    [...holidays, ...workdays, ...statutory].every((date) => yearOf(date) === year),
  )
  .refine(({ holidays, workdays }) => !workdays.some((date) => holidays.includes(date)))
  .refine(({ holidays, statutory }) => statutory.every((date) => holidays.includes(date)));
export type CalendarYear = z.infer<typeof calendarYearSchema>;

/** The working-day calendar: the years whose arrangement is known. Any other year is counted Monday to Friday, and said to be provisional. */
export interface Calendar {
  readonly years: Readonly<Record<number, CalendarYear>>;
}

export interface WorkingDay {
  kind: 'working' | 'rest';
  /** as a person reads it: 周末, 国庆节, 国庆节调休上班, 工作日 */
  reason: string;
  /** a holiday by law @rule R-WAGE-11 */
  statutory: boolean;
  /** the year's arrangement is not known yet: may change when it is loaded */
  provisional: boolean;
}

// The library's functions read the machine's time zone and are a day off west of Greenwich; its data are the same everywhere.
const arranged: { holidays: Readonly<Record<CivilDate, string>>; workdays: Readonly<Record<CivilDate, string>> } =
  published;

/** Spring Festival's first day, Dragon Boat and Mid-Autumn of the years the arrangements are read for, by the lunar calendar. */
const lunarFestivals: Readonly<Record<number, readonly [CivilDate, CivilDate, CivilDate]>> = {
  2020: ['2020-01-25', '2020-06-25', '2020-10-01'],
  2021: ['2021-02-12', '2021-06-14', '2021-09-21'],
  2022: ['2022-02-01', '2022-06-03', '2022-09-10'],
  2023: ['2023-01-22', '2023-06-22', '2023-09-29'],
  2024: ['2024-02-10', '2024-06-10', '2024-09-17'],
  2025: ['2025-01-29', '2025-05-31', '2025-10-06'],
  2026: ['2026-02-17', '2026-06-19', '2026-09-25'],
};

/** The day of 清明 in April, in a year of this century, by the usual formula of the solar term. */
const tombSweeping = (year: number): number =>
  Math.floor(((year % 100) * 2422 + 48_100) / 10_000) - Math.floor((year % 100) / 4);

/** The holidays by law of a year: eleven days, since 2025 thirteen with New Year's Eve and 2 May. */
function statutoryDays(
  year: number,
  [spring, dragonBoat, midAutumn]: readonly [CivilDate, CivilDate, CivilDate],
): CivilDate[] {
  const since2025 = year >= 2025 ? [addDays(spring, -1), `${year}-05-02`] : [];
  const fixed = ['01-01', `04-0${tombSweeping(year)}`, '05-01', '10-01', '10-02', '10-03'].map(
    (day) => `${year}-${day}`,
  );
  const lunar = [spring, addDays(spring, 1), addDays(spring, 2), dragonBoat, midAutumn];
  return [...new Set([...fixed, ...lunar, ...since2025])].sort();
}

/** The year's arrangement as published up to this release, or null: 2027 is not known yet. */
export function publishedYear(year: number): CalendarYear | null {
  const daysOf = (days: Readonly<Record<CivilDate, string>>) =>
    Object.keys(days)
      .filter((date) => yearOf(date) === year)
      .sort();
  const [holidays, workdays] = [daysOf(arranged.holidays), daysOf(arranged.workdays)];
  const festivals = lunarFestivals[year];
  if (holidays.length === 0 || !festivals) return null;
  // A day reads "National Day,国庆节,3": the holiday's names and its days by law.
  const nameOf = (date: CivilDate) => (arranged.holidays[date] ?? arranged.workdays[date] ?? '').split(',')[1] ?? '';
  const names = Object.fromEntries([...holidays, ...workdays].map((date) => [date, nameOf(date)]));
  return { year, holidays, workdays, statutory: statutoryDays(year, festivals), names };
}

/** A calendar with more years; a year given here takes the place of the one known. */
export const withYears = (calendar: Calendar, years: readonly CalendarYear[]): Calendar => ({
  years: { ...calendar.years, ...Object.fromEntries(years.map((year) => [year.year, year])) },
});

/** The years published up to this release: 2020 to 2026. */
export const libraryCalendar: Calendar = withYears(
  { years: {} },
  Object.keys(lunarFestivals).flatMap((year) => publishedYear(Number(year)) ?? []),
);

export const knownYears = (calendar: Calendar): number[] => Object.keys(calendar.years).map(Number);

/** Whether a day is worked, and why. In a year not known, Monday to Friday is assumed and marked provisional. */
export function workingDay(calendar: Calendar, date: CivilDate): WorkingDay {
  const weekend = dayOfWeek(date) > 5;
  const byWeekday = {
    kind: weekend ? 'rest' : 'working',
    reason: weekend ? '周末' : '工作日',
    statutory: false,
  } as const;
  const year = calendar.years[yearOf(date)];
  if (!year) return { ...byWeekday, provisional: true };
  const name = year.names[date] ?? '节假日';
  if (year.workdays.includes(date)) {
    return { kind: 'working', reason: `${name}调休上班`, statutory: false, provisional: false };
  }
  if (!year.holidays.includes(date)) return { ...byWeekday, provisional: false };
  return { kind: 'rest', reason: name, statutory: year.statutory.includes(date), provisional: false };
}

/** A day reached by counting, with what was counted and what was passed over. */
export interface CountedDay {
  on: CivilDate;
  provisional: boolean;
  counted: readonly CivilDate[];
  skipped: readonly { on: CivilDate; reason: string }[];
}

/** Walks day by day until `n` working days are counted; `step` 1 or -1, beginning with `first`. */
function walk(calendar: Calendar, first: CivilDate, step: 1 | -1, n: number): Omit<CountedDay, 'on'> {
  const counted: CivilDate[] = [];
  const skipped: { on: CivilDate; reason: string }[] = [];
  let provisional = false;
  for (let on = first; counted.length < n; on = addDays(on, step)) {
    const day = workingDay(calendar, on);
    provisional ||= day.provisional;
    if (day.kind === 'working') counted.push(on);
    else skipped.push({ on, reason: day.reason });
  }
  return { counted, skipped, provisional };
}

/**
 * The n-th working day after a date; the date itself does not count, whether worked or not.
 * @param n a whole number of working days, 0 gives the date itself
 * @throws RangeError when `n` is negative or fractional
 */
export function addWorkingDays(calendar: Calendar, from: CivilDate, n: number): CountedDay {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`);
  const way = walk(calendar, addDays(from, 1), 1, n);
  return { on: way.counted.at(-1) ?? from, ...way };
}

/**
 * The date itself where it is worked, else the last working day before it: pay falling due on a day of rest is paid earlier.
 * @rule R-PAY-17
 */
export function previousWorkingDay(calendar: Calendar, date: CivilDate): CountedDay {
  const way = walk(calendar, date, -1, 1);
  return { on: way.counted[0] ?? date, ...way };
}
