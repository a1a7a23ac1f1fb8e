import type { Lamp as LampName } from '#contracts/http/reads';
import { lampLabels } from '#labels/zh/terms';
import { beijingDate, shortDay, today } from './format';

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

/** `12-02 周三`; with the year where it is another one. */
const dayOf = (at: string): string => `${thisYear(at) ? '' : `${beijingDate(at).slice(0, 4)}-`}${shortDay(at)}`;
const thisYear = (at: string): boolean => beijingDate(at).slice(0, 4) === today().slice(0, 4);

/** Limit in working days with its date. */
export function Limit({ dueAt, workingDaysLeft }: { dueAt: string | undefined; workingDaysLeft: number | null }) {
  if (!dueAt) return <span className="quiet">不限时</span>;
  return (
    <span className="limit">
      {workingDaysLeft !== null && daysLeft(workingDaysLeft)} <time dateTime={dueAt}>{dayOf(dueAt)}</time>
    </span>
  );
}
