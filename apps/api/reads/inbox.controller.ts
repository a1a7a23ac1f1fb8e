import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { BoxCounts, DayRow, DoneRow, DutyPage, Holding } from '#contracts/http/inbox';
import type { MatterRow } from '#contracts/http/matters';
import type { Slice } from '#contracts/http/paging';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { BoxesReader, doneQuery, mattersQuery } from './boxes.reader';
import { Calendars, daysQuery } from './calendars';
import { DutiesReader, dutiesQuery } from './duties.reader';

/** The inbox with the boxes beside it. */
@Controller()
export class InboxController {
  constructor(
    private readonly boxes: BoxesReader,
    private readonly calendars: Calendars,
    private readonly duties: DutiesReader,
  ) {}

  @Get('boxes')
  counts(@Who() session: Session): Promise<BoxCounts> {
    return this.boxes.counts(session);
  }

  @Get('duties')
  inbox(
    @Query({ schema: dutiesQuery }) query: z.infer<typeof dutiesQuery>,
    @Who() session: Session,
  ): Promise<DutyPage> {
    return this.duties.inbox(session, query);
  }

  @Get('matters')
  matters(
    @Query({ schema: mattersQuery }) query: z.infer<typeof mattersQuery>,
    @Who() session: Session,
  ): Promise<Slice<MatterRow>> {
    return this.boxes.matters(session, query);
  }

  @Get('done')
  done(
    @Query({ schema: doneQuery }) query: z.infer<typeof doneQuery>,
    @Who() session: Session,
  ): Promise<Slice<DoneRow>> {
    return this.boxes.done(session, query);
  }

  @Get('holdings')
  holdings(@Who() session: Session): Promise<Holding[]> {
    return this.boxes.holdings(session);
  }

  @Get('days')
  days(@Query({ schema: daysQuery }) query: z.infer<typeof daysQuery>): Promise<DayRow[]> {
    return this.calendars.days(query);
  }
}
