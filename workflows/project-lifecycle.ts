import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import type { StreamRun } from '#contracts/temporal/messages';
import { openStream } from './open-stream';
import { entering } from './stages/entering';

/** A project's whole life: it waits for decisions and due instants, and starts what a stage begins with. It holds no rules. */
export async function projectLifecycle(run: StreamRun): Promise<void> {
  const project = openStream(run);
  await project.begin();
  while (project.open) {
    await project.somethingToDo();
    await project.catchUp();
    for (const stage of project.takeEntered()) await entering[stage]?.(run.stream);
    if (project.open && project.shouldContinue()) {
      await continueAsNew<typeof projectLifecycle>(await project.carryOver());
    }
  }
  await condition(allHandlersFinished);
}
