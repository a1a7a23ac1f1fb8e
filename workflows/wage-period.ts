import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { StreamRun } from '#contracts/temporal/messages';
import { openStream } from './open-stream';

/** One pay period from its opening until every line is settled: it waits, and reminds of what falls due. */
export async function wagePeriod(run: StreamRun): Promise<void> {
  const period = openStream(run);
  await period.begin();
  while (period.open) {
    await period.somethingToDo();
    await period.catchUp();
    if (period.open && period.shouldContinue()) await continueAsNew<typeof wagePeriod>(await period.carryOver());
  }
  await condition(allHandlersFinished);
}
