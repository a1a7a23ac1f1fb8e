import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { StreamRun } from '#contracts/temporal/messages';
import { openStream } from './open-stream';

/** A project's whole life: it waits for decisions and due instants, and reminds of what falls due. It holds no rules. */
export async function projectLifecycle(run: StreamRun): Promise<void> {
  const project = openStream(run);
  await project.begin();
  while (project.open) {
    await project.somethingToDo();
    await project.catchUp();
    if (project.open && project.shouldContinue()) {
      await continueAsNew<typeof projectLifecycle>(await project.carryOver());
    }
  }
  await condition(allHandlersFinished);
}
