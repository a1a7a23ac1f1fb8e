import type { CoverageFact } from '#domain/facts';
import type { JobPost } from '#domain/mobilization/state';
import { segmentOf, type Project } from '#domain/project';
import { mayWork } from '#domain/training/may-work';
import type { AttendanceRow, CourseRow, RosterRow } from '#domain/rows';
import { projectStream } from '#domain/stream';
import { rowsDigest } from '#event-log/chain';
import { textsIn } from './bodies';
import type { Readers, Reading } from './fact-readers';

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const dateForm = /^\d{4}-\d{2}-\d{2}$/;

/** Every person a command names. */
export const personsIn = (data: unknown): string[] => [...new Set(textsIn(data).filter((text) => uuidForm.test(text)))];
const datesIn = (data: unknown): string[] => [...new Set(textsIn(data).filter((text) => dateForm.test(text)))];
const segmentIn = (data: unknown): string => (data as { segmentId?: string }).segmentId ?? 's1';

const parsed = <R>(rows: readonly { body: string }[]): R[] => rows.map(({ body }) => JSON.parse(body) as R);

export async function rosterRows(
  { tx }: Pick<Reading, 'tx'>,
  stream: string,
  persons: readonly string[] | null,
): Promise<RosterRow[]> {
  return parsed(
    await tx.query<{ body: string }[]>(
      'select body from rows.roster where stream_id = $1 and ($2::uuid[] is null or person_ref = any($2)) order by version, ordinal',
      [stream, persons],
    ),
  );
}

export async function courseRows({ tx }: Pick<Reading, 'tx'>, persons: readonly string[]): Promise<CourseRow[]> {
  return parsed(
    await tx.query<{ body: string }[]>(
      'select body from rows.course where person_ref = any($1) order by on_date, stream_id, version, ordinal',
      [persons],
    ),
  );
}

/** For each person and day of a segment the row of the highest edition, in a fixed order. */
export async function standingAttendance(
  { tx }: Pick<Reading, 'tx'>,
  stream: string,
  segmentId: string,
  from: string,
  through: string,
): Promise<AttendanceRow[]> {
  return parsed(
    await tx.query<{ body: string }[]>(
      `select distinct on (on_date, person_ref) body from rows.attendance
        where stream_id = $1 and segment_id = $2 and on_date between $3 and $4
        order by on_date, person_ref, edition desc`,
      [stream, segmentId, from, through],
    ),
  );
}

/** The last word of the roster on each person of a segment. */
export function standingRoster(rows: readonly RosterRow[], segmentId: string): RosterRow[] {
  const last = new Map<string, RosterRow>();
  for (const row of rows) if (row.segmentId === segmentId) last.set(row.personRef, row);
  return [...last.values()].filter(({ act }) => act !== 'left');
}

async function coverage(reading: Reading): Promise<CoverageFact> {
  const segmentId = segmentIn(reading.command.data);
  const segment = segmentOf(reading.state.subject as Project, segmentId);
  const roster = await rosterRows(reading, reading.state.stream, null);
  const standing = standingRoster(roster, segmentId);
  const agreed = standing.filter(({ act }) => act === 'agreed');
  const persons = standing.map(({ personRef }) => personRef);
  const people = new Map(
    (await reading.vault.attributesOf(reading.tx, persons)).map((person) => [person.personRef, person]),
  );
  const courses = await courseRows(reading, persons);
  const posts = new Map<string, JobPost>((segment?.mobilization.posts ?? []).map((post) => [post.id, post]));
  const projectId = (reading.state.subject as Project).id;
  const lacking = new Map(
    agreed.map(({ personRef, postId }) => {
      const post = posts.get(postId);
      const person = { personRef, projectId, segmentId, roster, courses };
      return [personRef, new Set<string>(post ? mayWork(person, post, reading.on).map(({ rule }) => rule) : [])];
    }),
  );
  const without = (rows: readonly RosterRow[], ...rules: string[]): number =>
    rows.filter(({ personRef }) => !rules.some((rule) => lacking.get(personRef)?.has(rule))).length;
  const skilled = agreed.filter(({ postId }) => posts.get(postId)?.key);
  const byPost: Record<string, number> = {};
  for (const { postId } of agreed) byPost[postId] = (byPost[postId] ?? 0) + 1;
  return {
    enrolled: standing.length,
    agreed: agreed.length,
    withCard: agreed.filter(({ personRef }) => people.get(personRef)?.cardRegistered).length,
    priority: standing.filter(({ personRef }) => people.get(personRef)?.priority != null).length,
    localRural: standing.filter(({ personRef }) => people.get(personRef)?.localRural).length,
    safetyPassed: without(agreed, 'R-TRAIN-10', 'R-TRAIN-12', 'R-TRAIN-02'),
    skillNeeded: skilled.length,
    skillPassed: without(skilled, 'R-TRAIN-04', 'R-TRAIN-02'),
    disclosed: without(skilled, 'R-DISC-01', 'R-TRAIN-02'),
    byPost,
  };
}

