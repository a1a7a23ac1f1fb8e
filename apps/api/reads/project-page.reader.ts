import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { FactReaders } from '#activities/record/facts/fact-readers';
import type { ProjectPage } from '#contracts/http/projects';
import { systemActor } from '#domain/actor';
import type { Command } from '#domain/command';
import { emptyState, evolve } from '#domain/decider';
import { stageOf, type Project } from '#domain/project';
import { definitionOf, type CommandType } from '#domain/registry';
import type { StreamState } from '#domain/state';
import { keyOf, type StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { notFound } from '../problems/problem';
import { DutyRows } from './duty-rows';
import { stageGates } from './gates';
import { MoneyReader } from './money.reader';
import { Names } from './names';
import { PeopleReader } from './people.reader';
import { instant } from './query';
import { relevantCommands } from './relevant-commands';

export const projectQuery = z
  .strictObject({ at: instant.optional(), revision: z.coerce.number().int().min(1).optional() })
  .refine(({ at, revision }) => at === undefined || revision === undefined, '时点和记录号只能给出一个');
export type ProjectQuery = z.infer<typeof projectQuery>;

/** A moment of a stream: its fold, and when that was. */
interface Moment {
  state: StreamState;
  headHash: string;
  /** ISO instant of the look; the last event's for a revision */
  at: string;
  past: boolean;
}

/** One project on one page, now or at any moment of its record. */
@Injectable()
export class ProjectPageReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly facts: FactReaders,
    private readonly duties: DutyRows,
    private readonly people: PeopleReader,
    private readonly money: MoneyReader,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 before the record began */
  async page(stream: StreamId, query: ProjectQuery, session: Session): Promise<ProjectPage> {
    const { state, headHash, at, past } = await this.moment(stream, query);
    const project = state.subject as Project;
    const { parameters } = await this.readFacts(state, at, 'stateFeasibility', null, []);
    return {
      id: keyOf(stream),
      project,
      stage: stageOf(project),
      revision: state.version,
      substantive: state.substantive,
      headHash,
      at: past ? at : null,
      duties: await this.duties.ofState(state, at),
      gates: await stageGates(project, at, past ? null : (type, segment) => this.readFacts(state, at, type, segment)),
      may: past ? [] : relevantCommands(state, session),
      bodies: await this.names.bodiesIn(state),
      refusals: await this.refusals(stream, state.version),
      people: await this.people.summary(project.id, state.version, at),
      money: await this.money.summary(project, at, parameters),
      texts: await this.names.textsIn(JSON.stringify(project)),
    };
  }

  private async moment(stream: StreamId, { at, revision }: ProjectQuery): Promise<Moment> {
    if (at === undefined && revision === undefined) {
      const state = await this.log.state(this.database.manager, stream);
      return { state, headHash: await this.hashAt(stream, state.version), at: this.clock.iso(), past: false };
    }
    const until = at === undefined ? null : new Date(at).toISOString();
    const events = (await this.log.read(this.database.manager, stream, revision)).filter(
      ({ occurredAt }) => until === null || occurredAt <= until,
    );
    const last = events.at(-1);
    if (!last) throw notFound();
    const state = events.reduce<StreamState>(evolve, emptyState(stream));
    return { state, headHash: await this.hashAt(stream, state.version), at: until ?? last.occurredAt, past: true };
  }

  private async hashAt(stream: StreamId, version: number): Promise<string> {
    const [row] = await this.database.query<{ hash: string }[]>(
      'select hash from log.event where stream_id = $1 and version = $2',
      [stream, version],
    );
    if (!row) throw notFound();
    return row.hash;
  }

  private async refusals(stream: StreamId, version: number): Promise<number> {
    const [row] = await this.database.query<{ n: string }[]>(
      'select count(*) as n from log.refusal where stream_id = $1 and after_version <= $2',
      [stream, version],
    );
    return Number(row!.n);
  }

  /** The facts that a command's rules would look at, read the way the recorder reads them. */
  private readFacts(
    state: StreamState,
    at: string,
    type: CommandType,
    segmentId: string | null,
    names = definitionOf(type).reads,
  ) {
    const data = segmentId === null ? {} : { segmentId };
    const command: Command = { id: 'look', stream: state.stream, type, data, at, actor: systemActor };
    return this.facts.readNamed(this.database.manager, state, command, names);
  }
}
