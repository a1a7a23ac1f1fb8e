import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ReferenceCache } from '#activities/record/facts/reference-cache';
import type { DayRow } from '#contracts/http/inbox';
import { addDays, isCivilDate, workingDay, type Calendar } from '#domain/calendar';
import { effectiveCalendar } from '#domain/rulebook/effective';
import { EventLog } from '#event-log/event-log';
import { isExchanged } from './lamps';

const longestSpanDays = 800;

const day = z.string().refine(isCivilDate, { abort: true, message: '请按“2026-03-31”给出日期' });
export const daysQuery = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => to <= addDays(from, longestSpanDays), {
    path: ['to'],
    message: `请在 ${longestSpanDays} 天以内查询`,
  });

/** The working-day calendar in force, kept by the rulebook's version. */
@Injectable()
export class Calendars {
  private readonly references: ReferenceCache;

  constructor(
    private readonly database: DataSource,
    log: EventLog,
  ) {
    this.references = new ReferenceCache(log);
  }

  async inForce(): Promise<Calendar> {
    return effectiveCalendar((await this.references.rulebooks(this.database.manager, '')).beijing);
  }

  /** Each day after `from` up to `to`: worked or not, and why. */
  async days({ from, to }: z.infer<typeof daysQuery>): Promise<DayRow[]> {
    const calendar = await this.inForce();
    const days: DayRow[] = [];
    for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
      const known = workingDay(calendar, on);
      days.push({ on, ...known, exchanged: isExchanged(calendar, on) });
    }
    return days;
  }
}
