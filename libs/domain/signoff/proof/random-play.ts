import type { Actor } from '../../actor';
import { civilDateOf, libraryCalendar } from '../../calendar';
import type { Recorded } from '../../event';
import { defaultParameters, parametersOn } from '../../rulebook/parameters';
import { decideSignoff } from '../decide';
import { signoffDuties } from '../duties';
import { evolveSignoff } from '../evolve';
import { brokenInvariants } from '../invariants';
import { noMatter, passedSteps, standingOf, type Matter } from '../matter';
import {
  dedupes,
  draftStep,
  keyOfOwner,
  routeFaults,
  stepsIn,
  type Flow,
  type Mode,
  type Route,
  type Step,
} from '../route';
import { openSeats } from '../tally';
import { Deputies, type Hand } from './deputies';
import { Model, type Doer } from './model';
import { actAround, lapseAround } from './random-around';
import { Watch } from './watch';

/** Acts taken and refused, by kind: so that none is starved. */
export type Counts = Record<string, { done: number; refused: number }>;

const people = ['amy', 'bao', 'chen', 'dai', 'eu', 'fan', 'gu'];
const drafter = 'drafter';
const act = { type: 'suspendProject', data: { reason: 'x', until: null }, readRevision: 1 };
const ownerOf = (body: string) => ({ body, post: 'handler' as const });

const facts = { parameters: parametersOn(defaultParameters, '2026-03-02') };

/** Numbers below 1 that follow from a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class Dice {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = chance(seed);
  }
  below(n: number): number {
    return Math.floor(this.next() * n);
  }
  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }
  some<T>(of: readonly T[], most: number): T[] {
    const left = [...of];
    return Array.from({ length: 1 + this.below(most) }, () => left.splice(this.below(left.length), 1)[0]!);
  }
}

/** Routes with branches in branches, every mode, and both ends of a refusal. */
export function randomRoute(dice: Dice): Route {
  const steps: Record<string, Step> = { draft: step([drafter], 'all', 'return') };
  let made = 0;
  const leaf = (): string => {
    const id = `step${(made += 1)}`;
    const signers = dice.some(people.slice(0, 5), 3);
    const modes: Mode[] = ['all', 'any', 'inOrder', { voteBp: 5_001 }, { votes: 1 + dice.below(signers.length) }];
    steps[id] = step(signers, dice.one(modes), dice.below(3) === 0 ? 'end' : 'return');
    return id;
  };
  const part = (depth: number): Flow => {
    const shape = depth === 0 ? 0 : dice.below(3);
    if (shape === 0) return leaf();
    const parts = Array.from({ length: 2 }, () => part(depth - 1));
    return shape === 1 ? parts : { together: parts };
  };
  const flow = [draftStep, leaf(), { together: [part(2), part(1)] }, leaf()];
  return { id: 'random', version: 1, scope: 'shipped', steps, flow, dedupe: dice.one(dedupes) };
}

const step = (bodies: readonly string[], mode: Mode, onRefusal: Step['onRefusal']): Step => ({
  name: 'step',
  mode,
  signers: bodies.map(ownerOf),
  limitDays: 5,
  onRefusal,
});

/** Who holds each post: one, a second beside, or somebody new. The first is named like the post. */
class Holders {
  private readonly by = new Map<string, readonly string[]>();

  of = (name: string): readonly string[] => this.by.get(name) ?? [name];

  change(dice: Dice): void {
    const name = dice.one(people);
    this.by.set(name, dice.one([[name], [name], [name, `${name}-2`], [`${name}-2`]]));
  }
}

interface Table {
  holders: Holders;
  matter: Matter;
  model: Model;
  watch: Watch;
}

/**
 * Random acts, lawful and not, on the decider and on the model; a matter that has ended is followed by a new one.
 * @throws Error at the first difference and the first broken invariant, with the seed and the act
 */
