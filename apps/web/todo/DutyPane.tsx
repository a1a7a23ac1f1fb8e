import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { CommandAccepted } from '#contracts/http/commands';
import type { DutyRow as Row } from '#contracts/http/inbox';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { beijingMinute } from '../parts/format';
import { Loading } from '../parts/States';
import { DutyFacts } from './DutyFacts';
import { pathOfDuty, whatOf } from './duty-words';
import { EndedBy } from './EndedBy';

const DutyAct = lazy(async () => ({ default: (await import('./DutyAct')).DutyAct }));
const wide = window.matchMedia('(min-width: 1280px)');
const useWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      wide.addEventListener('change', listener);
      return () => wide.removeEventListener('change', listener);
    },
    () => wide.matches,
  );

interface DutyPaneProps {
  row: Row;
  /** ended while it was being read */
  ended: boolean;
  /** puts it aside, or brings it back */
  putOff: () => void;
  next: () => void;
  onDone: (accepted: CommandAccepted) => void;
}

/** The selected to-do beside the list, on wide screens: what, why, until when, under which clause, and its form. */
export function DutyPane({ row, ended, putOff, next, onDone }: DutyPaneProps) {
  if (!useWide()) return null;
  const matter = kindOf(row.stream as StreamId) === 'signoff' ? keyOf(row.stream as StreamId) : null;
  return (
    <aside className="pane" aria-label="所选事项">
      <h2>{whatOf(row)}</h2>
      <DutyFacts row={row} />
      {ended ? (
        <p role="status">
          {matter === null ? '此事已办结。' : <EndedBy matter={matter} seat={row.key} />}{' '}
          <button type="button" className="link" onClick={next}>
            看下一件
          </button>
        </p>
      ) : (
        <>
          <p className="acts">
            <Link to={pathOfDuty(row)}>打开整页</Link>
            {row.projectId && <Link to={`/projects/${row.projectId}/overview`}>看项目</Link>}
            <button type="button" className="link" onClick={putOff}>
              {row.asideUntil === null ? '稍后处理' : `现在处理（原定 ${beijingMinute(row.asideUntil)}）`}
            </button>
          </p>
          <Suspense fallback={<Loading />}>
            <DutyAct key={`${row.stream}#${row.key}`} row={row} onDone={onDone} />
          </Suspense>
        </>
      )}
    </aside>
  );
}
