import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { BodyRow, DelegationsPage, OfficialRow } from '#contracts/http/bodies';
import type { ScheduleRow } from '#contracts/http/evaluations';
import type { History, Verification } from '#contracts/http/history';
import type { MatterPage, SignerRow } from '#contracts/http/matters';
import type { MyPage } from '#contracts/http/wages';
import { Access } from '../access/access';
import { Who } from '../auth/session.guard';
import type { Session } from '../auth/sessions';
import { streamAt, streamFrom } from '../commands/places';
import { notFound } from '../problems/problem';
import { DelegationsReader } from './delegations.reader';
import { HistoryReader } from './history.reader';
import { MyReader } from './my.reader';
import { district } from './query';
import { SchedulesReader } from './schedules.reader';
import { SignersReader } from './signers.reader';
import { SignoffsReader } from './signoffs.reader';

const bodiesQuery = z.strictObject({ district });

@Controller()
export class ReadController {
  constructor(
    private readonly access: Access,
    private readonly database: DataSource,
    private readonly delegations: DelegationsReader,
    private readonly histories: HistoryReader,
    private readonly my: MyReader,
    private readonly schedules: SchedulesReader,
    private readonly signoffs: SignoffsReader,
    private readonly signersOf: SignersReader,
  ) {}

  /** `…/events` or `…/verify` of a stream written out. */
  @Get('streams/*')
  async stream(@Param('*') path: string, @Who() session: Session): Promise<History | Verification> {
    const parts = path.split('/');
    const stream = streamFrom(parts.slice(0, -1).join('/'));
    if (!(await this.access.maySee(session, stream))) throw notFound();
    const what = parts.at(-1);
    if (what === 'events') return this.histories.history(stream);
    if (what === 'verify') return this.histories.verify(stream);
    throw notFound();
  }

  @Get('signoffs/:id')
  async matter(@Param() address: Readonly<Record<string, string>>, @Who() session: Session): Promise<MatterPage> {
    const stream = streamAt('signoff', address);
    if (!(await this.access.maySee(session, stream))) throw notFound();
    return this.signoffs.page(stream, session);
  }

  @Get('signoffs/:id/signers')
  async signers(@Param() address: Readonly<Record<string, string>>, @Who() session: Session): Promise<SignerRow[]> {
    const stream = streamAt('signoff', address);
    if (!(await this.access.maySee(session, stream))) throw notFound();
    return this.signersOf.list(stream);
  }

  @Get('my')
  mine(@Who() { account: { personRef } }: Session): Promise<MyPage> {
    if (!personRef) throw notFound();
    return this.my.page(personRef);
  }

  /** The directory of bodies: names and kinds, open to all who are logged in, for forms to choose from. */
  @Get('bodies')
  async bodies(@Query({ schema: bodiesQuery }) query: z.infer<typeof bodiesQuery>): Promise<BodyRow[]> {
    return this.database.query<BodyRow[]>(
      'select body_id as id, name, kind, district from read.body where $1::text is null or district = $1 order by district, kind, name',
      [query.district ?? null],
    );
  }

  @Get('delegations')
  windows(@Who() session: Session): Promise<DelegationsPage> {
    return this.delegations.page(session);
  }

  @Get('officials')
  officials(@Who() session: Session): Promise<OfficialRow[]> {
    return this.delegations.officials(session);
  }

  @Get('schedules')
  schedule(@Who() session: Session): Promise<ScheduleRow[]> {
    if (session.posts.length === 0) throw notFound();
    return this.schedules.list(session);
  }
}
