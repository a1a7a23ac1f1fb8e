import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The vault's tables. What must be forgotten when a person is erased lies apart from the sealed bytes: `person_key`,
 * `text_key` and `person_index`. A backup of the rest keeps no one; these three are backed up with a short life of their own.
 */
export class CreateVault1763942400000 implements MigrationInterface {
  readonly name = 'CreateVault1763942400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...statements, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema vault cascade');
  }
}

const statements = [
  'create schema vault',
  `create table vault.person (
    person_ref uuid primary key,
    district text not null,
    algorithm text not null,
    sealed bytea,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    erased_at timestamptz,
    constraint person_sealed_until_erased check ((sealed is null) = (erased_at is not null))
  )`,
  `create table vault.person_key (
    person_ref uuid primary key references vault.person deferrable initially deferred,
    wrapping_key_id text not null,
    algorithm text not null,
    wrapped bytea not null
  )`,
  // The index is written first, to settle by its unique keys who comes first; hence the deferred reference.
  `create table vault.person_index (
    kind text not null check (kind in ('idNumber', 'phone', 'card')),
    digest bytea not null,
    person_ref uuid not null references vault.person deferrable initially deferred,
    key_id text not null,
    primary key (kind, digest, person_ref)
  )`,
  `create unique index person_index_one_owner on vault.person_index (kind, digest) where kind in ('idNumber', 'card')`,
  'create index person_index_person on vault.person_index (person_ref)',
  `create table vault.text (
    text_ref uuid primary key,
    person_ref uuid references vault.person,
    algorithm text not null,
    sealed bytea,
    created_at timestamptz not null,
    erased_at timestamptz,
    constraint text_sealed_until_erased check ((sealed is null) = (erased_at is not null))
  )`,
  'create index text_person on vault.text (person_ref) where person_ref is not null',
  `create table vault.text_key (
    text_ref uuid primary key references vault.text,
    wrapping_key_id text not null,
    algorithm text not null,
    wrapped bytea not null,
    salt bytea not null
  )`,
  `create table vault.access_log (
    access_id bigint generated always as identity primary key,
    person_ref uuid not null references vault.person,
    reader text not null,
    read_at timestamptz not null,
    reason_ref uuid not null references vault.text
  )`,
  'create index access_log_person on vault.access_log (person_ref, read_at)',
  `create function vault.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'vault.access_log is append-only'; end $$`,
  `create trigger access_log_append_only before update or delete or truncate on vault.access_log
    for each statement execute function vault.refuse_change()`,
];

/** The application's role: erasure needs updates and deletes, the log of readings gets neither. */
const rights = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'yigong_app') then return; end if;
    grant usage on schema vault to yigong_app;
    grant select, insert on all tables in schema vault to yigong_app;
    grant update on vault.person, vault.text to yigong_app;
    grant delete on vault.person_key, vault.person_index, vault.text_key to yigong_app;
  end $$`;

export const personMigrations = [CreateVault1763942400000];
