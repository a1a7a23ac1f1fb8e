import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  'create schema auth',
  // a person is a random reference; names stay out
  `create table auth.account (
    login text primary key,
    title text not null,
    person text not null,
    person_ref uuid,
    administrator boolean not null default false,
    password text not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  'create index account_person on auth.account (person)',
  `create table auth.session (
    id_hash bytea primary key,
    login text not null references auth.account,
    opened_at timestamptz not null,
    seen_at timestamptz not null
  )`,
  'create index session_login on auth.session (login)',
  // failed tries by the digest of what was typed, known account or not: neither tells which exists
  `create table auth.tries (
    login_hash bytea primary key,
    failed int not null,
    locked_until timestamptz,
    last_at timestamptz not null
  )`,
  // who came and went, and what became of it @rule R-SEC-03
  `create table auth.journal (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    person text,
    act text not null check (act in ('login', 'logout', 'createAccount', 'changePassword')),
    result text not null check (result in ('done', 'refused', 'locked')),
    address text not null,
    about text
  )`,
  `create function auth.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'auth.journal is append-only' using errcode = '42501'; end $$`,
  `create trigger journal_append_only before update or delete or truncate on auth.journal
    for each statement execute function auth.refuse_change()`,
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'yigong_app') then return; end if;
    grant usage on schema auth to yigong_app;
    grant select, insert, update on auth.account to yigong_app;
    grant select, insert, update, delete on auth.session, auth.tries to yigong_app;
    grant select, insert on auth.journal to yigong_app;
    grant usage on all sequences in schema auth to yigong_app;
  end $$`,
];

/** Accounts and sessions. @rule R-SEC-05 */
export class CreateAuth1763943200000 implements MigrationInterface {
  readonly name = 'CreateAuth1763943200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema auth cascade');
  }
}

export const accountMigrations = [CreateAuth1763943200000];
