import { Link } from 'react-router';
import type { PlanPage as Page } from '#contracts/http/plans';
import { planStream } from '#domain/stream';
import { objectionSourceLabels, objectionVerdictLabels } from '#labels/zh/terms';
import { FilesIn } from '../documents/FilesIn';
import { actPath } from '../forms/act-path';

const statusLabels = { open: '公示中', closed: '公示已结束', withdrawn: '公示已撤回' } as const;
const dayMs = 86_400_000;

/** What hangs out, until when, how long yet, and what was objected. */
export function PostingPanel({ page: { plan, may, texts, on, today } }: { page: Page }) {
  const { posting } = plan;
  if (!posting) return null;
  const left = Math.round((Date.parse(posting.to) - Date.parse(on ?? today)) / dayMs);
  const answering = may.includes('answerPlanObjection');
  const stream = planStream(plan.district, plan.year);
  return (
    <section className="panel" aria-label="公示">
      <h2>公示</h2>
      <p>
        <strong>{statusLabels[posting.status]}</strong> · 第 {posting.contentVersion} 稿 · {posting.place} ·{' '}
        {posting.from} 至 {posting.to}
        {posting.status === 'open' &&
          (left >= 0 ? ` · 还有 ${left} 天期满` : ` · 已期满，${posting.closeBy} 前登记结果`)}
        {` · 凭证 ${posting.evidence.length} 份`}
      </p>
      <FilesIn of={stream} part={{ evidence: posting.evidence }} />
      {posting.objections.length === 0 ? (
        <p className="quiet">没有收到异议。</p>
      ) : (
        <ul className="plain-list" aria-label="异议">
          {posting.objections.map(({ id, on: day, source, text, answer }) => (
            <li key={id}>
              {day} {objectionSourceLabels[source]}：{texts[text] ?? '（未公开）'}{' '}
              {answer ? (
                <>
                  <strong>{objectionVerdictLabels[answer.verdict]}</strong> · {texts[answer.text] ?? '（未公开）'}
                </>
              ) : (
                answering && <Link to={actPath(stream, 'answerPlanObjection', { objection: id })}>答复异议</Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
