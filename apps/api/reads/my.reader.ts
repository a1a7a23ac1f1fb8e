import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MyPage } from '#contracts/http/wages';
import { addMonths, civilDateOf } from '#domain/calendar';
import type { Project } from '#domain/project';
import type { AttendanceRow } from '#domain/rows';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { PersonVault } from '#persons/person-vault';
import { Clock } from '../auth/clock';
import { notFound } from '../problems/problem';
import { projectIdOf } from './duty-rows';
import { Names } from './names';
import { WagesReader } from './wages.reader';

/** A worker's own days and pay, from every project they stood on. @rule R-PRIV-08 */
@Injectable()
export class MyReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly vault: PersonVault,
    private readonly names: Names,
    private readonly wages: WagesReader,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 where the reference is no registered person's */
  async page(personRef: string): Promise<MyPage> {
    const now = this.clock.iso();
    const [self] = await this.vault.show(this.database.manager, [personRef], 'list', { reader: personRef, at: now });
    if (!self) throw notFound();
    const cardTail = self.erased ? null : (self.cardNumber?.slice(-4) ?? null);
    return {
      name: self.name,
      days: await this.days(personRef, addMonths(civilDateOf(now), -3)),
      pay: await this.pay(personRef, cardTail),
    };
  }

  private async days(personRef: string, from: string): Promise<MyPage['days']> {
    const rows = await this.database.query<{ stream_id: StreamId; body: string }[]>(
      `select stream_id, body from (
         select distinct on (stream_id, segment_id, on_date) stream_id, on_date, body from rows.attendance
          where person_ref = $1 and on_date >= $2 order by stream_id, segment_id, on_date, edition desc) standing
        order by on_date desc, stream_id`,
      [personRef, from],
    );
    const streams = [...new Set(rows.map(({ stream_id }) => stream_id))];
    const projects = new Map(
      await Promise.all(streams.map(async (stream) => [stream, await this.project(stream)] as const)),
    );
    return rows.map(({ stream_id, body }) => {
      const { on, minutes, segmentId } = JSON.parse(body) as AttendanceRow;
      const project = projects.get(stream_id)!;
      const unsealed = project.segments.find(({ id }) => id === segmentId)?.construction.unsealedDays ?? [];
      return { on, minutes, projectName: project.planning?.name ?? '', sealed: !unsealed.includes(on) };
    });
  }

  private async project(stream: StreamId): Promise<Project> {
    return (await this.log.state(this.database.manager, stream)).subject as Project;
  }

  private async pay(personRef: string, cardTail: string | null): Promise<MyPage['pay']> {
    const streams = await this.database.query<{ stream_id: StreamId; period: string }[]>(
      `select period.stream_id, period.period from read.period period
        where exists (select from rows.wage_line line where line.stream_id = period.stream_id and line.person_ref = $1)
        order by period.period desc, period.stream_id`,
      [personRef],
    );
    const names = await this.names.projects(streams.map(({ stream_id }) => projectIdOf(stream_id)!));
    const found = streams.map(async ({ stream_id, period }) => {
      const { substantive } = await this.log.state(this.database.manager, stream_id);
      const lines = await this.wages.lines(stream_id, personRef);
      return lines.map(({ netFen, status, edition, minutes, parts }) => ({
        stream: stream_id,
        period,
        projectName: names[projectIdOf(stream_id)!] ?? '',
        netFen,
        status,
        edition,
        minutes,
        parts,
        substantive,
        cardTail,
      }));
    });
    return (await Promise.all(found)).flat();
  }
}
