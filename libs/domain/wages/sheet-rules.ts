import { workingDay } from '../calendar';
import { formatYuan } from '../money';
import { valueOn } from '../rulebook/parameters';
import { check, type Check } from '../rules';
import type { WageLineRow } from '../rows';
import { compared } from './compared';
import { leastFen, plain } from './calculate';
import { postClassOf, type CalculationFacts, type Drawing } from './drawing';
import { daysOf } from './period';

export interface SheetInput {
  drawing: Drawing;
  claimed: readonly { personRef: string; grossFen: number }[];
  facts: CalculationFacts;
}

/** The month is over and every day of it sealed, or the works have ended. @rule R-ATT-16 */
const monthClosed = check<SheetInput>('R-ATT-16', ({ drawing: { period, segment }, facts }) => {
  const { first, last } = daysOf(period.period);
  const unsealed = (segment?.construction.unsealedDays ?? []).filter((on) => first <= on && on <= last);
  const over = facts.on >= last || (segment?.construction.completedOn ?? null) !== null;
  return compared(
    over && unsealed.length === 0,
    `${period.period} 已到月末且当月考勤全部封存`,
    over ? (unsealed.length === 0 ? '全部封存' : `未封存：${unsealed.join('、')}`) : `今天是 ${facts.on}`,
    '先封存当月各日考勤；之后的变更按更正办理',
  );
});

/** Rules of the lines themselves: for a whole sheet, and for one line worked out afresh. @clause CL-22 CL-34 */
export const lineRules: readonly Check<SheetInput>[] = [
  check('R-PRIN-04', ({ drawing, claimed }) => {
    const drawn = new Set(drawing.lines.map(({ personRef }) => personRef));
    const without = [...claimed, ...drawing.deductions].filter(({ personRef }) => !drawn.has(personRef)).length;
    return compared(
      drawing.lines.length > 0 && without === 0,
      '每笔报酬都有已封存的考勤或验工数量',
      drawing.lines.length === 0 ? '当月没有已封存的考勤或验工数量' : `${without} 笔没有考勤或验工数量`,
      '删去没有考勤的人员，或先补录并封存考勤',
      'claimed',
    );
  }),
  check('R-WAGE-02', ({ drawing: { calculation, segment } }) => {
    const [first] = calculation.unrated;
    return compared(
      first === undefined,
      '每个用工日当天都有生效的报酬标准',
      first === undefined
        ? '均有'
        : `${first.on} ${postClassOf(segment, first.postId) ?? first.postId} 等 ${calculation.unrated.length} 条考勤没有标准`,
      '由施工单位或业主先备案该岗位类别的报酬标准',
    );
  }),
  check('R-NAT-20', ({ drawing: { calculation, segment }, facts }) => {
    const codes = facts.parameters['wageShare.excludedCosts'] ?? [];
    const hired = calculation.lines
      .flatMap(({ parts }) => parts.map(({ part }) => postClassOf(segment, part.postId) ?? ''))
      .filter((postClass) => codes.includes(postClass));
    return compared(
      hired.length === 0,
      '劳务报酬不含车辆、机械租用等费用',
      hired.length === 0 ? '不含' : [...new Set(hired)].join('、'),
      '将租用费用移出劳务报酬，另行支付',
    );
  }),
  check('R-WAGE-14', ({ drawing: { deductions, lines } }) => {
    const groundless = deductions.filter(({ ground }) => ground === '').length;
    const over = lines.filter(({ netFen }) => netFen < 0).length;
    return compared(
      groundless === 0 && over === 0,
      '每项扣款有类别、金额和法律依据，且不超过应发报酬',
      groundless > 0 ? `${groundless} 项没有依据` : `${over} 笔扣款超过应发报酬`,
      '写明扣款依据，或删去该项扣款',
      'deductions',
    );
  }),
  check('R-WAGE-12', ({ drawing: { calculation }, facts }) => {
    const minimumOn = minimumHour(facts);
    const short = calculation.lines.flatMap(({ personRef, parts }) =>
      parts.flatMap(({ part, slices }) => {
        const least = leastFen(slices, (on) => minimumOn(personRef, on));
        return part.amountFen < least && part.minutes > 0 && slices.every(({ minutes }) => minutes >= 0)
          ? [{ paid: part.amountFen, least }]
          : [];
      }),
    );
    const [first] = short;
    return compared(
      first === undefined,
      first ? `不低于最低工资标准：${formatYuan(first.least)}` : '不低于用工当日的最低工资标准',
      first ? `${formatYuan(first.paid)}（共 ${short.length} 处）` : '不低于',
      '提高该岗位类别的报酬标准后重新编制',
    );
  }),
];

/** Minimum wage for an hour, of the day worked; part-time workers have their own, and another on holidays by law. */
function minimumHour({ datedParameters, engagements, calendar }: CalculationFacts) {
  const known = new Map<string, number>();
  return (personRef: string, on: string): number => {
    const partTime = workingDay(calendar, on).statutory ? 'minWage.hour.partTimeHoliday' : 'minWage.hour.partTime';
    const key = engagements[personRef] === 'partTime' ? partTime : 'minWage.hour.fullTime';
    const name = `${key} ${on}`;
    const hourFen = known.get(name) ?? valueOn(datedParameters, key, on) ?? 0;
    known.set(name, hourFen);
    return hourFen;
  };
}

const surcharged = (line: WageLineRow | undefined): boolean =>
  (line?.parts ?? []).some(({ multiplierBp }) => multiplierBp !== plain);

const against = ({ drawing, claimed }: SheetInput) =>
  claimed.flatMap((claim) => {
    const line = drawing.lines.find(({ personRef }) => personRef === claim.personRef);
    return line === undefined || line.grossFen === claim.grossFen ? [] : [{ claim, line }];
  });

/** What a sheet is held to. @clause CL-34 */
export const sheetRules: readonly Check<SheetInput>[] = [
  monthClosed,
  ...lineRules,
  check('R-WAGE-11', (input) => {
    const short = against(input).filter(({ claim, line }) => surcharged(line) && claim.grossFen < line.grossFen);
    const [first] = short;
    return compared(
      first === undefined,
      first ? `含加班加点报酬 ${formatYuan(first.line.grossFen)}` : '加班加点按法定倍数计算',
      first ? formatYuan(first.claim.grossFen) : '已按倍数计算',
      '按工作日 150%、休息日 200%、法定节假日 300% 计算加班报酬',
      'claimed',
    );
  }),
  check('R-WAGE-17', (input) => {
    const differing = against(input).filter(({ claim, line }) => !(surcharged(line) && claim.grossFen < line.grossFen));
    const [first] = differing;
    return compared(
      first === undefined,
      first ? `按考勤和标准核算 ${formatYuan(first.line.grossFen)}` : '与按考勤和标准核算的结果一致',
      first ? `${formatYuan(first.claim.grossFen)}（共 ${differing.length} 笔不一致）` : '一致',
      '以系统核算为准，或先更正考勤、标准后重新编制',
      'claimed',
    );
  }),
];
