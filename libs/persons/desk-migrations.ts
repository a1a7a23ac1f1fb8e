import type { MigrationInterface, QueryRunner } from 'typeorm';

const granted = `do $$ begin
  if not exists (select from pg_roles where rolname = 'yigong_app') then return; end if;
  grant usage on schema desk to yigong_app;
  grant select, insert, update, delete on all tables in schema desk to yigong_app;
end $$`;

/** What lies on a person's own desk: no part of the record. */
const statements = [
  'create schema desk',
  // up to where a person has looked at a stream, and which versions of its document
  `create table desk.seen (
    person text not null,
    stream_id text not null,
    revision bigint not null,
    documents int[] not null,
    at timestamptz not null,
    primary key (person, stream_id)
  )`,
  // put aside until an instant; the duty runs on
  `create table desk.later (
    person text not null,
    stream_id text not null,
    key text not null,
    until timestamptz not null,
    primary key (person, stream_id, key)
  )`,
  `create table desk.phrases (
    person text primary key,
    phrases text[] not null
  )`,
  granted,
];

export class CreateDesk1764140100000 implements MigrationInterface {
  readonly name = 'CreateDesk1764140100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema desk cascade');
  }
}

/** When a person first looked at each version of a stream's document. */
const looks = [
  `create table desk.look (
    person text not null,
    stream_id text not null,
    document int not null,
    revision bigint not null,
    at timestamptz not null,
    primary key (person, stream_id, document)
  )`,
  `insert into desk.look select person, stream_id, unnest(documents), revision, at from desk.seen`,
  'create index look_stream on desk.look (stream_id, document)',
  'drop table desk.seen',
  granted,
];

export class KeepEachLook1764260000000 implements MigrationInterface {
  readonly name = 'KeepEachLook1764260000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of looks) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create table desk.seen (
      person text not null, stream_id text not null, revision bigint not null, documents int[] not null, at timestamptz not null,
      primary key (person, stream_id))`);
    await runner.query(`insert into desk.seen select person, stream_id, max(revision), array_agg(document order by document), max(at)
      from desk.look group by person, stream_id`);
    await runner.query(granted);
    await runner.query('drop table desk.look');
  }
}

export const deskMigrations = [CreateDesk1764140100000, KeepEachLook1764260000000];
