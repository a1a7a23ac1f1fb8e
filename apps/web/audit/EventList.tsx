import { useEffect, useRef } from 'react';
import type { History } from '#contracts/http/history';
import { isSubstantive } from '#domain/generic';
import { commandLabel } from '#labels/zh/commands';
import { eventLabel } from '#labels/zh/events';
import { ruleWords } from '#labels/zh/rules';
import { beijingMinute } from '../parts/format';
import { actorName } from '../projects/EventLine';
import type { Position } from './use-position';

/** All events in order, refused attempts among them; what lies after the moment looked at is grey. */
export function EventList({ history, position }: { history: History; position: Position }) {
  const list = useRef<HTMLOListElement>(null);
  const { index } = position;
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const refusedAfter = (version: number) => history.refusals.filter(({ afterVersion }) => afterVersion === version);
  return (
    <ol className="event-list" ref={list} aria-label="记录">
      {refusedAfter(0).map((row) => (
        <Refused key={row.commandId + row.at} row={row} history={history} later={false} />
      ))}
      {history.events.map((event, at) => (
        <li key={event.version} className={at > index ? 'later' : ''}>
          <button
            type="button"
            aria-current={at === index ? 'true' : undefined}
            className={isSubstantive(event.type) ? '' : 'quiet'}
            onClick={() => position.go(at)}
          >
            {event.version} {eventLabel(event.type)} <span className="quiet">{actorName(history, event.actor)}</span>
          </button>
          <ol>
            {refusedAfter(event.version).map((row) => (
              <Refused key={row.commandId + row.at} row={row} history={history} later={at >= index} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Refused({ row, history, later }: { row: History['refusals'][number]; history: History; later: boolean }) {
  return (
    <li className={later ? 'refused later' : 'refused'} title={beijingMinute(row.at)}>
      ⊘ 被拒 {commandLabel(row.type)}{' '}
      <span className="quiet">
        {actorName(history, row.actor)} {[...new Set(row.rules)].map((rule) => `${rule} ${ruleWords(rule)}`).join('；')}
      </span>
    </li>
  );
}
