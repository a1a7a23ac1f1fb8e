import type { FigureValue } from '#contracts/http/evaluations';
import type { Indicators, ProjectFacts } from '#domain/evaluation/indicators';

type Key = Exclude<keyof Indicators, 'IND-10'> | 'IND-10.lines' | 'IND-10.amount';

/** What each figure counts in, and how many rows of the record it opens into. */
const figures: Readonly<Record<Key, { unit: FigureValue['unit']; basis: (facts: ProjectFacts) => number }>> = {
  'IND-01': { unit: 'fen', basis: ({ linesPaid }) => linesPaid },
  'IND-02': { unit: 'bp', basis: ({ linesPaid }) => linesPaid },
  'IND-04': { unit: 'persons', basis: ({ persons }) => persons },
  'IND-05': { unit: 'personTimes', basis: ({ persons }) => persons },
  'IND-06': { unit: 'days', basis: ({ workDays }) => workDays },
  'IND-10.lines': { unit: 'bp', basis: ({ linesPaid }) => linesPaid },
  'IND-10.amount': { unit: 'bp', basis: ({ linesPaid }) => linesPaid },
  'IND-11': { unit: 'bp', basis: ({ linesDue }) => linesDue },
  'IND-13': { unit: 'bp', basis: ({ persons }) => persons },
  'IND-16': { unit: 'bp', basis: ({ listed }) => (listed ? 1 : 0) },
};
export const isFigure = (key: string): key is Key => Object.hasOwn(figures, key);

const valueOf = (indicators: Indicators, key: Key): number | null => {
  if (key === 'IND-10.lines') return indicators['IND-10'].lines;
  if (key === 'IND-10.amount') return indicators['IND-10'].amount;
  return indicators[key];
};

/** One row of figures with their units. @param facts what was gathered of the projects the row is about */
export const figureValues = (indicators: Indicators, facts: readonly ProjectFacts[]): Record<string, FigureValue> =>
  Object.fromEntries(
    Object.entries(figures).map(([key, { unit, basis }]) => [
      key,
      { value: valueOf(indicators, key as Key), unit, basis: facts.reduce((sum, one) => sum + basis(one), 0) },
    ]),
  );
