import { Injectable } from '@nestjs/common';
import { Client, type ScheduleSummary } from '@temporalio/client';
import type { ScheduleRow } from '#contracts/http/reads';

/** What a schedule is called and covers; whoever makes one writes it into its memo. */
interface Memo {
  title?: string;
  scope?: string;
  cron?: string;
}

/** What runs by the clock, as the engine knows it. */
@Injectable()
export class SchedulesReader {
  constructor(private readonly temporal: Client) {}

  async list(): Promise<ScheduleRow[]> {
    const rows: ScheduleRow[] = [];
    for await (const summary of this.temporal.schedule.list()) rows.push(rowOf(summary));
    return rows.toSorted((one, other) => one.id.localeCompare(other.id));
  }
}

function rowOf({ scheduleId, memo, state, info }: ScheduleSummary): ScheduleRow {
  const { title, scope, cron } = (memo ?? {}) as Memo;
  return {
    id: scheduleId,
    title: title ?? scheduleId,
    scope: scope ?? '',
    cron: cron ?? '',
    timezone: 'Asia/Shanghai',
    nextAt: info.nextActionTimes.slice(0, 5).map((at) => at.toISOString()),
    paused: state.paused,
    note: state.note ?? null,
    recent: info.recentActions.map(({ scheduledAt, takenAt, action }) => ({
      scheduledAt: scheduledAt.toISOString(),
      startedAt: takenAt.toISOString(),
      workflowId: action.workflow.workflowId,
    })),
  };
}
