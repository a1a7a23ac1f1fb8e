import { WorkflowNotFoundError } from '@temporalio/client';
import type { ReviewProgress } from '#contracts/temporal/review';
import { Reviews } from '../../activities/review/reviews';
import type { TestSystem } from './system';

/** Resolves when the relay of this process has next handed a review to the engine. */
const handedOver = (): Promise<void> =>
  new Promise((resolve) => {
    jest.spyOn(Reviews.prototype, 'isDone').mockImplementationOnce(async function (this: Reviews, ...asked) {
      try {
        return await Reviews.prototype.isDone.apply(this, asked); // as it is, or as the next of these
      } finally {
        resolve();
      }
    });
  });

/** Waits until the relay has had a review begun, and for its end. @param cause the letter's id */
export async function reviewed({ temporal }: Pick<TestSystem, 'temporal'>, cause: string): Promise<ReviewProgress> {
  // Waiting before looking, so that none is handed over in between.
  for (let next = handedOver(); ; next = handedOver()) {
    try {
      return (await temporal.workflow.getHandle(cause).result()) as ReviewProgress;
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await next;
    }
  }
}
