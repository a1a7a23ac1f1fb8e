import type { AuditEvent, History } from '#contracts/http/history';
import type { Project } from '#domain/project';
import type { Step } from '#domain/replay';
import { clauseLabel } from '#domain/rulebook/clauses';
import type { Matter } from '#domain/signoff/matter';
import { kindOf, type StreamId, type StreamKind } from '#domain/stream';
import { definitionOf } from '#domain/registry';
import { eventLabel } from '#labels/zh/events';
import { recordedLabel } from '#labels/zh/fields';
import { partsOf } from '#labels/zh/subjects';
import { FilesIn } from '../documents/FilesIn';
import { beijingTime, shortDigest } from '../parts/format';
import { speakerWords } from '../parts/acting-words';
import { valueWords } from '../parts/event-words';
import { actorName } from '../projects/EventLine';
import { differences } from '#domain/differences';
import { commandBehind } from './grounds';
import { nameIn } from '../signoff/change';
import { isBookkeeping, matterParts, stepNames } from './matter-words';
import { pathWords } from '../parts/path-words';

/** One event: who, when on both clocks, on what ground, and what it changed. */
export function EventDetails({ history, event, step }: { history: History; event: AuditEvent; step: Step }) {
  const kind = kindOf(history.stream as StreamId);
  const changes = differences(step.before.subject, step.after.subject).filter(
    ({ path, after }) => isTold([nameIn(path), after]) && (kind !== 'signoff' || !isBookkeeping(path)),
  );
  const known = { ...history, parts: partNames(kind, step.after.subject) };
  return (
    <article className="event-details" aria-label="所选记录">
      <h2>
        第 {event.version} 条 {eventLabel(event.type)}
        {event.backfilled && <span className="tag">补录</span>}
      </h2>
      <dl className="facts">
        <dt>谁</dt>
        <dd>
          {actorName(history, event.actor)}
          {event.actor.post !== 'system' && event.actor.post !== 'worker' && (
            <span className="quiet"> {postName(history, event.actor)}</span>
          )}
          {event.actor.onBehalfOf && (
            <>
              {' · '}
              {speakerWords(
                { by: event.actor.person, onBehalfOf: event.actor.onBehalfOf },
                history.people,
              )}，委托期间 {event.actor.onBehalfOf.from} 至 {event.actor.onBehalfOf.to}
            </>
          )}
          {event.actor.recordedBy && <span className="quiet">（由补录员录入）</span>}
        </dd>
        <dt>发生</dt>
        <dd>{beijingTime(event.occurredAt)}</dd>
        <dt>记录</dt>
        <dd>{beijingTime(event.recordedAt)}</dd>
        <dt>依据</dt>
        <dd>{groundOf(event)}</dd>
        {event.rows && (
          <>
            <dt>所封行</dt>
            <dd>
              {event.rows.count} 行，摘要 <code>{shortDigest(event.rows.digest)}</code>
            </dd>
          </>
        )}
      </dl>
      <h3>内容</h3>
      <dl className="facts">
        {Object.entries(event.data ?? {})
          .filter(isTold)
          .map(([name, value]) => (
            <div key={name} className="pair">
              <dt>{recordedLabel(name)}</dt>
              <dd>{valueWords(name, value, known)}</dd>
            </div>
          ))}
      </dl>
      <FilesIn of={history.stream as StreamId} part={event.data} />
      <h3>之前 → 之后</h3>
      {changes.length === 0 && <p className="quiet">没有改变内容。</p>}
      <ul className="plain-list" aria-label="变化">
        {changes.map(({ path, before, after }) => {
          const name = nameIn(path);
          return (
            <li key={path}>
              <span title={path}>{pathWords(path, kind === 'signoff' ? matterParts : {})}</span>：
              <del>{valueWords(name, before, known)}</del> → <ins>{valueWords(name, after, known)}</ins>
            </li>
          );
        })}
      </ul>
      <details>
        <summary>原始数据（UTC）</summary>
        <p className="quiet digest">
          前摘要 <code>{event.prevHash}</code>
          <br />
          本摘要 <code>{event.hash}</code>
        </p>
        <pre>{JSON.stringify(JSON.parse(event.body), null, 2)}</pre>
      </details>
    </article>
  );
}

/** What the record names by the id it has within its stream. */
const partNames = (kind: StreamKind, subject: unknown): Readonly<Record<string, string>> =>
  kind === 'project' ? partsOf(subject as Project) : kind === 'signoff' ? stepNames(subject as Matter) : {};

/** An id within the stream says nothing to people. */
const isTold = ([name, value]: [string, unknown]): boolean =>
  name !== 'id' || typeof value !== 'string' || !/^[a-z]\d+$/.test(value);

const postName = ({ posts }: History, { body, post }: AuditEvent['actor']): string => posts[`${body}/${post}`] ?? post;

/** The clause of the act that this event records, and the rule where one is named. */
function groundOf(event: AuditEvent): string {
  const rule = (event.data as { rule?: string } | null)?.rule;
  const command = commandBehind(event.type);
  return [command && clauseLabel(definitionOf(command).clause), rule].filter(Boolean).join(' · ') || '—';
}
