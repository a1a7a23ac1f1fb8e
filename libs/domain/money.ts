/** An amount of money in whole fen (分), within the integers a number holds exactly. */
export type Fen = number;

/** @throws RangeError when the amount is not a whole number of fen, or too large to be exact */
export function assertFen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount of fen: ${amount}`);
  return amount;
}

/** @throws RangeError when a summand or the sum is not exact */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0;
  for (const amount of amounts) sum = assertFen(sum + assertFen(amount));
  return sum;
}

/** How a fraction of a fen becomes whole. Works on the magnitude, so that a correction by −x takes back exactly x. */
export type Rounding = (numerator: bigint, denominator: bigint) => bigint;

const signed =
  (ofMagnitude: Rounding): Rounding =>
  (numerator, denominator) =>
    numerator < 0n ? -ofMagnitude(-numerator, denominator) : ofMagnitude(numerator, denominator);

/** Half a fen and more counts as one (四舍五入). */
export const roundHalfUp = signed((n, d) => (2n * n + d) / (2n * d));
/** Any part of a fen counts as one: for the least that must be reached. */
export const roundUp = signed((n, d) => (n + d - 1n) / d);
/** A part of a fen counts for nothing. */
export const roundDown = signed((n, d) => n / d);

const exact = (value: bigint): number => assertFen(Number(value));

const basisPoints = 10_000n;

/** A share of an amount, in fen. @param shareBp basis points, a whole number ≥ 0; 3000 is 30 % */
export function shareOf(amountFen: Fen, shareBp: number, rounding: Rounding): Fen {
  if (!Number.isSafeInteger(shareBp) || shareBp < 0) throw new RangeError(`not a share in basis points: ${shareBp}`);
  return exact(rounding(BigInt(assertFen(amountFen)) * BigInt(shareBp), basisPoints));
}

/**
 * The share of a part in a whole, in basis points, rounded down: a share just short of its floor never reads as reached.
 * Null where the whole is 0, for a share of nothing is no number. To judge a floor use `reachesShare`, which is exact.
 * @throws RangeError when part or whole is negative
 */
export function ratioBp(part: number, whole: number): number | null {
  if (assertFen(part) < 0 || assertFen(whole) < 0) throw new RangeError(`not a ratio: ${part} of ${whole}`);
  return whole === 0 ? null : exact((BigInt(part) * basisPoints) / BigInt(whole));
}

/** Whether a part reaches a share of the whole, compared exactly. @rule R-FUND-10 */
export const reachesShare = (part: number, whole: number, floorBp: number): boolean =>
  BigInt(assertFen(part)) * basisPoints >= BigInt(assertFen(whole)) * BigInt(floorBp);

/**
 * The pay for minutes worked at a daily rate, exact until it is rounded once, half up.
 * @param minutesPerDay the minutes that earn the whole rate, a positive integer: 480
 * @rule R-WAGE-17
 */
export function timesMinutes(rateFenPerDay: Fen, minutes: number, minutesPerDay: number): Fen {
  if (!Number.isSafeInteger(minutes) || !Number.isSafeInteger(minutesPerDay) || minutesPerDay <= 0) {
    throw new RangeError(`not a working time: ${minutes} of ${minutesPerDay} minutes`);
  }
  return exact(roundHalfUp(BigInt(assertFen(rateFenPerDay)) * BigInt(minutes), BigInt(minutesPerDay)));
}

/** As a person reads it: `¥4,061.25`, `-¥0.05`. */
export function formatYuan(amountFen: Fen): string {
  const magnitude = Math.abs(assertFen(amountFen));
  const yuan = Math.trunc(magnitude / 100);
  const thousands = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amountFen < 0 ? '-' : ''}¥${thousands}.${String(magnitude % 100).padStart(2, '0')}`;
}
