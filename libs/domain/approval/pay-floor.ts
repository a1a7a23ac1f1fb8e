import { roundUp, shareOf } from '../money';
import type { FundLine, FundSource } from '../planning/state';
import type { ParameterValues } from '../rulebook/parameters';

/** The dated floor of a kind of money in basis points; null where none is set. @rule R-FUND-10 R-FUND-11 R-FUND-12 */
function datedFloorBp(source: FundSource, parameters: ParameterValues): number | null {
  if (source === 'centralBudget') return parameters['wageShare.centralBudget.floor'];
  if (source === 'fiscalTask') return parameters['wageShare.fiscalTask.floor'];
  return null;
}

/**
 * The share of a fund line that labor pay must reach, in basis points: the dated floor or the plan document's own, whichever is
 * higher; null where neither sets one.
 * @rule R-FUND-10 R-FUND-11
 */
export function floorBpOf({ source, floorBp }: FundLine, parameters: ParameterValues): number | null {
  const dated = datedFloorBp(source, parameters);
  return floorBp === null || dated === null ? (floorBp ?? dated) : Math.max(floorBp, dated);
}

/** The least labor pay a fund line asks for, in whole fen, rounded up; 0 where nothing sets a floor. @rule R-FUND-10 R-FUND-11 */
export const leastPayFen = (line: FundLine, parameters: ParameterValues): number =>
  shareOf(line.amountFen, floorBpOf(line, parameters) ?? 0, roundUp);
