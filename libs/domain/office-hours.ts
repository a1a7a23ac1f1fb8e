import { addDays, beijingInstant, type Calendar, civilDateOf, type CivilDate, workingDay } from './calendar';
import type { Instant } from './instant';
import type { ParameterValues } from './rulebook/parameters';

/** Office hours of a working day in Beijing, as minutes of the day: the morning's, then the afternoon's. */
export type OfficeHours = readonly (readonly [from: number, to: number])[];

const minuteMs = 60_000;
const usual = {
  'office.morning.from': 510,
  'office.morning.to': 720,
  'office.afternoon.from': 780,
  'office.afternoon.to': 1050,
};

/** The hours in force; where what is set leaves no time to work, or is out of order, the usual ones. @rule R-OA-17 */
export function officeHours(parameters: Partial<ParameterValues>): OfficeHours {
  const [a, b, c, d] = (Object.keys(usual) as (keyof typeof usual)[]).map((key) => parameters[key] ?? usual[key]);
  const inOrder = a! <= b! && b! <= c! && c! <= d! && b! - a! + (d! - c!) > 0 && d! < 1440;
  const [from, noon, again, end] = inOrder ? [a!, b!, c!, d!] : Object.values(usual);
  return [
    [from!, noon!],
    [again!, end!],
  ];
}

/** How long a working day is, in milliseconds. */
export const dayLength = (hours: OfficeHours): number =>
  hours.reduce((sum, [from, to]) => sum + (to - from), 0) * minuteMs;

const at = (date: CivilDate, minutes: number): number => Date.parse(beijingInstant(date, '00:00')) + minutes * minuteMs;

/** The instant at which a day's office hours end. */
export const endOfOfficeDay = (hours: OfficeHours, date: CivilDate): Instant =>
  new Date(at(date, hours.at(-1)![1])).toISOString();

/** Office hours on a date, as spans of milliseconds; none on a day of rest. */
function spansOf(
  calendar: Calendar,
  hours: OfficeHours,
  date: CivilDate,
): { spans: [number, number][]; provisional: boolean } {
  const { kind, provisional } = workingDay(calendar, date);
  const spans = kind === 'working' ? hours.map(([from, to]): [number, number] => [at(date, from), at(date, to)]) : [];
  return { spans, provisional };
}

/** Working time between two instants, in milliseconds: nights, lunch and days of rest do not count. */
export function workingTimeBetween(calendar: Calendar, hours: OfficeHours, from: Instant, to: Instant): number {
  let time = 0;
  const last = civilDateOf(to);
  for (let on = civilDateOf(from); on <= last; on = addDays(on, 1)) {
    for (const [opens, closes] of spansOf(calendar, hours, on).spans) {
      time += Math.max(0, Math.min(closes, Date.parse(to)) - Math.max(opens, Date.parse(from)));
    }
  }
  return time;
}

/**
 * The instant when so much working time has passed: what ends with the day ends as the office closes, not as it opens again.
 * @param time milliseconds; 0 gives the instant itself, also outside of office hours
 */
export function afterWorkingTime(
  calendar: Calendar,
  hours: OfficeHours,
  from: Instant,
  time: number,
): { at: Instant; provisional: boolean } {
  let left = time;
  let guessed = false;
  for (let on = civilDateOf(from); left > 0; on = addDays(on, 1)) {
    const { spans, provisional } = spansOf(calendar, hours, on);
    guessed ||= provisional;
    for (const [opens, closes] of spans) {
      const begins = Math.max(opens, Date.parse(from));
      if (begins >= closes) continue;
      if (left <= closes - begins) return { at: new Date(begins + left).toISOString(), provisional: guessed };
      left -= closes - begins;
    }
  }
  return { at: from, provisional: guessed };
}

/** The instant from which so much working time remains: a whole day before the close of one is as that day opens. */
export function beforeWorkingTime(calendar: Calendar, hours: OfficeHours, to: Instant, time: number): Instant {
  let left = time;
  for (let on = civilDateOf(to); left > 0; on = addDays(on, -1)) {
    for (const [opens, closes] of spansOf(calendar, hours, on).spans.toReversed()) {
      const ends = Math.min(closes, Date.parse(to));
      if (ends <= opens) continue;
      if (left <= ends - opens) return new Date(ends - left).toISOString();
      left -= ends - opens;
    }
  }
  return to;
}
