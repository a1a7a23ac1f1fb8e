import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MatterPage } from '#contracts/http/reads';
import type { Matter } from '#domain/signoff/matter';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { projectIdOf } from '#projections/inline';
import { keyOfOwner } from '#domain/signoff/route';
import { openSeats } from '#domain/signoff/tally';
import { traitsOf } from '#domain/signoff/traits';
import type { StreamState } from '#domain/state';
import { actedFor, Reach, standInFor } from '../access/reach';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
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
    private readonly reach: Reach,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 where no such matter was started */
  async page(stream: StreamId, session: Session): Promise<MatterPage> {
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
      mine: await this.seatsOf(state, session),
      people: await this.names.officials(speakersIn(matter)),
    };
  }

  /** Seats that owe an act and from which this person may act: their own, those answered for, those acted for. */
  private async seatsOf(state: StreamState, session: Session): Promise<MatterPage['mine']> {
    const reached = await this.reach.acts(session.posts, this.clock.iso());
    const traits = traitsOf(state, { data: {} }, '')!;
    return openSeats(state.subject as Matter).flatMap(({ id, owner }) => {
      const acted = actedFor(session.acting, owner, traits);
      return acted || reached.has(keyOfOwner(owner))
        ? [{ seat: id, standIn: standInFor(session, reached, keyOfOwner(owner), acted) }]
        : [];
    });
  }
}

/** Whoever drafted it, said something, or was acted for. */
const speakersIn = ({ drafter, visits }: Matter): string[] => [
  drafter.person,
  ...visits.flatMap(({ said }) => said.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf?.person ?? []].flat())),
];
