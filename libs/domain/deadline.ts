import { addDays, addMonths, addWorkingDays, civilDateOf, endOfWorkingDay, type Calendar } from './calendar';
import type { Duty, DutyDraft } from './duty';
import type { Instant } from './instant';

/** When a duty opened at `since` falls due: the end of its last day, Beijing time, by the calendar given. */
export function dated({ limit, ...draft }: DutyDraft, since: Instant, calendar: Calendar): Duty {
  if (!limit) return { ...draft, since };
  if ('until' in limit) return { ...draft, since, dueAt: limit.until };
  const from = civilDateOf(since);
  if ('days' in limit) return { ...draft, since, dueAt: endOfWorkingDay(addDays(from, limit.days)) };
  if ('months' in limit) return { ...draft, since, dueAt: endOfWorkingDay(addMonths(from, limit.months)) };
  const { on, provisional } = addWorkingDays(calendar, from, limit.workingDays);
  return { ...draft, since, dueAt: endOfWorkingDay(on), ...(provisional && { provisional: true as const }) };
}
