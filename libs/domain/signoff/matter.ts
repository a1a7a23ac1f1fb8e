import type { OnBehalfOf } from '../actor';
import type { Instant } from '../instant';
import type { StreamId } from '../stream';
import { nothingAround, type Around } from './around';
import { noClocks, type Clocks, type Urgency } from './clocks';
import { noEscalations, type Escalations } from './escalation';
import type { MatterAct } from './matter-acts';
import { sameOwner, type Owner, type Route } from './route';

/** 同意 · 原则同意 · 不同意；协办只提意见 @rule R-OA-18 R-OA-08 */
export const decisions = ['agree', 'agreeInPrinciple', 'disagree', 'opinion'] as const;
export type Decision = (typeof decisions)[number];

/**
 * A place at a step from which one act is owed.
 * `vote` the signer's own · `before` asked first, then it comes back to who asked · `after` signs on top · `assist` advises alone
 */
export type SeatKind = 'vote' | 'before' | 'after' | 'assist';
export interface Seat {
  /** `<step>#<n>.<m>` */
  id: string;
  kind: SeatKind;
  /** whose vote it belongs to: the place among the step's signers */
  line: number;
  owner: Owner;
  /** the seat it was added from */
  addedBy: string | null;
  /** left the matter, and how; it stays in sight */
  gone: 'reassigned' | 'removed' | null;
}

/** What was said from a seat. Nothing said ever disappears: a vote taken back, or given on an older version, stays in sight. */
export interface Said {
  seat: string;
  decision: Decision | 'return';
  by: string;
  /** set where a deputy said it: for whom, within which window @rule R-OA-13 */
  onBehalfOf?: OnBehalfOf;
  at: Instant;
  /** version of the document that was seen */
  document: number;
  /** opinion or reason in one's own words, sealed; null where none was given */
  opinion: string | null;
  standing: 'stands' | 'withdrawn' | 'old';
}

/**
 * A seat that is asked of nobody, because who holds its post signs for their body at another step: has signed already, or will as
 * its signer of that line. @rule R-OA-15
 */
export type PassedOver = { seat: string; person: string } & (
  { signedAt: string } | { signsAt: { step: string; line: number } }
);

/** One opening of a step. A step walked again is visited again; the numbers place its moments among the matter's acts. */
export interface Visit {
  /** `<step>#<n>` */
  id: string;
  step: string;
  status: 'active' | 'paused' | 'passed' | 'failed' | 'returned' | 'cancelled';
  seats: readonly Seat[];
  said: readonly Said[];
  /** as it was found when the step last opened or went on */
  passedOver: readonly PassedOver[];
  openedAt: number;
  lastActAt: number;
  /** -1 until it passes */
  passedAt: number;
}

export interface Matter extends Around, Clocks, Escalations {
  id: string;
  status: 'none' | 'open' | 'agreed' | 'refused' | 'withdrawn';
  district: string;
  kind: string;
  title: string;
  urgency: Urgency;
  /** the stream it decides about */
  subject: StreamId | '';
  /** done on the subject in the moment the matter is agreed; null before the start */
  act: MatterAct | null;
  drafter: { person: string; owner: Owner };
  route: Route;
  /** each return begins a round */
  round: number;
  /** the step that the last return went to */
  returnedTo: string | null;
  document: { version: number; digest: string };
  /** acts so far */
  acts: number;
  /** in the order they were opened */
  visits: readonly Visit[];
  /** the visit that counts now, by step; a step not named lies ahead */
  current: Readonly<Record<string, string>>;
  /** by the drafter; the timer's reminders stand with the duties */
  urges: readonly { at: Instant }[];
}

export const noMatter = (id: string): Matter => ({
  id,
  status: 'none',
  district: '',
  kind: '',
  title: '',
  urgency: 'normal',
  subject: '',
  act: null,
  drafter: { person: '', owner: { body: '', post: 'handler' } },
  route: { id: '', version: 0, scope: '', steps: {}, flow: [] },
  round: 0,
  returnedTo: null,
  document: { version: 0, digest: '' },
  acts: 0,
  visits: [],
  current: {},
  urges: [],
  ...nothingAround,
  ...noClocks,
  ...noEscalations,
});

const visitIdOf = (seat: string): string => seat.slice(0, seat.lastIndexOf('.'));

export const visitOf = ({ visits }: Matter, seat: string): Visit | undefined =>
  visits.find(({ id }) => id === visitIdOf(seat));

export const seatOf = (matter: Matter, id: string): Seat | undefined =>
  visitOf(matter, id)?.seats.find((seat) => seat.id === id);

/** The visit that counts for a step now. */
export const currentVisit = ({ visits, current }: Matter, step: string): Visit | undefined =>
  visits.find(({ id }) => id === current[step]);

export const passedSteps = (matter: Matter): Set<string> =>
  new Set(Object.keys(matter.current).filter((step) => currentVisit(matter, step)?.status === 'passed'));

/** Whether someone takes part at a step: nobody sits there twice. */
export const isSeated = ({ seats }: Visit, owner: Owner): boolean =>
  seats.some((seat) => seat.gone === null && sameOwner(seat.owner, owner));

/** What stands of what was said from a seat; a return settles nothing. */
export const standingOf = ({ said }: Pick<Visit, 'said'>, seat: string): Said | undefined =>
  said.findLast((one) => one.seat === seat && one.standing === 'stands' && one.decision !== 'return');

/** Who is asked nothing from a seat, and where they sign instead. */
export const passedOverAt = ({ passedOver }: Pick<Visit, 'passedOver'>, seat: string): PassedOver | undefined =>
  passedOver.find((one) => one.seat === seat);

/** Bodies whose agreement stands, as often as they gave it. */
export const agreedIn = ({ visits }: Matter): string[] =>
  visits.flatMap((visit) =>
    visit.seats.flatMap(({ id, owner }) => {
      const said = standingOf(visit, id)?.decision;
      return said === 'agree' || said === 'agreeInPrinciple' ? [owner.body] : [];
    }),
  );
