import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';
import type { ReviewRun } from '#contracts/temporal/review';

/** Reviews of open duties: one workflow for each change of a rulebook and each day it begins or ends to be in force. */
@Injectable()
export class Reviews {
  constructor(private readonly client: Client) {}

  /** Starts the review where it was not. @returns whether it has come to its end */
  async isDone(run: ReviewRun, waitMs: number): Promise<boolean> {
    try {
      await this.client.withDeadline(Date.now() + waitMs, () =>
        this.client.workflow.start(workflowTypes.review, {
          workflowId: run.cause,
          taskQueue: lifecycleQueue,
          args: [run],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          priority: { priorityKey: lowest },
        }),
      );
      return false;
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return true;
      throw error;
    }
  }
}

/** Of Temporal's five. */
const lowest = 5;
