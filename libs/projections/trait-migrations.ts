import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists look at of a duty and of a matter stands in their rows: nobody looks into a stream's folded state for it. */
const statements = [
  `alter table read.duty add column district text not null default '', add column amount_fen bigint`,
  `alter table read.matter add column subject text not null default '', add column entry text`,
  `update read.duty set district = coalesce(state.state::jsonb #>> '{subject,district}', ''),
                        amount_fen = (state.state::jsonb #>> '{subject,act,data,amountFen}')::bigint
     from log.stream_state state where state.stream_id = duty.stream_id`,
  `update read.matter set subject = state.state::jsonb #>> '{subject,subject}',
                          entry = state.state::jsonb #>> '{subject,act,data,entryId}'
     from log.stream_state state where state.stream_id = matter.stream_id`,
  `create index matter_subject on read.matter (subject, started_at)`,
];

export class DutyTraits1764210000000 implements MigrationInterface {
  readonly name = 'DutyTraits1764210000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.matter drop column subject, drop column entry');
    await runner.query('alter table read.duty drop column district, drop column amount_fen');
  }
}
