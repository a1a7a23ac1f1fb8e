import { condition, defineSignal, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { FloorActivities } from './floor-main';

const { commitOneRow } = proxyLocalActivities<FloorActivities>({ startToCloseTimeout: '10s' });

/** What a decision costs at the very least: an update whose handler awaits one local activity that commits one row. */
export const commit = defineUpdate<void, [string]>('commit');
export const finish = defineSignal('finish');

export async function floor(): Promise<void> {
  let finished = false;
  setHandler(commit, (note) => commitOneRow(note));
  setHandler(finish, () => {
    finished = true;
  });
  await condition(() => finished);
}
