import { Link } from 'react-router';
import type { AuditEvent, RefusalRow } from '#contracts/http/history';
import { isSubstantive } from '#domain/generic';
import { commandLabel } from '#labels/zh/commands';
import { eventLabel } from '#labels/zh/events';
import { ruleWords } from '#labels/zh/rules';
import { partsOf } from '#labels/zh/subjects';
import { useHistory } from '../http/queries';
import { usePending } from '../http/live';
import { useAddress } from '../parts/address';
import { detailsOf } from '../parts/event-words';
import { beijingMinute } from '../parts/format';
import { Empty, Loaded, PendingChanges } from '../parts/States';
import { actorName, EventLine } from './EventLine';
import { useProjectPage } from './ProjectPage';

/** Everything that happened, filtered; nothing hidden under "load more". */
export function Timeline() {
  const { id, revision, project } = useProjectPage();
  const history = useHistory(`project/${id}`);
  const changes = usePending(`project/${id}`);
  const [q, setQ] = useAddress('q');
  const [body, setBody] = useAddress('body');
  const [all, setAll] = useAddress('all');
  const [refusals, setRefusals] = useAddress('refusals');
  const parts = partsOf(project);
  return (
    <Loaded of={history}>
      {(known) => {
        const matches = (event: AuditEvent) =>
          event.version <= revision &&
          (all !== '' || isSubstantive(event.type)) &&
          (body === '' || event.actor.body === body) &&
          (q === '' || `${eventLabel(event.type)}${detailsOf(event.data, { ...known, parts }, 20)}`.includes(q));
        const events = refusals === '' ? known.events.filter(matches).reverse() : [];
        const acting = new Set(known.events.map(({ actor }) => actor.body));
        return (
          <>
            <PendingChanges {...changes} />
            <div className="filters">
              <input
                type="search"
                className="native"
                aria-label="搜索动态"
                placeholder="搜索"
                value={q}
                onChange={(event) => setQ(event.target.value)}
              />
              <select aria-label="机构" value={body} onChange={(event) => setBody(event.target.value)}>
                <option value="">全部机构</option>
                {[...acting].filter(Boolean).map((one) => (
                  <option key={one} value={one}>
                    {known.bodies[one] ?? (one === 'system' ? '系统' : one)}
                  </option>
                ))}
              </select>
              <label>
                <input
                  type="checkbox"
                  checked={all !== ''}
                  onChange={(event) => setAll(event.target.checked ? '1' : '')}
                />{' '}
                含待办变动
              </label>
              <label>
                <input
                  type="checkbox"
                  checked={refusals !== ''}
                  onChange={(event) => setRefusals(event.target.checked ? '1' : '')}
                />{' '}
                只看被拒绝的操作 {known.refusals.length}
              </label>
            </div>
            {refusals !== '' && known.refusals.length === 0 && <Empty>没有被拒绝的操作。</Empty>}
            {refusals !== '' && (
              <ol className="plain-list" aria-label="被拒绝的操作">
                {known.refusals.map((row) => (
                  <RefusalLine key={row.commandId + row.at} row={row} who={actorName(known, row.actor)} />
                ))}
              </ol>
            )}
            {refusals === '' && events.length === 0 && <Empty>没有符合条件的记录。</Empty>}
            <ol className="plain-list" aria-label="动态">
              {events.map((event) => (
                <EventLine key={event.version} event={event} history={known} project={project} />
              ))}
            </ol>
          </>
        );
      }}
    </Loaded>
  );
}

export function RefusalLine({ row, who }: { row: RefusalRow; who: string }) {
  return (
    <li className="event-line refusal">
      <time dateTime={row.at}>{beijingMinute(row.at)}</time>
      <div>
        ⊘ 被拒 · {who} · {commandLabel(row.type)}
        <RulesBroken rules={row.rules} />
      </div>
    </li>
  );
}

/** Each with what it is about, and the way to its text. */
const RulesBroken = ({ rules }: { rules: readonly string[] }) => (
  <ul className="plain-list">
    {[...new Set(rules)].map((rule) => (
      <li key={rule} className="quiet">
        {rule.startsWith('P-') ? (
          <span className="id">{rule}</span>
        ) : (
          <Link className="id" to={`/rules/${rule}`}>
            {rule}
          </Link>
        )}{' '}
        {ruleWords(rule)}
      </li>
    ))}
  </ul>
);
