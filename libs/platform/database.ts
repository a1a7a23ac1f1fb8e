import { Client } from 'pg';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';

type Entities = Exclude<DataSourceOptions['entities'], undefined>;
type Migrations = MixedList<Function>;

/** The role that api and worker connect with: migrations grant it what it may do, and never UPDATE or DELETE on the log. */
export const applicationRole = 'yigong_app';

/**
 * Options of a pool on one PostgreSQL database. Classes, never globs: a glob is loaded by `import()`, which Jest cannot follow.
 * @param poolSize connections at most
 */
export function dataSourceOptions(url: string, entities: Entities, migrations: Migrations = [], poolSize = 10) {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    synchronize: false,
    poolSize,
    applicationName: 'yigong',
    connectTimeoutMS: 10_000,
    // What is sent at once travels at once: see libs/event-log/transaction.ts.
    extra: { pipeline: true },
  } satisfies DataSourceOptions;
}

/**
 * Brings the schema up to date, as the owner. Programs that start together wait for each other.
 * @param ownerUrl database URL of the owner role, which the programs use for nothing else
 * @returns names of the migrations that ran now, in order
 */
export async function migrate(ownerUrl: string, migrations: Migrations): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtextextended('yigong migrations', 0))");
    const database = new DataSource(dataSourceOptions(ownerUrl, [], migrations, 2));
    await database.initialize();
    try {
      return (await database.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await database.destroy();
    }
  } finally {
    await lock.end();
  }
}
