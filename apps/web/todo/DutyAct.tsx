import type { CommandAccepted } from '#contracts/http/commands';
import type { DutyRow as Row } from '#contracts/http/inbox';
import { Link } from 'react-router';
import { isCommandType } from '#domain/registry';
import { kindOf, type StreamId } from '#domain/stream';
import { ActForm } from '../forms/ActForm';
import { useProject } from '../http/queries';
import { OpinionBarOf } from '../signoff/OpinionBar';
import { streamPath } from '../forms/act-path';
import { Failure, Loaded } from '../parts/States';

/** The form of a duty, in place. */
export function DutyAct({ row, onDone }: { row: Row; onDone: (accepted: CommandAccepted) => void }) {
  const project = useProject(row.projectId);
  const stream = row.stream as StreamId;
  if (kindOf(stream) === 'signoff') return <OpinionBarOf stream={stream} onDone={onDone} />;
  if (row.underWay) return <UnderWay {...row.underWay} />;
  if (!isCommandType(row.command)) return <Failure error={new Error('unknown command')} />;
  const form = {
    stream,
    type: row.command,
    substantive: row.substantive,
    preset: row.segmentId ? { segmentId: row.segmentId } : {},
    onDone,
  };
  if (row.projectId === null) return <ActForm {...form} project={null} />;
  return <Loaded of={project}>{(page) => <ActForm {...form} project={page} />}</Loaded>;
}

/** A second matter about the same is refused: the way leads to the one under way. */
const UnderWay = ({ stream, title }: NonNullable<Row['underWay']>) => (
  <p>
    会签办理中：<Link to={streamPath(stream as StreamId)}>{title}</Link>。签署人都同意后即办理，无须另行发起。
  </p>
);
