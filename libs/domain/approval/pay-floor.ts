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
 * The least labor pay a fund line asks for, in whole fen, rounded up: by the dated floor or the plan document's own, whichever
 * is higher. 0 where neither sets one.
 * @rule R-FUND-10 R-FUND-11
 */
export const leastPayFen = ({ source, amountFen, floorBp }: FundLine, parameters: ParameterValues): number =>
  shareOf(amountFen, Math.max(floorBp ?? 0, datedFloorBp(source, parameters) ?? 0), roundUp);
