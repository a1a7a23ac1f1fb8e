import type { Actor } from '../actor';
import { currentVisit, standingOf, type Matter, type PassedOver, type Said, type Visit } from './matter';
import type { RoutePlan } from './route-plan';
import { asksEachSigner, draftStep, keyOfOwner, lastSteps, stepsAfter, stepsIn, type Owner } from './route';

/** Persons who may sign from a post now, by its key. */
export type Hands = Readonly<Record<string, readonly string[]>>;

interface Turn {
  step: string;
  /** of the visit */
  id: string;
  /** where the step was opened before and goes on */
  visit: Visit | undefined;
}

/** Whose word it is: a deputy's is that of who they act for; null for a post nobody holds. @rule R-OA-13 */
export const speakerOf = ({ person, onBehalfOf }: Pick<Actor, 'person' | 'onBehalfOf'>): string | null =>
  onBehalfOf ? onBehalfOf.person : person;

/**
 * Seats of a step whose one possible signer signs for their body at another. A person's word for one body is none for another;
 * where any of several may decide or votes are counted, each speaks for themselves; a step that a matter was returned to is
 * asked anew; and who decides last always signs, for that signature does the act. @rule R-OA-15
 */
export function signingElsewhere(matter: Matter, turn: Turn, hands: Hands): { passedOver?: PassedOver[] } {
  const { route, returnedTo } = matter;
  const { dedupe = 'none' } = route;
  const step = route.steps[turn.step]!;
  if (dedupe === 'none' || turn.step === draftStep || turn.step === returnedTo || !asksEachSigner(step)) return {};
  const elsewhere = { first: signedBefore, last: signsLater }[dedupe];
  const passedOver = step.signers.flatMap((owner, line): PassedOver[] => {
    const person = onlyHand(hands, owner);
    const seat = `${turn.id}.${line}`;
    if (person === undefined || (turn.visit && isTouched(turn.visit, seat))) return [];
    const place = elsewhere(matter, turn.step, { body: owner.body, person }, hands);
    return place ? [{ seat, person, ...place }] : [];
  });
  return passedOver.length > 0 ? { passedOver } : {};
}

/** Steps that a signer of another may be spared, by the route's shape alone. @rule R-OA-15 */
export function mayPassOver({ dedupe = 'none', flow, steps }: RoutePlan): string[] {
  if (dedupe === 'none') return [];
  const last = lastSteps(flow);
  return stepsIn(flow).filter((step) => {
    const others = stepsIn(flow).filter((one) =>
      dedupe === 'last' ? stepsAfter(flow, step).includes(one) : stepsAfter(flow, one).includes(step),
    );
    return (
      steps[step] !== undefined &&
      asksEachSigner(steps[step]) &&
      others.length > 0 &&
      !(dedupe === 'first' && last.includes(step))
    );
  });
}

const onlyHand = (hands: Hands, owner: Owner): string | undefined => {
  const [person, ...others] = hands[keyOfOwner(owner)] ?? [];
  return others.length === 0 ? person : undefined;
};

/** Whether it was acted from before, by a word, be it taken back, by handing over, or by asking somebody. */
const isTouched = (visit: Visit, seat: string): boolean =>
  visit.said.some((one) => one.seat === seat) ||
  visit.seats.some(({ id, addedBy, gone }) => (id === seat ? gone !== null : addedBy === seat && gone === null));

interface Signer {
  body: string;
  person: string;
}

const agrees = ({ decision }: Said): boolean => decision === 'agree' || decision === 'agreeInPrinciple';

/** The agreement they gave at an earlier step to the document as it is. */
function signedBefore(matter: Matter, step: string, { body, person }: Signer): { signedAt: string } | undefined {
  const { flow } = matter.route;
  if (lastSteps(flow).includes(step)) return undefined;
  const earlier = stepsIn(flow).filter((one) => one !== draftStep && stepsAfter(flow, one).includes(step));
  for (const visit of earlier.map((one) => currentVisit(matter, one)!)) {
    const signed = visit.seats.find(({ id, kind, owner }) => {
      const said = standingOf(visit, id);
      return (
        said !== undefined &&
        owner.body === body &&
        (kind === 'vote' || kind === 'after') &&
        agrees(said) &&
        said.document === matter.document.version &&
        speakerOf({ ...said, person: said.by }) === person
      );
    });
    if (signed) return { signedAt: signed.id };
  }
  return undefined;
}

/** The last step ahead that cannot pass without their own signature. */
function signsLater(matter: Matter, step: string, { body, person }: Signer, hands: Hands) {
  const { flow, steps } = matter.route;
  const after = stepsAfter(flow, step);
  for (const later of stepsIn(flow).toReversed()) {
    if (!after.includes(later) || !asksEachSigner(steps[later]!)) continue;
    const line = steps[later]!.signers.findIndex(
      (owner, at) => owner.body === body && onlyHand(hands, owner) === person && lies(currentVisit(matter, later), at),
    );
    if (line >= 0) return { signsAt: { step: later, line } };
  }
  return undefined;
}

/** Ahead, or waiting for corrections with that signer's seat as the route has it. */
const lies = (visit: Visit | undefined, line: number): boolean =>
  visit === undefined || (visit.status === 'paused' && !isTouched(visit, `${visit.id}.${line}`));

/** Whose signature a seat carries for earlier steps as well. */
export const carriedBy = (matter: Matter, { step, id }: Visit, seat: string): { step: string; person: string }[] =>
  matter.visits.flatMap((visit) =>
    matter.current[visit.step] !== visit.id
      ? []
      : visit.passedOver.flatMap((one) =>
          'signsAt' in one && one.signsAt.step === step && `${id}.${one.signsAt.line}` === seat
            ? [{ step: visit.step, person: one.person }]
            : [],
        ),
  );
