import { useCallback, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { EvaluationPage } from '#contracts/http/evaluations';
import { evaluationStream } from '#domain/stream';
import { districtLabels, districtName } from '#labels/zh/districts';
import { useAutoUpdate } from '../http/live';
import { useEvaluation } from '../http/queries';
import { useAddress } from '../parts/address';
import { beijingTime } from '../parts/format';
import { Empty, Loaded } from '../parts/States';
import { lastYear } from '../shell/navigation';
import { useMe } from '../shell/session';
import { FigureDrill } from './FigureDrill';
import { FigureTable } from './FigureTable';
import { StartRun } from './StartRun';

const statusLabels = {
  none: '尚未开始',
  requested: '已触发，等待冻结',
  frozen: '已冻结，正在计算',
  computed: '已计算',
} as const;

/** One year's evaluation of one scope: what was frozen, the figures, the runs and whether they agree. */
export function EvaluationYear() {
  const me = useMe();
  const year = Number(useParams()['year']);
  const [scope, setScope] = useAddress('scope', me.posts[0]?.district.replace(/^110000$/, 'beijing') ?? 'beijing');
  const evaluation = useEvaluation(scope, year);
  const stream = evaluationStream(scope, year);
  useAutoUpdate(
    'evaluation',
    useCallback((changed: string) => changed === stream, [stream]),
  );
  useEffect(() => {
    document.title = `${year} 年度评估 · 以工`;
  }, [year]);
  return (
    <section className="evaluation">
      <header className="page-head">
        <h1>{year} 年度评估</h1>
        <div className="filters">
          <select aria-label="区" value={scope} onChange={(event) => setScope(event.target.value)}>
            <option value="beijing">北京市</option>
            {Object.entries(districtLabels)
              .filter(([code]) => code !== '110000')
              .map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </select>
          <nav className="segmented" aria-label="年度">
            {[lastYear() - 2, lastYear() - 1, lastYear(), lastYear() + 1].map((one) => (
              <Link
                key={one}
                to={`/evaluations/${one}?scope=${scope}`}
                aria-current={one === year ? 'page' : undefined}
              >
                {one}
              </Link>
            ))}
          </nav>
        </div>
      </header>
      <Loaded of={evaluation}>
        {(page) => (
          <>
            <Standing page={page} />
            <StartRun scope={scope} year={year} again={page.status === 'computed'} runs={page.runs.length} />
            {page.district === null && page.projects.length === 0 ? (
              <Empty>{year} 年度尚未计算。触发后先冻结记录，再按冻结的记录计算，同一冻结时点每次结果相同。</Empty>
            ) : (
              <>
                <FigureTable page={page} name={districtName(scope)} />
                <FigureDrill scope={scope} year={year} projects={page.projects} />
              </>
            )}
            <Runs page={page} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Standing({ page: { status, frozen, digest, progress } }: { page: EvaluationPage }) {
  return (
    <div className="panel" role="status">
      <p>
        <strong>{statusLabels[status]}</strong>
        {frozen && ` · 冻结时点 ${beijingTime(frozen.at)} · 记录 ${frozen.leaf.toLocaleString('zh-CN')} 条`}
      </p>
      {progress && (
        <p>
          <progress value={progress.done} max={Math.max(progress.total, 1)} aria-label="计算进度" /> {progress.done} /{' '}
          {progress.total}
        </p>
      )}
      {digest && (
        <p className="digest">
          结果摘要 <code>{digest}</code>
        </p>
      )}
    </div>
  );
}

function Compared({ same }: Pick<EvaluationPage['runs'][number], 'same'>) {
  if (same === null) return <span className="quiet">首次计算</span>;
  return same ? <span className="passed">结果一致，摘要相同 ✔</span> : <span className="lamp-late">结果不同</span>;
}

function Runs({ page: { runs } }: { page: EvaluationPage }) {
  if (runs.length === 0) return null;
  return (
    <section aria-label="历次计算">
      <h2>历次计算</h2>
      <ol className="plain-list">
        {runs.map(({ at, digest, same }) => (
          <li key={at}>
            {beijingTime(at)} · <code>{digest.slice(0, 24)}…</code> · <Compared same={same} />
          </li>
        ))}
      </ol>
    </section>
  );
}
