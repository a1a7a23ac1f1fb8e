import { passedOverAt, standingOf, type Matter, type Seat, type Visit } from './matter';
import { votesNeeded, type Step } from './route';

export type Vote = 'agree' | 'disagree' | 'open';

const counts = ({ kind, gone }: Seat): boolean => gone === null && (kind === 'vote' || kind === 'after');

/**
 * The one vote of a signer's line, which one who signs at another step leaves to that: agreed when the signer and whoever signs on top have agreed. Seats asked first and seats that
 * assist advise and do not count.
 */
export function voteOf(visit: Visit, line: number): Vote {
  const votes = visit.seats
    .filter((seat) => seat.line === line && counts(seat))
    .map(({ id }) => (passedOverAt(visit, id) ? 'agree' : standingOf(visit, id)?.decision));
  if (votes.includes('disagree')) return 'disagree';
  return votes.every((vote) => vote === 'agree' || vote === 'agreeInPrinciple') ? 'agree' : 'open';
}

/** Votes of a visit, one for each of the step's signers. */
export const votesOf = (visit: Visit, { signers }: Step): Vote[] => signers.map((_, line) => voteOf(visit, line));

/** Whether a step has passed, can pass no more, or is still open. @rule R-OA-01 R-OA-02 R-OA-03 R-OA-04 */
export function resultOf(visit: Visit, step: Step): 'passed' | 'failed' | 'open' {
  const votes = votesOf(visit, step);
  const count = (wanted: Vote): number => votes.filter((vote) => vote === wanted).length;
  const [agreed, open] = [count('agree'), count('open')];
  // 或签: the first decision settles it, either way.
  if (step.mode === 'any') return agreed > 0 ? 'passed' : count('disagree') > 0 ? 'failed' : 'open';
  const needed = votesNeeded(step.mode, votes.length);
  if (agreed >= needed) return 'passed';
  return agreed + open < needed ? 'failed' : 'open';
}

/**
 * Whether an act is owed from a seat, done, left to another step, or still waits for another's: for who was asked first, for who
 * asked, for who signs before.
 */
export function stateOf(visit: Visit, seat: Seat, { mode }: Step): 'open' | 'waiting' | 'acted' | 'passedOver' {
  if (standingOf(visit, seat.id)) return 'acted';
  if (passedOverAt(visit, seat.id)) return 'passedOver';
  const asked = visit.seats.some(
    ({ kind, addedBy, gone, id }) =>
      kind === 'before' && addedBy === seat.id && gone === null && !standingOf(visit, id),
  );
  const onTop = seat.kind === 'after' && !standingOf(visit, seat.addedBy!);
  const later = mode === 'inOrder' && seat.line > 0 && voteOf(visit, seat.line - 1) !== 'agree';
  return asked || onTop || later ? 'waiting' : 'open';
}

/** Seats of a visit from which an act is owed now: none while it pauses or when it is over. */
export const openSeatsOf = ({ route }: Matter, visit: Visit): Seat[] =>
  visit.status === 'active'
    ? visit.seats.filter((seat) => seat.gone === null && stateOf(visit, seat, route.steps[visit.step]!) === 'open')
    : [];

export const openSeats = (matter: Matter): Seat[] =>
  matter.status === 'open' ? matter.visits.flatMap((visit) => openSeatsOf(matter, visit)) : [];
