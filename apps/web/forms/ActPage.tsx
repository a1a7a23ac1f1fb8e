import { Link, useParams, useSearchParams } from 'react-router';
import { isCommandType, type CommandType } from '#domain/registry';
import { isStreamId, wagesStream, type StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { useHistory, usePeriod, useProject } from '../http/queries';
import { usePending } from '../http/live';
import { today } from '../parts/format';
import { Failure, Loaded, PendingChanges } from '../parts/States';
import { ActForm } from './ActForm';
import { streamPath } from './act-path';

/** Fields that the address already answers: the segment, the person, the edition of a line, what is to be overridden. */
function usePreset(): Readonly<Record<string, string | number | readonly string[]>> {
  const [params] = useSearchParams();
  const known = [
    'on',
    'segmentId',
    'personRef',
    'edition',
    'fundLineId',
    'kind',
    'document',
    'command',
    'rules',
  ] as const;
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, asField(name, value)]];
    }),
  );
}

function asField(name: string, value: string): string | number | readonly string[] {
  if (name === 'edition') return Number(value);
  return name === 'rules' ? value.split(',') : value;
}

export function Frame({
  stream,
  type,
  name,
  children,
}: {
  stream: StreamId;
  type: CommandType;
  name: string;
  children: React.ReactNode;
}) {
  return (
    <section className="act-page">
      <p>
        <Link to={streamPath(stream)}>‹ {name}</Link>
      </p>
      <h1>{commandLabel(type)}</h1>
      {children}
    </section>
  );
}

export const After = ({ stream }: { stream: StreamId }) => (
  <p className="acts">
    <Link to={streamPath(stream)}>回到所在页面</Link>
    <Link to="/todo">去待办</Link>
  </p>
);
const Unknown = () => <Failure error={new Error('unknown command')} />;

/** Acts that are nearly always of the day on which they are entered. */
const todays = new Set<CommandType>(['recordAttendance', 'sealDay', 'enrollWorkers']);

export function ProjectActPage() {
  const { id = '', command = '' } = useParams();
  const preset = usePreset();
  const project = useProject(id);
  const changes = usePending(`project/${id}`);
  if (!isCommandType(command)) return <Unknown />;
  const stream: StreamId = `project/${id}`;
  return (
    <Loaded of={project}>
      {(page) => (
        <Frame stream={stream} type={command} name={page.project.planning?.name ?? '项目'}>
          <PendingChanges {...changes} />
          <ActForm
            stream={stream}
            type={command}
            project={page}
            substantive={page.substantive}
            preset={{ ...(todays.has(command) && { on: today() }), ...preset }}
            named={preset}
            after={<After stream={stream} />}
          />
        </Frame>
      )}
    </Loaded>
  );
}

export function PeriodActPage() {
  const { id = '', segment = '', period = '', command = '' } = useParams();
  const preset = usePreset();
  const project = useProject(id);
  const sheet = usePeriod(id, segment, period);
  if (!isCommandType(command)) return <Unknown />;
  const stream = wagesStream(id, segment, period);
  return (
    <Loaded of={project}>
      {(page) => (
        <Frame stream={stream} type={command} name={`${period} 工资表 · ${page.project.planning?.name ?? ''}`}>
          {sheet.isPending ? null : (
            <ActForm
              stream={stream}
              type={command}
              project={page}
              substantive={sheet.data?.substantive ?? null}
              preset={{ ...editionOf(sheet.data?.lines), ...preset }}
              named={preset}
              after={<After stream={stream} />}
            />
          )}
        </Frame>
      )}
    </Loaded>
  );
}

/** The sheet's edition: the first one its lines were drawn up in. */
const editionOf = (lines: readonly { edition: number }[] | undefined): Readonly<Record<string, number>> =>
  lines?.[0] ? { edition: Math.min(...lines.map(({ edition }) => edition)) } : {};

export function StreamActPage() {
  const { command = '' } = useParams();
  const [params] = useSearchParams();
  const preset = usePreset();
  const stream = params.get('stream') ?? '';
  const history = useHistory(isStreamId(stream) ? stream : null);
  if (!isCommandType(command) || !isStreamId(stream)) return <Unknown />;
  if (history.isPending) return null;
  return (
    <Frame stream={stream} type={command} name="返回">
      <ActForm
        stream={stream}
        type={command}
        project={null}
        substantive={history.data?.events.at(-1)?.version ?? null}
        preset={preset}
        named={preset}
        after={<After stream={stream} />}
      />
    </Frame>
  );
}
