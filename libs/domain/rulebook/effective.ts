import { libraryCalendar, withYears, type Calendar, type CivilDate } from '../calendar';
import { defaultParameters, parametersOn, type Parameter, type ParameterValues } from './parameters';
import type { Rulebook } from './rulebook';

/** Every entry that counts in a district: the product's defaults, Beijing's own, the district's. */
export const datedEntries = (beijing: Rulebook, district: Rulebook | undefined): readonly Parameter[] => [
  ...defaultParameters,
  ...beijing.parameters,
  ...(district?.parameters ?? []),
];

/**
 * The parameters of one day in a district.
 * @param on the civil date that counts: day of work, of submission or of payment
 */
export const effectiveParameters = (
  beijing: Rulebook,
  district: Rulebook | undefined,
  on: CivilDate,
): ParameterValues => parametersOn(datedEntries(beijing, district), on);

/** The working-day calendar: the years of the library, with those loaded since in their place. One for all districts. */
export const effectiveCalendar = (beijing: Rulebook): Calendar => withYears(libraryCalendar, beijing.calendarYears);
