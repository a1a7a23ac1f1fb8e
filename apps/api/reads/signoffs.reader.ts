import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recorder } from '#activities/record/recorder';
import type { MatterPage } from '#contracts/http/matters';
import type { Matter } from '#domain/signoff/matter';
import { lastActs } from '#domain/signoff/subject-act';
import { versionsIn } from '#domain/signoff/versions';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { planName } from '#labels/zh/subjects';
import { projectIdOf } from '#projections/inline';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Desk } from '../desk/desk';
import { notFound } from '../problems/problem';
import { DutyRows } from './duty-rows';
import { MatterActsReader } from './matter-acts.reader';
import { Names } from './names';
import { Openings } from './openings';

@Injectable()
export class SignoffsReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly recorder: Recorder,
    private readonly names: Names,
    private readonly duties: DutyRows,
    private readonly acts: MatterActsReader,
    private readonly desk: Desk,
    private readonly openings: Openings,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 where no such matter was started */
  async page(stream: StreamId, session: Session): Promise<MatterPage> {
    const { manager } = this.database;
    const state = await this.log.state(manager, stream);
    const matter = state.subject as Matter;
    if (matter.subject === '') throw notFound();
    const project = projectIdOf(matter.subject);
    const events = (await this.log.read(manager, stream)).slice(0, state.version);
    const documents = versionsIn(events);
    const end = events.find(({ type }) => type === 'MatterEnded');
    return {
      stream,
      state: matter,
      revision: state.version,
      projectName: (project ? (await this.names.projects([project]))[project] : planName(matter.subject)) ?? '',
      duties: await this.duties.ofState(state, this.clock.iso()),
      ...(await this.acts.of(state, session)),
      drafted: matter.drafter.person === session.account.person,
      documents,
      subjectRevision: (await this.log.state(manager, matter.subject)).substantive,
      checks: matter.status === 'open' ? await this.checks(stream, matter) : { held: [], broken: [] },
      ended: end ? { at: end.occurredAt, revision: end.version } : null,
      seen: await this.desk.seen(session.account.person, stream),
      opened: await this.openings.of(stream, matter),
      texts: await this.names.textsIn(JSON.stringify([matter, documents])),
      bodies: await this.names.bodiesIn([matter, documents]),
      people: await this.names.officials([...speakersIn(matter), ...documents.map(({ by }) => by)]),
    };
  }

  private async checks(stream: StreamId, matter: Matter): Promise<MatterPage['checks']> {
    const ahead = lastActs(matter, stream, { id: 'look', at: this.clock.iso() }).at(-1)!;
    const state = await this.log.state(this.database.manager, ahead.command.stream);
    return this.recorder.foreseen(this.database.manager, ahead, { state });
  }
}

/** Whoever drafted it, said something, was acted for, or signs elsewhere. */
const speakersIn = ({ drafter, visits }: Matter): string[] => [
  drafter.person,
  ...visits.flatMap(({ passedOver }) => passedOver.map(({ person }) => person)),
  ...visits.flatMap(({ said }) => said.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf?.person ?? []].flat())),
];
