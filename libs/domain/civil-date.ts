/** A civil date of China, `YYYY-MM-DD` in Asia/Shanghai. Civil dates compare as text. */
export type CivilDate = string;

const dayMs = 86_400_000;
// China has kept UTC+8 without summer time since 1991; the projects of the opinion lie after that.
const beijingOffsetMs = 8 * 3_600_000;

const msOf = (date: CivilDate): number => {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
};
const dateOf = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10);

/** True for a date that exists: `2025-02-29` does not. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && dateOf(ms) === text;
}

/**
 * The civil date in Beijing at an instant.
 * @param instant ISO 8601 with its zone, `2026-03-31T16:00:00.000Z`
 * @throws RangeError when the text is no instant, or names no zone
 */
export function civilDateOf(instant: string): CivilDate {
  const ms = /(Z|[+-]\d{2}:\d{2})$/.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  const day = Math.floor((ms + beijingOffsetMs) / dayMs);
  // A history asks for the same day again and again.
  if (day !== lastAsked.day) lastAsked = { day, date: dateOf(day * dayMs) };
  return lastAsked.date;
}
let lastAsked = { day: 0, date: '1970-01-01' };

/**
 * The UTC instant of a wall-clock time in Beijing.
 * @param time `HH:MM`, 00:00 to 23:59
 * @throws RangeError when date or time does not exist
 */
export function beijingInstant(date: CivilDate, time: string): string {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!clock) throw new RangeError(`not a time of day: ${time}`);
  const ms = msOf(date) + (Number(clock[1]) * 60 + Number(clock[2])) * 60_000;
  return new Date(ms - beijingOffsetMs).toISOString();
}

/** @throws RangeError when `days` is not an integer or the date does not exist */
export function addDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  return dateOf(msOf(date) + days * dayMs);
}

/** The same day of a later (or earlier) month; the last day of that month where it is shorter: 31 January + 1 is 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  if (!Number.isInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const from = new Date(msOf(date));
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return dateOf(first + (Math.min(from.getUTCDate(), lastDay) - 1) * dayMs);
}

/** Days from one date to another; negative when `to` lies before `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (msOf(to) - msOf(from)) / dayMs;

/** 1 Monday … 7 Sunday. */
export const dayOfWeek = (date: CivilDate): number => new Date(msOf(date)).getUTCDay() || 7;

/** The month of a date, `YYYY-MM`. */
export const monthOf = (date: CivilDate): string => date.slice(0, 7);

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/**
 * Full years of age on a date; a year is full on the birthday, for a birthday of 29 February on 1 March of a common year.
 * @throws RangeError when `on` lies before the birth
 * @rule R-AGE-08
 */
export function fullYears(birthOn: CivilDate, on: CivilDate): number {
  if (msOf(on) < msOf(birthOn)) throw new RangeError(`${on} lies before ${birthOn}`);
  return yearOf(on) - yearOf(birthOn) - (on.slice(5) < birthOn.slice(5) ? 1 : 0);
}

/** A civil date as documents print it, without leading zeros: `2026年3月5日`. */
export function printedDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
