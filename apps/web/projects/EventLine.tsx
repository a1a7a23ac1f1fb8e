import { Link } from 'react-router';
import type { AuditEvent, History } from '#contracts/http/history';
import type { Project } from '#domain/project';
import { eventLabel } from '#labels/zh/events';
import { partsOf } from '#labels/zh/subjects';
import { beijingMinute } from '../parts/format';
import { detailsOf } from '../parts/event-words';
import { defectsOf } from './defects';

export const actorName = (history: Pick<History, 'bodies'>, { body, post }: { body: string; post: string }): string => {
  if (post === 'system') return '系统';
  if (post === 'worker') return '务工人员本人';
  return history.bodies[body] ?? body;
};

/** One event in words, with the way to its proof. */
export function EventLine({ event, history, project }: { event: AuditEvent; history: History; project: Project }) {
  return (
    <li className="event-line">
      <time dateTime={event.occurredAt}>{beijingMinute(event.occurredAt)}</time>
      <span>
        {actorName(history, event.actor)} · <strong>{eventLabel(event.type)}</strong>
        {event.backfilled && <span className="tag">补录</span>}{' '}
        <span className="quiet">
          {detailsOf(event.data, {
            ...history,
            parts: partsOf(project),
            defect: (id) => defectIn(history, event.data, id),
          })}
        </span>
      </span>
      <Link to={`/audit/projects/${project.id}?event=${event.version}`}>记录 {event.version}</Link>
    </li>
  );
}

const defectIn = (history: History, data: unknown, id: string): string | undefined =>
  defectsOf(history, (data as { segmentId?: string }).segmentId).get(id);
