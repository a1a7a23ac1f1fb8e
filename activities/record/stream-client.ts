import { WithStartWorkflowOperation, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError, type Workflow } from '@temporalio/common';
import {
  executeCommand,
  firstRun,
  internalFault,
  lifecycleQueue,
  lookAgain,
  ruleViolation,
  workflowTypes,
} from '#contracts/temporal/messages';
import type { Command } from '#domain/command';
import { keyOf, kindOf, type StreamId } from '#domain/stream';
import type { Outcome } from '#event-log/head';

/** A fault of ours that trying again does not mend; shown by `doctor`. */
export class InternalFault extends Error {}

/** The way to a stream's workflow. Its id is the stream's; an update's id is the command's, so a resend is the same update. */
export class StreamClient {
  constructor(private readonly client: Client) {}

  /**
   * Hands a command to its workflow, which is started when it does not run.
   * @param waitMs how long to wait for the decision
   * @returns the outcome, a refusal included; `undefined` while unknown: ask again with the same id
   * @throws InternalFault when the command met a bug
   */
  async execute(command: Command, waitMs: number): Promise<Outcome | undefined> {
    const asked = { args: [command] as [Command], updateId: command.id };
    const startWorkflowOperation = this.starting(command.stream);
    try {
      return await this.client.withDeadline(Date.now() + waitMs, () =>
        // Nearly always it runs; to start it in the same call costs the server half as much again.
        this.client.workflow
          .getHandle(command.stream)
          .executeUpdate<Outcome, [Command]>(executeCommand, asked)
          .catch((error: unknown) => {
            if (!(error instanceof WorkflowNotFoundError)) throw error;
            return this.client.workflow.executeUpdateWithStart<Workflow, Outcome, [Command]>(executeCommand, {
              ...asked,
              startWorkflowOperation,
            });
          }),
      );
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
        if (error.cause.type === ruleViolation) return error.cause.details![0] as Outcome;
        if (error.cause.type === internalFault) throw new InternalFault(error.cause.message);
      }
      return undefined;
    }
  }

  /** "Look again": starts the workflow when it does not run. */
  async lookAgain(stream: StreamId, waitMs: number): Promise<void> {
    await this.client.withDeadline(Date.now() + waitMs, () =>
      this.client.workflow.signalWithStart(this.typeOf(stream), {
        ...this.startOptions(stream),
        signal: lookAgain,
        signalArgs: [],
      }),
    );
  }

  private starting(stream: StreamId) {
    return new WithStartWorkflowOperation(this.typeOf(stream), {
      ...this.startOptions(stream),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  }

  private startOptions(stream: StreamId) {
    return {
      workflowId: stream,
      taskQueue: lifecycleQueue,
      args: [firstRun(stream)],
      workflowIdConflictPolicy: 'USE_EXISTING' as const,
    };
  }

  private typeOf(stream: StreamId): string {
    const kind = kindOf(stream);
    if (kind === 'project' || kind === 'signoff' || kind === 'wages' || kind === 'plan') return workflowTypes[kind];
    throw new Error(`no workflow drives ${kind}/${keyOf(stream)}`);
  }
}
