import { addMonths, monthOf } from '../calendar';

/** Minutes as people say them: `8 小时`, `8 小时 30 分`. */
export const formatMinutes = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;

/**
 * The pay period a row counts in: its own month, or the first later month without a pay sheet.
 * @param sheets periods `YYYY-MM` whose sheet is drawn up
 * @returns `YYYY-MM`
 * @rule R-ATT-16
 */
export function payPeriodOf(on: string, sheets: readonly string[]): string {
  let period = monthOf(on);
  while (sheets.includes(period)) period = monthOf(addMonths(`${period}-01`, 1));
  return period;
}
