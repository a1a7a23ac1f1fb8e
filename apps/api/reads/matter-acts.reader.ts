import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FactReaders } from '#activities/record/facts/fact-readers';
import type { MatterPage, MatterSeat, OpenAct } from '#contracts/http/reads';
import { civilDateOf } from '#domain/calendar';
import { decideAndSettle } from '#domain/decider';
import { definitionOf, type CommandType } from '#domain/registry';
import type { Breach } from '#domain/rules';
import { marksOwed, reportsOwed } from '#domain/signoff/around';
import type { SignoffEvents } from '#domain/signoff/events';
import { seatOf, standingOf, visitOf, type Matter } from '#domain/signoff/matter';
import { draftStep, keyOfOwner, type Owner } from '#domain/signoff/route';
import { openSeats } from '#domain/signoff/tally';
import { traitsOf } from '#domain/signoff/traits';
import type { StreamState } from '#domain/state';
import { actedFor, Reach, standInFor, type Reached } from '../access/reach';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Actors } from '../commands/actors';

type Tried = Pick<OpenAct, 'type' | 'data'>;

/** These say that the act is not theirs, or not to be done any more: it is not offered. */
const notOffered = new Set<string>(['P-WHO', 'P-HALTED', 'P-UNKNOWN', 'P-ONCE']);

/** What somebody may do at a matter: each act is tried on the decider itself, so that no second copy of its rules is kept. */
@Injectable()
export class MatterActsReader {
  constructor(
    private readonly database: DataSource,
    private readonly facts: FactReaders,
    private readonly reach: Reach,
    private readonly actors: Actors,
    private readonly clock: Clock,
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
    const { follows, ...tried } = await this.tried(state, session, owedAt(matter, seat));
    return { ...tried, seat, standIn: standInFor(session, reached, keyOfOwner(owner), acted), follows };
  }

  private async tried(
    state: StreamState,
    session: Session,
    { type, data }: Tried,
  ): Promise<OpenAct & Pick<MatterSeat, 'follows'>> {
    const at = this.clock.iso();
    const { actor } = await this.actors.acting(session, definitionOf(type), state, { type, data }, at);
    const command = { id: 'look', stream: state.stream, type, data, at, actor };
    const facts = await this.facts.read(this.database.manager, state, command);
    const settled = decideAndSettle(state, command, facts);
    const against: readonly Breach[] = 'refused' in settled ? settled.refused : [];
    const events = 'refused' in settled ? [] : settled.events;
    return { type, data, against, follows: foreseen(state.subject as Matter, events) };
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
    of('copyMatter', { recipients: [] }),
    of('circulateMatter', { readers: [] }),
    of('superviseMatter', { dueOn: civilDateOf(at) }),
    of('urgeMatter'),
    of('withdrawMatter'),
  ];
}

function foreseen(matter: Matter, events: readonly { type: string; data: unknown }[]): MatterSeat['follows'] {
  return {
    steps: events.flatMap(({ type, data }) => {
      if (type === 'StepOpened') return [(data as SignoffEvents['StepOpened']).step];
      const resumed = type === 'StepResumed' && (data as SignoffEvents['StepResumed']).visit;
      return resumed ? [matter.visits.find(({ id }) => id === resumed)!.step] : [];
    }),
    ends: events.some(({ type }) => type === 'MatterEnded'),
  };
}
