import type { ClientBase, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { changesChannel } from '#activities/record/outbox';

/** Looks again at each announcement of something recorded, until it holds. */
export async function untilRecorded(database: DataSource, holds: () => Promise<boolean>): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    await untilHeard((await runner.connect()) as PoolClient, holds);
  } finally {
    await runner.release();
  }
}

/** The same on a connection that has nothing else to do. */
export async function untilHeard(client: ClientBase, holds: () => Promise<boolean>): Promise<void> {
  const told = () => new Promise((resolve) => client.once('notification', resolve));
  try {
    await client.query(`listen ${changesChannel}`);
    // Listening before looking, so that nothing is told in between.
    for (let next = told(); !(await holds()); next = told()) await next;
  } finally {
    await client.query('unlisten *');
  }
}
