import { higherThan } from '../organization/delegation';
import { districtGovernments, isOrgan, townships, type BodyKind, type PostKind } from '../organization/roles';
import { employerOf, type Parties } from '../parties';
import { defaultRoutes } from './default-routes';
import type { MatterKind } from './matter-kinds';
import { draftStep, type Mode, type Owner, type Route, type Step } from './route';
import type { DatedRoute, Level, Relation, SignerPlan } from './route-plan';

/** Municipal bodies stand above the districts. */
const cityDistrict = '110000';

/** A post somebody holds on the day. */
export interface HeldPost extends Owner {
  postId: string;
  office: BodyKind;
  district: string;
  /** holds it, or acts for it where it is vacant */
  person: string;
}

/** What a matter is about, as far as its route looks at it. */
export interface Subject {
  exists: boolean;
  district: string;
  parties: Parties | null;
  /** who checks its pay sheets */
  checkers: readonly string[];
  /** which organ approved it; null where nobody does */
  approver: string | null;
}

export interface Standing {
  subject: Subject;
  drafter: { body: string; post: string; person: string };
  /** posts held in the subject's district, in the city, in the drafting body, and in the bodies named */
  held: readonly HeldPost[];
}

/** The level a matter is drawn up at. */
export function levelOf({ drafter, held }: Pick<Standing, 'drafter' | 'held'>): Level {
  const own = held.find(({ body }) => body === drafter.body);
  if (own?.district === cityDistrict) return 'city';
  return own && townships.includes(own.office) ? 'township' : 'district';
}

/**
 * The route in force on a day: the district's own before Beijing's before the shipped one; of one scope the one that began last,
 * of equals the one set last. A level that has none anywhere takes the district's.
 * @param scopes routes set, the nearest scope first
 */
export function routeInForce(
  kind: MatterKind,
  level: Level,
  on: string,
  scopes: readonly (readonly DatedRoute[])[],
): DatedRoute {
  const inForce = (wanted: Level, routes: readonly DatedRoute[]): DatedRoute | undefined =>
    routes
      .filter((one) => one.kind === kind && one.level === wanted && one.from <= on && (one.to === null || on <= one.to))
      .reduce<DatedRoute | undefined>((last, next) => (last && next.from < last.from ? last : next), undefined);
  for (const wanted of [level, 'district'] as const) {
    for (const routes of [...scopes, defaultRoutes]) {
      const found = inForce(wanted, routes);
      if (found) return found;
    }
  }
  throw new Error(`no route ships for ${kind}`);
}

/**
 * A route in force with its signers found, the drafter's step before the others. A step that misses one of its signers has none,
 * and the rules name it.
 */
export function settled({ steps, flow, dedupe, kind, level, version, scope }: DatedRoute, standing: Standing): Route {
  const found = Object.entries(steps).map(([id, plan]): [string, Step] => {
    const each = plan.signers.map((signer) => signersOf(signer, standing, plan.mode));
    // Where any one may decide, it is enough that somebody is there.
    const lacking = plan.mode !== 'any' && each.some(({ length }) => length === 0);
    return [id, { ...plan, signers: lacking ? [] : unique(each.flat()) }];
  });
  return {
    id: `${kind}/${level}`,
    version,
    scope,
    steps: { [draftStep]: draftingOf(standing), ...Object.fromEntries(found) },
    flow: [draftStep, flow],
    ...(dedupe && { dedupe }),
  };
}

const draftingOf = ({ drafter, held }: Standing): Step => ({
  name: '起草',
  mode: 'all',
  signers: held
    .filter(({ body, postId }) => body === drafter.body && postId === drafter.post)
    .slice(0, 1)
    .map(({ body, post }) => ({ body, post })),
  limitDays: 5,
  onRefusal: 'return',
});

const unique = (owners: readonly Owner[]): Owner[] =>
  owners.filter(({ body, post }, at) => owners.findIndex((one) => one.body === body && one.post === post) === at);

function signersOf(signer: SignerPlan, standing: Standing, mode: Mode): Owner[] {
  // The drafter decides nothing of their own: a post that they alone hold has nobody who could act. @rule R-OA-16
  const others = standing.held.filter(({ person }) => person !== standing.drafter.person);
  const holders = bodiesOf(signer, standing).map((body) => holding(others, body, signer.post));
  const there = holders.filter((owner) => owner !== undefined);
  return mode === 'any' || there.length === holders.length ? there : [];
}

/** The post that signs, or the next higher one that is held; of a body that is no organ at last its handler. @rule R-OA-14 */
function holding(held: readonly HeldPost[], body: string, post: PostKind): Owner | undefined {
  const own = held.filter((one) => one.body === body);
  const handlers = own.some(({ office }) => !isOrgan(office)) ? (['handler'] as const) : [];
  const found = [post, ...higherThan(post), ...handlers].find((kind) => own.some((one) => one.post === kind));
  return found && { body, post: found };
}

function bodiesOf(signer: SignerPlan, { subject, drafter, held }: Standing): string[] {
  if (signer.by === 'body') return [signer.body];
  if (signer.by === 'office') {
    return officeOf(held, signer.office, signer.of === 'city' ? cityDistrict : subject.district);
  }
  const { relation } = signer;
  if (relation === 'draftingBody') return [drafter.body];
  if (relation === 'checker') return [...subject.checkers];
  if (relation === 'originalApprover') return subject.approver === null ? [] : [subject.approver];
  return subject.parties ? partiesAs(relation, subject.parties) : officeOf(held, relation, subject.district);
}

function partiesAs(
  relation: Exclude<Relation, 'draftingBody' | 'checker' | 'originalApprover'>,
  parties: Parties,
): string[] {
  if (relation === 'township') return [...parties.townships];
  const body = relation === 'employer' ? employerOf(parties) : parties[relation];
  return body === undefined ? [] : [body];
}

/** The district's office of a kind: the first by its id where there are several. */
const officeOf = (held: readonly HeldPost[], kind: string, district: string): string[] =>
  held
    .filter(({ office, district: of }) => of === district && (office === kind || isGovernment(kind, office)))
    .map(({ body }) => body)
    .toSorted()
    .slice(0, 1);

const isGovernment = (kind: string, office: BodyKind): boolean =>
  kind === 'districtGovernment' && districtGovernments.includes(office);
