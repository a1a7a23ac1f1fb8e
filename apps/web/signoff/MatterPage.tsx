import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { keyOf, type StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { usePending } from '../http/live';
import { useMatter } from '../http/queries';
import { Lamp, Limit } from '../parts/Lamp';
import { Loaded, PendingChanges } from '../parts/States';
import { OpinionBar } from './OpinionBar';
import { RouteList } from './RouteList';
import { matterWords } from './words';

/** A matter on its route: what is decided, who has said what, and what one owes. */
export function MatterPage() {
  const { id = '' } = useParams();
  const matter = useMatter(id);
  const changes = usePending(`signoff/${id}`);
  useEffect(() => {
    document.title = '审批事项 · 以工';
  }, []);
  return (
    <section className="matter">
      <p className="no-print">
        <Link to="/todo">‹ 待办</Link>
      </p>
      <Loaded of={matter}>
        {(page) => (
          <>
            <h1>{page.state.title}</h1>
            <PendingChanges {...changes} />
            <p>
              {matterWords[page.state.status]} · {page.state.act && commandLabel(page.state.act.type)} · 第{' '}
              {page.state.document.version} 版 · 第 {page.state.round} 轮 ·{' '}
              <Link to={`/projects/${keyOf(page.state.subject as StreamId)}/overview`}>{page.projectName}</Link>
              {' · '}
              <Link to={`/audit/signoff/${id}`}>审计</Link>
            </p>
            {page.duties.map((duty) => (
              <p key={duty.key}>
                <Lamp lamp={duty.lamp} stopped={duty.stopped} /> {commandLabel(duty.command)}（{duty.ownerName}）{' '}
                <Limit dueAt={duty.dueAt} workingDaysLeft={duty.workingDaysLeft} stopped={duty.stopped} />
              </p>
            ))}
            <h2>办理过程</h2>
            <RouteList page={page} />
            <h2 className="no-print">办理</h2>
            <OpinionBar page={page} />
          </>
        )}
      </Loaded>
    </section>
  );
}
