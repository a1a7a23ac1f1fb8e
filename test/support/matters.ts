import { randomUUID } from 'node:crypto';
import type { Actor } from '../../libs/domain/actor';
import type { Command } from '../../libs/domain/command';
import type { CommandData } from '../../libs/domain/registry';
import type { Urgency } from '../../libs/domain/signoff/clocks';
import type { MatterAct } from '../../libs/domain/signoff/matter-acts';
import type { Matter, Seat } from '../../libs/domain/signoff/matter';
import { projectStream, type StreamId } from '../../libs/domain/stream';
import type { Outcome } from '../../libs/event-log/head';
import { actorOf, commandOf } from './district';
import { proposal } from './proposal';
import type { TestRecord } from './system';

export const drc = actorOf('yq-drc');
export const leaderOf = (body: string): Actor => actorOf(body, 'leader-in-charge');
export const digest = (digit: string) => `sm3:${digit.repeat(64)}`;
/** The two bodies that countersign before the district government decides. */
export const bothLeads = ['yq-drc', 'yq-ara'];

const suspending = { type: 'suspendProject', data: { reason: '汛期停工', until: null } };

type Execute = (command: Command) => Promise<Outcome | undefined>;

/** Matters about suspending a project, acted on by whoever has a seat. */
export class Matters {
  /** @param execute hands a command to the stream's workflow, or to the recorder itself */
  constructor(
    private readonly record: Pick<TestRecord, 'log' | 'database'>,
    private readonly execute: Execute,
  ) {}

  async did(command: Command): Promise<Outcome> {
    const outcome = await this.execute(command);
    if (!outcome || outcome.refused) throw new Error(`${command.type}: ${JSON.stringify(outcome?.refused)}`);
    return outcome;
  }

  async proposed(): Promise<StreamId> {
    const project = projectStream(randomUUID());
    await this.did(commandOf(project, 'proposeProject', proposal(), drc));
    return project;
  }

  stateOf = (stream: StreamId) => this.record.log.state(this.record.database.manager, stream);
  matterOf = async (stream: StreamId) => (await this.stateOf(stream)).subject as Matter;
  eventsOf = (stream: StreamId) => this.record.log.read(this.record.database.manager, stream);
  typesOf = async (stream: StreamId) => (await this.eventsOf(stream)).map(({ type }) => type);

  /** A matter started and sent by its drafter; it would suspend the project where nothing else is said. */
  async sent(
    project: StreamId,
    matter: StreamId = `signoff/${randomUUID()}`,
    { type, data }: Pick<Command, 'type' | 'data'> = suspending,
    urgency: Urgency = 'normal',
  ): Promise<StreamId> {
    const act = { type, data, readRevision: (await this.stateOf(project)).substantive } as MatterAct;
    const drafted = {
      title: '关于暂停项目的请示',
      urgency,
      subject: project,
      act,
      digest: digest('1'),
    };
    await this.did(commandOf(matter, 'startMatter', drafted, drc));
    await this.did(await this.submitting(matter));
    return matter;
  }

  async submitting(matter: StreamId): Promise<Command> {
    const { round, document } = await this.matterOf(matter);
    const seat = await this.seatOf(matter, 'yq-drc', 'handler');
    return commandOf(matter, 'submitDraft', { seat: seat.id, act: null, digest: document.digest, round }, drc);
  }

  /** What a post answers to the seat it has at the matter now. */
  deciding = async (matter: StreamId, by: Actor) =>
    commandOf(
      matter,
      'giveDecision',
      { decision: 'agree', opinion: null, ...(await this.seen(matter, by)) } satisfies CommandData<'giveDecision'>,
      by,
    );
  agreed = async (matter: StreamId, by: Actor) => this.did(await this.deciding(matter, by));

  returned = async (matter: StreamId, by: Actor, onward: 'again' | 'back') =>
    this.did(
      commandOf(
        matter,
        'returnMatter',
        { toStep: 'draft', onward, reason: 'text:reason#sm3:0', ...(await this.seen(matter, by)) },
        by,
      ),
    );

  recalled = async (matter: StreamId, by: Actor) =>
    this.did(commandOf(matter, 'recallAct', { seat: (await this.seen(matter, by)).seat }, by));

  /** What was looked at from one's latest seat. */
  private async seen(matter: StreamId, { body, post }: Actor) {
    const { round, document } = await this.matterOf(matter);
    const seat = await this.seatOf(matter, body, post === 'leader-in-charge' ? undefined : post);
    return { seat: seat.id, round, documentVersion: document.version };
  }

  private async seatOf(matter: StreamId, body: string, post?: string): Promise<Seat> {
    const { visits } = await this.matterOf(matter);
    return visits
      .flatMap(({ seats }) => seats)
      .findLast(({ owner }) => owner.body === body && (post === undefined || owner.post === post))!;
  }
}
