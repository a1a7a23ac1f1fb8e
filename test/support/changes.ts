import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { changesChannel } from '#activities/record/outbox';

/** Looks again at each announcement of something recorded, until it holds. */
export async function untilRecorded(database: DataSource, holds: () => Promise<boolean>): Promise<void> {
  const runner = database.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  const told = () => new Promise((resolve) => client.once('notification', resolve));
  try {
    await client.query(`listen ${changesChannel}`);
    // Listening before looking, so that nothing is told in between.
    for (let next = told(); !(await holds()); next = told()) await next;
  } finally {
    await client.query('unlisten *');
    await runner.release();
  }
}
