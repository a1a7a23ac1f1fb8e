import { Link } from 'react-router';
import type { AttendanceMonth } from '#contracts/http/projects';
import type { JobPost } from '#domain/mobilization/state';
import { segmentOf, type Project } from '#domain/project';
import { isCommandType } from '#domain/registry';
import { commandLabel } from '#labels/zh/commands';
import { methodLabels } from '#labels/zh/terms';
import { actPath } from '../forms/act-path';
import { usePending } from '../http/live';
import { useAttendance } from '../http/queries';
import { useAddress } from '../parts/address';
import { DataTable } from '../parts/DataTable';
import { hours, shortDay, thisMonth } from '../parts/format';
import { Empty, Loaded, PendingChanges } from '../parts/States';
import { SegmentPicker } from './SegmentPicker';
import { useProjectPage } from './ProjectPage';

/** A month of days of one segment; one opens into who was there. */
export function Attendance() {
  const page = useProjectPage();
  const [picked] = useAddress('segment', page.project.segments[0]?.id ?? '');
  const [month, setMonth] = useAddress('month', thisMonth());
  const attendance = useAttendance(page.id, picked || null, month);
  const changes = usePending(`project/${page.id}`);
  const acts = page.may.filter(isCommandType).filter((type) => /attendance/i.test(type));
  if (!picked) return <Empty>本项目还没有用工环节。</Empty>;
  return (
    <>
      <PendingChanges {...changes} />
      <div className="filters">
        <SegmentPicker page={page} all={false} />
        <label>
          月份{' '}
          <input type="month" className="native" value={month} onChange={(event) => setMonth(event.target.value)} />
        </label>
        <ActLinks projectId={page.id} segmentId={picked} acts={acts} />
      </div>
      <Loaded of={attendance}>{(known) => <Month known={known} posts={postsOf(page.project, picked)} />}</Loaded>
    </>
  );
}

function ActLinks({ projectId, segmentId, acts }: { projectId: string; segmentId: string; acts: readonly string[] }) {
  return acts.map((type) => (
    <Link key={type} className="button" to={actPath(`project/${projectId}`, type, { segmentId })}>
      {commandLabel(type)}
    </Link>
  ));
}

const postsOf = (project: Project, segmentId: string): readonly JobPost[] =>
  segmentOf(project, segmentId)?.mobilization.posts ?? [];

function Month({ known, posts }: { known: AttendanceMonth; posts: readonly JobPost[] }) {
  const [day, setDay] = useAddress('day');
  const rows = known.rows.filter(({ on }) => day === '' || on === day);
  if (known.days.length === 0) return <Empty>这个月还没有考勤。</Empty>;
  return (
    <>
      <ul className="days" aria-label="日期">
        {known.days.map(({ on, sealed, rows: count, minutes }) => (
          <li key={on}>
            <button type="button" aria-pressed={day === on} onClick={() => setDay(day === on ? '' : on)}>
              <strong>{shortDay(on)}</strong>
              <span>{count} 人</span>
              <span className="quiet">{hours(minutes)}</span>
              <span className={sealed ? '' : 'lamp-soon'}>{sealed ? '已封存' : '未封存'}</span>
            </button>
          </li>
        ))}
      </ul>
      <DataTable
        label={day === '' ? `${known.month} 考勤` : `${day} 考勤`}
        rows={rows}
        keyOf={({ personRef, on, edition }) => `${personRef}-${on}-${edition}`}
        columns={[
          { title: '姓名', cell: ({ name }) => name },
          { title: '日期', cell: ({ on }) => shortDay(on) },
          { title: '岗位', cell: ({ postId }) => posts.find(({ id }) => id === postId)?.title ?? postId },
          { title: '来', cell: ({ cameAt }) => cameAt ?? '—' },
          { title: '走', cell: ({ leftAt }) => leftAt ?? '—' },
          { title: '工时', cell: ({ minutes }) => (minutes === 0 ? '已勾销' : hours(minutes)), number: true },
          { title: '记录方式', cell: ({ method }) => methodLabels[method] },
          { title: '更正', cell: ({ edition }) => (edition > 1 ? `第 ${edition - 1} 次更正` : '') },
        ]}
      />
    </>
  );
}
