import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access } from '../access/access';
import { Clock } from '../auth/clock';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { notFound } from '../problems/problem';
import { Desk, laterRequest, phrasesRequest, seenRequest } from './desk';

@Controller('desk')
export class DeskController {
  constructor(
    private readonly desk: Desk,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  @Post('seen')
  @HttpCode(204)
  async seen(@Body({ schema: seenRequest }) look: z.infer<typeof seenRequest>, @Who() session: Session): Promise<void> {
    if (!(await this.access.maySee(session, look.stream))) throw notFound();
    await this.desk.look(session.account.person, look, this.clock.iso());
  }

  @Post('later')
  @HttpCode(204)
  async later(
    @Body({ schema: laterRequest }) later: z.infer<typeof laterRequest>,
    @Who() session: Session,
  ): Promise<void> {
    if (!(await this.access.maySee(session, later.stream))) throw notFound();
    await this.desk.putAside(session.account.person, later);
  }

  @Get('phrases')
  phrases(@Who() { account }: Session): Promise<readonly string[]> {
    return this.desk.phrases(account.person);
  }

  @Post('phrases')
  @HttpCode(204)
  keepPhrases(
    @Body({ schema: phrasesRequest }) phrases: z.infer<typeof phrasesRequest>,
    @Who() { account }: Session,
  ): Promise<void> {
    return this.desk.keepPhrases(account.person, phrases);
  }
}
