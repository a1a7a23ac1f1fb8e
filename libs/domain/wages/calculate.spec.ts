import fc from 'fast-check';
import { attended, standard, worker } from '../../../test/support/projects-pay';
import type { AttendanceRow, Engagement } from '../rows';
import { addDays, libraryCalendar } from '../calendar';
import { sumFen } from '../money';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import { calculate, leastFen, lineRow, partAmountFen, plain } from './calculate';
import { slicesOf } from './overtime';

const day = { calendar: libraryCalendar, parameters: parametersOn(defaultParameters, '2026-04-02') };
const pay = (rows: readonly AttendanceRow[], standards = [standard()], engagement: Engagement = 'laborAgreement') =>
  calculate(
    rows,
    ({ on }) => standards.filter(({ from }) => from <= on).at(-1),
    (row, rate) => slicesOf(row, rate, engagement, day),
  ).lines.map((line) => lineRow(line, 0, 1));

describe('R-WAGE-17: a part is exact until it is rounded once, half up', () => {
  const part = { minutes: 0, outputMilli: 0, multiplierBp: plain };
  it.each([
    ['day', 200_00, { ...part, minutes: 480 }, 200_00],
    ['day', 200_00, { ...part, minutes: 240 }, 100_00],
    ['day', 160_01, { ...part, minutes: 240 }, 80_01], // 8000.5 fen
    ['day', 160_01, { ...part, minutes: 239 }, 79_67], // 7967.16… fen
    ['hour', 25_00, { ...part, minutes: 61 }, 25_42], // 2541.66… fen
    ['piece', 3_50, { ...part, outputMilli: 12_500 }, 43_75],
    ['piece', 3_51, { ...part, outputMilli: 500 }, 1_76], // 175.5 fen
    ['day', 200_00, { ...part, minutes: 480, multiplierBp: 30_000 }, 600_00],
  ] as const)('%s rate of %i fen', (unit, rateFen, quantity, amountFen) => {
    expect(partAmountFen(unit, rateFen, quantity)).toBe(amountFen);
  });
});

describe('a rate that changes within the month', () => {
  it('splits the line into two parts, each at the rate in force that day', () => {
    const [line] = pay(
      [attended(worker(1), '2026-03-14'), attended(worker(1), '2026-03-15'), attended(worker(1), '2026-03-16')],
      [standard(), standard({ version: 2, rateFen: 220_00, from: '2026-03-15' })],
    );
    expect(line!.parts.map(({ rateVersion, days, amountFen }) => [rateVersion, days, amountFen])).toEqual([
      [1, 1, 200_00],
      [2, 2, 440_00],
    ]);
    expect(line).toMatchObject({ days: 3, grossFen: 640_00, netFen: 640_00 });
  });

  it('leaves days before the first rate for the rules to refuse', () => {
    const { lines, unrated } = calculate(
      [attended(worker(1), '2026-02-27')],
      () => undefined,
      () => [],
    );
    expect([lines.length, unrated.length]).toEqual([0, 1]);
  });
});

describe('R-WAGE-11: hired workers earn a multiple', () => {
  it('gives one and a half for what goes beyond eight hours, not for the eight hours', () => {
    const parts = (minutes: number) =>
      pay([attended(worker(1), '2026-03-02', { minutes })], [standard()], 'laborContract')[0]!.parts;
    expect(parts(480).map(({ amountFen }) => amountFen)).toEqual([200_00]);
    expect(parts(540).map(({ amountFen }) => amountFen)).toEqual([200_00, 37_50]);
  });
  it('gives double on a day of rest and threefold on a holiday by law', () => {
    const gross = (on: string) => pay([attended(worker(1), on)], [standard()], 'laborContract')[0]!.grossFen;
    expect(gross('2026-04-03')).toBe(200_00);
    expect(gross('2026-04-11')).toBe(400_00);
    expect(gross('2026-05-01')).toBe(600_00);
  });
  it('pays workers under an agreement the rate itself', () => {
    expect(pay([attended(worker(1), '2026-05-01', { minutes: 540 })])[0]!.grossFen).toBe(225_00);
  });
});

it('R-WAGE-12: the least for hours worked is exact to the fen', () => {
  const slices = [{ row: attended(worker(1), '2026-03-02'), minutes: 480, outputMilli: 0, multiplierBp: plain }];
  expect(leastFen(slices, () => 14_60)).toBe(116_80);
});

const persons = [1, 2, 3, 4].map(worker);
const work = fc.record({
  personRef: fc.constantFrom(...persons),
  day: fc.integer({ min: 0, max: 30 }),
  postId: fc.constantFrom('p1', 'p2'),
  minutes: fc.integer({ min: 0, max: 720 }),
  outputMilli: fc.integer({ min: 0, max: 90_000 }),
});
const month = fc
  .uniqueArray(work, { selector: ({ personRef, day: on }) => `${personRef} ${on}`, maxLength: 80 })
  .map((days) => days.map(({ personRef, day: on, ...rest }) => attended(personRef, addDays('2026-03-01', on), rest)));
const rates = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 30 }),
      rateFen: fc.integer({ min: 1, max: 100_000 }),
      unit: fc.constantFrom('day' as const, 'hour' as const, 'piece' as const),
    }),
    { maxLength: 4 },
  )
  .map((changes) => [
    standard(),
    ...changes
      .toSorted((a, b) => a.day - b.day)
      .map(({ day: on, ...rate }, index) => standard({ ...rate, version: index + 2, from: addDays('2026-03-01', on) })),
  ]);
const engagement = fc.constantFrom<Engagement>('laborContract', 'laborAgreement', 'partTime');

describe('for any attendance and any changes of rate', () => {
  it('lines, parts and totals agree to the fen, and every minute is paid once', () => {
    fc.assert(
      fc.property(month, rates, engagement, (rows, standards, form) => {
        const lines = pay(rows, standards, form);
        const parts = lines.flatMap((line) => line.parts);
        expect(sumFen(lines.map(({ grossFen }) => grossFen))).toBe(sumFen(parts.map(({ amountFen }) => amountFen)));
        for (const line of lines) {
          expect(line.grossFen).toBe(sumFen(line.parts.map(({ amountFen }) => amountFen)));
          expect(line.netFen).toBe(line.grossFen - line.deductionsFen);
        }
        const worked = rows.filter(({ minutes, outputMilli }) => minutes > 0 || outputMilli > 0);
        const sum = (some: readonly { minutes: number }[]) => some.reduce((all, { minutes }) => all + minutes, 0);
        expect(sum(parts)).toBe(sum(worked));
        expect(lines.reduce((all, { days }) => all + days, 0)).toBe(worked.length);
      }),
    );
  });

  it('the order in which attendance is read makes no difference', () => {
    fc.assert(
      fc.property(month, rates, (rows, standards) => {
        expect(pay(rows.toReversed(), standards)).toEqual(pay(rows, standards));
      }),
    );
  });
});
