import type { PostKind } from '../organization/roles';

/** How many of a step's signers must agree. 会签 · 或签 · 依次 · 票决 @rule R-OA-01 R-OA-02 R-OA-03 R-OA-04 */
export type Mode = 'all' | 'any' | 'inOrder' | { voteBp: number } | { votes: number };

/** A kind of post of a body: who holds it, or stands in for it, is found when it is read. */
export interface Owner {
  body: string;
  post: PostKind;
}

export interface Step {
  name: string;
  mode: Mode;
  /** in the order of signing */
  signers: readonly Owner[];
  /** working days, counted from the day the step opens @rule R-OA-17 */
  limitDays: number;
  /** working minutes where the matter is 特急; the rulebook's where none are set */
  limitMinutes?: number | undefined;
  /** what one refusal does where the mode cannot pass any more @rule R-OA-01 */
  onRefusal: 'end' | 'return';
  /** 批量同意: may be agreed to in one go with others of its kind */
  batchable?: boolean | undefined;
}

/** One step after another, branches side by side, and either within the other. A step is named by its id. */
export type Flow = string | readonly Flow[] | { together: readonly Flow[] };

/**
 * Of one person who comes to sign for one body at several steps: `none` they sign at each; `first` what they signed first counts
 * further on; `last` they sign where they come last. @rule R-OA-15
 */
export const dedupes = ['none', 'first', 'last'] as const;
export type Dedupe = (typeof dedupes)[number];

/** A route with its signers found: what a matter pins when it starts. The first step is the drafter's. */
export interface Route {
  /** `<kind>/<level>` */
  id: string;
  version: number;
  /** where it came from: `shipped`, Beijing's rulebook, or a district's by its code */
  scope: string;
  steps: Readonly<Record<string, Step>>;
  flow: Flow;
  /** none where a route says nothing of it */
  dedupe?: Dedupe | undefined;
}

/** The drafter's own step, at the head of every route. */
export const draftStep = 'draft';

export interface RouteFault {
  /** step id, or the place in the flow, e.g. `flow.1.together.0` */
  place: string;
  fault: 'unknownStep' | 'unreachable' | 'twice' | 'deadEnd' | 'noSigner' | 'signerTwice' | 'neverPasses' | 'noDraft';
}

const isTogether = (flow: Flow): flow is { together: readonly Flow[] } =>
  typeof flow === 'object' && 'together' in flow;
const partsOf = (flow: Flow): readonly Flow[] =>
  typeof flow === 'string' ? [] : isTogether(flow) ? flow.together : flow;

/** Step ids in the order they are named. */
export const stepsIn = (flow: Flow): string[] =>
  typeof flow === 'string' ? [flow] : partsOf(flow).flatMap((part) => stepsIn(part));

/** Every step that opens only after this one has passed. */
export function stepsAfter(flow: Flow, step: string): string[] {
  if (typeof flow === 'string') return [];
  const parts = partsOf(flow);
  const at = parts.findIndex((part) => stepsIn(part).includes(step));
  if (at < 0) return [];
  const within = stepsAfter(parts[at]!, step);
  return isTogether(flow) ? within : [...within, ...parts.slice(at + 1).flatMap((part) => stepsIn(part))];
}

/** Every step of a branch that runs beside this one's. */
export function stepsBeside(flow: Flow, step: string): string[] {
  if (typeof flow === 'string') return [];
  const own = partsOf(flow).find((part) => stepsIn(part).includes(step));
  if (own === undefined) return [];
  const others = isTogether(flow) ? partsOf(flow).filter((part) => part !== own) : [];
  return [...others.flatMap((part) => stepsIn(part)), ...stepsBeside(own, step)];
}

/** The steps that nothing follows: whoever is last to sign sits at one of them. */
export const lastSteps = (flow: Flow): string[] => stepsIn(flow).filter((step) => stepsAfter(flow, step).length === 0);

