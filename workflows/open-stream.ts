import {
  ApplicationFailure,
  ActivityFailure,
  allHandlersFinished,
  condition,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import * as names from '#contracts/temporal/messages';
import type { Snapshot, StreamRun } from '#contracts/temporal/messages';
import type { Command } from '#domain/command';
import type { Outcome } from '#event-log/head';
import { lapseDue, openRun, readStanding, recordCommand } from './activities';

export const executeCommand = defineUpdate<Outcome, [Command]>(names.executeCommand);
export const lookAgain = defineSignal(names.lookAgain);
export const snapshot = defineQuery<Snapshot>(names.snapshot);

type Standing = Pick<StreamRun, 'revision' | 'stage' | 'nextDueAt' | 'headHash'> & { ended: boolean };

/**
 * Lets commands into a stream one at a time and keeps what its workflow must know: where the stream stands and when it must
 * look again. Registers its handlers before the first await.
 */
export function openStream(run: StreamRun) {
  const standing: Standing = { ...run, ended: false };
  let poked = false;
  let opened = false;
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  /** A result counts only when it is newer than what is known. */
  const learn = (outcome: Outcome): void => {
    if (outcome.revision <= standing.revision) return;
    Object.assign(standing, {
      revision: outcome.revision,
      stage: outcome.stage,
      nextDueAt: outcome.nextDueAt,
      headHash: outcome.headHash,
      ended: outcome.ended,
    });
  };

  const oneAtATime = async <T>(act: () => Promise<T>): Promise<T> => {
    const before = last;
    let done = (): void => {};
    last = new Promise((resolve) => {
      done = resolve;
    });
    waiting += 1;
    try {
      await before;
      return await act();
    } finally {
      waiting -= 1;
      done();
    }
  };

  setHandler(executeCommand, (command) =>
    oneAtATime(async () => {
      if (!opened) await condition(() => opened);
      const outcome = await recorded(command);
      learn(outcome);
      if (outcome.refused) throw ApplicationFailure.nonRetryable('refused', names.ruleViolation, outcome);
      return outcome;
    }),
  );
  setHandler(lookAgain, () => {
    poked = true;
  });
  setHandler(snapshot, () => ({ ...standing, stream: run.stream, waiting }));

  const due = (): boolean => standing.nextDueAt !== null && standing.nextDueAt <= now();
  const longEnough = (): boolean =>
    workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > run.continueAfter;
  const somethingToDo = (): boolean => standing.ended || poked || due() || longEnough();

  return {
    get open(): boolean {
      return !standing.ended;
    },
    /** The run's first act: it goes into the record which run drives the stream, and the record says where the stream stands. */
    async begin(): Promise<void> {
      learn(await openRun(run.stream, standing.revision));
      opened = true;
    },
    /** A poke, a duty falling due, or time to continue as new; also a due instant that moved, for which the timer is set anew. */
    async somethingToDo(): Promise<void> {
      const { nextDueAt } = standing;
      const wake = (): boolean => standing.nextDueAt !== nextDueAt || somethingToDo();
      if (nextDueAt === null) await condition(wake);
      else await condition(wake, Math.max(Date.parse(nextDueAt) - Date.now(), 1));
    },
    /** What a poke asks for: the record is read again; and the lapse of duties whose instant has passed. */
    async catchUp(): Promise<void> {
      if (poked) {
        poked = false;
        learn(await readStanding(run.stream));
      }
      if (due()) learn(await oneAtATime(() => lapseDue(run.stream, now())));
    },
    shouldContinue: longEnough,
    /**
     * The run that follows. Handlers finish first; then a short timer forces one more task, so that no update completes in
     * the same task as the continue-as-new, which the server has been seen to lose.
     */
    async carryOver(): Promise<StreamRun> {
      do {
        await condition(allHandlersFinished);
        await sleep(1);
      } while (!allHandlersFinished());
      const { revision, stage, nextDueAt, headHash } = standing;
      return { ...run, revision, stage, nextDueAt, headHash };
    },
  };
}

/** Workflow time, not the machine's. */
const now = (): string => new Date(Date.now()).toISOString();

async function recorded(command: Command): Promise<Outcome> {
  try {
    return await recordCommand(command);
  } catch (error) {
    if (error instanceof ActivityFailure && error.cause instanceof ApplicationFailure) {
      throw ApplicationFailure.nonRetryable('internal', names.internalFault);
    }
    throw error;
  }
}
