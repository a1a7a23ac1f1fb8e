import { useEffect } from 'react';
import type { ScheduleRow } from '#contracts/http/evaluations';
import { useSchedules } from '../http/queries';
import { DataTable, type Column } from '../parts/DataTable';
import { beijingMinute, shortDay } from '../parts/format';
import { Empty, Loaded } from '../parts/States';
import { cronWords } from './cron-words';

const columns: readonly Column<ScheduleRow>[] = [
  { title: '任务', cell: ({ title }) => title },
  { title: '周期（北京时间）', cell: ({ cron }) => <span title={cron}>{cronWords(cron)}</span> },
  {
    title: '下次',
    cell: ({ nextAt, paused }) =>
      paused || nextAt.length === 0 ? (
        '—'
      ) : (
        <details>
          <summary>
            {beijingMinute(nextAt[0]!)} {shortDay(nextAt[0]!).slice(6)}
          </summary>
          <ol className="plain-list">
            {nextAt.slice(0, 5).map((at) => (
              <li key={at}>
                {beijingMinute(at)} {shortDay(at).slice(6)}
              </li>
            ))}
          </ol>
        </details>
      ),
  },
  {
    title: '状态',
    cell: ({ paused, note }) =>
      paused ? <span className="lamp-soon">已暂停{note ? `：${note}` : ''}</span> : '已启用',
  },
  {
    title: '最近',
    cell: ({ recent }) =>
      recent.length === 0 ? (
        '还没有运行过'
      ) : (
        <ol className="plain-list">
          {recent.slice(0, 3).map(({ scheduledAt, startedAt, workflowId }) => (
            <li key={workflowId + scheduledAt} title={workflowId}>
              {beijingMinute(startedAt)}
            </li>
          ))}
        </ol>
      ),
  },
];

/** What runs by itself, when next, and what ran last. */
export function Schedules() {
  const schedules = useSchedules();
  useEffect(() => {
    document.title = '定时任务 · 以工';
  }, []);
  return (
    <section>
      <header className="page-head">
        <h1>定时任务</h1>
      </header>
      <Loaded of={schedules}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>还没有定时任务。年度评估的任务在系统启动时建立。</Empty>
          ) : (
            <DataTable label="定时任务" columns={columns} rows={rows} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </section>
  );
}
