import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReferenceCache } from '#activities/record/facts/reference-cache';
import type { Calendar } from '#domain/calendar';
import { effectiveCalendar } from '#domain/rulebook/effective';
import { EventLog } from '#event-log/event-log';

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
}
