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

export const fileMigrations = [CreateFiles1764270000000];
