import { z } from 'zod';
import { calendarYearSchema } from '../calendar';
import { command } from '../command';
import { civilDate, passage, shortText } from '../shapes';
import { routeSetting, type DatedRoute } from '../signoff/route-plan';
import type { Parameter, ParameterKey } from './parameters';
import { parameterKeys } from './parameters';

const keepers = ['systemAdministrator', 'developmentReform'] as const;

/** A year's arrangement as its notice gives it; dates outside the year are the decider's to refuse. */
const calendarYear = z.strictObject({
  year: z.int().min(2000).max(2199),
  holidays: z.array(civilDate).max(120).meta({ widget: 'dates' }),
  workdays: z.array(civilDate).max(30).meta({ widget: 'dates' }),
  statutory: z.array(civilDate).max(20).default([]).meta({ widget: 'dates' }),
  names: z.record(civilDate, shortText(30)).default({}),
  source: shortText(),
});

export const rulebookCommands = {
  setParameter: command({
    stream: 'rulebook',
    stage: 'cross',
    via: 'direct',
    clause: 'CL-54',
    who: keepers,
    reads: [],
    schema: z.strictObject({
      key: z.enum(parameterKeys as [ParameterKey, ...ParameterKey[]]),
      /** an integer in the key's own unit, a list of codes, or null for no value */
      value: z
        .int()
        .nonnegative()
        .or(z.array(shortText(40)).max(50))
        .nullable(),
      from: civilDate,
      to: civilDate.nullable().default(null),
      source: passage(500),
    }),
  }),
  loadCalendarYear: command({
    stream: 'rulebook',
    stage: 'cross',
    via: 'direct',
    clause: 'CL-24',
    who: keepers,
    reads: [],
    schema: calendarYear,
  }),
  setRoute: command({
    stream: 'rulebook',
    stage: 'cross',
    via: 'direct',
    clause: 'CL-31',
    who: keepers,
    reads: ['bodies'],
    schema: routeSetting,
  }),
};

export interface RulebookEvents {
  ParameterSet: { parameter: Parameter };
  RouteSet: { route: DatedRoute };
  CalendarYearLoaded: { calendarYear: z.output<typeof calendarYearSchema>; source: string };
}
