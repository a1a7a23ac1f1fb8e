import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { StreamRun } from '#contracts/temporal/messages';
import { openStream } from './open-stream';

/** One matter on its route until it has ended: it waits for acts, and reminds of what falls due. */
export async function signoff(run: StreamRun): Promise<void> {
  const matter = openStream(run);
  await matter.begin();
  while (matter.open) {
    await matter.somethingToDo();
    await matter.catchUp();
    if (matter.open && matter.shouldContinue()) await continueAsNew<typeof signoff>(await matter.carryOver());
  }
  await condition(allHandlersFinished);
}
