import type { WageStandard } from '../approval/state';
import { roundHalfUp, sumFen, type Fen } from '../money';
import type { AttendanceRow, WageLineRow, WagePart } from '../rows';

/** The working minutes that earn a whole day's rate. */
export const dayMinutes = 480;

/** What earns the whole rate: the minutes of a day or an hour, the thousandths of one unit of output. */
const whole: Record<WagePart['unit'], bigint> = { day: BigInt(dayMinutes), hour: 60n, piece: 1000n };

/** The rate itself, in basis points. */
export const plain = 10_000;

/**
 * The pay of one part: work at one post under one rate. Exact until it is rounded once, half up, to the fen.
 * @param minutes whole minutes, for day and hour rates
 * @param outputMilli thousandths of the unit, for piece rates
 * @param multiplierBp basis points of the rate, 10 000 for the rate itself
 * @rule R-WAGE-17 R-WAGE-10
 */
export function partAmountFen(
  unit: WagePart['unit'],
  rateFen: Fen,
  { minutes, outputMilli, multiplierBp }: Pick<WagePart, 'minutes' | 'outputMilli' | 'multiplierBp'>,
): Fen {
  const quantity = unit === 'piece' ? outputMilli : minutes;
  return Number(roundHalfUp(BigInt(rateFen) * BigInt(quantity) * BigInt(multiplierBp), whole[unit] * BigInt(plain)));
}

/** A day's work, or the piece of it that earns another multiple of the rate. */
export interface Slice {
  row: AttendanceRow;
  minutes: number;
  outputMilli: number;
  multiplierBp: number;
}
/** A part with the work it is made of. */
export interface WorkedPart {
  part: WagePart;
  slices: readonly Slice[];
}
export interface WorkedLine {
  personRef: string;
  parts: readonly WorkedPart[];
}
/** Attendance as pay lines, and the days for which no rate was in force. */
export interface Calculation {
  lines: readonly WorkedLine[];
  unrated: readonly AttendanceRow[];
}

const worked = ({ minutes, outputMilli }: AttendanceRow): boolean => minutes !== 0 || outputMilli !== 0;

const isTakenBack = ({ minutes, outputMilli }: Slice): boolean => minutes < 0 || outputMilli < 0;

/** Days worked: those taken back because an earlier sheet has counted them do not count again. */
const daysIn = (slices: readonly Slice[]): number =>
  new Set(slices.filter((slice) => !isTakenBack(slice)).map(({ row }) => row.on)).size -
  new Set(slices.filter(isTakenBack).map(({ row }) => row.on)).size;

/** A day as an earlier sheet counted it, taken back so that a correction counts by its difference alone. @rule R-ATT-16 */
export const takenBack = (row: AttendanceRow): AttendanceRow => ({
  ...row,
  minutes: -row.minutes,
  outputMilli: -row.outputMilli,
});

/** Groups by key, in the order of their keys. */
function groups<T>(rows: readonly T[], keyOf: (row: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const same = found.get(keyOf(row));
    if (same) same.push(row);
    else found.set(keyOf(row), [row]);
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

const padded = (number: number): string => String(number).padStart(6, '0');

/**
 * Pay lines from attendance: one part per post, rate in force on the day worked, and multiplier, so that a rate that changes
 * within the month splits into two parts. The order of the rows does not matter.
 * @param slicesOf the day's work cut by what its pieces earn
 * @rule R-PRIN-04 R-WAGE-17
 */
export function calculate(
  rows: readonly AttendanceRow[],
  standardOf: (row: AttendanceRow) => WageStandard | undefined,
  slicesOf: (row: AttendanceRow, standard: WageStandard) => readonly Slice[],
): Calculation {
  const rated = rows.filter(worked).map((row) => ({ row, standard: standardOf(row) }));
  const slices = rated.flatMap(({ row, standard }) =>
    standard ? slicesOf(row, standard).map((slice) => ({ slice, standard })) : [],
  );
  const lines = groups(slices, ({ slice }) => slice.row.personRef).map(([personRef, own]) => ({
    personRef,
    parts: groups(
      own,
      ({ slice, standard }) => `${slice.row.postId}/${padded(standard.version)}/${padded(slice.multiplierBp)}`,
    ).map(([, same]) =>
      partOf(
        same.map(({ slice }) => slice),
        same[0]!.standard,
      ),
    ),
  }));
  return { lines, unrated: rated.flatMap(({ row, standard }) => (standard ? [] : [row])) };
}

function partOf(slices: readonly Slice[], { version, unit, rateFen }: WageStandard): WorkedPart {
  const [first] = slices;
  const minutes = slices.reduce((sum, slice) => sum + slice.minutes, 0);
  const outputMilli = slices.reduce((sum, slice) => sum + slice.outputMilli, 0);
  const { multiplierBp } = first!;
  const amountFen = partAmountFen(unit, rateFen, { minutes, outputMilli, multiplierBp });
  const days = daysIn(slices);
  const { postId } = first!.row;
  return {
    part: { postId, rateVersion: version, unit, rateFen, days, minutes, outputMilli, multiplierBp, amountFen },
    slices,
  };
}

/** A worked line as the row the sheet seals. @param deductionsFen what the law has withheld, at most the gross */
export function lineRow({ personRef, parts }: WorkedLine, deductionsFen: Fen, edition: number): WageLineRow {
  const own = parts.map(({ part }) => part);
  const sum = (of: (part: WagePart) => number): number => own.reduce((all, part) => all + of(part), 0);
  const grossFen = sumFen(own.map(({ amountFen }) => amountFen));
  return {
    personRef,
    postId: own[0]!.postId,
    days: daysIn(parts.flatMap(({ slices }) => slices)),
    minutes: sum(({ minutes }) => minutes),
    outputMilli: sum(({ outputMilli }) => outputMilli),
    grossFen,
    deductionsFen,
    netFen: grossFen - deductionsFen,
    parts: own,
    edition,
  };
}

/** A line struck out of a sheet drawn up again: readers take an edition with neither minutes nor output for no line. */
export const struckOut = ({ personRef, postId, edition }: WageLineRow): WageLineRow => ({
  personRef,
  postId,
  days: 0,
  minutes: 0,
  outputMilli: 0,
  grossFen: 0,
  deductionsFen: 0,
  netFen: 0,
  parts: [],
  edition: edition + 1,
});

/**
 * The least a part must come to under the minimum wage of each day worked, in fen, rounded like the part itself.
 * @param hourFenOn the minimum for an hour of that day
 * @rule R-WAGE-12
 */
export const leastFen = (slices: readonly Slice[], hourFenOn: (on: string) => Fen): Fen =>
  Number(
    roundHalfUp(
      slices.reduce((sum, { row, minutes }) => sum + BigInt(hourFenOn(row.on)) * BigInt(minutes), 0n),
      60n,
    ),
  );
