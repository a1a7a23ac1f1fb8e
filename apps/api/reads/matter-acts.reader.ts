import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FactReaders } from '#activities/record/facts/fact-readers';
import type { Foresight, MatterPage, MatterSeat, OpenAct } from '#contracts/http/matters';
import { textOf, type OfficialDocument } from '#domain/document/document';
import { civilDateOf } from '#domain/calendar';
import { decideAndSettle } from '#domain/decider';
import type { DutiesChanged } from '#domain/duty';
import { definitionOf, type CommandType } from '#domain/registry';
import type { Breach } from '#domain/rules';
import { marksOwed, reportsOwed } from '#domain/signoff/around';
import { standingPause } from '#domain/signoff/clocks';
import { isAnswered } from '#domain/signoff/escalation';
import type { SignoffEvents } from '#domain/signoff/events';
import { seatOf, standingOf, visitOf, type Matter } from '#domain/signoff/matter';
import { draftStep, keyOfOwner, type Owner } from '#domain/signoff/route';
import { openSeats, openSeatsOf } from '#domain/signoff/tally';
import { traitsOf } from '#domain/signoff/traits';
import type { StreamState } from '#domain/state';
import { documentStream } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { actedFor, Reach, standInFor, type Reached } from '../access/reach';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Actors } from '../commands/actors';
import { Names } from './names';

type Tried = Pick<OpenAct, 'type' | 'data'>;
interface Trial {
  against: readonly Breach[];
  events: readonly { type: string; data: unknown }[];
}

/** These say that the act is not theirs, or not to be done any more: it is not offered. */
const notOffered = new Set<string>(['P-WHO', 'P-HALTED', 'P-UNKNOWN', 'P-ONCE']);

/** What somebody may do at a matter: each act is tried on the decider itself, so that no second copy of its rules is kept. */
@Injectable()
export class MatterActsReader {
  constructor(
    private readonly database: DataSource,
    private readonly facts: FactReaders,
    private readonly log: EventLog,
    private readonly reach: Reach,
    private readonly actors: Actors,
    private readonly clock: Clock,
    private readonly names: Names,
  ) {}

  async of(state: StreamState, session: Session): Promise<Pick<MatterPage, 'mine' | 'more'>> {
    if (session.posts.length === 0) return { mine: [], more: [] };
    const matter = state.subject as Matter;
    const reached = await this.reach.acts(session.posts, this.clock.iso());
    const traits = traitsOf(state, { data: {} }, '')!;
    const theirs = (owner: Owner): boolean =>
      reached.has(keyOfOwner(owner)) || actedFor(session.acting, owner, traits) !== undefined;
    const seats = openSeats(matter).filter(({ owner }) => theirs(owner));
    const [mine, more] = await Promise.all([
      Promise.all(seats.map(({ id, owner }) => this.seat(state, session, reached, id, owner))),
      Promise.all(others(matter, theirs, this.clock.iso()).map((tried) => this.tried(state, session, tried))),
    ]);
    return { mine, more: more.filter(({ against }) => !against.some(({ rule }) => notOffered.has(rule))) };
  }

  private async seat(
    state: StreamState,
    session: Session,
    reached: Reached,
    seat: string,
    owner: Owner,
  ): Promise<MatterSeat> {
    const matter = state.subject as Matter;
    const acted = actedFor(session.acting, owner, traitsOf(state, { data: {} }, '')!);
    const tried = await this.tried(state, session, owedAt(await this.asItReads(matter), seat));
    const said = await Promise.all(
      answersFrom(matter, seat).map(async ([name, act]) => {
        const { against, events } = await this.trial(state, session, act);
        return against.length > 0 ? [] : [[name, foreseen(matter, events)] as const];
      }),
    );
    return {
      ...tried,
      seat,
      standIn: standInFor(session, reached, keyOfOwner(owner), acted),
      follows: Object.fromEntries(said.flat()),
    };
  }

  /** Where a document goes out, what is sent is its text as it stands now: after a return it may be another one. */
  private async asItReads(matter: Matter): Promise<Matter> {
    const { document: id } = { ...(matter.act?.data as { document?: string } | undefined) };
    if (id === undefined) return matter;
    const { subject } = await this.log.state(this.database.manager, documentStream(id));
    const digest = this.log.digest(textOf(subject as OfficialDocument));
    return { ...matter, document: { ...matter.document, digest } };
  }

  private async tried(state: StreamState, session: Session, act: Tried): Promise<OpenAct> {
    const { against } = await this.trial(state, session, act);
    return { ...act, against: await this.names.inBreaches(against) };
  }

