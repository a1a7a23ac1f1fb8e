import type { WageStandard } from '../approval/state';
import { workingDay, type Calendar } from '../calendar';
import type { ParameterValues } from '../rulebook/parameters';
import type { AttendanceRow, Engagement } from '../rows';
import { plain, type Slice } from './calculate';

const dayMinutes = 480;

/**
 * A day's work cut by what its pieces earn. Hired workers (labor contract) on time pay earn a multiple on holidays by law, on
 * days of rest, and for what goes beyond eight hours; agreements and piece pay earn the rate itself.
 * @rule R-WAGE-11
 */
export function slicesOf(
  row: AttendanceRow,
  { unit }: WageStandard,
  engagement: Engagement | undefined,
  { calendar, parameters }: { calendar: Calendar; parameters: ParameterValues },
): readonly Slice[] {
  const { minutes, outputMilli } = row;
  const all = (multiplierBp: number): Slice[] => [{ row, minutes, outputMilli, multiplierBp }];
  if (engagement !== 'laborContract' || unit === 'piece') return all(plain);
  const day = workingDay(calendar, row.on);
  if (day.statutory) return all(parameters['overtime.multiplier.holiday'] ?? plain);
  if (day.kind === 'rest') return all(parameters['overtime.multiplier.restDay'] ?? plain);
  if (Math.abs(minutes) <= dayMinutes) return all(plain);
  const usual = Math.sign(minutes) * dayMinutes;
  return [
    { row, minutes: usual, outputMilli, multiplierBp: plain },
    {
      row,
      minutes: minutes - usual,
      outputMilli: 0,
      multiplierBp: parameters['overtime.multiplier.workday'] ?? plain,
    },
  ];
}
