import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies on a person's own desk: no part of the record, and of use to nobody else. */
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
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'yigong_app') then return; end if;
    grant usage on schema desk to yigong_app;
    grant select, insert, update, delete on all tables in schema desk to yigong_app;
  end $$`,
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

export const deskMigrations = [CreateDesk1764140100000];
