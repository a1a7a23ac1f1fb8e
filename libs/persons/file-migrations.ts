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

export const fileMigrations = [CreateFiles1764270000000, SweepFiles1764290000000];
