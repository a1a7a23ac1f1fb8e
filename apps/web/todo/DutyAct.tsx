import type { DutyRow as Row } from '#contracts/http/reads';
import { isCommandType } from '#domain/registry';
import { kindOf, type StreamId } from '#domain/stream';
import { ActForm } from '../forms/ActForm';
import { useProject } from '../http/queries';
import { OpinionBarOf } from '../signoff/OpinionBar';
import { Failure, Loaded } from '../parts/States';

/** The form of a duty, in place. */
export function DutyAct({ row, next }: { row: Row; next: () => void }) {
  const project = useProject(row.projectId);
  if (kindOf(row.stream as StreamId) === 'signoff') return <OpinionBarOf stream={row.stream as StreamId} next={next} />;
  if (!isCommandType(row.command)) return <Failure error={new Error('unknown command')} />;
  const form = {
    stream: row.stream as StreamId,
    type: row.command,
    substantive: row.substantive,
    preset: row.segmentId ? { segmentId: row.segmentId } : {},
    after: (
      <button type="button" className="link" onClick={next}>
        下一件
      </button>
    ),
  };
  if (row.projectId === null) return <ActForm {...form} project={null} />;
  return <Loaded of={project}>{(page) => <ActForm {...form} project={page} />}</Loaded>;
}
