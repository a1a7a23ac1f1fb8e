import type { ProjectPage } from '#contracts/http/projects';
import { isSubstantive } from '#domain/generic';
import { useHistory } from '../http/queries';
import { Loaded } from '../parts/States';
import { EventLine } from './EventLine';
import { Panel } from './Panel';

const shown = 10;

/** The last things that happened; bookkeeping is in the full timeline. */
export function RecentEvents({ page: { id, revision, project } }: { page: ProjectPage }) {
  const history = useHistory(`project/${id}`);
  return (
    <Panel title={`动态（全部 ${revision}）`} to={`/projects/${id}/timeline`}>
      <Loaded of={history}>
        {(known) => (
          <ol className="plain-list">
            {known.events
              .filter(({ type, version }) => isSubstantive(type) && version <= revision)
              .slice(-shown)
              .reverse()
              .map((event) => (
                <EventLine key={event.version} event={event} history={known} project={project} />
              ))}
          </ol>
        )}
      </Loaded>
    </Panel>
  );
}
