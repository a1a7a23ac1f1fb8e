import { addDays, addMonths, addWorkingDays, civilDateOf, endOfWorkingDay, type Calendar } from './calendar';
import type { CivilDate } from './civil-date';
import type { Duty, DutyDraft, Limit } from './duty';
import type { Instant } from './instant';

type Due = Pick<Duty, 'dueAt' | 'provisional'>;

/** When a duty opened at `since` falls due: the end of its last day, Beijing time, by the calendar given. */
export function dated({ limit, ...draft }: DutyDraft, since: Instant, calendar: Calendar): Duty {
  if (!limit) return { ...draft, since };
  if ('until' in limit) return { ...draft, since, dueAt: limit.until };
  return { ...draft, since, ...counted(limit, civilDateOf(since), calendar) };
}

function dueOf(limit: Exclude<Limit, { until: Instant }>, from: CivilDate, calendar: Calendar): Due {
  if ('days' in limit) return { dueAt: endOfWorkingDay(addDays(from, limit.days)) };
  if ('months' in limit) return { dueAt: endOfWorkingDay(addMonths(from, limit.months)) };
  const { on, provisional } = addWorkingDays(calendar, from, limit.workingDays);
  return { dueAt: endOfWorkingDay(on), ...(provisional && { provisional: true as const }) };
}

// Each decision asks again after every duty that stays open, and a calendar says the same each time.
const known = new WeakMap<Calendar, Map<string, Due>>();

function counted(limit: Exclude<Limit, { until: Instant }>, from: CivilDate, calendar: Calendar): Due {
  const ofCalendar = known.get(calendar) ?? new Map<string, Due>();
  known.set(calendar, ofCalendar);
  const key = `${from} ${JSON.stringify(limit)}`;
  const due = ofCalendar.get(key) ?? dueOf(limit, from, calendar);
  ofCalendar.set(key, due);
  return due;
}
