import { Injectable } from '@nestjs/common';
import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import type { DataSource } from 'typeorm';
import { systemActor } from '#domain/actor';
import type { Command } from '#domain/command';
import type { StreamId } from '#domain/stream';
import { broughtBy } from '#domain/timers';
import type { EventLog } from '#event-log/event-log';
import type { Outcome } from '#event-log/head';
import type { Provenance } from '#event-log/envelope';
import { internalFault } from '#contracts/temporal/messages';
import { isOutage } from './outage';
import { outcomeOf, type Recorder } from './recorder';

/** What the workflows call. Each is safe to repeat; every public method is an activity. */
@Injectable()
export class LifecycleActivities {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly recorder: Recorder,
  ) {}

  /** Judges and records; a refusal comes back as a result. */
  recordCommand(command: Command): Promise<Outcome> {
    return outagesRetried(() => this.recorder.recordCommand(command, provenance()));
  }

  /** The run that drives the stream goes on record beside the log, so that a missing archive is noticed later. */
  openRun(stream: StreamId, revision: number): Promise<Outcome> {
    return outagesRetried(async () => {
      const { workflowId, runId } = provenance();
      await this.database.query(
        `insert into log.run (workflow_id, run_id, stream_version) values ($1, $2, $3) on conflict do nothing`,
        [workflowId, runId, revision],
      );
      return this.standing(stream);
    });
  }

  readStanding(stream: StreamId): Promise<Outcome> {
    return outagesRetried(() => this.standing(stream));
  }

  /** Records what the clock has brought by `at`: reminders and lapses. Repeating it records nothing twice. */
  lapseDue(stream: StreamId, at: string): Promise<Outcome> {
    return outagesRetried(async () => {
      for (const brought of broughtBy(await this.log.state(this.database.manager, stream), at)) {
        await this.recorder.recordCommand({ ...brought, stream, at, actor: systemActor }, provenance());
      }
      return this.standing(stream);
    });
  }

  private async standing(stream: StreamId): Promise<Outcome> {
    const state = await this.log.state(this.database.manager, stream);
    const [head] = await this.database.query<{ head_hash: string }[]>(
      'select head_hash from log.stream_head where stream_id = $1',
      [stream],
    );
    return outcomeOf(state, head?.head_hash ?? 'genesis', state.lastOccurredAt ?? '');
  }
}

function provenance(): Provenance {
  const execution = activityInfo().workflowExecution;
  if (!execution) throw new Error('not called by a workflow');
  return { workflowId: execution.workflowId, runId: execution.runId };
}

const tries = 3;

/**
 * An outage is tried again without end; what found a name taken meanwhile is judged afresh, and a bug fails the update after a
 * few tries, so that it never blocks a project's queue.
 */
async function outagesRetried<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (isOutage(error) || activityInfo().attempt < tries) throw error;
    throw ApplicationFailure.create({
      message: error instanceof Error ? error.message : 'unknown fault',
      type: internalFault,
      nonRetryable: true,
    });
  }
}