export function play(seed: number, acts: number, counts: Counts): void {
  const dice = new Dice(seed);
  const deputies = new Deputies([...people, drafter]);
  const holders = new Holders();
  let table = begin(dice, deputies, holders);
  for (let act = 0; act < acts; act += 1) {
    const where = `seed ${seed}, act ${act}`;
    if (dice.below(12) === 0) deputies.passDay();
    if (dice.below(40) === 0) holders.change(dice);
    if (dice.below(10) === 0) delegate(deputies, dice, counts, where);
    else if (table.matter.status !== 'open' && dice.below(4) === 0) table = begin(dice, deputies, holders);
    else if (dice.below(4) === 0) table = { ...table, matter: around(table, deputies.at, dice, counts, where) };
    else table = { ...table, matter: turn(table, deputies, dice, counts, where) };
  }
}

function begin(dice: Dice, deputies: Deputies, holders: Holders): Table {
  const route = randomRoute(dice);
  const faults = routeFaults(route, keyOfOwner);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const before = noMatter('m');
  const data = { title: 'random', urgency: 'normal', subject: 'project/p', act, digest: 'sm3:1' };
  const own = deputies.actorOf(drafter, { who: drafter, delegation: null });
  const start = { type: 'startMatter' as const, data, actor: own, at: deputies.at };
  const matter = decided(before, start, { route, holders });
  const model = new Model(route, drafter, holders.of);
  return { holders, matter: matter!, model, watch: new Watch(model) };
}

function counted(counts: Counts, type: string, done: boolean): void {
  const count = (counts[type] ??= { done: 0, refused: 0 });
  if (done) count.done += 1;
  else count.refused += 1;
}

/** A delegation asked for or ended, on the record and on the table of days. */
function delegate(deputies: Deputies, dice: Dice, counts: Counts, where: string): void {
  const { type, done, told } = dice.below(4) === 0 ? deputies.endOne(dice) : deputies.askAnother(dice);
  counted(counts, type, done);
  if (done !== told) throw new Error(`${where}: decider ${done ? 'accepts' : 'refuses'} ${type}, model not`);
}

/** One act on both, by the one who owes it or by a deputy; what the two make of it must be the same. */
function turn(
  { holders, matter, model, watch }: Table,
  deputies: Deputies,
  dice: Dice,
  counts: Counts,
  where: string,
): Matter {
  const { type, data, by, told } = randomAct(matter, model, dice);
  const asked: Hand = type === 'withdrawMatter' ? { who: by, delegation: null } : deputies.handFor(by, dice);
  // A delegation is the first holder's own.
  const hand =
    asked.delegation && holders.of(by)[0] === by ? asked : { who: dice.one(holders.of(by)), delegation: null };
  const actor = deputies.actorOf(by, hand);
  const after = deputies.refuses(actor)
    ? undefined
    : decided(matter, { type, data, actor, at: deputies.at }, { route: matter.route, holders });
  const acting = hand.delegation !== null;
  const taken = deputies.allows(hand) && told({ who: hand.who, acting, voice: acting ? by : hand.who });
  if (after) for (const way of newlyPassedOver(matter, after)) counted(counts, way, true);
  counted(counts, acting ? `${type} by deputy` : type, after !== undefined);
  const act = `${where}: ${type} ${JSON.stringify(data)} by ${JSON.stringify(actor)}`;
  return agreed(matter, { after, taken }, { model, watch }, act);
}

/** What the decider and the tables make of one act must be the same, and leave what must hold. @returns the matter then */
function agreed(
  matter: Matter,
  { after, taken }: { after: Matter | undefined; taken: boolean },
  tables: Pick<Table, 'model' | 'watch'>,
  act: string,
): Matter {
  if ((after !== undefined) !== taken)
    throw new Error(`${act}: decider ${after ? 'accepts' : 'refuses'}, model ${taken ? 'accepts' : 'refuses'}`);
  if (!after) return matter;
  held(matter, after, tables, act);
  return after;
}

/** What must hold after an act: the invariants, and that the tables say the same. */
function held(matter: Matter, after: Matter, tables: Pick<Table, 'model' | 'watch'>, act: string): void {
  tables.watch.sweep();
  const broken = brokenInvariants(matter, after);
  if (broken.length > 0) throw new Error(`${act}: ${broken.join('; ')}`);
  const difference = differenceOf(after, tables);
  if (difference) throw new Error(`${act}: ${difference}`);
}

