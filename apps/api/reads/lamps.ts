import {
  addWorkingDays,
  addDays,
  beijingInstant,
  civilDateOf,
  dayOfWeek,
  workingDay,
  type Calendar,
  type CivilDate,
} from '#domain/calendar';
import type { Lamp } from '#contracts/http/inbox';

/** A duty is soon due from two working days before. */
const soonDays = 2;

/** @param now ISO instant @returns the end of the last day on which what is due is soon due */
export const soonUntil = (calendar: Calendar, now: string): string =>
  beijingInstant(addDays(addWorkingDays(calendar, civilDateOf(now), soonDays).on, 1), '00:00');

export function lampOf(dueAt: string | null, now: string, soon: string): Lamp {
  if (dueAt === null) return 'normal';
  if (dueAt < now) return 'late';
  return dueAt <= soon ? 'soon' : 'normal';
}

/** Working days from today to the day it is due, today not counted; late ones negative, at least one day. */
export function workingDaysLeft(calendar: Calendar, dueAt: string | null, now: string): number | null {
  if (dueAt === null) return null;
  const [today, due] = [civilDateOf(now), civilDateOf(dueAt)];
  return dueAt < now
    ? -Math.max(1, workingDaysBetween(calendar, due, today))
    : workingDaysBetween(calendar, today, due);
}

/** Working days after a date up to another. */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number {
  let days = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1))
    if (workingDay(calendar, on).kind === 'working') days += 1;
  return days;
}

/** A weekend day worked in exchange (调休上班). */
export const isExchanged = (calendar: Calendar, on: string): boolean =>
  dayOfWeek(on) > 5 && workingDay(calendar, on).kind === 'working';
