import type { AnyFacts } from '../facts';
import { formatYuan } from '../money';
import type { Project, Segment } from '../project';
import { check, type Check } from '../rules';

/** What the gates of the stage look at; `facts.sealedMonths` are the segment's. */
export interface WagesGate {
  project: Project;
  segment?: Segment;
  facts: AnyFacts;
  on: string;
}

const periodsOf = ({ segment }: WagesGate) => segment?.wages.periods ?? [];
const settledOf = (gate: WagesGate) => periodsOf(gate).filter(({ status }) => status === 'settled');

/** Gates of wages: met before a segment is done. A settled period stands for its lines: it was held to the line's own rules. */
export const wagesGates: readonly Check<WagesGate>[] = [
  check('R-NAT-24', (gate) => {
    const opened = new Set(periodsOf(gate).map(({ period }) => period));
    const without = (gate.facts.sealedMonths ?? []).filter((month) => !opened.has(month));
    return {
      holds: without.length === 0,
      need: '每个有考勤的月份都有报酬发放期',
      found: without.length === 0 ? `${opened.size} 个月均已建立` : `${without.join('、')} 尚未建立`,
      mend: '为该月建立报酬发放期并发放',
    };
  }),
  check('R-PAY-21', (gate) => {
    const open = periodsOf(gate).filter(({ status }) => status === 'open');
    return {
      holds: open.length === 0,
      need: '各月报酬均已结清',
      found:
        open.length === 0
          ? `${settledOf(gate).length} 个月已结清`
          : `${open.map(({ period }) => period).join('、')} 尚未结清`,
      mend: '发放到账、依法了结或预留争议报酬后办理“结清本期”',
    };
  }),
  check('R-PAY-20', (gate) => {
    const heldFen = settledOf(gate).reduce(
      (sum, { netFen, receivedFen, reservedFen, closedFen }) => sum + netFen - receivedFen - reservedFen - closedFen,
      0,
    );
    return {
      holds: heldFen === 0,
      need: '没有以工程量、质量、造价争议为由扣压的报酬',
      found: heldFen === 0 ? '没有' : `${formatYuan(heldFen)} 既未到账也未预留`,
      mend: '先足额发放；工程争议另行解决',
    };
  }),
];
