import { Button } from 'antd';
import type { Problem } from '#contracts/http/commands';
import { isSubstantive } from '#domain/generic';
import type { StreamId } from '#domain/stream';
import { eventLabel } from '#labels/zh/events';
import { useHistory } from '../http/queries';
import { beijingTime } from '../parts/format';
import { detailsOf } from '../parts/event-words';

/** What changed since the writer read: shown in place, nothing applied, what was typed kept. */
export function StaleNotice({
  problem,
  stream,
  readRevision,
  recheck,
}: {
  problem: Problem;
  stream: StreamId;
  readRevision: number | null;
  recheck: (revision: number) => void;
}) {
  const history = useHistory(stream);
  const revision = problem.revision ?? 0;
  const since = (history.data?.events ?? []).filter(
    ({ version, type }) => version > (readRevision ?? 0) && isSubstantive(type),
  );
  return (
    <div className="summary" role="alert">
      <h2>
        {readRevision === null ? '您还没有核对到最新记录' : `您核对的是第 ${readRevision} 号记录`}，现在是第 {revision}{' '}
        号记录，没有提交
      </h2>
      {problem.detail && <p>{problem.detail}</p>}
      <ol aria-label="其间的变化">
        {since.map(({ version, type, recordedAt, actor, data }) => (
          <li key={version}>
            第 {version} 号 · {beijingTime(recordedAt)} · {history.data?.bodies[actor.body] ?? actor.body} ·{' '}
            {eventLabel(type)} <span className="quiet">{history.data && detailsOf(data, history.data)}</span>
          </li>
        ))}
      </ol>
      <Button type="primary" onClick={() => recheck(revision)}>
        按第 {revision} 号记录重新核对
      </Button>
    </div>
  );
}
