import { standardOn, type WageStandard } from '../approval/state';
import type { BaseFacts, FactValues } from '../facts';
import { sumFen } from '../money';
import { segmentOf, type Project, type Segment } from '../project';
import type { AttendanceRow, WageLineRow } from '../rows';
import { calculate, lineRow, struckOut, takenBack, type Calculation } from './calculate';
import { slicesOf } from './overtime';
import type { WagePeriod } from './period';
import type { DeductionKind } from './state';

export interface Deduction {
  personRef: string;
  kind: DeductionKind;
  amountFen: number;
  ground: string;
}
export type CalculationFacts = BaseFacts &
  Pick<FactValues, 'project' | 'periodAttendance' | 'engagements' | 'datedParameters' | 'wageLines'>;

/** A sheet as it would stand: lines from sealed attendance and the rates in force on each day, nothing typed but deductions. */
export interface Drawing {
  period: WagePeriod;
  segment: Segment | undefined;
  calculation: Calculation;
  deductions: readonly Deduction[];
  /** by person, ascending */
  lines: readonly WageLineRow[];
  /** lines of the sheet before that no attendance carries any more */
  struck: readonly WageLineRow[];
  grossFen: number;
  deductionsFen: number;
  netFen: number;
}

/** The class of the post a day was worked at; its wage standard gives the rate. */
export const postClassOf = (segment: Segment | undefined, postId: string): string | undefined =>
  segment?.mobilization.posts.find(({ id }) => id === postId)?.postClass;

const standardFor =
  ({ approval }: Project, segment: Segment | undefined) =>
  ({ postId, on }: AttendanceRow): WageStandard | undefined => {
    const postClass = postClassOf(segment, postId);
    return segment && postClass !== undefined ? standardOn(approval, segment.id, postClass, on) : undefined;
  };

/**
 * Draws up the pay lines of a period, or of one worker alone.
 * @param only the worker whose line is worked out afresh; all workers where it is not given
 * @rule R-WAGE-17
 */
export function draw(
  period: WagePeriod,
  deductions: readonly Deduction[],
  facts: CalculationFacts,
  only?: string,
): Drawing {
  const { project, periodAttendance, wageLines, engagements } = facts;
  const segment = segmentOf(project, period.segmentId);
  const rows = [...periodAttendance.rows, ...(periodAttendance.counted ?? []).map(takenBack)].filter(
    ({ personRef }) => only === undefined || personRef === only,
  );
  const calculation = calculate(rows, standardFor(project, segment), (row, standard) =>
    slicesOf(row, standard, engagements[row.personRef], facts),
  );
  const before = new Map(wageLines.map((line) => [line.personRef, line]));
  const withheld = (personRef: string): number =>
    sumFen(deductions.filter((one) => one.personRef === personRef).map(({ amountFen }) => amountFen));
  // Where corrections leave less than nothing there is no line: pay once received is not taken back through a sheet.
  const lines = calculation.lines
    .map((line) => lineRow(line, withheld(line.personRef), (before.get(line.personRef)?.edition ?? 0) + 1))
    .filter(({ grossFen, days }) => grossFen > 0 || (grossFen === 0 && days > 0));
  const drawn = new Set(lines.map(({ personRef }) => personRef));
  const struck = only === undefined ? wageLines.filter(({ personRef }) => !drawn.has(personRef)).map(struckOut) : [];
  const grossFen = sumFen(lines.map((line) => line.grossFen));
  const deductionsFen = sumFen(lines.map((line) => line.deductionsFen));
  return {
    period,
    segment,
    calculation,
    deductions,
    lines,
    struck,
    grossFen,
    deductionsFen,
    netFen: grossFen - deductionsFen,
  };
}
