import type { Evolvers } from '../event';
import type { RulebookEvents } from './messages';
import type { Rulebook } from './rulebook';

export const evolveRulebook: Evolvers<Rulebook, RulebookEvents> = {
  ParameterSet: (rulebook, { data: { parameter } }) => ({
    ...rulebook,
    exists: true,
    parameters: [...rulebook.parameters, parameter],
  }),
  RouteSet: (rulebook, { data: { route } }) => ({ ...rulebook, exists: true, routes: [...rulebook.routes, route] }),
  CalendarYearLoaded: (rulebook, { data: { calendarYear } }) => ({
    ...rulebook,
    exists: true,
    calendarYears: [...rulebook.calendarYears.filter(({ year }) => year !== calendarYear.year), calendarYear],
  }),
};
