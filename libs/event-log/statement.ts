import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a statement that each connection prepares once: to plan the writer's statements costs more than to run them.
 * @param name of this text and no other
 * @param tx outside a transaction the statement is run plainly, since its connection is the pool's to choose
 * @throws DatabaseError with the server's code
 */
export async function runPrepared<R>(
  tx: EntityManager,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<R[]> {
  if (!tx.queryRunner) return tx.query<R[]>(text, [...values]);
  const client = (await tx.queryRunner.connect()) as PoolClient;
  const { rows } = await client.query({ name, text, values: [...values] });
  return rows as R[];
}
