/** A civil date as documents print it: without leading zeros. @param on `YYYY-MM-DD` */
export function printedDate(on: string): string {
  const [year, month, day] = on.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
