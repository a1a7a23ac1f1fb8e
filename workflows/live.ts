import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { StreamRun } from '#contracts/temporal/messages';
import { openStream } from './open-stream';

/** A stream's life in the engine until it has ended: it waits for decisions and due instants, and reminds of what falls due. */
export async function live(run: StreamRun): Promise<void> {
  const stream = openStream(run);
  await stream.begin();
  while (stream.open) {
    await stream.somethingToDo();
    await stream.catchUp();
    if (!stream.open || !stream.shouldContinue()) continue;
    const next = await stream.carryOver();
    // It may have ended by what came in while it handed over: a run that followed would learn nothing new, and never close.
    if (stream.open) await continueAsNew<typeof live>(next);
  }
  await condition(allHandlersFinished);
}
