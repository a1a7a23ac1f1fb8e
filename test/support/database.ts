import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource, type MixedList } from 'typeorm';
import { dataSourceOptions, migrate } from '../../libs/platform/database';

type MigrationClass = new () => { name?: string };

/**
 * A database of its own for one spec, copied from a template that the migrations ran on once per test run.
 * @returns connected as the owner; `applicationUrlOf` gives the application's role on the same database
 */
export async function freshDatabase(migrations: readonly MigrationClass[]): Promise<DataSource> {
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  const template = await ensureTemplate(migrations);
  // A database that is being copied can be copied by no other.
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  return new DataSource(dataSourceOptions(urlOf(name), [], [], 10)).initialize();
}

/** The same database as the application's role sees it: no UPDATE or DELETE on the log. */
export async function applicationUrlOf(database: DataSource): Promise<string> {
  const [{ name }] = await database.query<[{ name: string }]>('select current_database() as name');
  return urlOf(name, variable('YIGONG_TEST_APPLICATION_URL'));
}

async function ensureTemplate(migrations: readonly MigrationClass[]): Promise<string> {
  const names = migrations.map((migration) => new migration().name ?? migration.name);
  const template = `template_${createHash('sha256').update(names.join()).digest('hex').slice(0, 16)}`;
  await onServer(async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount !== 0) return;
    await client.query(`create database ${template}_draft`);
    await migrate(urlOf(`${template}_draft`), migrations as MixedList<MigrationClass>);
    await client.query(`alter database ${template}_draft rename to ${template}`);
  });
  return template;
}

/** One at a time over all Jest workers. */
async function onServer(act: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('fresh databases', 0))");
    await act(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string, base = variable('YIGONG_TEST_DATABASE_URL')): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: this spec belongs to the project "system", whose set-up sets it`);
  return value;
}
