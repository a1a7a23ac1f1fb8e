import type { CalendarYear } from '../calendar';
import type { DatedRoute } from '../signoff/route-plan';
import type { Parameter } from './parameters';

/** The scope of Beijing's own rulebook; any other is a district's six-digit code. */
export const beijingScope = 'beijing';

/** Dated parameters and routes of a scope, and calendar years loaded after the library's own. Later entries win from their first day. */
export interface Rulebook {
  scope: string;
  exists: boolean;
  parameters: readonly Parameter[];
  calendarYears: readonly CalendarYear[];
  /** routes of sign-offs, in the order they were set */
  routes: readonly DatedRoute[];
}
export const emptyRulebook = (scope: string): Rulebook => ({
  scope,
  exists: false,
  parameters: [],
  calendarYears: [],
  routes: [],
});
