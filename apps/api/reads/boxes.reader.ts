import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { BoxCounts, DoneRow, Holding } from '#contracts/http/inbox';
import type { MatterRow, SupervisionStanding } from '#contracts/http/matters';
import type { Slice } from '#contracts/http/paging';
import { civilDateOf } from '#domain/calendar';
import type { StreamId } from '#domain/stream';
import { postKindName } from '#labels/zh/roles';
import { planName } from '#labels/zh/subjects';
import type { StepsUnderWay } from '#projections/matters';
import { scopeOf } from '../access/access';
import { Reach } from '../access/reach';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Calendars } from './calendars';
import { cursor, writeCursor } from './cursor';
import { DutiesReader } from './duties.reader';
import { pageSize } from './duty-sql';
import { workingDaysBetween } from './lamps';
import { Names } from './names';
import { Owners } from './owners';
import { containing, search } from './query';

const position = z.tuple([z.iso.datetime(), z.string(), z.int()]);

export const mattersQuery = z.strictObject({
  part: z.enum(['drafter', 'copied', 'supervised']),
  state: z.enum(['open', 'ended']).optional(),
  q: search,
  after: cursor(position).optional(),
});
export const doneQuery = z.strictObject({ q: search, after: cursor(position).optional() });

interface Dated {
  stream_id: StreamId;
  version: number;
  at: Date;
  project_id: string | null;
  project_name: string | null;
  /** of a matter */
  subject: StreamId | null;
  title: string | null;
  total: string;
}
interface MatterLine extends Dated {
  act: string;
  status: MatterRow['status'];
  round: number;
  document: number;
  steps: StepsUnderWay;
  urges: number;
  urged_at: Date | null;
  seen: number[] | null;
  supervisions: SupervisionStanding[];
  holders: { body: string; post: string; since: string }[] | null;
}
interface DoneLine extends Dated {
  type: string;
  decision: string | null;
}

type MattersQuery = z.infer<typeof mattersQuery>;

/** How a part one has in a matter is recorded. */
const recorded = {
  drafter: ['drafter'],
  copied: ['copied', 'circulated'],
  supervised: ['supervised'],
} satisfies Record<MattersQuery['part'], readonly string[]>;

/** What one watches over is open until one closes it, whatever became of the matter. */
const stillOpen = `case when 'supervised' = any($2)
      then exists (select from jsonb_to_recordset(matter.supervisions) as s(raiser text, closed boolean) where s.raiser = any($1) and not s.closed)
      else matter.status = 'open' end`;
/** $1 owners · $2 parts · $3 open or ended · $4 text */
const listed = `
  mine as (select stream_id, max(at) as at from read.matter_part where owner = any($1) and part = any($2) group by stream_id),
  listed as (select mine.at, 0 as version, matter.*, project.name as project_name
               from mine join read.matter matter using (stream_id) left join read.project project using (project_id)
              where ($3::text is null or ${stillOpen} = ($3 = 'open'))
                and ($4::text is null or project.name ilike $4 or matter.title ilike $4))`;

