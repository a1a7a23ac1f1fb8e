import type { CalendarYear } from '../calendar';
import type { Parameter } from './parameters';

/** Dated parameters of a scope, and calendar years loaded after the library's own. Later entries win from their first day. */
export interface Rulebook {
  scope: string;
  exists: boolean;
  parameters: readonly Parameter[];
  calendarYears: readonly CalendarYear[];
}
export const emptyRulebook = (scope: string): Rulebook => ({ scope, exists: false, parameters: [], calendarYears: [] });
