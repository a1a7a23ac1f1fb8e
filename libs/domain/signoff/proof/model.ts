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
  /** of the paper they answered to */
  paper: number;
  /** said something here before, be it taken back or sent back */
  heard: boolean;
  left: boolean;
  /** named by the route, not asked in nor heir of another */
  own: boolean;
}
/** Who does an act, and whether for another. */
export interface Doer {
  who: string;
  acting: boolean;
  /** whose word it is then */
  voice: string;
}
interface Box {
  people: Person[];
  madeAt: number;
  touchedAt: number;
  passedAt: number;
  spoke: Person[];
  /** those who are asked nothing here, with whose voice is heard elsewhere, and where if it is yet to be heard */
  spared: Map<Person, { voice: string; at: string | null }>;
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
  private paper = 1;
  private sentTo = '';

  /** @param voices who may answer under a name today */
  constructor(
    private readonly route: Route,
    private readonly drafter: string,
    private readonly voices: (name: string) => readonly string[],
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
    if (changed) this.paper += 1;
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
    if (answer === 'yes' && this.leftTo(step, person).some(({ voice }) => voice !== by.voice)) return false;
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
    person.heard = true;
    this.sentTo = to;
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
      for (const table of [this.active, this.done])
        for (const [other, later] of table) {
          if (!this.before(step, other) || (table === this.done && later.passedAt < box.touchedAt)) continue;
          table.delete(other);
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
    box.people.push({
      name: guest,
      line: person.line,
      role,
      host: person,
      answer: null,
      hand: null,
      paper: 0,
      heard: false,
      left: false,
      own: false,
    });
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
    if (this.leftTo(step, person).length > 0) return false;
    const successor: Person = { ...person, name: heir, own: false };
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
        box.passedAt = this.clock;
        if (verdict) this.done.set(step, box);
        else if (this.route.steps[step]!.onRefusal === 'end') this.status = 'refused';
        else {
          this.sentTo = 'draft';
          this.clearFrom('draft');
        }
        break;
      }
      if (moved) continue;
      for (const step of this.paths.keys()) {
        if (this.done.has(step) || this.active.has(step)) continue;
        if ([...this.paths.keys()].some((earlier) => this.before(earlier, step) && !this.done.has(earlier))) continue;
        const box = this.paused.get(step) ?? this.box(step);
        this.spare(step, box);
        this.active.set(step, box);
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
      paper: 0,
      heard: false,
      left: false,
      own: true,
    }));
    return { people, madeAt: this.clock, touchedAt: -1, passedAt: -1, spoke: [], spared: new Map() };
  }

  /** Looks anew who need not be asked in a box: nobody where it is the one sent back to, or where a few of many settle it. */
  private spare(step: string, box: Box): void {
    box.spared = new Map();
    if (step === this.sentTo || step === 'draft' || !this.hearsAll(step)) return;
    for (const person of box.people.filter((one) => this.isUntouched(box, one))) {
      const [voice, second] = this.voices(person.name);
      if (voice === undefined || second !== undefined) continue;
      const at = this.route.dedupe === 'first' ? this.heard(step, person, voice) : this.toBeHeard(step, person, voice);
      if (at !== undefined) box.spared.set(person, { voice, at });
    }
  }

  private heard(step: string, { name }: Person, voice: string): null | undefined {
    const decides = ![...this.paths.keys()].some((other) => this.before(step, other));
    if (decides) return undefined;
    const said = [...this.done].some(
      ([earlier, { people }]) =>
        earlier !== 'draft' &&
        this.before(earlier, step) &&
        people.some(
          (one) =>
            one.name === name &&
            !one.left &&
            ['vote', 'after'].includes(one.role) &&
            one.answer === 'yes' &&
            one.paper === this.paper &&
            one.hand?.voice === voice,
        ),
    );
    return said ? null : undefined;
  }

  private toBeHeard(step: string, { name }: Person, voice: string): string | undefined {
    if (this.route.dedupe !== 'last') return undefined;
    return [...this.paths.keys()].findLast((later) => {
      if (!this.before(step, later) || !this.hearsAll(later) || this.done.has(later)) return false;
      const box = this.paused.get(later);
      const [only, second] = this.voices(name);
      if (only !== voice || second !== undefined) return false;
      return box
        ? box.people.some((one) => one.name === name && this.isUntouched(box, one))
        : this.route.steps[later]!.signers.some(({ body }) => body === name);
    });
  }

  private isUntouched(box: Box, person: Person): boolean {
    return person.own && !person.left && !person.heard && !box.people.some((one) => one.host === person && !one.left);
  }

  private hearsAll(step: string): boolean {
    const { mode, signers } = this.route.steps[step]!;
    return mode === 'all' || mode === 'inOrder' || (mode === 'any' && signers.length === 1);
  }

  /** Whose voices other boxes leave to somebody at a step. */
  private leftTo(step: string, { name, own }: Person): { voice: string }[] {
    if (!own) return [];
    return [this.active, this.paused, this.done].flatMap((table) =>
      [...table.values()].flatMap(({ spared }) =>
        [...spared].flatMap(([one, { voice, at }]) => (one.name === name && at === step ? [{ voice }] : [])),
      ),
    );
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
    return voices.every((one) => one.answer === 'yes' || box.spared.has(one)) ? true : null;
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
    if (person.left || person.answer !== null || box.spared.has(person)) return false;
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
    person.heard = true;
    person.paper = this.paper;
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
    const before = [...this.paths.keys()].filter((earlier) => this.before(earlier, step));
    if (before.some((earlier) => (this.done.get(earlier)?.madeAt ?? Infinity) > box.passedAt)) return false;
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
