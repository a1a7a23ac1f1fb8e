import type { MigrationInterface, QueryRunner } from 'typeorm';
import { granting } from '#event-log/granting';

/** What the boxes of the inbox are read from: duties by owner in order of urgency, matters, who has a part in one, what was done. */
const statements = [
  `alter table read.duty
    add column owner text generated always as (coalesce(owner_person, owner_body || coalesce('/' || owner_post, ''))) stored,
    add column due timestamptz generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
    add column about text`,
  'drop index read.duty_inbox',
  'drop index read.duty_person',
  'create index duty_owner on read.duty (owner, due, since, stream_id, key)',
  'create index duty_body on read.duty (owner_body, due, since, stream_id, key)',
  `create table read.matter (
    stream_id text primary key,
    title text not null,
    act text not null,
    project_id text,
    status text not null,
    round int not null,
    document int not null,
    steps jsonb not null,
    urges int not null,
    urged_at timestamptz,
    started_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  // in a box of whoever holds the post, or of the person alone
  `create table read.matter_part (
    stream_id text not null,
    part text not null,
    owner text not null,
    at timestamptz not null,
    primary key (stream_id, part, owner)
  )`,
  'create index matter_part_box on read.matter_part (owner, part, at desc, stream_id)',
  // one row per act that ended a duty
  `create table read.done (
    stream_id text not null,
    version bigint not null,
    person text not null,
    body text not null,
    type text not null,
    decision text,
    project_id text,
    at timestamptz not null,
    primary key (stream_id, version)
  )`,
  'create index done_person on read.done (person, at desc, stream_id, version)',
  granting('select, insert, update, delete, truncate on read.matter, read.matter_part, read.done'),
];

export class CreateBoxes1764140000000 implements MigrationInterface {
  readonly name = 'CreateBoxes1764140000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.matter, read.matter_part, read.done');
    await runner.query('alter table read.duty drop column owner, drop column due, drop column about');
    await runner.query('create index duty_inbox on read.duty (owner_body, due_at, stream_id, key)');
    await runner.query('create index duty_person on read.duty (owner_person, due_at) where owner_person is not null');
  }
}
