import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { isSystem } from '#domain/actor';
import type { Command } from '#domain/command';
import { decideAndSettle } from '#domain/decider';
import { effectsOf } from '#domain/effects';
import type { Recorded } from '#domain/event';
import type { Project } from '#domain/project';
import { stageOf } from '#domain/project';
import { breach, withChecksHeld, type Breach, type Gate } from '#domain/rules';
import type { PostKind } from '#domain/organization/roles';
import type { StreamState } from '#domain/state';
import { nextDueAt } from '#domain/timers';
import { actOnSubject, actsAhead, atStep, subjectOf, type ActAhead } from '#domain/signoff/subject-act';
import { kindOf, type StreamId } from '#domain/stream';
import type { EventLog } from '#event-log/event-log';
import type { Head, Outcome } from '#event-log/head';
import type { Provenance } from '#event-log/envelope';
import { claiming } from '#event-log/claims';
import { Committer, type Conclusion } from '#event-log/committer';
import { projecting } from '#projections/inline';
import type { FactReaders } from './facts/fact-readers';
import { Announcer, effectLetters, pokes, reviewLetters } from './outbox';

interface Done {
  outcome: Outcome;
  events: readonly Recorded[];
}

/** Judges a command against the recorded history and records the outcome or the refusal: the one writer of the event log. */
@Injectable()
export class Recorder {
  private readonly announcer: Announcer;
  private readonly committer: Committer;

  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly facts: FactReaders,
  ) {
    this.announcer = new Announcer(database);
    this.committer = new Committer(database, log);
  }

  /**
   * One transaction; a retry returns what the first try recorded. A refusal is a recorded result, not a throw.
   * @throws QueryFailedError on an outage, or when another took a unique name first: the caller tries again
   */
  async recordCommand(command: Command, provenance?: Provenance): Promise<Outcome> {
    const streams = [command.stream, ...(await this.movedTogether(command))];
    const { outcome, events } = await this.committer.commit<Done>({
      commandId: command.id,
      streams,
      references: this.facts.referencesOf(command),
      conclude: async (tx, heads) => {
        const [head, subject] = streams.map((stream) => heads.get(stream));
        const own = await this.record(tx, head!, command, provenance);
        return subject ? this.withSubject(tx, { head: head!, subject }, command, own, provenance) : own;
      },
    });
    for (const stream of streams) this.announcer.announce(events.filter((event) => event.stream === stream));
    return outcome;
  }

  /** A matter's subject moves in the transaction of the matter's end; it is the same from the first to the last. */
  private async movedTogether({ stream, type }: Command): Promise<StreamId[]> {
    if (kindOf(stream) !== 'signoff' || type === 'startMatter') return [];
    const before = this.log.lastSeen(stream);
    const subject = (before && subjectOf(before)) ?? subjectOf(await this.log.state(this.database.manager, stream));
    return subject ? [subject] : [];
  }

  private async withSubject(
    tx: EntityManager,
    { head, subject }: { head: Head; subject: Head },
    command: Command,
    own: Conclusion<Done>,
    provenance?: Provenance,
  ): Promise<Conclusion<Done>> {
    const { outcome, events } = own.result;
    const act = actOnSubject(head.state, command, events, outcome.headHash);
    if (!act) {
      const against = await this.standsAgainst(tx, actsAhead(head.state, command, events), subject);
      return against.length > 0 ? this.refused(head, command, against) : own;
    }
    const moved = await this.record(tx, { ...subject, receipt: null }, act, provenance);
    if (moved.result.outcome.refused) return this.refused(head, command, moved.result.outcome.refused);
    return {
      result: { outcome, events: [...events, ...moved.result.events] },
      appends: [...own.appends, ...moved.appends],
      writes: [...own.writes, ...moved.writes],
    };
  }

  private async record(
    tx: EntityManager,
    head: Head,
    command: Command,
    provenance?: Provenance,
  ): Promise<Conclusion<Done>> {
    if (head.receipt) return { result: { outcome: this.repeated(command, head), events: [] }, appends: [], writes: [] };
    const timely = inOrder(command, head);
    const facts = await this.facts.read(tx, head.state, timely, head.references);
    const settled = decideAndSettle(head.state, timely, facts);
    if ('refused' in settled) return this.refused(head, timely, settled.refused);
    if (settled.events.length === 0) return this.nothingToRecord(head, timely);
    const drafted = this.log.draft(head, timely, settled.events, provenance);
    const { events, state, headHash } = drafted;
    const { claims = [], releases = [] } = settled.recording;
    const outcome = outcomeOf(state, headHash, head.recordedAt);
    const over = hasEnded(head.state) && outcome.ended;
    const wakes = provenance?.workflowId !== head.stream && !timely.backfilled && !over;
    const letters = [
      ...effectLetters(effectsFrom(events, state)),
      ...reviewLetters(events),
      ...(wakes ? pokes(head.stream, state.version) : []),
    ];
    return {
      result: { outcome, events },
      appends: [{ head, command: timely, drafted, outcome, letters }],
      writes: [
        ...drafted.rows,
        ...claiming(head.stream, state.version, claims, releases),
        ...projecting(head.state, state, events),
      ],
    };
  }

  /** Whether the command would record or refuse anything as things stand: a look without a lock. */
  async wouldMove(command: Command): Promise<boolean> {
    const { manager } = this.database;
    const state = await this.log.state(manager, command.stream);
    const settled = decideAndSettle(state, command, await this.facts.read(manager, state, command));
    return 'refused' in settled || settled.events.length > 0;
  }

  /**
   * The same decision without recording it: a courtesy to who fills in the form.
   * @param seen the stream's state and the versions it rests on, as the caller has read them
   */
  async preflight(
    command: Command,
    { state, references }: Pick<Head, 'state' | 'references'>,
  ): Promise<readonly Breach[]> {
    const facts = await this.facts.read(this.database.manager, state, command, references);
    const settled = decideAndSettle(state, command, facts);
    if ('refused' in settled) return settled.refused;
    const { manager } = this.database;
    const act = actOnSubject(state, command, settled.events, '');
    if (act) return this.preflight(act, { state: await this.log.state(manager, act.stream), references });
    const ahead = actsAhead(state, command, settled.events);
    return ahead[0]
      ? this.standsAgainst(manager, ahead, {
          state: await this.log.state(manager, ahead[0].command.stream),
          references,
        })
      : [];
  }

  /** What would refuse an act that lies ahead, whoever will hold the last signer's post by then: the first who could not do it. */
  private async standsAgainst(
    tx: EntityManager,
    ahead: readonly ActAhead[],
    subject: Pick<Head, 'state' | 'references'>,
  ): Promise<readonly Breach[]> {
    for (const one of ahead) {
      const { broken } = await this.foreseen(tx, one, subject);
      const blocks = broken.filter(({ level }) => level === 'block');
      if (blocks.length > 0) return blocks.map(atStep(one));
    }
    return [];
  }

  /** What the rules would say of an act ahead as things stand: the checks that hold, and all that is broken. */
  async foreseen(
    tx: EntityManager,
    { command: ahead, signed }: ActAhead,
    { state, references }: Pick<Head, 'state'> & Partial<Pick<Head, 'references'>>,
  ): Promise<{ held: readonly Gate[]; broken: readonly Breach[] }> {
    const facts = await this.facts.read(tx, state, ahead, references);
    const paper = facts.paper && { ...facts.paper, signed };
    const authority = { ...facts.authority, holds: true, postKinds: [ahead.actor.post as PostKind] };
    const { decision, held } = withChecksHeld(() => decideAndSettle(state, ahead, { ...facts, paper, authority }));
    return { held, broken: 'refused' in decision ? decision.refused : [] };
  }

  private repeated(command: Command, { receipt }: Head): Outcome {
    if (receipt!.requestHash === this.log.requestHash(command)) return receipt!.outcome;
    return {
      ...receipt!.outcome,
      refused: [
        breach('P-ONCE', {
          need: '一个办理编号只用于一次办理',
          found: '该编号已用于另一项内容',
          mend: '换一个新的办理编号（Idempotency-Key）再提交',
        }),
      ],
    };
  }

  private refused(head: Head, command: Command, refused: readonly Breach[]): Conclusion<Done> {
    const outcome = { ...outcomeOf(head.state, head.headHash, head.recordedAt), refused };
    return {
      result: { outcome, events: [] },
      appends: [],
      writes: [this.log.refusing(command, head.version, refused), this.log.receipting(head, command, outcome)],
    };
  }

  private nothingToRecord(head: Head, command: Command): Conclusion<Done> {
    const outcome = outcomeOf(head.state, head.headHash, head.recordedAt);
    return { result: { outcome, events: [] }, appends: [], writes: [this.log.receipting(head, command, outcome)] };
  }
}

