import { useState } from 'react';
import { useDays } from '../http/queries';
import { beijingDate, shortDay } from '../parts/format';
import { Loaded } from '../parts/States';

/** The days of a limit one by one, from the day after it began: which are counted, which are passed over, which are worked in exchange. */
export function CountedDays({ since, dueAt }: { since: string; dueAt: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="counted-days" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>ⓘ 逐日</summary>
      {open && <DayList from={beijingDate(since)} to={beijingDate(dueAt)} />}
    </details>
  );
}

function DayList({ from, to }: { from: string; to: string }) {
  return (
    <Loaded of={useDays({ from, to })}>
      {(days) => {
        const worked = days.filter(({ kind }) => kind === 'working').map(({ on }) => on);
        return (
          <>
            <p>
              {shortDay(from)}起算，当日不计；其间 {worked.length} 个工作日，{days.length - worked.length} 天不计。
            </p>
            <ol aria-label="逐日计算">
              {days.map(({ on, kind, reason, exchanged, provisional }) => (
                <li key={on} className={kind === 'rest' ? 'quiet' : undefined}>
                  {shortDay(on)} {kind === 'rest' ? `${reason}，不计` : `第 ${worked.indexOf(on) + 1} 个工作日`}
                  {exchanged && `（${reason}）`}
                  {provisional && '（该年放假安排未公布，暂按周一至周五）'}
                </li>
              ))}
            </ol>
          </>
        );
      }}
    </Loaded>
  );
}
