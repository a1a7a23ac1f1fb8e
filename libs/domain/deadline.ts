import { addDays, addMonths, addWorkingDays, civilDateOf, type Calendar } from './calendar';
import type { CivilDate } from './civil-date';
import type { Due, Duty, DutyDraft, Limit, Pause } from './duty';
import type { BaseFacts } from './facts';
import type { Instant } from './instant';
import {
  afterWorkingTime,
  beforeWorkingTime,
  dayLength,
  endOfOfficeDay,
  officeHours,
  workingTimeBetween,
  type OfficeHours,
} from './office-hours';

export type Clock = Pick<BaseFacts, 'parameters' | 'calendar'>;

/**
 * When a duty opened at `since` falls due: as its last day's office hours end, or when its working minutes have passed; later by
 * the working time its clock stood still. @rule R-OA-17
 */
export function dated({ limit, remind, pauses = [], ...draft }: DutyDraft, since: Instant, clock: Clock): Duty {
  if (!limit) return { ...draft, since };
  const hours = officeHours(clock.parameters);
  const stood = pauses.map((pause) => (pause.from < since ? { ...pause, from: since } : pause));
  const due = delayed(dueOf(limit, since, clock.calendar, hours), stood, clock.calendar, hours);
  if (!remind) return { ...draft, since, ...due };
  const time = 'workingDays' in remind ? remind.workingDays * dayLength(hours) : remind.workingMinutes * 60_000;
  const remindAt = beforeWorkingTime(clock.calendar, hours, due.dueAt, time);
  return { ...draft, since, ...due, ...(remindAt > since && { remindAt }) };
}

/** A clock that has run out is not stopped any more. */
function delayed(
  due: Due,
  pauses: readonly Pause[],
  calendar: Calendar,
  hours: OfficeHours,
): Due & Pick<Duty, 'stopped'> {
  return pauses.reduce<Due & Pick<Duty, 'stopped'>>((sofar, { from, to, ...pause }) => {
    if (from >= sofar.dueAt) return sofar;
    if (to === null) return { ...sofar, stopped: { ...pause, since: from } };
    const time = workingTimeBetween(calendar, hours, from, to);
    const { at, provisional } = afterWorkingTime(calendar, hours, sofar.dueAt, time);
    return { ...sofar, dueAt: at, ...(provisional && { provisional: true as const }) };
  }, due);
}

function dueOf(limit: Limit, since: Instant, calendar: Calendar, hours: OfficeHours): Due {
  if ('workingMinutes' in limit) {
    const { at, provisional } = afterWorkingTime(calendar, hours, since, limit.workingMinutes * 60_000);
    return { dueAt: at, ...(provisional && { provisional: true as const }) };
  }
  const { on, provisional } = counted(limit, civilDateOf(since), calendar);
  return { dueAt: endOfOfficeDay(hours, on), ...(provisional && { provisional: true as const }) };
}

interface LastDay {
  on: CivilDate;
  provisional: boolean;
}
type InDays = Exclude<Limit, { workingMinutes: number }>;

function lastDayOf(limit: InDays, from: CivilDate, calendar: Calendar): LastDay {
  if ('on' in limit) return { on: limit.on, provisional: false };
  if ('days' in limit) return { on: addDays(from, limit.days), provisional: false };
  if ('months' in limit) return { on: addMonths(from, limit.months), provisional: false };
  return addWorkingDays(calendar, from, limit.workingDays);
}

// Each decision asks again after every duty that stays open, and a calendar says the same each time.
const known = new WeakMap<Calendar, Map<string, LastDay>>();

function counted(limit: InDays, from: CivilDate, calendar: Calendar): LastDay {
  const ofCalendar = known.get(calendar) ?? new Map<string, LastDay>();
  known.set(calendar, ofCalendar);
  const key = `${from} ${JSON.stringify(limit)}`;
  const day = ofCalendar.get(key) ?? lastDayOf(limit, from, calendar);
  ofCalendar.set(key, day);
  return day;
}
