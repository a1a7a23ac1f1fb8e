import { WorkflowNotFoundError } from '@temporalio/client';
import type { ReviewProgress } from '#contracts/temporal/review';
import type { TestSystem } from './system';

/** Waits until the relay has had a review done. @param cause the letter's id */
export async function reviewed({ temporal, database }: TestSystem, cause: string): Promise<ReviewProgress> {
  for (;;) {
    try {
      return (await temporal.workflow.getHandle(cause).result()) as ReviewProgress;
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await database.query('select pg_sleep(0.05)');
    }
  }
}
