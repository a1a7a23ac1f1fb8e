import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { MatterPage as Page } from '#contracts/http/matters';
import { usePending } from '../http/live';
import { useMatter } from '../http/queries';
import { beijingTime, now, shortDigest } from '../parts/format';
import { useKeys } from '../parts/keys';
import { PrintFoot } from '../parts/PrintFoot';
import { Loaded, PendingChanges } from '../parts/States';
import { MatterHead } from './MatterHead';
import { MatterTabs } from './MatterTabs';
import { OpinionBar } from './OpinionBar';
import { Opinions } from './Opinions';
import { RouteDiagram } from './RouteDiagram';
import { RouteList } from './RouteList';
import { Surroundings } from './Surroundings';
import { useReading } from './use-reading';

/** A matter on its route: what changed in it, what the rules say, who has said what, and what one owes. */
export function MatterPage() {
  const { id = '' } = useParams();
  return <Loaded of={useMatter(id)}>{(page) => <Shown key={page.stream} page={page} />}</Loaded>;
}

function Shown({ page }: { page: Page }) {
  const { state, stream } = page;
  const changes = usePending(stream);
  const reading = useReading(page);
  useEffect(() => {
    document.title = `${state.title} · 以工`;
  }, [state.title]);
  const focus = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();
  useKeys({ KeyT: focus('.route'), KeyA: focus('.opinions') });
  return (
    <section className="matter">
      <p className="no-print">
        <Link to="/todo">‹ 待办</Link>
      </p>
      <MatterHead page={page} reading={reading} />
      <PendingChanges {...changes} />
      <div className="matter-columns">
        <MatterTabs page={page} reading={reading} />
        <div className="panel">
          <h2>办理过程</h2>
          <RouteDiagram page={page} />
          <RouteList page={page} />
          <Surroundings page={page} />
          <Opinions page={page} />
        </div>
      </div>
      <OpinionBar page={page} />
      <PrintFoot>
        批办单 · 时点 {beijingTime(now())} · 第 {reading.now.version} 版
        {reading.now.version === state.document.version && ` · 摘要 ${shortDigest(state.document.digest)}`} · 记录号{' '}
        {page.revision}
      </PrintFoot>
    </section>
  );
}