/** One act around the matter, or a duty that is found late, on the decider and on the table of the watch. */
function around(
  { holders, matter, model, watch }: Table,
  at: string,
  dice: Dice,
  counts: Counts,
  where: string,
): Matter {
  const standing = { matter, watch, people, drafter, at };
  if (dice.below(5) === 0) {
    const { event, told } = lapseAround(standing, dice);
    counted(counts, 'lapseDuty', event !== undefined);
    if (!event) return matter;
    const lapse = `${where}: a lapse ${JSON.stringify(event)}`;
    if (!told) throw new Error(`${lapse}: brought before another than the model says`);
    const after = folded(matter, [event], { person: 'system', body: 'system', post: 'system' }, at);
    held(matter, after, { model, watch }, lapse);
    return after;
  }
  const { type, data, by, leads, told } = actAround(standing, dice);
  const actor: Actor = { person: by, body: by, post: leads ? 'leaderInCharge' : 'handler' };
  const after = decided(matter, { type, data, actor, at }, { route: matter.route, holders });
  counted(counts, type, after !== undefined);
  const act = `${where}: ${type} ${JSON.stringify(data)} by ${JSON.stringify(actor)}`;
  return agreed(matter, { after, taken: told() }, { model, watch }, act);
}

/** Seats that an act has left to another step, by how the route passes over. */
function newlyPassedOver(before: Matter, after: Matter): string[] {
  const known = new Set(before.visits.flatMap(({ passedOver }) => passedOver.map(({ seat }) => seat)));
  const all = after.visits.flatMap(({ passedOver }) => passedOver);
  return all.filter(({ seat }) => !known.has(seat)).map((one) => ('signedAt' in one ? 'signed before' : 'signs later'));
}

function differenceOf(matter: Matter, { model, watch }: Pick<Table, 'model' | 'watch'>): string | undefined {
  if (matter.status !== model.status) return `decider says ${matter.status}, model ${model.status}`;
  const owed = openSeats(matter)
    .map(({ id, owner }) => `${id.slice(0, id.indexOf('#'))} ${owner.body}`)
    .toSorted();
  if (owed.join() !== model.owed().join()) return `decider asks ${owed.join()}, model ${model.owed().join()}`;
  const duties = signoffDuties(matter, facts).length;
  if (duties !== owed.length + watch.duties())
    return `decider owes ${duties}, model ${owed.length} and ${watch.duties()} around`;
  if (matter.status !== 'open') return undefined;
  const done = [...model.done.keys()].toSorted().join();
  const passed = [...passedSteps(matter)].toSorted().join();
  return done === passed ? undefined : `decider has passed ${passed}, model ${done}`;
}

interface RandomAct {
  type: keyof typeof decideSignoff;
  data: object;
  by: string;
  told: (by: Doer) => boolean;
}

