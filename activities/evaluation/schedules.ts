import { ScheduleNotFoundError, ScheduleOverlapPolicy, type Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { evaluationScheduleId } from '#contracts/temporal/evaluation';
import { lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';

/**
 * Each district has its yearly evaluation on the first of February, six in the morning Beijing time, of the year just ended.
 * What is there already stays as it is: somebody may have paused it.
 */
export async function ensureSchedules(client: Client, database: DataSource): Promise<void> {
  const districts = await database.query<{ district: string }[]>(
    `select distinct district from read.body where kind in ('districtGovernment', 'developmentAreaCommittee') order by district`,
  );
  for (const { district } of districts) await ensureSchedule(client, district);
}

async function ensureSchedule(client: Client, scope: string): Promise<void> {
  const scheduleId = evaluationScheduleId(scope);
  try {
    await client.schedule.getHandle(scheduleId).describe();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
    await client.schedule.create({
      scheduleId,
      spec: { calendars: [{ month: 'FEBRUARY', dayOfMonth: 1, hour: 6, minute: 0 }], timezone: 'Asia/Shanghai' },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '30 days', pauseOnFailure: false },
      action: {
        type: 'startWorkflow',
        workflowType: workflowTypes.evaluation,
        workflowId: `scheduled-evaluation/${scope}`,
        taskQueue: lifecycleQueue,
        args: [{ scope }],
      },
    });
  }
}
