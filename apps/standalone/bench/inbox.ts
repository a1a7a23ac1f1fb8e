import type { DataSource } from 'typeorm';
import type { DutyPage } from '#contracts/http/inbox';
import type { TrialDistrict } from '../trial/trial-district';
import { atMost, Samples, type Figure } from './figures';

const all = 200_000;
const mine = 300;
const others = 2_000;
const rounds = 5;
const perRound = 60;
const owner = 'yq-fin/approver';

/**
 * The inbox's first page with the counts of its whole list, over HTTP, where the district has 200,000 open duties and its reader 300 of
 * them; against one indexed read of these same rows. The read models are filled as their projections write them.
 */
export async function inboxFigures(database: DataSource, { projects, logIn }: TrialDistrict): Promise<Figure[]> {
  await fill(database, projects[0]!);
  const reader = await logIn(owner);
  const indexed = async () => {
    const rows = await database.query<unknown[]>(
      'select * from read.duty where owner = $1 order by due, since, stream_id, key',
      [owner],
    );
    if (rows.length < mine) throw new Error(`${rows.length} duties were read`);
  };
  const page = async () => {
    const { status, body } = await reader.send('GET', '/api/duties');
    if (status !== 200 || (body as DutyPage).total < mine) throw new Error(`no page was read: ${status}`);
  };
  const warm = new Samples();
  await warm.round(1, perRound, indexed);
  await warm.round(1, perRound, page);
  const [floor, value] = [new Samples(), new Samples()];
  for (let round = 0; round < rounds; round += 1) {
    await floor.round(1, perRound, indexed);
    await value.round(1, perRound, page);
  }
  reader.close();
  await database.query(`delete from read.duty where stream_id like 'signoff/bench-%'`);
  await database.query(`delete from read.matter where stream_id like 'signoff/bench-%'`);
  return [
    atMost(
      { name: 'inbox first page p95, 300 of 200,000 open duties', value: value.p95, floor: floor.p95, unit: 'ms' },
      3,
    ),
  ];
}

/** Each a seat of a matter of its own, under way. */
async function fill(database: DataSource, project: string): Promise<void> {
  const matter = `'signoff/bench-' || n`;
  await database.query(
    `insert into read.matter (stream_id, title, act, project_id, status, round, document, steps, urges, started_at, updated_at)
     select ${matter}, '关于暂停项目的请示 ' || n, 'suspendProject', $1, 'open', 1, 1,
            '{"leads#1": {"name": "会签", "agreed": 0, "needed": 2}}', 0, now(), now()
       from generate_series(1, ${all}) n`,
    [project],
  );
  await database.query(
    `insert into read.duty (stream_id, key, project_id, kind, clause, rule, owner_body, owner_post, command, since, due_at, about)
     select ${matter}, 'leads#1.0', $1, 'act', 'CL-24', 'R-OA-17',
            case when n <= ${mine} then 'yq-fin' else 'bench-' || n % ${others} end, 'approver', 'giveDecision',
            now() - n * interval '1 second', now() + (n % 20 - 4) * interval '1 day', 'suspendProject'
       from generate_series(1, ${all}) n`,
    [project],
  );
  await database.query('analyze read.duty');
  await database.query('analyze read.matter');
}
