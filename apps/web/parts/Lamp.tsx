import type { Lamp as LampName } from '#contracts/http/reads';
import { lampLabels } from '#labels/zh/terms';
import { shortDay } from './format';

const marks = { normal: '○', soon: '◐', late: '■' } satisfies Record<LampName, string>;

/** The light of a duty, said in words; colour comes second. */
export function Lamp({ lamp, workingDaysLeft }: { lamp: LampName; workingDaysLeft?: number | null }) {
  return (
    <span className={`lamp lamp-${lamp}`}>
      <span aria-hidden="true">{marks[lamp]}</span> {lampLabels[lamp]}
      {workingDaysLeft !== undefined && workingDaysLeft !== null && ` ${daysLeft(workingDaysLeft)}`}
    </span>
  );
}

export function daysLeft(days: number): string {
  if (days < 0) return `已过 ${-days} 个工作日`;
  return days === 0 ? '今天到期' : `剩 ${days} 个工作日`;
}

/** Limit in working days with its date. */
export function Limit({ dueAt, workingDaysLeft }: { dueAt: string | undefined; workingDaysLeft: number | null }) {
  if (!dueAt) return <span className="quiet">不限时</span>;
  return (
    <span className="limit">
      {workingDaysLeft !== null && daysLeft(workingDaysLeft)} <time dateTime={dueAt}>{shortDay(dueAt)}</time>
    </span>
  );
}
