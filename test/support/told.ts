import type { Actor } from '../../libs/domain/actor';
import { civilDateOf, libraryCalendar } from '../../libs/domain/calendar';
import type { Authority, PaperFact } from '../../libs/domain/facts';
import type { Recorded } from '../../libs/domain/event';
import { defaultParameters, parametersOn } from '../../libs/domain/rulebook/parameters';
import { decideSignoff } from '../../libs/domain/signoff/decide';
import { evolveSignoff } from '../../libs/domain/signoff/evolve';
import { brokenInvariants } from '../../libs/domain/signoff/invariants';
import { noMatter, type Matter } from '../../libs/domain/signoff/matter';
import { keyOfOwner, type Flow, type Mode, type Route, type Step } from '../../libs/domain/signoff/route';
import { openSeats } from '../../libs/domain/signoff/tally';

export const ownerOf = (body: string) => ({ body, post: 'handler' as const });
export const step = (bodies: readonly string[], mode: Mode = 'all', onRefusal: Step['onRefusal'] = 'return'): Step => ({
  name: '会签',
  mode,
  signers: bodies.map(ownerOf),
  limitDays: 5,
  onRefusal,
});
export const routeOf = (steps: Record<string, Step>, flow: Flow = ['draft', ...Object.keys(steps)]): Route => ({
  id: 'trial',
  version: 1,
  scope: 'shipped',
  steps: { draft: step(['owner']), ...steps },
  flow,
});

type Speaker = Pick<Actor, 'person' | 'onBehalfOf'>;

/** A matter and the acts done on it; every act is held to the invariants. */
export class Told {
  constructor(
    readonly matter: Matter,
    private readonly route: Route,
    private readonly at = '2026-03-02T02:00:00.000Z',
    private readonly authority: Partial<Authority> = {},
    private readonly hands: Readonly<Record<string, readonly string[]>> = {},
    private readonly paper: PaperFact | null = null,
  ) {}

  on(day: string): Told {
    return new Told(this.matter, this.route, `${day}T02:00:00.000Z`, this.authority, this.hands, this.paper);
  }

  /** who acts next, where it is more than a handler of a district's office */
  as(authority: Partial<Authority>): Told {
    return new Told(this.matter, this.route, this.at, authority, this.hands, this.paper);
  }

  /** who holds a body's post from here on, where it is not a person of the body's name */
  held(hands: Readonly<Record<string, readonly string[]>>): Told {
    return new Told(this.matter, this.route, this.at, this.authority, { ...this.hands, ...hands }, this.paper);
  }

  /** the document that its act puts out, as it reads from here on */
  written(paper: PaperFact): Told {
    return new Told(this.matter, this.route, this.at, this.authority, this.hands, paper);
  }

  /** @param who the person, or the person with whom they act for */
  act(by: string, type: keyof typeof decideSignoff, data: object, who: string | Speaker = by): Told {
    const speaker = typeof who === 'string' ? { person: who } : who;
    const decision = this.decision(by, type, data, speaker);
    if ('refused' in decision) throw new Error(`refused: ${JSON.stringify(decision.refused)}`);
    const after = decision.events.reduce<Matter>(
      (matter, event) =>
        (evolveSignoff as unknown as Record<string, (m: Matter, e: Partial<Recorded>) => Matter>)[event.type]!(matter, {
          data: event.data,
          actor: { ...speaker, body: by, post: 'handler' as const },
          occurredAt: this.at,
        }),
      this.matter,
    );
    expect(brokenInvariants(this.matter, after)).toEqual([]);
    return new Told(after, this.route, this.at, this.authority, this.hands, this.paper);
  }

  refuses(by: string, type: keyof typeof decideSignoff, data: object, ...rules: string[]): void {
    const decision = this.decision(by, type, data, { person: by });
    expect('refused' in decision ? decision.refused.map(({ rule }) => rule) : []).toEqual(rules);
  }

  submit = (digest = 'sm3:1'): Told =>
    this.act(
      'owner',
      'submitDraft',
      { seat: this.seatOf('owner'), act: null, digest, round: this.matter.round },
      'clerk',
    );
  agree = (by: string): Told => this.act(by, 'giveDecision', this.deciding(by, 'agree'));
  disagree = (by: string): Told => this.act(by, 'giveDecision', this.deciding(by, 'disagree'));
  returns = (by: string, to: string, onward: 'again' | 'back'): Told =>
    this.act(by, 'returnMatter', { seat: this.seatOf(by), toStep: to, onward, reason: '理由', ...this.seen });
  adds = (by: string, place: 'before' | 'after' | 'assist', guest: string): Told =>
    this.act(by, 'addSigner', { seat: this.seatOf(by), position: place, signer: ownerOf(guest), ...this.seen });
  recalls = (by: string): Told => this.act(by, 'recallAct', { seat: this.seatOf(by) });

  deciding = (by: string, decision: string) => ({ seat: this.seatOf(by), decision, opinion: null, ...this.seen });
  get seen() {
    return { round: this.matter.round, documentVersion: this.matter.document.version };
  }
  /** the latest seat somebody has, whatever its state */
  seatOf = (body: string): string =>
    this.matter.visits.flatMap(({ seats }) => seats).findLast(({ owner }) => owner.body === body)!.id;
  get asked(): string[] {
    return openSeats(this.matter).map(({ owner }) => owner.body);
  }

  decision(by: string, type: keyof typeof decideSignoff, data: object, speaker: Speaker) {
    const command = {
      id: 'c',
      stream: 'signoff/m',
      type,
      data,
      at: this.at,
      actor: { ...speaker, body: by, post: 'handler' as const },
    };
    const on = civilDateOf(this.at);
    const facts = {
      route: this.route,
      matterSubject: { exists: true, district: '110119', parties: null, checkers: [], approver: null },
      signerHeld: true,
      hands: Object.fromEntries(
        Object.values(this.route.steps)
          .flatMap(({ signers }) => signers)
          .map((owner) => [keyOfOwner(owner), this.hands[owner.body] ?? [owner.body]]),
      ),
      openMatter: null,
      paper: this.paper,
      bodies: { owner: {} },
      authority: { district: '110119', postKinds: ['handler'], ...this.authority },
      on,
      parameters: parametersOn(defaultParameters, on),
      calendar: libraryCalendar,
    };
    type Any = (m: Matter, c: unknown, f: unknown) => ReturnType<typeof decideSignoff.recallAct>;
    return (decideSignoff[type] as Any)(this.matter, command, facts);
  }
}
const act = { type: 'suspendProject', data: { reason: '汛期', until: null }, readRevision: 1 };
export const startOf = { title: '关于暂停项目的请示', urgency: 'normal', subject: 'project/p', act, digest: 'sm3:1' };

export const started = (route: Route): Told =>
  new Told(noMatter('m'), route).act('owner', 'startMatter', startOf, 'clerk');
/** submitted by the drafter, at its first signers */
export const submitted = (route: Route): Told => started(route).submit();
