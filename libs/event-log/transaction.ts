import type { Writable } from 'node:stream';
import type { PoolClient, QueryResult } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Statement } from './statement';

/** What a transaction comes to: its result, and what it still has to write. */
export interface Concluded<T> {
  result: T;
  writes: readonly Statement[];
}

/**
 * A transaction in two round trips: it begins with its first statement, and all that is to be written travels with the commit.
 * @param opening locks and reads what the conclusion rests on
 * @param conclude may read more in `tx`, at a round trip each
 * @throws DatabaseError, or Error when the commit did not come about; nothing is written then, unless the connection was lost
 *   during the commit
 */
export const transact = <R, T>(
  database: DataSource,
  opening: Statement,
  conclude: (tx: EntityManager, opened: readonly R[]) => Promise<Concluded<T>>,
): Promise<T> =>
  connected(database, async (client, tx) => {
    const [, opened] = await together(client, ['begin', opening]);
    const { result, writes } = await conclude(tx, opened!.rows as R[]);
    await committed(client, writes);
    return result;
  });

/** A transaction in one round trip, for who knows already what to write. @throws as `transact` */
export const write = (database: DataSource, writes: readonly Statement[]): Promise<void> =>
  connected(database, (client) => committed(client, ['begin', ...writes]));

async function committed(client: PoolClient, statements: readonly (Statement | string)[]): Promise<void> {
  const answers = await together(client, [...statements, 'commit']);
  // A transaction that has failed answers a commit with a rollback.
  if (answers.at(-1)?.command !== 'COMMIT') throw new Error('the transaction was not committed');
}

async function connected<T>(
  database: DataSource,
  act: (client: PoolClient, tx: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    try {
      return await act(client, runner.manager);
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}

/** Sends all before it waits for the first; the connection's pipeline answers them in order. @throws the first fault */
async function together(client: PoolClient, statements: readonly (Statement | string)[]): Promise<QueryResult[]> {
  const { stream } = (client as PoolClient & { connection: { stream: Writable } }).connection;
  stream.cork(); // One packet instead of one for each: the calls into the kernel cost more than what they carry.
  const sent = Promise.allSettled(
    statements.map((statement) =>
      client.query(
        typeof statement === 'string' ? { text: statement } : { ...statement, values: [...statement.values] },
      ),
    ),
  );
  stream.uncork();
  return (await sent).map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}