/**
 * A live act is never earlier than the stream's last: clocks of several machines differ by a little. Nor is an effect of what was
 * entered from papers: the stream may have gone on, or even have gone live, while the effect was on its way; it must not be lost.
 */
function inOrder(command: Command, { state }: Head): Command {
  const { lastOccurredAt, backfilling } = state;
  if (lastOccurredAt === null || (command.backfilled && !isSystem(command.actor))) return command;
  const { backfilled = false, ...rest } = command;
  return {
    ...rest,
    at: command.at < lastOccurredAt ? lastOccurredAt : command.at,
    ...(backfilled && backfilling && { backfilled }),
  };
}

const effectsFrom = (events: readonly Recorded[], state: StreamState) =>
  events.flatMap((event) => effectsOf(event, state).map((effect) => ({ cause: event, effect })));

const endings = new Set(['closed', 'cancelled', 'settled', 'agreed', 'refused', 'withdrawn', 'approved']);

/** A stream whose run has nothing to wait for any more: what is recorded afterwards, such as a change of an approved plan, begins none. */
const hasEnded = ({ subject }: StreamState): boolean => {
  const { status } = subject as { status?: string };
  return status !== undefined && endings.has(status);
};

/** What the engine needs to know of a decision: where the stream stands and when it must look again. */
export function outcomeOf(state: StreamState, headHash: string, recordedAt: string): Outcome {
  const project = kindOf(state.stream) === 'project' ? (state.subject as Project) : undefined;
  return {
    revision: state.version,
    stage: project ? stageOf(project) : null,
    nextDueAt: nextDueAt(state),
    headHash,
    recordedAt,
    ended: hasEnded(state),
  };
}
