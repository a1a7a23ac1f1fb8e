import type { Flow, Mode, Route } from '../route';

/** Where a step stands in the flow: the turns taken from its root, `s` in a row and `t` side by side. */
type Path = readonly { kind: 's' | 't'; at: number }[];

interface Person {
  name: string;
  line: number;
  role: 'vote' | 'before' | 'after' | 'assist';
  /** who asked them in */
  host: Person | null;
  answer: 'yes' | 'no' | 'word' | null;
  /** who gave it, be it for them */
  hand: Doer | null;
  left: boolean;
}
/** Who does an act, and whether for another. */
export interface Doer {
  who: string;
  acting: boolean;
}
interface Box {
  people: Person[];
  madeAt: number;
  touchedAt: number;
  spoke: Person[];
}

/**
 * The same matter told another way, to hold the decider against: boxes on a table instead of events, an order of paths instead
 * of a walk through the flow. Slow and plain.
 */
export class Model {
  status: 'open' | 'agreed' | 'refused' | 'withdrawn' = 'open';
  readonly paths = new Map<string, Path>();
  readonly active = new Map<string, Box>();
  readonly paused = new Map<string, Box>();
  readonly done = new Map<string, Box>();
  private clock = 0;

  constructor(
    private readonly route: Route,
    private readonly drafter: string,
  ) {
    this.walk(route.flow, []);
    this.go();
  }

  /** Everyone of whom an act is owed, as `step person`. */
  owed(): string[] {
    if (this.status !== 'open') return [];
    return [...this.active]
      .flatMap(([step, box]) =>
        box.people.filter((one) => this.ready(step, box, one)).map(({ name }) => `${step} ${name}`),
      )
      .toSorted();
  }

  submit(name: string, changed: boolean, by: Doer): boolean {
    const [box, person] = this.find('draft', name);
    if (!box || !person) return false;
    this.answer(box, person, 'yes', by);
    if (changed) {
      for (const other of [...this.active, ...this.paused]) {
        if (other[1] === box) continue;
        for (const one of other[1].people) this.forget(one);
      }
    }
    this.go();
    return true;
  }

  decide(step: string, name: string, answer: 'yes' | 'no' | 'word', by: Doer): boolean {
    const [box, person] = this.find(step, name);
    if (!box || !person || step === 'draft' || (answer === 'word') !== (person.role === 'assist')) return false;
    if (by.acting && by.who === this.drafter) return false;
    if (box.people.some((one) => one !== person && this.sameHand(one, by))) return false;
    this.answer(box, person, answer, by);
    this.go();
    return true;
  }

  giveBack(step: string, name: string, to: string, again: boolean, by: Doer): boolean {
    const [box, person] = this.find(step, name);
    if (by.acting && by.who === this.drafter) return false;
    if (!box || !person || !['vote', 'after'].includes(person.role)) return false;
    if (!this.before(to, step) || !this.done.has(to)) return false;
    box.touchedAt = ++this.clock;
    if (again) this.clearFrom(to);
    else {
      this.done.delete(to);
      for (const [other, held] of this.active) {
        if (!this.before(to, other)) continue;
        this.active.delete(other);
        this.paused.set(other, held);
      }
    }
    this.go();
    return true;
  }

  recall(step: string, name: string): boolean {
    if (this.status !== 'open') return false;
    const box = this.active.get(step) ?? this.done.get(step);
    const person = box?.people.find((one) => one.name === name && !one.left);
    if (!box || !person || person.answer === null) return false;
    if (this.active.has(step) ? this.overtakenInside(step, box, person) : !this.lastWord(step, box, person))
      return false;
    if (this.done.has(step)) {
      this.done.delete(step);
      this.active.set(step, box);
      for (const [other, later] of this.active) {
        if (!this.before(step, other)) continue;
        this.active.delete(other);
        if (later.madeAt < box.touchedAt) this.paused.set(other, later);
      }
    }
    person.answer = null;
    box.spoke = box.spoke.filter((one) => one !== person);
    box.touchedAt = ++this.clock;
    this.go();
    return true;
  }

  add(step: string, name: string, role: 'before' | 'after' | 'assist', guest: string, by: Doer): boolean {
    const [box, person] = this.find(step, name);
    if (by.acting && by.who === this.drafter) return false;
    if (!box || !person || step === 'draft' || person.role !== 'vote' || !this.mayJoin(box, guest)) return false;
    box.people.push({ name: guest, line: person.line, role, host: person, answer: null, hand: null, left: false });
    box.touchedAt = ++this.clock;
    this.go();
    return true;
  }

  remove(step: string, by: string, guest: string): boolean {
    const box = this.active.get(step) ?? this.paused.get(step);
    const person = box?.people.find((one) => one.name === guest && !one.left);
    if (this.status !== 'open' || !box || !person?.host || person.host.name !== by || person.answer !== null)
      return false;
    person.left = true;
    box.touchedAt = ++this.clock;
    this.go();
    return true;
  }

  handOver(step: string, name: string, heir: string, by: Doer): boolean {
    const [box, person] = this.find(step, name);
    if (by.acting && by.who === this.drafter) return false;
    if (!box || !person || step === 'draft' || !this.mayJoin(box, heir)) return false;
    const successor: Person = { ...person, name: heir };
    person.left = true;
    for (const one of box.people) if (one.host === person) one.host = successor;
    box.people.push(successor);
    box.touchedAt = ++this.clock;
    this.go();
    return true;
  }

  withdraw(): boolean {
    if (this.status !== 'open') return false;
    this.status = 'withdrawn';
    return true;
  }

  private walk(flow: Flow, path: Path): void {
    if (typeof flow === 'string') return void this.paths.set(flow, path);
    const kind = 'together' in flow ? 't' : 's';
    const parts = 'together' in flow ? flow.together : flow;
    parts.forEach((part, at) => this.walk(part, [...path, { kind, at }]));
  }

