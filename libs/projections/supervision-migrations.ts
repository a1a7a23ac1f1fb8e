import type { MigrationInterface, QueryRunner } from 'typeorm';

const matters = `from log.stream_state where stream_id like 'signoff/%'`;
const ownerKey = (one: string): string => `(${one} ->> 'body') || '/' || (${one} ->> 'post')`;

/** A matter's row says who watches over it; who watches and whom it was circulated to have it in their boxes. */
const statements = [
  `alter table read.matter add column supervisions jsonb not null default '[]'`,
  `update read.matter set supervisions = (
     select coalesce(jsonb_agg(jsonb_build_object(
              'id', s ->> 'id', 'raiser', ${ownerKey(`(s -> 'raiser')`)}, 'dueOn', s ->> 'dueOn',
              'reporters', jsonb_array_length(s -> 'reporters'), 'reports', jsonb_array_length(s -> 'reports'),
              'closed', s -> 'closed' <> 'null')), '[]')
       from jsonb_array_elements(state.state::jsonb #> '{subject,supervisions}') s)
     from log.stream_state state where state.stream_id = matter.stream_id`,
  `insert into read.matter_part (stream_id, part, owner, at)
   select stream_id, 'supervised', ${ownerKey(`(s -> 'raiser')`)}, max((s ->> 'at')::timestamptz)
     from (select stream_id, jsonb_array_elements(state::jsonb #> '{subject,supervisions}') as s ${matters}) raised
    group by 1, 3
   union all
   select stream_id, 'circulated', ${ownerKey('reader')}, max((c ->> 'at')::timestamptz)
     from (select stream_id, jsonb_array_elements(state::jsonb #> '{subject,circulations}') as c ${matters}) shown,
          jsonb_array_elements(c -> 'readers') reader
    group by 1, 3`,
];

export class SupervisedMatters1764240000000 implements MigrationInterface {
  readonly name = 'SupervisedMatters1764240000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from read.matter_part where part in ('supervised', 'circulated')`);
    await runner.query('alter table read.matter drop column supervisions');
  }
}
