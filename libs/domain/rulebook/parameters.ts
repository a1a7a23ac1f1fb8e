import type { CivilDate } from '../calendar';
import {
  type DatedValue,
  excludedCosts,
  parameterScopes,
  payValues,
  procedureValues,
  workValues,
} from './parameters-data';

export { type ParameterScope, parameterScopes, type ParameterUnit } from './parameters-data';

const amounts = [...payValues, ...workValues, ...procedureValues] as const;

type AmountKey = (typeof amounts)[number]['key'];
type CodesKey = 'wageShare.excludedCosts';
export type ParameterKey = AmountKey | CodesKey;

/** A dated entry of the rulebook: money in fen, shares in basis points, working time in minutes, else as its unit says. */
export type Parameter = DatedValue<AmountKey, number | null> | DatedValue<CodesKey, readonly string[] | null>;

/** The values of one day. A key without a value in force is there, and null. */
export type ParameterValues = { readonly [K in AmountKey]: number | null } & {
  readonly [K in CodesKey]: readonly string[] | null;
};

/** Beijing's defaults. Loaded entries are put after them. */
export const defaultParameters: readonly Parameter[] = [...amounts, excludedCosts];

export const parameterKeys: readonly ParameterKey[] = [...new Set(defaultParameters.map(({ key }) => key))];

const inForce = ({ from, to }: Parameter, on: CivilDate): boolean => from <= on && (to === undefined || on <= to);

/** Whether `next` takes the place of `held`: a nearer scope first, then the later first day; of equals the one listed later. */
function outranks(next: Parameter, held: Parameter): boolean {
  const scopes = parameterScopes.indexOf(next.scope) - parameterScopes.indexOf(held.scope);
  return scopes === 0 ? next.from >= held.from : scopes > 0;
}

/**
 * Every parameter as it stands on a day.
 * @param entries Beijing's, with those of the district and the project concerned; others' must be left out by the caller
 * @param on the civil date that counts: day of work, of submission or of payment
 */
export function parametersOn(entries: readonly Parameter[], on: CivilDate): ParameterValues {
  const held = new Map<ParameterKey, Parameter>();
  for (const entry of entries) {
    if (!inForce(entry, on)) continue;
    const before = held.get(entry.key);
    if (!before || outranks(entry, before)) held.set(entry.key, entry);
  }
  return Object.fromEntries(parameterKeys.map((key) => [key, held.get(key)?.value ?? null])) as ParameterValues;
}

/** One parameter as it stands on a day; null where none is in force, or the one in force says there is no value. */
export const valueOn = <K extends ParameterKey>(
  entries: readonly Parameter[],
  key: K,
  on: CivilDate,
): ParameterValues[K] =>
  parametersOn(
    entries.filter((entry) => entry.key === key),
    on,
  )[key];
