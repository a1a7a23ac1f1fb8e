import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Link } from 'react-router';
import type { DutyRow as Row } from '#contracts/http/reads';
import { commandLabel } from '#labels/zh/commands';
import { standInWords } from '../parts/acting-words';
import { ClauseTag } from '../parts/ClauseTag';
import { beijingMinute } from '../parts/format';
import { Lamp, Limit } from '../parts/Lamp';
import { Loading } from '../parts/States';
import { pathOfDuty } from './DutyRow';

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

/** The selected to-do beside the list, on wide screens: what, why, until when, under which clause, and its form. */
export function DutyPane({ row, ended, next }: { row: Row; ended: boolean; next: () => void }) {
  if (!useWide()) return null;
  return (
    <aside className="pane" aria-label="所选事项">
      <h2>{commandLabel(row.command)}</h2>
      <dl className="facts">
        <dt>做什么</dt>
        <dd>
          {commandLabel(row.command)} · {row.projectName}
        </dd>
        <dt>为什么轮到我</dt>
        <dd>
          由 {row.ownerName} 办理，自 {beijingMinute(row.since)} 起
          {row.standIn && <strong className="acting"> {standInWords(row.standIn)}</strong>}
        </dd>
        <dt>到什么时候</dt>
        <dd>
          <Lamp lamp={row.lamp} stopped={row.stopped} />{' '}
          <Limit dueAt={row.dueAt} workingDaysLeft={row.workingDaysLeft} stopped={row.stopped} />
          {row.dueAt && <span className="quiet"> {beijingMinute(row.dueAt)} 前</span>}
        </dd>
        <dt>依据哪一条</dt>
        <dd>
          <ClauseTag rule={row.rule} clause={row.clause} />
        </dd>
      </dl>
      {ended ? (
        <p role="status">
          此事已办结。
          <button type="button" className="link" onClick={next}>
            看下一件
          </button>
        </p>
      ) : (
        <>
          <p>
            <Link to={pathOfDuty(row)}>打开整页</Link>
            {row.projectId && (
              <>
                {' · '}
                <Link to={`/projects/${row.projectId}/overview`}>看项目</Link>
              </>
            )}
          </p>
          <Suspense fallback={<Loading />}>
            <DutyAct key={`${row.stream}#${row.key}`} row={row} next={next} />
          </Suspense>
        </>
      )}
    </aside>
  );
}
