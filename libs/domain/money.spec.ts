import fc from 'fast-check';
import {
  assertFen,
  formatYuan,
  ratioBp,
  reachesShare,
  roundDown,
  roundHalfUp,
  roundUp,
  shareOf,
  sumFen,
  timesMinutes,
} from './money';

const fen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const paid = fc.integer({ min: 0, max: 1_000_000_000_000 });

describe('whole fen', () => {
  it('takes the largest exact amount and refuses one more, and any fraction', () => {
    expect(assertFen(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    for (const amount of [Number.MAX_SAFE_INTEGER + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => assertFen(amount)).toThrow(RangeError);
    }
  });

  it('refuses a sum that is no longer exact', () => {
    expect(sumFen([])).toBe(0);
    expect(sumFen([Number.MAX_SAFE_INTEGER, -1, 1])).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });

  it('sums to the same in any order', () => {
    fc.assert(fc.property(fc.array(fen, { maxLength: 50 }), (all) => sumFen(all) === sumFen([...all].reverse())));
  });
});

describe('a share of an amount', () => {
  it('rounds a least amount up and pay half up', () => {
    expect(shareOf(1_000_01, 3000, roundUp)).toBe(300_01);
    expect(shareOf(1_000_01, 3000, roundHalfUp)).toBe(300_00);
    expect(shareOf(1_000_01, 3000, roundDown)).toBe(300_00);
    expect(shareOf(5, 1000, roundHalfUp)).toBe(1);
    expect(shareOf(4, 1000, roundHalfUp)).toBe(0);
  });

  it('refuses a share that is negative or no whole number of basis points', () => {
    expect(() => shareOf(100, -1, roundUp)).toThrow(RangeError);
    expect(() => shareOf(100, 0.3, roundUp)).toThrow(RangeError);
  });

  it('keeps the three roundings within one fen, in order', () => {
    fc.assert(
      fc.property(paid, fc.integer({ min: 0, max: 20_000 }), (amount, bp) => {
        const [down, half, up] = [roundDown, roundHalfUp, roundUp].map((rounding) => shareOf(amount, bp, rounding));
        return down! <= half! && half! <= up! && up! - down! <= 1;
      }),
    );
  });

  it('takes back by a negative amount exactly what the amount gave', () => {
    fc.assert(
      fc.property(
        paid,
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(roundUp, roundHalfUp, roundDown),
        (amount, bp, how) => sumFen([shareOf(amount, bp, how), shareOf(-amount, bp, how)]) === 0,
      ),
    );
  });
});

describe('a ratio in basis points', () => {
  it('never reads a share just short of its floor as reached', () => {
    expect(ratioBp(300_000_00, 1_000_000_00)).toBe(3000);
    expect(ratioBp(299_999_99, 1_000_000_00)).toBe(2999);
    expect(reachesShare(300_000_00, 1_000_000_00, 3000)).toBe(true);
    expect(reachesShare(299_999_99, 1_000_000_00, 3000)).toBe(false);
  });

  it('is no number for a whole of 0, and refuses negative amounts', () => {
    expect(ratioBp(0, 0)).toBeNull();
    expect(() => ratioBp(-1, 100)).toThrow(RangeError);
    expect(() => ratioBp(1, -100)).toThrow(RangeError);
  });

  it('agrees with the exact comparison', () => {
    fc.assert(
      fc.property(
        paid,
        paid.filter((whole) => whole > 0),
        fc.integer({ min: 0, max: 20_000 }),
        (part, whole, floorBp) => {
          fc.pre(part <= whole * 100);
          return ratioBp(part, whole)! >= floorBp === reachesShare(part, whole, floorBp);
        },
      ),
    );
  });

  it('is reached by the least amount that its floor asks for, and not by one fen less', () => {
    fc.assert(
      fc.property(
        paid.filter((whole) => whole > 0),
        fc.integer({ min: 1, max: 10_000 }),
        (whole, floorBp) => {
          const least = shareOf(whole, floorBp, roundUp);
          return reachesShare(least, whole, floorBp) && !reachesShare(least - 1, whole, floorBp);
        },
      ),
    );
  });
});

describe('pay for minutes worked', () => {
  it('pays the whole rate for the whole day and rounds once', () => {
    expect(timesMinutes(180_00, 480, 480)).toBe(180_00);
    expect(timesMinutes(100_00, 160, 480)).toBe(33_33);
    expect(timesMinutes(1, 240, 480)).toBe(1);
    expect(timesMinutes(1, 239, 480)).toBe(0);
  });

  it('stays exact where floating point would not', () => {
    expect(timesMinutes(9_007_199_254_740_991, 480, 480)).toBe(9_007_199_254_740_991);
    expect(() => timesMinutes(180_00, 1.5, 480)).toThrow(RangeError);
    expect(() => timesMinutes(180_00, 1, 0)).toThrow(RangeError);
  });

  it('is within half a fen of the exact amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_00 }), fc.integer({ min: 0, max: 1440 }), (rate, minutes) => {
        const error = 2n * (BigInt(timesMinutes(rate, minutes, 480)) * 480n - BigInt(rate) * BigInt(minutes));
        return -480n < error && error <= 480n;
      }),
    );
  });
});

describe('amounts as people read them', () => {
  it.each([
    [4_061_25, '¥4,061.25'],
    [0, '¥0.00'],
    [5, '¥0.05'],
    [-5, '-¥0.05'],
    [999_99, '¥999.99'],
    [1_000_00, '¥1,000.00'],
    [1_234_567_890, '¥12,345,678.90'],
  ])('%d fen is %s', (amount, text) => {
    expect(formatYuan(amount)).toBe(text);
  });
});
