import { useCallback, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import type { PlanPage as Page } from '#contracts/http/plans';
import { listed, listVersion, standingPlanDocument } from '#domain/plan/plan';
import { planStream } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { districtName } from '#labels/zh/districts';
import { eventLabel } from '#labels/zh/events';
import { aimLabels, planStatusLabels } from '#labels/zh/terms';
import { actPath, streamPath } from '../forms/act-path';
import { useAutoUpdate } from '../http/live';
import { usePlan } from '../http/queries';
import { useAddress } from '../parts/address';
import { beijingDate, beijingMinute, beijingTime, now, shortDigest, today } from '../parts/format';
import { PrintFoot } from '../parts/PrintFoot';
import { Empty, Loaded } from '../parts/States';
import { DocumentTable } from '../documents/DocumentTable';
import { EntryTable } from './EntryTable';
import { PostingPanel } from './PostingPanel';

/** Acts on one entry stand in its row. */
const ofOneEntry = new Set(['redraftEntry', 'dropEntry', 'changeEntry', 'pauseEntry', 'resumeEntry', 'removeEntry']);
const ofOneObjection = 'answerPlanObjection';

/** A district's plan and list of one year, now or as it stood on a day. */
export function PlanPage() {
  const { district = '', year = '' } = useParams();
  const [on, setOn] = useAddress('on', '', true);
  const plan = usePlan(district, year, on);
  const stream = planStream(district, Number(year));
  useAutoUpdate(
    'plan',
    useCallback((changed: string) => changed === stream, [stream]),
  );
  const name = `${districtName(district)} ${year} 年以工代赈年度计划和项目清单`;
  useEffect(() => {
    document.title = `${name} · 以工`;
  }, [name]);
  return (
    <section className="sheet">
      <header className="page-head">
        <h1>{name}</h1>
        <div className="filters">
          <Link to={`/plans/${district}/${Number(year) - 1}`}>上一年度</Link>
          <Link to={`/plans/${district}/${Number(year) + 1}`}>下一年度</Link>
          <label>
            看某日清单{' '}
            <input
              type="date"
              className="native"
              value={on}
              max={today()}
              onChange={(event) => setOn(event.target.value)}
            />
          </label>
          <button type="button" className="link" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </header>
      {on && (
        <p className="at-banner" role="status">
          您正在看 {on} 24:00 的清单，只读
          <button type="button" className="link" onClick={() => setOn('')}>
            回到现在
          </button>
        </p>
      )}
      <Loaded of={plan}>{(page) => <Whole page={page} />}</Loaded>
    </section>
  );
}

function Whole({ page }: { page: Page }) {
  const { plan, may, stream, on, matters, revision, headHash } = page;
  const acts = may.filter((type) => !ofOneEntry.has(type) && type !== ofOneObjection);
  const issued = standingPlanDocument(plan);
  const path = (type: string) => actPath(planStream(plan.district, plan.year), type);
  return (
    <>
      {acts.length > 0 && (
        <div className="acts-here">
          {acts.map((type) => (
            <Link key={type} className="button" to={path(type)}>
              {commandLabel(type)}
            </Link>
          ))}
        </div>
      )}
      {!plan.exists ? (
        <Empty>
          {on ? '这一天还没有编制年度计划。' : '本年度计划还没有编制，由区发展改革、农业农村部门共同编制。'}
        </Empty>
      ) : (
        <>
          <section className="panel" aria-label="计划">
            <p role="status">
              <strong>{planStatusLabels[plan.status]}</strong>
              {plan.version > 0 && ` · ${listVersion(plan)} · ${plan.approvedOn} 由区人民政府审定`}
              {plan.version === 0 && ` · 第 ${plan.draft} 稿`}
              {issued && (
                <>
                  {' · '}
                  <Link to={streamPath(issued.document.stream)}>{issued.number}</Link>
                </>
              )}
            </p>
            <p>目标：{plan.aims.map((aim) => aimLabels[aim]).join('、')}</p>
            <p>落实《关于促进本市农民增收若干措施》：{plan.parentMeasure}</p>
          </section>
          <PostingPanel page={page} />
          {matters.length > 0 && (
            <section className="panel" aria-label="审批中">
              <h2>审批中</h2>
              <ul className="plain-list">
                {matters.map((matter) => (
                  <li key={matter.stream}>
                    <Link to={streamPath(matter.stream as Parameters<typeof streamPath>[0])}>{matter.title}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {listed(plan).length === 0 ? (
            <Empty>清单中还没有项目。</Empty>
          ) : (
            <EntryTable page={page} may={may.filter((type) => ofOneEntry.has(type))} />
          )}
          {!on && <DocumentTable subject={stream} />}
          <Changes page={page} />
        </>
      )}
      <PrintFoot>
        时点 {on ? `${on} 24:00` : beijingTime(now())} · 记录号 {revision} · 摘要 {shortDigest(headHash)}
      </PrintFoot>
    </>
  );
}

function Changes({ page: { changes, plan, bodies, texts } }: { page: Page }) {
  const nameOf = (id: string | null) => plan.entries.find((entry) => entry.id === id)?.name;
  return (
    <details className="panel" open={plan.version > 1}>
      <summary>办理和调整记录 {changes.length}</summary>
      <ol className="plain-list" aria-label="办理和调整记录">
        {changes.toReversed().map(({ revision, at, type, body, entryId, version, reason, signoff, backfilled }) => (
          <li key={revision}>
            <time dateTime={at} title={beijingMinute(at)}>
              {beijingDate(at)}
            </time>{' '}
            {eventLabel(type)} {nameOf(entryId)}
            {version !== null && <span className="tag">第 {version} 版</span>}{' '}
            <span className="quiet">
              {bodies[body] ?? body}
              {backfilled && ' · 补录'}
            </span>
            {reason && ` · 理由：${texts[reason] ?? '（未公开）'}`}{' '}
            {signoff && <Link to={`/signoffs/${signoff.slice('signoff/'.length)}`}>审批事项</Link>}
          </li>
        ))}
      </ol>
    </details>
  );
}
