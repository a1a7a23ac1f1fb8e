import type { Actor } from '../../actor';
import { notDeputy, standingOfDeputy } from '../../organization/acting';
import { decideDelegation } from '../../organization/decide-delegation';
import type { Delegation } from '../../organization/delegation';
import { evolveOrganization } from '../../organization/evolve';
import { unregistered, type Organization } from '../../organization/organization';
import type { Dice } from './random-play';
import { Windows } from './windows';

/** Who does an act: the holder of the post in person, or somebody by a delegation of theirs. */
export interface Hand {
  who: string;
  delegation: Delegation | null;
}

const district = '110119';
const post = 'handler';
const matter = { kind: 'steering', district, amountFen: null };

/** Each person is the body of one post, with its delegations as the record has them, beside the table of days. */
export class Deputies {
  private day = 0;
  private readonly windows = new Windows();
  private readonly bodies: Map<string, Organization>;
  /** in the order they were asked */
  private readonly asked: { holder: string; id: string }[] = [];

  constructor(private readonly people: readonly string[]) {
    const held = (person: string) => [{ id: post, name: post, kind: 'handler' as const, holders: [since(person)] }];
    this.bodies = new Map(
      people.map((person) => [person, { ...unregistered(person), exists: true, district, posts: held(person) }]),
    );
  }

  get at(): string {
    return `${this.date(this.day)}T02:00:00.000Z`;
  }

  passDay(): void {
    this.day += 1;
  }

  /** Somebody asks another to act for them, lawfully or not. @returns what the decider and what the table makes of it */
  askAnother(dice: Dice): { type: string; done: boolean; told: boolean } {
    const [holder, deputy] = [dice.one(this.people), dice.one(this.people)];
    const from = this.day - 1 + dice.below(4);
    const to = from - 1 + dice.below(12);
    const links = [...this.bodies].flatMap(([person, { delegations }]) =>
      delegations
        .filter(({ endedAt }) => endedAt === null)
        .map((one) => ({ person, deputy: one.deputy.person, from: one.from, to: one.to })),
    );
    const data = {
      postId: post,
      deputy: { body: deputy, post, person: deputy },
      from: this.date(from),
      to: this.date(to),
      matterKinds: null,
      withinDistricts: null,
      limitFen: null,
    };
    const facts = { ...this.facts(), deputy: { district, inOffice: true, links } };
    const id = `d-${this.asked.length}`;
    const done = this.decided('delegatePost', holder, holder, { id, data }, facts);
    if (done) this.asked.push({ holder, id });
    return { type: 'delegatePost', done, told: this.windows.ask(holder, deputy, from, to, this.day) };
  }

  /** Somebody ends a delegation early, mostly the holder. */
  endOne(dice: Dice): { type: string; done: boolean; told: boolean } {
    const nth = Math.max(0, this.asked.length - 1 - dice.below(6));
    const { holder, id } = this.asked[nth] ?? { holder: this.people[0]!, id: 'none' };
    const by = dice.below(5) === 0 ? dice.one(this.people) : holder;
    const done = this.decided('endDelegation', holder, by, { id: 'c', data: { delegation: id } }, this.facts());
    return { type: 'endDelegation', done, told: this.windows.end(nth, by, this.day) };
  }

  /** In person, or by a deputy: mostly one of today, now and then one of long ago or for later. */
  handFor(holder: string, dice: Dice): Hand {
    const all = this.bodies.get(holder)!.delegations;
    const today = all.filter(({ from, to }) => from <= this.date(this.day) && this.date(this.day) <= to);
    const some = dice.below(6) === 0 ? all : today;
    if (some.length === 0 || dice.below(2) === 0) return { who: holder, delegation: null };
    const delegation = dice.one(some);
    return { who: delegation.deputy.person, delegation };
  }

  actorOf(holder: string, { who, delegation }: Hand): Actor {
    if (!delegation) return { person: who, body: holder, post };
    const { id, person, from, to } = delegation;
    return {
      person: who,
      body: holder,
      post,
      onBehalfOf: { person, delegation: id, from, to, own: { body: who, post } },
    };
  }

  /** What the decider says of the deputy before the act is looked at. */
  refuses(actor: Actor): boolean {
    const { onBehalfOf } = actor;
    if (!onBehalfOf) return false;
    const acting = { ...actor, onBehalfOf };
    const [body, own] = [this.bodies.get(actor.body)!, this.bodies.get(actor.person)!];
    return notDeputy(standingOfDeputy(body, own, acting, this.at), acting, this.at, matter).length > 0;
  }

  /** What the table of days says. */
  allows({ who, delegation }: Hand): boolean {
    if (delegation === null) return true;
    const nth = this.asked.findIndex(({ id }) => id === delegation.id);
    return this.windows.allows(nth, who, this.day);
  }

  private decided(
    type: 'delegatePost' | 'endDelegation',
    holder: string,
    by: string,
    { id, data }: { id: string; data: object },
    facts: object,
  ): boolean {
    const body = this.bodies.get(holder)!;
    const actor = { person: by, body: by, post };
    const command = { id, stream: `organization/${holder}`, type, data, at: this.at, actor };
    type Any = (o: Organization, c: unknown, f: unknown) => ReturnType<typeof decideDelegation.endDelegation>;
    const decision = (decideDelegation[type] as Any)(body, command, facts);
    if ('refused' in decision) return false;
    type Fold = (o: Organization, e: object) => Organization;
    const after = decision.events.reduce<Organization>(
      (folded, event) =>
        (evolveOrganization as unknown as Record<string, Fold>)[event.type]!(folded, {
          data: event.data,
          occurredAt: this.at,
        }),
      body,
    );
    this.bodies.set(holder, after);
    return true;
  }

  private facts() {
    return { on: this.date(this.day), authority: { postKinds: [post], district } };
  }

  private date(day: number): string {
    return new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10);
  }
}

const since = (person: string) => ({ person, from: '2026-01-01', to: null });
