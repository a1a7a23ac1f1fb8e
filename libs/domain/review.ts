import { addDays, civilDateOf, type CivilDate } from './civil-date';
import type { Recorded } from './event';
import type { RulebookEvents } from './rulebook/messages';

/**
 * From which days on the open duties of a rulebook's scope have to be looked at afresh for what was set in it: as a value comes
 * into force, and as it goes out. A matter keeps the route it walks, and what an organization changes moves no duty: posts own
 * them, and who holds a post is looked up as they are read.
 */
export function reviewDays({ type, data, occurredAt }: Recorded): CivilDate[] {
  const today = civilDateOf(occurredAt);
  switch (type) {
    case 'CalendarYearLoaded':
      return [today];
    case 'ParameterSet': {
      const { from, to } = (data as RulebookEvents['ParameterSet']).parameter;
      const changing = [from, ...(to === undefined ? [] : [addDays(to, 1)])];
      return [...new Set(changing.map((day) => (day < today ? today : day)))];
    }
    default:
      return [];
  }
}
