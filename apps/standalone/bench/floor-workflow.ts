import {
  condition,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { FloorActivities } from './floor-main';

const limit = { startToCloseTimeout: '10s' } as const;
const local = proxyLocalActivities<FloorActivities>(limit);
const regular = proxyActivities<FloorActivities>(limit);

/** What a decision costs at the very least: an update whose handler awaits one local activity that commits one row. */
export const commit = defineUpdate<void, [string]>('commit');
/** The same by a regular activity, as an engine does it that was not tuned. */
export const commitByActivity = defineUpdate<void, [string]>('commitByActivity');
export const finish = defineSignal('finish');

export async function floor(): Promise<void> {
  let finished = false;
  setHandler(commit, (note) => local.commitOneRow(note));
  setHandler(commitByActivity, (note) => regular.commitOneRow(note));
  setHandler(finish, () => {
    finished = true;
  });
  await condition(() => finished);
}
