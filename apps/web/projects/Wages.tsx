import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../shell/session';
import { usePeriods } from '../http/queries';
import { DataTable } from '../parts/DataTable';
import { money, shortDay, thisMonth } from '../parts/format';
import { Empty, Loaded } from '../parts/States';
import { periodStatusLabel } from '../wages/status';
import { segmentName } from './segment-name';
import { useProjectPage } from './ProjectPage';

/** Pay periods of the project, each opening into its sheet. */
export function Wages() {
  const page = useProjectPage();
  const periods = usePeriods(page.id);
  const me = useMe();
  const mayOpen = me.posts.some(
    ({ postKind, body }) => postKind === 'laborPayOfficer' || body === page.project.parties?.contractor,
  );
  return (
    <>
      {mayOpen && page.at === null && <OpenPeriod projectId={page.id} segments={page.project.segments} />}
      <Loaded of={periods}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty step={<Link to={`/projects/${page.id}/attendance`}>看考勤</Link>}>
              还没有工资表：考勤封存后，按月编制。
            </Empty>
          ) : (
            <DataTable
              label="各期劳务报酬"
              rows={rows}
              keyOf={({ stream }) => stream}
              columns={[
                {
                  title: '期间',
                  cell: ({ stream, period }) => <Link to={`/${stream}`}>{period}</Link>,
                },
                { title: '用工环节', cell: ({ segmentId }) => segmentName(page.project, segmentId) },
                { title: '状态', cell: ({ status }) => periodStatusLabel(status) },
                { title: '人数', cell: ({ lines }) => lines, number: true },
                { title: '已确认', cell: ({ confirmed }) => confirmed, number: true },
                { title: '有异议', cell: ({ disputed }) => disputed, number: true },
                { title: '已到账人数', cell: ({ received }) => received, number: true },
                { title: '实发', cell: ({ netFen }) => money(netFen), number: true },
                { title: '已到账', cell: ({ receivedFen }) => money(receivedFen), number: true },
                { title: '应发日', cell: ({ payOn }) => (payOn ? shortDay(payOn) : '—') },
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}

/** Chooses the segment and month whose period is opened. */
function OpenPeriod({ projectId, segments }: { projectId: string; segments: readonly { id: string; name: string }[] }) {
  const go = useNavigate();
  const [segment, setSegment] = useState(segments[0]?.id ?? '');
  const [month, setMonth] = useState(thisMonth());
  return (
    <form
      className="filters"
      aria-label="开立工资期间"
      onSubmit={(event) => {
        event.preventDefault();
        void go(`/wages/${projectId}/${segment}/${month}/act/openPeriod`);
      }}
    >
      {segments.length > 1 && (
        <select aria-label="用工环节" value={segment} onChange={(event) => setSegment(event.target.value)}>
          {segments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <input
        type="month"
        className="native"
        aria-label="月份"
        value={month}
        onChange={(event) => setMonth(event.target.value)}
      />
      <button type="submit">开立期间</button>
    </form>
  );
}
