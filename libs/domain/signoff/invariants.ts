import { currentVisit, passedSteps, standingOf, type Matter } from './matter';
import { keyOfOwner, nextSteps } from './route';
import { openSeats } from './tally';

/**
 * What must hold of a matter after every act, under any mix of acts. @clause CL-24
 * @param before the matter before its last act
 * @returns a line for each that does not hold
 */
export function brokenInvariants(before: Matter, matter: Matter): string[] {
  const open = openSeats(matter);
  const seats = matter.visits.flatMap((visit) => visit.seats);
  return [
    ...unless(matter.status !== 'open' || open.length > 0, 'an open matter waits for nobody'),
    ...unless(matter.status === 'open' || open.length === 0, 'an ended matter still waits for somebody'),
    ...unless(before.status === 'open' || before.status === 'none' || before === matter, 'a matter ended twice'),
    ...unless(new Set(seats.map(({ id }) => id)).size === seats.length, 'two seats bear one id'),
    ...matter.visits.flatMap((visit) => {
      const seated = visit.seats.filter(({ gone }) => gone === null).map(({ owner }) => keyOfOwner(owner));
      const spoken = visit.seats.map(({ id }) =>
        visit.said.filter((one) => one.seat === id && one.standing === 'stands' && one.decision !== 'return'),
      );
      const lines = visit.seats.filter(({ kind, gone }) => kind === 'vote' && gone === null).map(({ line }) => line);
      return [
        ...unless(new Set(seated).size === seated.length, `${visit.id}: somebody sits twice`),
        ...unless(
          spoken.every(({ length }) => length <= 1),
          `${visit.id}: a vote counts twice`,
        ),
        ...unless(new Set(lines).size === lines.length, `${visit.id}: a line has two signers`),
        ...unless(
          visit.seats.every(({ id, gone }) => gone === null || !standingOf(visit, id)),
          `${visit.id}: who left has a standing vote`,
        ),
        ...unless(
          visit.said.every(
            ({ document, seat }) => document <= matter.document.version && seats.some(({ id }) => id === seat),
          ),
          `${visit.id}: something was said on a version or from a seat that is not there`,
        ),
      ];
    }),
    ...before.visits.flatMap((was) => {
      const is = matter.visits.find(({ id }) => id === was.id);
      const kept = was.said.every((one, at) => {
        const now = is?.said[at];
        return now?.seat === one.seat && now.decision === one.decision && now.at === one.at && now.by === one.by;
      });
      return unless(kept, `${was.id}: something said has disappeared`);
    }),
    ...(matter.status === 'open' ? atTheirTurn(matter) : []),
  ];
}

/** Exactly the steps whose turn it is are open, and each step is under way at most once. */
function atTheirTurn(matter: Matter): string[] {
  const turn = nextSteps(matter.route.flow, passedSteps(matter));
  const active = matter.visits.filter(({ status }) => status === 'active');
  return [
    ...turn
      .filter((step) => currentVisit(matter, step)?.status !== 'active')
      .map((step) => `${step}: its turn, and not open`),
    ...active.filter(({ step }) => !turn.includes(step)).map(({ id }) => `${id}: open out of turn`),
    ...matter.visits
      .filter(({ id, step, status }) => ['active', 'paused'].includes(status) && matter.current[step] !== id)
      .map(({ id }) => `${id}: under way beside another of its step`),
  ];
}

const unless = (holds: boolean, broken: string): string[] => (holds ? [] : [broken]);
