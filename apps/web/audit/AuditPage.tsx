import { useEffect, useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { History } from '#contracts/http/history';
import { replay, stateAfter } from '#domain/replay';
import { isStreamId, type StreamId } from '#domain/stream';
import { streamKindLabels } from '#labels/zh/terms';
import { streamPath } from '../forms/act-path';
import { usePending } from '../http/live';
import { useHistory, useProject } from '../http/queries';
import { useAddress } from '../parts/address';
import { Empty, Failure, Loaded, PendingChanges } from '../parts/States';
import { EventDetails } from './EventDetails';
import { EventList } from './EventList';
import { Slider } from './Slider';
import { subjectName } from './subject-name';
import { StateThen } from './StateThen';
import { usePosition } from './use-position';
import { Verify } from './Verify';

const kinds: Readonly<Record<string, string>> = { projects: 'project' };

/** Any stream as it stood at any moment: folded in this browser by the code that decided it. */
export function AuditPage() {
  const { kind = '', '*': key = '' } = useParams();
  const text = `${kinds[kind] ?? kind}/${key}`;
  const stream = isStreamId(text) ? text : null;
  const history = useHistory(stream);
  const changes = usePending(text);
  const project = useProject(kind === 'projects' ? key : null);
  const [tab, setTab] = useAddress('tab', 'events');
  const name = useMemo(
    () =>
      project.data?.project.planning?.name ??
      (stream && history.data && subjectName(stateAfter(stream, history.data.events))) ??
      '',
    [project.data, history.data, stream],
  );
  useEffect(() => {
    document.title = `审计 ${name} · 以工`;
  }, [name]);
  if (!stream) return <Failure error={new Error('no stream')} />;
  return (
    <section className="audit">
      <p>
        <Link to="/audit">‹ 审计</Link> ·{' '}
        <Link to={streamPath(stream)}>
          {streamKindLabels[stream.slice(0, stream.indexOf('/')) as keyof typeof streamKindLabels]}
        </Link>
      </p>
      <header className="page-head">
        <h1>{name}</h1>
        <div className="segmented" role="group" aria-label="视图">
          {[
            ['events', '时点回看'],
            ['verify', '核验'],
          ].map(([value, label]) => (
            <button key={value} type="button" aria-pressed={tab === value} onClick={() => setTab(value!)}>
              {label}
            </button>
          ))}
        </div>
      </header>
      <PendingChanges {...changes} />
      <Loaded of={history}>
        {(known) =>
          known.events.length === 0 ? (
            <Empty>还没有记录。</Empty>
          ) : tab === 'verify' ? (
            <Verify stream={stream} history={known} />
          ) : (
            <LookBack stream={stream} history={known} />
          )
        }
      </Loaded>
    </section>
  );
}

function LookBack({ stream, history }: { stream: StreamId; history: History }) {
  const steps = useMemo(() => replay(stream, history.events), [stream, history]);
  const position = usePosition(history.events);
  const step = steps[position.index];
  const event = history.events[position.index];
  if (!step || !event) return <Empty>这一时点还没有记录。</Empty>;
  return (
    <>
      <Slider history={history} position={position} />
      <div className="look-back-grid">
        <EventList history={history} position={position} />
        <EventDetails history={history} event={event} step={step} />
        <StateThen stream={stream} step={step} history={history} />
      </div>
    </>
  );
}
