import type { DutyRow, Lamp as LampName } from '#contracts/http/inbox';
import { lampLabels, stopReasonLabel } from '#labels/zh/terms';
import { beijingDate, beijingMinute, shortDay, today } from './format';

const marks = { normal: '○', soon: '◐', late: '■' } satisfies Record<LampName, string>;

interface Light {
  lamp: LampName;
  /** the duty's clock stands */
  stopped?: DutyRow['stopped'];
}

/** The light of a duty, said in words; colour comes second. */
export function Lamp({ lamp, stopped }: Light) {
  if (stopped) {
    return (
      <span className="lamp">
        <span aria-hidden="true">‖</span> 暂停计时
      </span>
    );
  }
  return (
    <span className={`lamp lamp-${lamp}`}>
      <span aria-hidden="true">{marks[lamp]}</span> {lampLabels[lamp]}
    </span>
  );
}

/** Where no working day is left, it is due today with its hour, or on a day of rest that comes first. */
function leftWords(days: number, dueAt: string): string {
  if (days < 0) return `已过 ${-days} 个工作日`;
  if (days > 0) return `剩 ${days} 个工作日`;
  return beijingDate(dueAt) === today() ? `今天 ${beijingMinute(dueAt).slice(11)} 到期` : '不足 1 个工作日';
}

/** `12-02 周三`; with the year where it is another one. */
const dayOf = (at: string): string => `${thisYear(at) ? '' : `${beijingDate(at).slice(0, 4)}-`}${shortDay(at)}`;
const thisYear = (at: string): boolean => beijingDate(at).slice(0, 4) === today().slice(0, 4);

interface Term {
  dueAt?: string;
  workingDaysLeft: number | null;
  stopped?: DutyRow['stopped'];
  /** the day is a weekend day worked in exchange */
  exchanged?: boolean;
}

/** `补正材料，由大榆树镇人民政府，自 10-08 周四` */
export const stoppedWords = ({ reason, awaitedName, since }: NonNullable<DutyRow['stopped']>): string =>
  `${stopReasonLabel(reason)}，由${awaitedName}，自 ${dayOf(since)}`;

/** Limit in working days with its date; for what the clock stands, where it does. */
export function Limit({ dueAt, workingDaysLeft, stopped, exchanged }: Term) {
  if (stopped) return <span className="limit">{stoppedWords(stopped)}</span>;
  if (!dueAt) return <span className="quiet">不限时</span>;
  return (
    <span className="limit">
      {workingDaysLeft !== null && leftWords(workingDaysLeft, dueAt)} <time dateTime={dueAt}>{dayOf(dueAt)}</time>
      {exchanged && ' 调休上班'}
    </span>
  );
}