  /** What the decider says to an act; nothing is recorded. */
  private async trial(state: StreamState, session: Session, { type, data }: Tried): Promise<Trial> {
    const at = this.clock.iso();
    const { actor } = await this.actors.acting(session, definitionOf(type), state, { type, data }, at);
    const command = { id: 'look', stream: state.stream, type, data, at, actor };
    const settled = decideAndSettle(state, command, await this.facts.read(this.database.manager, state, command));
    return 'refused' in settled ? { against: settled.refused, events: [] } : { against: [], events: settled.events };
  }
}

/** The plainest act that is owed from a seat: what stands against it stands against any. */
function owedAt(matter: Matter, seat: string): Tried {
  const { round, document } = matter;
  if (visitOf(matter, seat)!.step === draftStep)
    return { type: 'submitDraft', data: { seat, round, digest: document.digest, act: null } };
  const decision = seatOf(matter, seat)!.kind === 'assist' ? 'opinion' : 'agree';
  return { type: 'giveDecision', data: { seat, round, documentVersion: document.version, decision, opinion: null } };
}

/** All that may be done beside what is owed from a seat, by the seats and the rest of what is somebody's. */
function others(matter: Matter, theirs: (owner: Owner) => boolean, at: string): Tried[] {
  const seats = matter.visits.flatMap((visit) => visit.seats.map((seat) => ({ visit, seat })));
  const of = (type: CommandType, data: Tried['data'] = {}): Tried => ({ type, data });
  return [
    ...seats
      .filter(({ visit, seat }) => theirs(seat.owner) && matter.current[visit.step] === visit.id)
      .filter(({ visit, seat }) => standingOf(visit, seat.id))
      .map(({ seat }) => of('recallAct', { seat: seat.id })),
    ...seats
      .filter(({ seat }) => seat.addedBy !== null && theirs(seatOf(matter, seat.addedBy)!.owner))
      .filter(({ visit, seat }) => seat.gone === null && !standingOf(visit, seat.id))
      .map(({ seat }) => of('removeSigner', { seat: seat.id })),
    ...matter.circulations
      .filter((circulation) => marksOwed(circulation).some(theirs))
      .map(({ id }) => of('markRead', { circulation: id, note: null })),
    ...matter.supervisions
      .filter((supervision) => reportsOwed(supervision).some(theirs))
      .map(({ id }) => of('reportOnSupervision', { supervision: id })),
    ...matter.supervisions
      .filter(({ closed, raiser }) => closed === null && theirs(raiser))
      .map(({ id }) => of('closeSupervision', { supervision: id })),
    ...matter.escalations
      .filter((one) => !isAnswered(one) && theirs(one.to))
      .map(({ id }) => of('followUpLapse', { escalation: id })),
    ...clocks(matter, theirs),
    of('copyMatter', { recipients: [] }),
    of('circulateMatter', { readers: [] }),
    of('superviseMatter', { dueOn: civilDateOf(at) }),
    of('urgeMatter'),
    of('withdrawMatter'),
  ];
}

/** What may be said from a seat that decides, by how it is known to the page. */
function answersFrom(matter: Matter, seat: string): [string, Tried][] {
  const { type, data } = owedAt(matter, seat);
  if (type !== 'giveDecision' || data.decision === 'opinion') return [];
  const { decision: _, opinion: __, ...seen } = data;
  return [
    ...(['agree', 'disagree'] as const).map((decision): [string, Tried] => [
      decision,
      { type, data: { ...data, decision } },
    ]),
    ...Object.keys(matter.current).map((toStep): [string, Tried] => [
      `return:${toStep}`,
      { type: 'returnMatter', data: { ...seen, toStep, onward: 'again', reason: '' } },
    ]),
  ];
}

/** The clock of each step under way: stopped or started from one's own seat there, else over the step as its leader. */
const clocks = (matter: Matter, theirs: (owner: Owner) => boolean): Tried[] =>
  matter.visits
    .filter(({ status }) => status === 'active')
    .flatMap((visit): Tried[] => {
      const open = openSeatsOf(matter, visit);
      const seat = (open.find(({ owner }) => theirs(owner)) ?? open[0])?.id;
      if (seat === undefined) return [];
      return standingPause(matter, visit.id)
        ? [{ type: 'resumeClock', data: { seat } }]
        : [{ type: 'pauseClock', data: { seat, reason: 'corrections', awaited: matter.drafter.owner.body } }];
    });

function foreseen(matter: Matter, events: Trial['events']): Foresight {
  const duties = events.find(({ type }) => type === 'DutiesChanged')?.data as DutiesChanged | undefined;
  const end = events.find(({ type }) => type === 'MatterEnded')?.data as SignoffEvents['MatterEnded'] | undefined;
  return {
    opens: (duties?.opened ?? []).flatMap(({ key, owner, dueAt }) => {
      const step = key.slice(0, key.indexOf('#'));
      return step in matter.route.steps ? [{ step, owner, dueAt: dueAt ?? null }] : [];
    }),
    ends: end && end.as !== 'withdrawn' ? end.as : null,
  };
}
