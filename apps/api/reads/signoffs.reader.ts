import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MatterPage } from '#contracts/http/reads';
import type { Matter } from '#domain/signoff/matter';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { projectIdOf } from '#projections/inline';
import { Clock } from '../auth/clock';
import { notFound } from '../problems/problem';
import { DutyRows } from './duty-rows';
import { Names } from './names';

@Injectable()
export class SignoffsReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly names: Names,
    private readonly duties: DutyRows,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 where no such matter was started */
  async page(stream: StreamId): Promise<MatterPage> {
    const state = await this.log.state(this.database.manager, stream);
    const matter = state.subject as Matter;
    if (matter.subject === '') throw notFound();
    const project = projectIdOf(matter.subject);
    return {
      stream,
      state: matter,
      revision: state.version,
      projectName: (project && (await this.names.projects([project]))[project]) ?? '',
      duties: await this.duties.ofState(state, this.clock.iso()),
      texts: await this.names.textsIn(JSON.stringify(matter)),
      bodies: await this.names.bodiesIn(matter),
    };
  }
}
