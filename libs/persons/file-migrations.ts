import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files as they were uploaded, sealed, each once: the digest is the name. What a file was called at home is not kept. */
const statements = [
  `create table vault.file (
    digest text primary key,
    kind text not null,
    bytes bigint not null,
    signed boolean not null,
    algorithm text not null,
    sealed bytea not null,
    created_at timestamptz not null
  )`,
  // apart from the sealed bytes, as the keys of persons and texts are: what lacks its key is noise
  `create table vault.file_key (
    digest text primary key references vault.file,
    wrapping_key_id text not null,
    algorithm text not null,
    wrapped bytea not null
  )`,
  `do $$ begin
    if not exists (select from pg_roles where rolname = 'yigong_app') then return; end if;
    grant select, insert on vault.file, vault.file_key to yigong_app;
  end $$`,
];

export class CreateFiles1764270000000 implements MigrationInterface {
  readonly name = 'CreateFiles1764270000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table vault.file_key, vault.file');
  }
}

/**
 * The program may not delete files; what it may is ask for those to go that no record names, nor any command that waits to be recorded. Locked out meanwhile is who reads a file
 * to name it: a command under way has committed and is seen, a later one finds the file gone and says so.
 */
const sweeping = `create function vault.sweep_files(before timestamptz) returns int
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    unnamed text[];
    gone int;
  begin
    if before > now() - interval '7 days' then
      raise exception 'a file may wait a week for the record that names it';
    end if;
    if not exists (select from vault.file where created_at < before) then return 0; end if;
    lock table vault.file in access exclusive mode;
    select array_agg(digest) into unnamed from (
      select digest from vault.file where created_at < before
      except
      (select named[1] from log.event, regexp_matches(body, '"((?:sm3|sha256):[0-9a-f]{64})"', 'g') named
       union all
       select named[1] from log.stored_command waiting, regexp_matches(waiting.command::text, '"((?:sm3|sha256):[0-9a-f]{64})"', 'g') named
        where settled_at is null)) old;
    delete from vault.file_key where digest = any(unnamed);
    delete from vault.file where digest = any(unnamed);
    get diagnostics gone = row_count;
    return gone;
  end $$`;

export class SweepFiles1764290000000 implements MigrationInterface {
  readonly name = 'SweepFiles1764290000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sweeping);
    await runner.query('revoke execute on function vault.sweep_files(timestamptz) from public');
    await runner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'yigong_app') then return; end if;
      grant execute on function vault.sweep_files(timestamptz) to yigong_app;
    end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function vault.sweep_files(timestamptz)');
  }
}

/**
 * The same, but the record is read before anybody is locked out: whoever sends or names a file does not wait for that. Under the
 * lock only what was not yet to be seen then is looked at.
 */
const sweepingOutside = [
  `create function vault.files_named(since xid8) returns setof text language sql stable set search_path = pg_catalog as $$
    select named[1] from log.event, regexp_matches(body, '"((?:sm3|sha256):[0-9a-f]{64})"', 'g') named where xid >= since
    union all
    select named[1] from log.stored_command waiting, regexp_matches(waiting.command::text, '"((?:sm3|sha256):[0-9a-f]{64})"', 'g') named
     where settled_at is null $$`,
  'revoke execute on function vault.files_named(xid8) from public',
  `create or replace function vault.sweep_files(before timestamptz) returns int
    language plpgsql security definer set search_path = pg_catalog as $$
    declare
      seen xid8 := pg_snapshot_xmin(pg_current_snapshot());
      unnamed text[];
      gone int;
    begin
      if before > now() - interval '7 days' then
        raise exception 'a file may wait a week for the record that names it';
      end if;
      if not exists (select from vault.file where created_at < before) then return 0; end if;
      unnamed := array(select digest from vault.file where created_at < before except select vault.files_named('0'));
      lock table vault.file in access exclusive mode;
      perform set_config('enable_seqscan', 'off', true); -- By the index of xids, whatever the planner thinks of the log's size.
      unnamed := array(select unnest(unnamed) except select vault.files_named(seen));
      delete from vault.file_key where digest = any(unnamed);
      delete from vault.file where digest = any(unnamed);
      get diagnostics gone = row_count;
      return gone;
    end $$`,
];

export class SweepFilesBesideOthers1764345000000 implements MigrationInterface {
  readonly name = 'SweepFilesBesideOthers1764345000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of sweepingOutside) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(sweeping.replace('create function', 'create or replace function'));
    await runner.query('drop function vault.files_named(xid8)');
  }
}

export const fileMigrations = [CreateFiles1764270000000, SweepFiles1764290000000, SweepFilesBesideOthers1764345000000];