export const peopleReaders: Readers<
  | 'people'
  | 'rosterOf'
  | 'coursesOf'
  | 'attendance'
  | 'daysHeld'
  | 'coverage'
  | 'builders'
  | 'sheetPeriods'
  | 'projectHiring'
  | 'projectTraining'
  | 'sealedMonths'
> = {
  async people({ tx, command, vault }) {
    const people = await vault.attributesOf(tx, personsIn(command.data));
    return Object.fromEntries(people.flatMap((person) => (person.erased ? [] : [[person.personRef, person]])));
  },

  rosterOf: (reading) => rosterRows(reading, reading.state.stream, personsIn(reading.command.data)),

  coursesOf: (reading) => courseRows(reading, personsIn(reading.command.data)),

  async attendance(reading) {
    const days = datesIn(reading.command.data).toSorted();
    const [from, through] = [days[0] ?? reading.on, days.at(-1) ?? reading.on];
    const rows = (
      await standingAttendance(reading, reading.state.stream, segmentIn(reading.command.data), from, through)
    ).filter(({ on }) => (days.length === 0 ? true : days.includes(on)));
    return { rows, digest: rowsDigest('sm3', rows) };
  },

  async daysHeld({ tx, command }) {
    const keys = personsIn(command.data).flatMap((person) => datesIn(command.data).map((day) => `${person}/${day}`));
    const held = await tx.query<{ key: string; holder: string }[]>(
      `select key, holder from log.claim where kind = 'attendanceDay' and key = any($1)`,
      [keys],
    );
    return Object.fromEntries(held.map(({ key, holder }) => [key.slice(0, key.indexOf('/')), holder]));
  },

  coverage,

  async builders({ tx, state, command }) {
    const rows = await tx.query<{ person_ref: string }[]>(
      'select distinct person_ref from rows.attendance where stream_id = $1 and person_ref = any($2) and minutes > 0',
      [state.stream, personsIn(command.data)],
    );
    return rows.map(({ person_ref }) => person_ref);
  },

  async projectHiring({ tx, state, vault }) {
    const worked = await tx.query<{ person_ref: string; days: string }[]>(
      `select person_ref, count(*) as days from (
         select distinct on (segment_id, person_ref, on_date) person_ref, minutes, output_milli from rows.attendance
          where stream_id = $1 order by segment_id, person_ref, on_date, edition desc) standing
        where minutes > 0 or output_milli > 0 group by person_ref order by person_ref`,
      [state.stream],
    );
    const people = await vault.attributesOf(
      tx,
      worked.map(({ person_ref }) => person_ref),
    );
    return {
      persons: worked.length,
      localRural: people.filter(({ localRural }) => localRural).length,
      priority: people.filter(({ priority }) => priority !== null).length,
      days: worked.reduce((sum, { days }) => sum + Number(days), 0),
    };
  },

  async projectTraining({ tx, state }) {
    const [row] = await tx.query<{ safety: string; skill: string; disclosure: string; persons: string }[]>(
      `select count(*) filter (where course = 'safety') as safety, count(*) filter (where course = 'skill') as skill,
              count(*) filter (where course = 'disclosure') as disclosure, count(distinct person_ref) as persons
         from rows.course where passed and (stream_id = $1 or person_ref in (select person_ref from rows.roster where stream_id = $1))`,
      [state.stream],
    );
    return {
      safety: Number(row!.safety),
      skill: Number(row!.skill),
      disclosure: Number(row!.disclosure),
      persons: Number(row!.persons),
    };
  },

  async sheetPeriods({ tx, state, command }) {
    const rows = await tx.query<{ period: string }[]>(
      `select period from read.period where project_id = $1 and segment_id = $2 and state -> 'sheet' <> 'null' order by period`,
      [(state.subject as Project).id, segmentIn(command.data)],
    );
    return rows.map(({ period }) => period);
  },

  async sealedMonths({ tx, state, command }) {
    const segmentId = segmentIn(command.data);
    const unsealed = segmentOf(state.subject as Project, segmentId)?.construction.unsealedDays ?? [];
    const rows = await tx.query<{ month: string }[]>(
      `select distinct to_char(on_date, 'YYYY-MM') as month from rows.attendance
        where stream_id = $1 and segment_id = $2 and not (on_date = any($3::date[])) order by month`,
      [projectStream((state.subject as Project).id), segmentId, unsealed],
    );
    return rows.map(({ month }) => month);
  },
};