/** The boxes beside the inbox: what one did, what one started, watches over or was shown; and what lies where. */
@Injectable()
export class BoxesReader {
  constructor(
    private readonly database: DataSource,
    private readonly duties: DutiesReader,
    private readonly owners: Owners,
    private readonly reach: Reach,
    private readonly calendars: Calendars,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  /** How many lie in each box as it first opens. */
  async counts(session: Session): Promise<BoxCounts> {
    const { person } = session.account;
    const [mine, unit, acting, drafter, copied, supervised, [done], area] = await Promise.all([
      this.duties.count(session, 'mine'),
      this.duties.count(session, 'unit'),
      this.duties.count(session, 'acting'),
      this.mattersCount(session, { part: 'drafter', state: 'open' }),
      this.mattersCount(session, { part: 'copied' }),
      this.mattersCount(session, { part: 'supervised', state: 'open' }),
      this.database.query<{ count: string }[]>('select count(*) from read.done where person = $1', [person]),
      this.areaCount(session),
    ]);
    return { mine, unit, acting, drafter, copied, supervised, done: Number(done!.count), area };
  }

  private async areaCount({ posts }: Session): Promise<number | null> {
    const bodies = await this.owners.area(scopeOf(posts));
    if (bodies.length === 0) return null;
    const [row] = await this.database.query<{ count: string }[]>(
      'select count(*) from read.duty where owner_body = any($1)',
      [bodies],
    );
    return Number(row!.count);
  }

  private async mattersCount(session: Session, query: MattersQuery): Promise<number> {
    const [row] = await this.database.query<{ count: string }[]>(
      `with ${listed} select count(*) from listed`,
      await this.matterValues(session, query),
    );
    return Number(row!.count);
  }

  private async matterValues(session: Session, { part, state, q }: MattersQuery) {
    const reached = await this.reach.sees(session.posts, this.clock.iso());
    const owners = [`person/${session.account.person}`, ...this.owners.mine(session, reached)];
    return [owners, recorded[part], state ?? null, containing(q)];
  }

  async matters(session: Session, query: MattersQuery): Promise<Slice<MatterRow>> {
    const rows = await this.database.query<MatterLine[]>(
      `with ${listed}
       select listed.*, (select array_agg(document order by document) from desk.look where person = $5 and look.stream_id = listed.stream_id) as seen,
              (select count(*) from listed) as total,
              (select json_agg(holder order by since) from (
                 select owner_body as body, owner_post as post, min(since) as since from read.duty duty
                  where duty.stream_id = listed.stream_id group by owner_body, owner_post) holder) as holders
         from listed
        where $6::timestamptz is null or (listed.at, listed.stream_id) < ($6, $7)
        order by listed.at desc, listed.stream_id desc limit ${pageSize + 1}`,
      [
        ...(await this.matterValues(session, query)),
        session.account.person,
        ...(query.after?.slice(0, 2) ?? [null, null]),
      ],
    );
    const bodies = await this.names.bodies(rows.flatMap(({ holders }) => holders?.map(({ body }) => body) ?? []));
    return sliced(rows, (row) => ({
      ...about(row),
      act: row.act,
      status: row.status,
      round: row.round,
      document: row.document,
      seen: row.seen?.at(-1) ?? null,
      steps: Object.values(row.steps),
      urges: row.urges,
      urgedAt: row.urged_at?.toISOString() ?? null,
      holders: (row.holders ?? []).map(({ body, post, since }) => ({
        name: `${bodies[body] ?? body} · ${postKindName(post)}`,
        since: new Date(since).toISOString(),
      })),
      supervisions: row.supervisions,
    }));
  }

  /** What one did that ended a duty, the latest first. */
  async done({ account: { person } }: Session, { q, after }: z.infer<typeof doneQuery>): Promise<Slice<DoneRow>> {
    const rows = await this.database.query<DoneLine[]>(
      `with listed as (
              select done.*, matter.title, matter.subject, project.name as project_name
                from read.done done left join read.matter matter using (stream_id)
                left join read.project project on project.project_id = done.project_id
               where done.person = $1 and ($2::text is null or project.name ilike $2 or matter.title ilike $2))
       select listed.*, (select count(*) from listed) as total from listed
        where $3::timestamptz is null or (at, stream_id, version) < ($3, $4, $5)
        order by at desc, stream_id desc, version desc limit ${pageSize + 1}`,
      [person, containing(q), ...(after ?? [null, null, null])],
    );
    return sliced(rows, (row) => ({
      ...about(row),
      version: Number(row.version),
      type: row.type,
      decision: row.decision,
    }));
  }

  /** What lies where in the districts one looks after: open duties by post, those with late ones first. */
  async holdings(session: Session): Promise<Holding[]> {
    const rows = await this.database.query<
      { body: string; post: string | null; open: string; late: string; oldest: Date }[]
    >(
      `select owner_body as body, owner_post as post, count(*) as open, count(*) filter (where due < $2) as late, min(since) as oldest
         from read.duty where owner_body = any($1) group by owner_body, owner_post
        order by late desc, oldest, owner_body, owner_post`,
      [await this.owners.area(scopeOf(session.posts)), this.clock.iso()],
    );
    const names = await this.names.bodies(rows.map(({ body }) => body));
    const calendar = await this.calendars.inForce();
    const today = civilDateOf(this.clock.iso());
    return rows.map(({ body, post, open, late, oldest }) => ({
      owner: post === null ? body : `${body}/${post}`,
      name: post === null ? (names[body] ?? body) : `${names[body] ?? body} · ${postKindName(post)}`,
      open: Number(open),
      late: Number(late),
      oldest: oldest.toISOString(),
      waitedDays: workingDaysBetween(calendar, civilDateOf(oldest.toISOString()), today),
    }));
  }
}

const about = ({ stream_id, project_id, project_name, subject, title, at }: Dated) => ({
  stream: stream_id,
  projectId: project_id,
  projectName: project_name ?? planName(subject ?? stream_id) ?? '',
  title: title ?? '',
  at: at.toISOString(),
});

function sliced<R extends Dated, T>(rows: readonly R[], rowOf: (row: R) => T): Slice<T> {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map(rowOf),
    total: Number(last?.total ?? 0),
    next:
      last && rows.length > pageSize
        ? writeCursor([last.at.toISOString(), last.stream_id, Number(last.version)])
        : null,
  };
}
