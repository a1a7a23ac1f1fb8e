import { Injectable } from '@nestjs/common';
import { Client, type ScheduleSummary } from '@temporalio/client';
import type { ScheduleRow } from '#contracts/http/evaluations';
import { evaluationScheduleId } from '#contracts/temporal/evaluation';
import { districtName } from '#labels/zh/districts';
import { scopeOf } from '../access/access';
import type { Session } from '../auth/sessions';

const evaluationPrefix = evaluationScheduleId('');
const months = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
];

/** What runs by the clock, as the engine knows it. */
@Injectable()
export class SchedulesReader {
  constructor(private readonly temporal: Client) {}

  /** Schedules of the districts someone looks after. */
  async list({ posts }: Session): Promise<ScheduleRow[]> {
    const { all, districts } = scopeOf(posts);
    const rows: ScheduleRow[] = [];
    for await (const summary of this.temporal.schedule.list()) {
      const row = rowOf(summary);
      if (all || districts.includes(row.scope)) rows.push(row);
    }
    return rows.toSorted((one, other) => one.id.localeCompare(other.id));
  }
}

function rowOf({ scheduleId, state, info, spec }: ScheduleSummary): ScheduleRow {
  const scope = scheduleId.startsWith(evaluationPrefix) ? scheduleId.slice(evaluationPrefix.length) : '';
  return {
    id: scheduleId,
    title: scope ? `年度评估 · ${districtName(scope)}` : scheduleId,
    scope,
    cron: cronOf(spec),
    timezone: 'Asia/Shanghai',
    nextAt: info.nextActionTimes.slice(0, 5).map((at) => at.toISOString()),
    paused: state.paused,
    note: state.note || null,
    recent: info.recentActions.map(({ scheduledAt, takenAt, action }) => ({
      scheduledAt: scheduledAt.toISOString(),
      startedAt: takenAt.toISOString(),
      workflowId: action.workflow.workflowId,
    })),
  };
}

/** Minute, hour, day and month of the first calendar, the way people write such times. */
function cronOf(spec: ScheduleSummary['spec']): string {
  const calendar = spec?.calendars?.[0];
  if (!calendar) return '';
  const parts = [
    calendar.minute,
    calendar.hour,
    calendar.dayOfMonth,
    calendar.month.map(({ start, end }) => ({ start: numberOf(start), end: numberOf(end) })),
  ];
  return `${parts.map((ranges) => ranges.map(({ start, end }) => (start === end ? start : `${start}-${end}`)).join(',')).join(' ')} *`;
}

const numberOf = (month: string): number => months.indexOf(month) + 1;
