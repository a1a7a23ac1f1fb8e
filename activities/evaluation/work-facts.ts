import type { EntityManager } from 'typeorm';
import type { Project } from '#domain/project';
import type { AttendanceRow, CourseRow, RosterRow } from '#domain/rows';
import { projectStream } from '#domain/stream';
import { mayWork } from '#domain/training/may-work';
import type { Frozen } from '#contracts/temporal/evaluation';

export interface PersonWork {
  /** valid attendance days of the year */
  days: number;
  /** with the passes of the post before the first shift of all */
  trainedFirst: boolean;
}

const parsed = <R>(rows: readonly { body: string }[]): R[] => rows.map(({ body }) => JSON.parse(body) as R);

/** Who worked on a project in a year, by reference: rows sealed before the frozen position, each day in its last edition. */
export async function workOf(
  tx: EntityManager,
  project: Project,
  year: number,
  { leaf }: Frozen,
): Promise<Map<string, PersonWork>> {
  const stream = projectStream(project.id);
  const standing = parsed<AttendanceRow>(
    await tx.query<{ body: string }[]>(
      `select distinct on (on_date, person_ref, segment_id) body
         from rows.attendance join log.sealed using (stream_id, version)
        where stream_id = $1 and leaf < $2 and on_date <= $3
        order by on_date, person_ref, segment_id, edition desc`,
      [stream, leaf, `${year}-12-31`],
    ),
  ).filter(({ minutes, outputMilli }) => minutes > 0 || outputMilli > 0);
  const roster = parsed<RosterRow>(
    await tx.query<{ body: string }[]>(
      `select body from rows.roster join log.sealed using (stream_id, version) where stream_id = $1 and leaf < $2 order by version, ordinal`,
      [stream, leaf],
    ),
  );
  const courses = parsed<CourseRow>(
    await tx.query<{ body: string }[]>(
      `select body from rows.course join log.sealed using (stream_id, version)
        where person_ref = any($1) and leaf < $2 order by on_date, stream_id, version, ordinal`,
      [[...new Set(standing.map(({ personRef }) => personRef))], leaf],
    ),
  );
  const first = new Map<string, AttendanceRow>();
  for (const row of standing) if (!first.has(row.personRef)) first.set(row.personRef, row);
  const work = new Map<string, PersonWork>();
  for (const { personRef, on } of standing) {
    if (!on.startsWith(`${year}-`)) continue;
    const known = work.get(personRef);
    if (known) known.days += 1;
    else work.set(personRef, { days: 1, trainedFirst: isTrained(project, first.get(personRef)!, roster, courses) });
  }
  return work;
}

/** Nothing of the training rules kept this person from the first shift. @rule R-TRAIN-02 */
function isTrained(
  project: Project,
  shift: AttendanceRow,
  roster: readonly RosterRow[],
  courses: readonly CourseRow[],
): boolean {
  const { segmentId, personRef, postId, on } = shift;
  const post = project.segments.find(({ id }) => id === segmentId)?.mobilization.posts.find(({ id }) => id === postId);
  if (!post) return false;
  const unmet = mayWork({ personRef, projectId: project.id, segmentId, roster, courses }, post, on);
  return unmet.every(({ rule }) => !rule.startsWith('R-TRAIN-') && !rule.startsWith('R-DISC-'));
}
