import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that each connection prepares once: to plan the writer's statements costs more than to run them. */
export interface Statement {
  /** of this text and no other */
  name: string;
  text: string;
  values: readonly unknown[];
}

/** @throws DatabaseError with the server's code, in a transaction and out of it */
export async function run<R>(tx: EntityManager, { name, text, values }: Statement): Promise<R[]> {
  const runner = tx.queryRunner ?? tx.connection.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const { rows } = await client.query({ name, text, values: [...values] });
    return rows as R[];
  } finally {
    if (runner !== tx.queryRunner) await runner.release();
  }
}
