import { civilDateOf } from '../calendar';
import type { Instant } from '../instant';
import type { MatterKind } from '../signoff/matter-kinds';
import { holdsPost, type Organization } from './organization';
import { postKinds, type PostKind } from './roles';

/** From the lowest up: who answers for a post that nobody is there to hold is the next of the same body. @rule R-OA-14 */
export const escalation = ['handler', 'approver', 'leaderInCharge', 'head'] as const satisfies readonly PostKind[];

/** Those that answer for a kind of post, the nearest first; for one outside of that order the head. */
export const higherThan = (kind: PostKind): readonly PostKind[] =>
  isDelegable(kind) ? escalation.slice((escalation as readonly PostKind[]).indexOf(kind) + 1) : ['head'];

/** A post that decides or prepares: others are held in person alone. */
export const isDelegable = (kind: PostKind): boolean => (escalation as readonly PostKind[]).includes(kind);

/** A span of civil dates in Beijing, both inclusive. */
export interface Window {
  from: string;
  to: string;
}

/** What a deputy may act on; null: everything of the post. */
export interface Scope {
  matterKinds: readonly MatterKind[] | null;
  /** six-digit codes */
  withinDistricts: readonly string[] | null;
  /** most a matter may be worth */
  limitFen: number | null;
}

/** An office: a post of a body with the person in it. */
export interface Office {
  body: string;
  post: string;
  person: string;
}

/** Somebody acts for a post within a window and a scope. @rule R-OA-13 */
export interface Delegation extends Window, Scope {
  id: string;
  postId: string;
  /** the holder acted for; null where the post was vacant */
  person: string | null;
  deputy: Office;
  /** before its last day, by an act */
  endedAt: Instant | null;
}

/** Out of office. @rule R-OA-14 */
export interface Absence extends Window {
  id: string;
  person: string;
  endedAt: Instant | null;
}

/** What a scope looks at in a matter. */
export interface MatterTraits {
  kind: string;
  district: string;
  /** null where it moves no money */
  amountFen: number | null;
}

const runsAt = ({ from, to, endedAt }: Window & { endedAt: Instant | null }, at: Instant): boolean => {
  const on = civilDateOf(at);
  return from <= on && on <= to && (endedAt === null || at < endedAt);
};

/** Within its window, not ended, and for a holder who still holds. */
export const isInForce = (organization: Organization, delegation: Delegation, at: Instant): boolean =>
  runsAt(delegation, at) &&
  (delegation.person === null || holdsPost(organization, delegation.postId, delegation.person, civilDateOf(at)));

export const covers = (
  { matterKinds, withinDistricts, limitFen }: Scope,
  { kind, district, amountFen }: MatterTraits,
): boolean =>
  (matterKinds === null || (matterKinds as readonly string[]).includes(kind)) &&
  (withinDistricts === null || withinDistricts.includes(district)) &&
  (limitFen === null || amountFen === null || amountFen <= limitFen);

export const isUnlimited = ({ matterKinds, withinDistricts, limitFen }: Scope): boolean =>
  matterKinds === null && withinDistricts === null && limitFen === null;

/** Who may act for a kind of post at an instant on a matter. */
export const deputiesOf = (
  organization: Organization,
  kind: PostKind,
  at: Instant,
  matter: MatterTraits,
): Delegation[] => {
  const posts = new Set(organization.posts.filter((post) => post.kind === kind).map(({ id }) => id));
  return organization.delegations.filter(
    (delegation) =>
      posts.has(delegation.postId) && isInForce(organization, delegation, at) && covers(delegation, matter),
  );
};

const isAbsent = ({ absences }: Organization, person: string, at: Instant): boolean =>
  absences.some((absence) => absence.person === person && runsAt(absence, at));

/** Whether somebody is there: a holder in office and not away, or a deputy for everything. */
function isAttended(organization: Organization, kind: PostKind, at: Instant): boolean {
  const on = civilDateOf(at);
  return organization.posts.some(
    ({ id, kind: of, holders }) =>
      of === kind &&
      (holders.some(
        ({ person, from, to }) => from <= on && (to === null || on <= to) && !isAbsent(organization, person, at),
      ) ||
        organization.delegations.some(
          (delegation) =>
            delegation.postId === id && isUnlimited(delegation) && isInForce(organization, delegation, at),
        )),
  );
}

/** A body as if somebody were not there: a drafter decides nothing of their own. @rule R-OA-16 */
export const without = (organization: Organization, person: string): Organization => ({
  ...organization,
  posts: organization.posts.map((post) => ({
    ...post,
    holders: post.holders.filter((holder) => holder.person !== person),
  })),
});

export const holdersOf = ({ posts }: Organization, kind: PostKind, on: string): string[] =>
  posts
    .filter((post) => post.kind === kind)
    .flatMap(({ holders }) => holders.filter(({ from, to }) => from <= on && (to === null || on <= to)))
    .map(({ person }) => person);

/** Persons who may act from a kind of post in their own name: its holders, and where nobody is there those who answer for it. @rule R-OA-14 */
export function handsOf(organization: Organization, kind: PostKind, at: Instant): string[] {
  const kinds = new Set([kind, answering(organization, kind, at) ?? kind]);
  return [...new Set([...kinds].flatMap((one) => holdersOf(organization, one, civilDateOf(at))))];
}

/** The kind of post that answers where one is not attended: the next higher that is; undefined where there is none. */
export function answering(organization: Organization, kind: PostKind, at: Instant): PostKind | undefined {
  return [kind, ...higherThan(kind)].find((one) => isAttended(organization, one, at));
}

/**
 * The kinds of post from which a holder of one may act: their own, and of those below it each that nobody is there to hold and
 * that has none attended in between. @rule R-OA-14
 */
export const answersFor = (organization: Organization, kind: PostKind, at: Instant): PostKind[] => [
  kind,
  ...escalation.filter((lower) => lower !== kind && isDelegable(kind) && answering(organization, lower, at) === kind),
];

/**
 * The kinds of post whose duties a holder of one is shown: those answered for, and every other that nobody is there to hold or to
 * answer for, so that none is out of sight.
 */
export const shownTo = (organization: Organization, kind: PostKind, at: Instant): PostKind[] => [
  kind,
  ...postKinds.filter((other) => other !== kind && [kind, undefined].includes(answering(organization, other, at))),
];

const overlap = (one: Window, other: Window): Window | undefined => {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : undefined;
};

const meet = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one === null || other === null || one.some((part) => other.includes(part));

/** Whether two would act for one post at one time on one matter. */
export const clash = (one: Window & Scope, other: Window & Scope): boolean =>
  overlap(one, other) !== undefined &&
  meet(one.matterKinds, other.matterKinds) &&
  meet(one.withinDistricts, other.withinDistricts);

/** Who acts for whom, as the circle of deputies is walked. */
export interface Link extends Window {
  person: string;
  deputy: string;
}

/** Whether deputies lead from one person to another, all at one time within the window. */
export function leadsTo(links: readonly Link[], from: string, to: string, window: Window): boolean {
  return links.some((link) => {
    if (link.person !== from) return false;
    const common = overlap(link, window);
    const further = links.filter(({ person }) => person !== from);
    return common !== undefined && (link.deputy === to || leadsTo(further, link.deputy, to, common));
  });
}
