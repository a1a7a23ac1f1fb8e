import type { CommandAccepted } from '#contracts/http/commands';
import type { DutyRow as Row } from '#contracts/http/inbox';
import { isCommandType } from '#domain/registry';
import { kindOf, type StreamId } from '#domain/stream';
import { ActForm } from '../forms/ActForm';
import { useProject } from '../http/queries';
import { OpinionBarOf } from '../signoff/OpinionBar';
import { Failure, Loaded } from '../parts/States';

/** The form of a duty, in place. */
export function DutyAct({ row, onDone }: { row: Row; onDone: (accepted: CommandAccepted) => void }) {
  const project = useProject(row.projectId);
  const stream = row.stream as StreamId;
  if (kindOf(stream) === 'signoff') return <OpinionBarOf stream={stream} onDone={onDone} />;
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
