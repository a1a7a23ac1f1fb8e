import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { linesOf } from '#activities/record/facts/pay';
import type { PeriodPage, PeriodRow, WageLineRowView } from '#contracts/http/wages';
import type { WageLineFact } from '#domain/facts';
import { keyOf, type StreamId } from '#domain/stream';
import { sheetNow, type WagePeriod } from '#domain/wages/period';
import { actsOf } from '#domain/wages/turns';
import { EventLog } from '#event-log/event-log';
import { PersonVault } from '#persons/person-vault';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { notFound } from '../problems/problem';
import { DutyRows } from './duty-rows';
import { Names, type Shown, unknownPerson } from './names';
import { relevantCommands } from './relevant-commands';

@Injectable()
export class WagesReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly vault: PersonVault,
    private readonly names: Names,
    private readonly duties: DutyRows,
    private readonly clock: Clock,
  ) {}

  async periods(projectId: string): Promise<PeriodRow[]> {
    const rows = await this.database.query<{ stream_id: string; status: string; state: WagePeriod }[]>(
      'select stream_id, status, state from read.period where project_id = $1 order by period desc, segment_id',
      [projectId],
    );
    return rows.map(({ stream_id, status, state }) => ({
      stream: stream_id,
      segmentId: state.segmentId,
      period: state.period,
      status,
      lines: sheetNow(state).lines,
      confirmed: state.tally.confirmed.lines,
      disputed: state.tally.disputed.lines,
      received: state.tally.received.lines,
      netFen: sheetNow(state).fen,
      receivedFen: state.tally.received.fen,
      payOn: state.payOn || null,
    }));
  }

  /** @throws ProblemError 404 where no such period was opened */
  async page(stream: StreamId, session: Session): Promise<PeriodPage> {
    const state = await this.log.state(this.database.manager, stream);
    if (state.version === 0) throw notFound();
    const period = state.subject as WagePeriod;
    const now = this.clock.iso();
    const lines = await this.lines(stream, null);
    const shown = await this.names.persons(
      lines.map(({ personRef }) => personRef),
      session.account.person,
      now,
    );
    return {
      stream,
      state: state.subject,
      revision: state.version,
      substantive: state.substantive,
      lines: lines.map((line) => lineView(line, shown.get(line.personRef) ?? unknownPerson)),
      duties: await this.duties.ofState(state, now),
      may: relevantCommands(state, session, (type, { body }) =>
        (actsOf(period, body) as readonly string[]).includes(type),
      ),
      bodies: await this.names.bodiesIn([keyOf(stream), state]),
    };
  }

  /** Standing lines of a period, of one person or of all. */
  lines(stream: StreamId, person: string | null): Promise<WageLineFact[]> {
    return linesOf({ tx: this.database.manager, vault: this.vault }, stream, person === null ? null : [person]);
  }
}

const lineView = (line: WageLineFact, { name, idNumber }: Shown): WageLineRowView => ({
  personRef: line.personRef,
  name,
  idNumber,
  days: line.days,
  minutes: line.minutes,
  outputMilli: line.outputMilli,
  grossFen: line.grossFen,
  deductionsFen: line.deductionsFen,
  netFen: line.netFen,
  receivedFen: line.receivedFen,
  status: line.status,
  edition: line.edition,
  parts: line.parts,
});
