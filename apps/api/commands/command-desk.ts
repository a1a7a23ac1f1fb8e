import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isOutage, isUniqueViolation } from '#activities/record/outage';
import { isDriven } from '#activities/record/outbox';
import { Recorder } from '#activities/record/recorder';
import { StreamClient } from '#activities/record/stream-client';
import type { CommandAccepted, CommandStored } from '#contracts/http/commands';
import type { Command } from '#domain/command';
import { definitionOf, isMatterAct, type CommandData, type CommandType } from '#domain/registry';
import type { Breach } from '#domain/rules';
import type { StreamState } from '#domain/state';
import { kindOf, rulebookStream, type StreamId } from '#domain/stream';
import { EventLog, type Known } from '#event-log/event-log';
import type { Outcome } from '#event-log/head';
import { Access } from '../access/access';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { forbidden, keyReused, notFound, ProblemError, refused } from '../problems/problem';
import { Names } from '../reads/names';
import { Actors } from './actors';
import { accepted, stored } from './answers';
import { Ledger } from './ledger';
import { Sealing } from './sealing';

/** A request whose shape is settled. */
export interface Request {
  stream: StreamId;
  type: CommandType;
  key: string;
  body: {
    data: object;
    as?: string | undefined;
    readRevision?: number | undefined;
    reasons?: Record<string, string> | undefined;
    occurredAt?: string | undefined;
    onBehalfOf?: string | undefined;
  };
}

/** A session still being looked up: what is asked of is read meanwhile. */
type Asker = Session | Promise<Session>;
type Seen = Awaited<ReturnType<EventLog['look']>>;

const waitMs = 5_000;
const tries = 3;

/** Takes a command from the door to its decision: who and where, the courtesy of a preflight, then the one write path. */
@Injectable()
export class CommandDesk {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly recorder: Recorder,
    private readonly streams: StreamClient,
    private readonly access: Access,
    private readonly actors: Actors,
    private readonly ledger: Ledger,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  /** @throws ProblemError with whatever stands against it */
  async submit(who: Asker, request: Request): Promise<CommandAccepted | CommandStored> {
    const { command, seen } = await this.drawUp(who, request);
    if (!seen.known) await this.refuseBroken(command, seen);
    const sealed = await this.sealing.seal(command);
    this.refuseReused(sealed, seen.known);
    const outcome = await this.decided(sealed);
    if (!outcome) {
      await this.ledger.store(sealed);
      return stored(sealed.stream, sealed.id);
    }
    if (outcome.refused) throw await this.refusal(sealed.stream, outcome.refused);
    return accepted(sealed.id, outcome);
  }

  /** The courtesy alone: nothing is written, not even the refusal. */
  async check(who: Asker, request: Request): Promise<{ ok: true }> {
    const { command, seen } = await this.drawUp(who, request);
    const breaches = await this.recorder.preflight(this.sealing.preview(command), seen);
    if (breaches.length > 0) throw await this.refusal(command.stream, breaches);
    return { ok: true };
  }

  private async drawUp(who: Asker, { stream, type, key, body }: Request): Promise<{ command: Command; seen: Seen }> {
    const definition = definitionOf(type);
    const looking = this.log.look(this.database.manager, stream, key, [rulebookStream('beijing')]);
    const [session, looked] = await Promise.all([who, looking]);
    const seen = { ...looked, references: new Map([...looked.references, ...session.versions]) };
    const { state } = seen;
    const { data, as, readRevision, reasons, occurredAt, onBehalfOf } = body;
    await this.refuseForeign(session, state, type, data);
    const { actor, at, backfilled } = await this.actors.acting(
      session,
      definition,
      state,
      { type, data, as, occurredAt, onBehalfOf },
      this.clock.iso(),
    );
    const command: Command = {
      id: key,
      stream,
      type,
      data,
      at,
      actor,
      ...(readRevision !== undefined && { readRevision }),
      ...(isMatterAct(type) && { basis: { post: `${actor.body}/${actor.post}` } }),
      ...(reasons && { reasons }),
      ...(backfilled && { backfilled }),
    };
    return { command, seen };
  }

  /** What is to begin has no place yet: the rules say who may begin it. */
  private async refuseForeign(session: Session, state: StreamState, type: CommandType, data: object): Promise<void> {
    const creates = definitionOf(type).creates === true;
    const { stream, version } = state;
    if (session.posts.length === 0 && !session.account.personRef) throw forbidden('您没有在任的岗位');
    if (version === 0 && creates && kindOf(stream) !== 'wages') return this.refuseUnseen(session, type, data);
    if (await this.access.mayTouch(session, state)) return;
    throw notFound();
  }

  /** A matter is started, and a document drawn up, about what one may see. */
  private async refuseUnseen(session: Session, type: CommandType, data: object): Promise<void> {
    if (type !== 'startMatter' && type !== 'draftDocument') return;
    const { subject } = data as Pick<CommandData<'startMatter'>, 'subject'>;
    if (!(await this.access.mayHear(session, subject as StreamId))) throw notFound();
  }

  private async refuseBroken(command: Command, seen: Seen): Promise<void> {
    const preview = this.sealing.preview(command);
    const breaches = await this.recorder.preflight(preview, seen);
    if (breaches.length === 0) return;
    // A double click: the first of the two was decided meanwhile, and both get its answer.
    if (await this.log.known(this.database.manager, command.stream, command.id)) return;
    const { version } = await this.log.state(this.database.manager, command.stream);
    await this.log.keepRefusal(this.database.manager, preview, version, breaches, true);
    throw await this.refusal(readIn(command), breaches);
  }

  private refuseReused(command: Command, known: Known): void {
    if (!known) return;
    const hash = 'waiting' in known ? this.log.requestHash(known.waiting) : known.requestHash;
    if (hash !== this.log.requestHash(command)) throw keyReused();
  }

  /** @returns undefined while unknown */
  private decided(command: Command): Promise<Outcome | undefined> {
    const { via } = definitionOf(command.type as CommandType);
    const throughWorkflow = via === 'workflow' && isDriven(command.stream) && !command.backfilled;
    return throughWorkflow ? this.streams.execute(command, waitMs) : this.recorded(command);
  }

  private async recorded(command: Command): Promise<Outcome | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.recorder.recordCommand(command);
      } catch (error) {
        if (!isOutage(error) && !isUniqueViolation(error)) throw error;
        if (attempt === tries) return undefined;
        await new Promise((resolve) => setTimeout(resolve, attempt * 200));
      }
    }
  }

  private async refusal(stream: StreamId, breaches: readonly Breach[]): Promise<ProblemError> {
    const { substantive } = await this.log.state(this.database.manager, stream);
    return new ProblemError(refused(await this.names.inBreaches(breaches), substantive));
  }
}

/** The stream whose revision the act rests on: what is started is about what was read. */
const readIn = ({ stream, type, data }: Command): StreamId =>
  type === 'startMatter' ? ((data as CommandData<'startMatter'>).subject as StreamId) : stream;
