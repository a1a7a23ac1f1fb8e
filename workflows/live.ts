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
    if (stream.open && stream.shouldContinue()) await continueAsNew<typeof live>(await stream.carryOver());
  }
  await condition(allHandlersFinished);
}