function randomAct(matter: Matter, model: Model, dice: Dice): RandomAct {
  const open = openSeats(matter);
  const visits = matter.visits.filter(({ id, step: of }) => matter.current[of] === id);
  const withAdded = visits.filter(({ seats }) => seats.some(({ addedBy }) => addedBy !== null));
  const looked = dice.one(
    [visits, withAdded, matter.visits].find((some, at) => some.length > 0 && (at > 0 || dice.below(2) > 0))!,
  );
  // Mostly from a seat that owes an act, now and then from any.
  const seat = open.length > 0 && dice.below(8) > 0 ? dice.one(open) : dice.one(looked.seats);
  const visit = matter.visits.find(({ seats }) => seats.includes(seat))!;
  const current = matter.current[visit.step] === visit.id;
  const by = seat.owner.body;
  const seen = { round: matter.round, documentVersion: matter.document.version };
  const guest = dice.one(people);
  const { step: at } = visit;
  const lives = current && seat.gone === null;
  const chosen = dice.below(100);
  if (at === draftStep && chosen < 60) {
    const changed = dice.below(2) === 0;
    const digest = changed ? `sm3:${matter.acts + 2}` : matter.document.digest;
    return {
      type: 'submitDraft',
      data: { seat: seat.id, act: null, digest, round: matter.round },
      by,
      told: (doer) => lives && model.submit(by, digest !== matter.document.digest, doer),
    };
  }
  if (chosen < 42) {
    const decision =
      seat.kind === 'assist' ? 'opinion' : dice.one(['agree', 'agree', 'agree', 'agreeInPrinciple', 'disagree']);
    const answer = decision === 'opinion' ? 'word' : decision === 'disagree' ? 'no' : 'yes';
    return {
      type: 'giveDecision',
      data: { seat: seat.id, decision, opinion: null, ...seen },
      by,
      told: (doer) => lives && model.decide(at, by, answer, doer),
    };
  }
  if (chosen < 56) {
    const to = dice.one(stepsIn(matter.route.flow));
    const onward = dice.one(['again', 'back'] as const);
    return {
      type: 'returnMatter',
      data: { seat: seat.id, toStep: to, onward, reason: 'x', ...seen },
      by,
      told: (doer) => lives && model.giveBack(at, by, to, onward === 'again', doer),
    };
  }
  if (chosen < 70) {
    const from = dice.one(looked.seats);
    return {
      type: 'recallAct',
      data: { seat: from.id },
      by: from.owner.body,
      told: () =>
        from.gone === null && matter.current[looked.step] === looked.id && model.recall(looked.step, from.owner.body),
    };
  }
  if (chosen < 82) {
    const position = dice.one(['before', 'after', 'assist'] as const);
    return {
      type: 'addSigner',
      data: { seat: seat.id, position, signer: ownerOf(guest), ...seen },
      by,
      told: (doer) => lives && model.add(at, by, position, guest, doer),
    };
  }
  if (chosen < 92) {
    const room = withAdded.length > 0 && dice.below(4) > 0 ? dice.one(withAdded) : looked;
    const added = room.seats.filter((one) => one.addedBy !== null && one.gone === null && !standingOf(room, one.id));
    const gone = dice.one(added.length > 0 && dice.below(4) > 0 ? added : room.seats);
    const adder = room.seats.find(({ id }) => id === gone.addedBy)?.owner.body ?? guest;
    const remover = dice.below(6) === 0 ? guest : adder;
    return {
      type: 'removeSigner',
      data: { seat: gone.id },
      by: remover,
      told: () =>
        gone.gone === null &&
        matter.current[room.step] === room.id &&
        model.remove(room.step, remover, gone.owner.body),
    };
  }
  if (chosen < 99 || dice.below(6) > 0) {
    return {
      type: 'reassignSeat',
      data: { seat: seat.id, signer: ownerOf(guest), reason: 'x', ...seen },
      by,
      told: (doer) => lives && model.handOver(at, by, guest, doer),
    };
  }
  return { type: 'withdrawMatter', data: { reason: 'x' }, by: drafter, told: () => model.withdraw() };
}

/** @returns the matter after the act; undefined when it was refused */
function decided(
  matter: Matter,
  { type, data, actor, at }: { type: keyof typeof decideSignoff; data: object; actor: Actor; at: string },
  { route, holders }: { route: Route; holders: Holders },
): Matter | undefined {
  const command = { id: 'c', stream: 'signoff/m', type, data, at, actor };
  const read = {
    route,
    matterSubject: { exists: true, district: '110119', parties: null, checkers: [], approver: null },
    signerHeld: true,
    hands: Object.fromEntries(people.map((name) => [keyOfOwner(ownerOf(name)), holders.of(name)])),
    openMatter: null,
    authority: {
      district: '110119',
      bodyKind: actor.post === 'leaderInCharge' ? 'districtGovernment' : null,
      postKinds: [actor.post],
    },
    bodies: { somebody: {} },
    on: civilDateOf(at),
    parameters: facts.parameters,
    calendar: libraryCalendar,
  };
  const decision = (
    decideSignoff[type] as (m: Matter, c: unknown, f: unknown) => ReturnType<typeof decideSignoff.recallAct>
  )(matter, command, read);
  if ('refused' in decision) return undefined;
  return folded(matter, decision.events, actor, at);
}

const folded = (matter: Matter, events: readonly Pick<Recorded, 'type' | 'data'>[], actor: Actor, at: string): Matter =>
  events.reduce<Matter>(
    (standing, event) =>
      (evolveSignoff as unknown as Record<string, (m: Matter, e: Partial<Recorded>) => Matter>)[event.type]!(standing, {
        data: event.data,
        actor,
        occurredAt: at,
      }),
    matter,
  );
