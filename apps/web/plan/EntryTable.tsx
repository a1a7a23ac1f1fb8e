import { Link } from 'react-router';
import type { PlanPage as Page } from '#contracts/http/plans';
import { listed, type Entry } from '#domain/plan/plan';
import { planStream } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { stageName } from '#labels/zh/stages';
import { entryStandingLabels } from '#labels/zh/terms';
import { actPath } from '../forms/act-path';
import { DataTable, type Column } from '../parts/DataTable';
import { Score } from './Score';

/** The list: each entry with what was last changed, its suitability and, where it is proposed, how far it has come. */
export function EntryTable({ page, may }: { page: Page; may: readonly string[] }) {
  const { plan, bodies, projects, matters } = page;
  const stream = planStream(plan.district, plan.year);
  const fitting = (entry: Entry) =>
    may.filter((type) => (type === 'pauseEntry' ? !entry.paused : type === 'resumeEntry' ? entry.paused : true));
  const columns: readonly Column<Entry>[] = [
    {
      title: '项目',
      cell: ({ id, name, project, changedIn, paused }) => (
        <>
          {project ? <Link to={`/projects/${project}/overview`}>{name}</Link> : name}{' '}
          {paused && <span className="tag warn">已暂停</span>}
          {changedIn > 1 && <span className="tag">第 {changedIn} 版调整</span>}
          {matters.some(({ entryId }) => entryId === id) && <span className="tag">调整审批中</span>}
        </>
      ),
    },
    { title: '列入方式', cell: ({ standing }) => entryStandingLabels[standing], short: true },
    { title: '所在乡镇', cell: ({ townships }) => townships.map((body) => bodies[body] ?? body).join('、') },
    { title: '建设内容', cell: ({ content }) => content },
    { title: '适宜性', cell: (entry) => <Score of={entry} />, number: true },
    {
      title: '提出',
      cell: ({ proposedBy, proposedOn }) => (
        <>
          {bodies[proposedBy] ?? proposedBy} <span className="date">{proposedOn}</span>
        </>
      ),
    },
    { title: '项目库编号', cell: ({ poolId }) => poolId ?? '未入库' },
    {
      title: '进展',
      short: true,
      cell: ({ project }) => (project && projects[project] ? stageName(projects[project].stage) : '尚未提出'),
    },
    ...(may.length > 0
      ? [
          {
            title: '办理',
            screenOnly: true,
            cell: (entry: Entry) => (
              <span className="acts">
                {fitting(entry).map((type) => (
                  <Link key={type} to={actPath(stream, type, { entryId: entry.id })}>
                    {commandLabel(type)}
                  </Link>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ];
  return <DataTable label="项目清单" columns={columns} rows={listed(plan)} keyOf={({ id }) => id} />;
}