/** The steps whose turn it is when these have passed; none when all have. */
export function nextSteps(flow: Flow, passed: ReadonlySet<string>): string[] {
  if (typeof flow === 'string') return passed.has(flow) ? [] : [flow];
  if (isTogether(flow)) return flow.together.flatMap((branch) => nextSteps(branch, passed));
  for (const part of flow) {
    const next = nextSteps(part, passed);
    if (next.length > 0) return next;
  }
  return [];
}

/** A route's shape, whether its signers are found or still planned. */
interface Shape<S> {
  steps: Readonly<Record<string, Pick<Step, 'mode'> & { signers: readonly S[] }>>;
  flow: Flow;
}

/**
 * Whatever would leave a matter lying: every fault with its place.
 * @param keyOf what tells two signers of a step apart
 */
export function routeFaults<S>({ steps, flow }: Shape<S>, keyOf: (signer: S) => string): RouteFault[] {
  const named = stepsIn(flow);
  const known = new Set(Object.keys(steps));
  return [
    ...(named[0] === draftStep && typeof flow === 'object' && !isTogether(flow)
      ? []
      : [{ place: 'flow.0', fault: 'noDraft' as const }]),
    ...emptyPlaces(flow, 'flow').map((place) => ({ place, fault: 'deadEnd' as const })),
    ...named.filter((step) => !known.has(step)).map((place) => ({ place, fault: 'unknownStep' as const })),
    ...named
      .filter((step, index) => named.indexOf(step) !== index)
      .map((place) => ({ place, fault: 'twice' as const })),
    ...[...known].filter((step) => !named.includes(step)).map((place) => ({ place, fault: 'unreachable' as const })),
    ...Object.entries(steps).flatMap(([place, step]) => stepFaults(step, keyOf).map((fault) => ({ place, fault }))),
  ];
}

function emptyPlaces(flow: Flow, place: string): string[] {
  if (typeof flow === 'string') return [];
  const parts = partsOf(flow);
  const inside = isTogether(flow) ? `${place}.together` : place;
  return parts.length === 0 ? [place] : parts.flatMap((part, index) => emptyPlaces(part, `${inside}.${index}`));
}

function stepFaults<S>({ signers, mode }: Shape<S>['steps'][string], keyOf: (signer: S) => string) {
  const keys = signers.map(keyOf);
  return [
    ...(signers.length === 0 ? (['noSigner'] as const) : []),
    ...(new Set(keys).size < keys.length ? (['signerTwice'] as const) : []),
    ...(signers.length > 0 && votesNeeded(mode, signers.length) > signers.length ? (['neverPasses'] as const) : []),
  ];
}

/** How many must agree. A share is rounded up: two thirds of four are three. @rule R-OA-04 */
export function votesNeeded(mode: Mode, signers: number): number {
  if (mode === 'all' || mode === 'inOrder') return signers;
  if (mode === 'any') return 1;
  if ('votes' in mode) return mode.votes;
  return Math.max(1, Math.ceil((signers * mode.voteBp) / 10_000));
}

/** Whether a step waits for each of its signers. Where votes are counted, each is cast, and none stands for another. @rule R-OA-15 */
export const asksEachSigner = ({ mode, signers }: Shape<unknown>['steps'][string]): boolean =>
  typeof mode === 'string' && votesNeeded(mode, signers.length) === signers.length;

/** Faults in the words of the rule. @rule R-OA-20 */
export const faultWords: Readonly<Record<RouteFault['fault'], string>> = {
  unknownStep: '路线中没有这个环节',
  unreachable: '走不到这个环节',
  twice: '同一环节出现两次',
  deadEnd: '此处没有后续环节',
  noSigner: '没有办理人',
  signerTwice: '同一岗位列了两次',
  neverPasses: '要求的票数多于签署人数',
  noDraft: '第一个环节不是起草',
};

export const keyOfOwner = ({ body, post }: Owner): string => `${body}/${post}`;
export const sameOwner = (one: Owner, other: Owner): boolean => keyOfOwner(one) === keyOfOwner(other);
