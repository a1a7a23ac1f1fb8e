import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { standingAttendance } from '#activities/record/facts/people';
import type { AttendanceMonth } from '#contracts/http/projects';
import { addDays, addMonths } from '#domain/calendar';
import { segmentOf, type Project } from '#domain/project';
import { projectStream } from '#domain/stream';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { notFound } from '../problems/problem';
import { Names, unknownPerson } from './names';

@Injectable()
export class AttendanceReader {
  constructor(
    private readonly database: DataSource,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  /** A segment's month: each day with its sum, each standing row with its masked name. @param month `YYYY-MM` */
  async month(project: Project, segmentId: string, month: string, session: Session): Promise<AttendanceMonth> {
    const segment = segmentOf(project, segmentId);
    if (!segment) throw notFound();
    const last = addDays(addMonths(`${month}-01`, 1), -1);
    const rows = await standingAttendance(
      { tx: this.database.manager },
      projectStream(project.id),
      segmentId,
      `${month}-01`,
      last,
    );
    const shown = await this.names.persons(
      rows.map(({ personRef }) => personRef),
      session.account.person,
      this.clock.iso(),
    );
    const dates = [...new Set(rows.map(({ on }) => on))].toSorted();
    return {
      segmentId,
      month,
      days: dates.map((on) => {
        const ofDay = rows.filter((row) => row.on === on);
        const minutes = ofDay.reduce((sum, row) => sum + row.minutes, 0);
        return { on, sealed: !segment.construction.unsealedDays.includes(on), rows: ofDay.length, minutes };
      }),
      rows: rows.map((row) => ({ ...row, name: (shown.get(row.personRef) ?? unknownPerson).name })),
    };
  }
}
