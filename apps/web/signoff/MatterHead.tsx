import { Link } from 'react-router';
import type { MatterPage } from '#contracts/http/matters';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { urgencyLabels } from '#labels/zh/terms';
import { streamPath } from '../forms/act-path';
import { Lamp, Limit } from '../parts/Lamp';
import { CountedDays } from '../todo/CountedDays';
import { matterWords } from './words';
import type { Reading } from './use-reading';

/** What it is, where it stands, which version is read, and until when it is whose. */
export function MatterHead({ page, reading }: { page: MatterPage; reading: Reading }) {
  const { state, projectName, duties, mine, stream, documents } = page;
  const { now, setNow } = reading;
  const latest = documents.at(-1)!.version;
  const subject = state.subject as StreamId;
  return (
    <header className="matter-head">
      <p className="print-only print-title">批办单</p>
      <h1>{state.title}</h1>
      <p>
        <strong>
          {state.urgency === 'extraUrgent' && `${urgencyLabels.extraUrgent} · `}
          {matterWords[state.status]}
        </strong>{' '}
        · {state.act && commandLabel(state.act.type)} ·{' '}
        <select
          aria-label="版本"
          className="no-print"
          value={now.version}
          onChange={(event) => setNow(event.target.value)}
        >
          {documents.map(({ version }) => (
            <option key={version} value={version}>
              第 {version} 版
            </option>
          ))}
        </select>
        <span className="print-only">第 {now.version} 版</span> · 第 {state.round} 轮 ·{' '}
        <Link
          to={kindOf(subject) === 'wages' ? `/projects/${keyOf(subject).split('/')[0]}/overview` : streamPath(subject)}
        >
          {projectName}
        </Link>{' '}
        · <Link to={`/audit/${stream}`}>审计</Link>{' '}
        <button type="button" className="no-print" onClick={() => window.print()}>
          打印批办单
        </button>
      </p>
      {now.version < latest && (
        <p className="stored" role="status">
          您正在看第 {now.version} 版，现在是第 {latest} 版。
          <button type="button" className="link" onClick={() => setNow(String(latest))}>
            看第 {latest} 版
          </button>
        </p>
      )}
      {duties.map((duty) => (
        <div key={duty.key} className="matter-limit">
          <Lamp lamp={duty.lamp} stopped={duty.stopped} />
          {duty.stopped ? '：' : ' '}
          <Limit {...duty} /> {commandLabel(duty.command)}（{mine.some(({ seat }) => seat === duty.key) ? '您：' : ''}
          {duty.ownerName}）{duty.dueAt && !duty.stopped && <CountedDays since={duty.since} dueAt={duty.dueAt} />}
        </div>
      ))}
    </header>
  );
}