  /** At the first turn where two paths part, a row puts one before the other. */
  private before(one: string, other: string): boolean {
    const [a, b] = [this.paths.get(one), this.paths.get(other)];
    if (!a || !b) return false;
    const parting = a.findIndex(({ at }, index) => b[index]?.at !== at);
    return parting >= 0 && a[parting]!.kind === 's' && a[parting]!.at < b[parting]!.at;
  }

  private go(): void {
    for (let moved = true; moved && this.status === 'open';) {
      moved = false;
      for (const [step, box] of this.active) {
        const verdict = this.verdict(step, box);
        if (verdict === null) continue;
        moved = true;
        this.active.delete(step);
        if (verdict) this.done.set(step, box);
        else if (this.route.steps[step]!.onRefusal === 'end') this.status = 'refused';
        else this.clearFrom('draft');
        break;
      }
      if (moved) continue;
      for (const step of this.paths.keys()) {
        if (this.done.has(step) || this.active.has(step)) continue;
        if ([...this.paths.keys()].some((earlier) => this.before(earlier, step) && !this.done.has(earlier))) continue;
        this.active.set(step, this.paused.get(step) ?? this.box(step));
        this.paused.delete(step);
        moved = true;
      }
      if (this.done.size === this.paths.size) this.status = 'agreed';
    }
  }

  private box(step: string): Box {
    const people = this.route.steps[step]!.signers.map(({ body }, line): Person => ({
      name: body,
      line,
      role: 'vote',
      host: null,
      answer: null,
      hand: null,
      left: false,
    }));
    return { people, madeAt: this.clock, touchedAt: -1, spoke: [] };
  }

  private clearFrom(to: string): void {
    for (const step of this.paths.keys()) {
      if (step !== to && !this.before(to, step)) continue;
      for (const table of [this.active, this.paused, this.done]) table.delete(step);
    }
  }

  private lineAnswer(box: Box, line: number): boolean | null {
    const voices = box.people.filter((one) => one.line === line && !one.left && ['vote', 'after'].includes(one.role));
    if (voices.some(({ answer }) => answer === 'no')) return false;
    return voices.every(({ answer }) => answer === 'yes') ? true : null;
  }

  private verdict(step: string, box: Box): boolean | null {
    const { mode, signers } = this.route.steps[step]!;
    let [yes, no] = [0, 0];
    for (let line = 0; line < signers.length; line += 1) {
      const answer = this.lineAnswer(box, line);
      if (answer === true) yes += 1;
      if (answer === false) no += 1;
    }
    if (mode === 'any') return yes > 0 ? true : no > 0 ? false : null;
    const needed = needs(mode, signers.length);
    if (yes >= needed) return true;
    return signers.length - no < needed ? false : null;
  }

  private ready(step: string, box: Box, person: Person): boolean {
    if (person.left || person.answer !== null) return false;
    if (box.people.some((one) => one.role === 'before' && one.host === person && !one.left && one.answer === null))
      return false;
    if (person.role === 'after' && person.host!.answer === null) return false;
    const inOrder = this.route.steps[step]!.mode === 'inOrder';
    return !inOrder || person.line === 0 || this.lineAnswer(box, person.line - 1) === true;
  }

  private find(step: string, name: string): [Box | undefined, Person | undefined] {
    const box = this.status === 'open' ? this.active.get(step) : undefined;
    return [box, box?.people.find((one) => one.name === name && this.ready(step, box, one))];
  }

  /** One hand gives one vote at a step, where it gives one of them for another. */
  private sameHand({ answer, hand }: Person, { who, acting }: Doer): boolean {
    return (answer === 'yes' || answer === 'no') && hand?.who === who && (acting || hand.acting);
  }

  private answer(box: Box, person: Person, answer: 'yes' | 'no' | 'word', by: Doer): void {
    person.answer = answer;
    person.hand = by;
    box.spoke = [...box.spoke.filter((one) => one !== person), person];
    box.touchedAt = ++this.clock;
  }

  /** A word of advice stays; a vote on an older version is owed again. */
  private forget(person: Person): void {
    if (person.answer === 'word') return;
    person.answer = null;
    for (const box of [...this.active.values(), ...this.paused.values()])
      box.spoke = box.spoke.filter((one) => one !== person);
  }

  private mayJoin(box: Box, name: string): boolean {
    return name !== this.drafter && !box.people.some((one) => one.name === name && !one.left);
  }

  private overtakenInside(step: string, box: Box, person: Person): boolean {
    const spoken = box.people.filter(({ left, answer }) => !left && answer !== null);
    if (person.role === 'before') return spoken.includes(person.host!);
    if (spoken.some((one) => one.role === 'after' && one.host === person)) return true;
    if (this.route.steps[step]!.mode !== 'inOrder' || person.role === 'assist') return false;
    return spoken.some((one) => one.role !== 'assist' && one.line > person.line);
  }

  private lastWord(step: string, box: Box, person: Person): boolean {
    if (box.spoke.at(-1) !== person) return false;
    if ([...this.paths.keys()].some((earlier) => this.before(earlier, step) && !this.done.has(earlier))) return false;
    return [this.active, this.paused, this.done].every((table) =>
      [...table].every(([other, later]) => !this.before(step, other) || later.touchedAt <= box.touchedAt),
    );
  }
}

function needs(mode: Exclude<Mode, 'any'>, signers: number): number {
  if (typeof mode === 'string') return signers;
  if ('votes' in mode) return mode.votes;
  for (let votes = 1; votes <= signers; votes += 1) if (votes * 10_000 >= mode.voteBp * signers) return votes;
  return signers;
}
