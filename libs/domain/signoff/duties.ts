import type { DutyDraft } from '../duty';
import { marksOwed, reportsOwed } from './around';
import { pausesOf } from './clocks';
import type { Matter } from './matter';
import { draftStep, keyOfOwner } from './route';
import { openSeatsOf } from './tally';

const owing = { kind: 'act', clause: 'CL-24' } as const;

/** What is owed at a matter, on its route and around it. */
export const signoffDuties = (matter: Matter): readonly DutyDraft[] => [
  ...(matter.status === 'open' ? seatDuties(matter) : []),
  ...supervisionDuties(matter),
  ...readingDuties(matter),
];

/** Every open seat is one duty of one owner; the step's limit counts from the day the seat opens, but for when its clock stands. @rule R-OA-17 */
const seatDuties = (matter: Matter): DutyDraft[] =>
  matter.visits.flatMap((visit) =>
    openSeatsOf(matter, visit).map(({ id, owner }) => ({
      ...owing,
      key: id,
      rule: 'R-OA-17',
      owner,
      command: visit.step === draftStep ? 'submitDraft' : 'giveDecision',
      limit: { workingDays: matter.route.steps[visit.step]!.limitDays },
      pauses: pausesOf(matter, visit.id),
    })),
  );

/** Who lies behind reports by the day set; when all have, or the matter has ended, the raiser closes it. @rule R-OA-12 */
const supervisionDuties = ({ status, supervisions }: Matter): DutyDraft[] =>
  supervisions
    .filter(({ closed }) => closed === null)
    .flatMap((supervision): DutyDraft[] => {
      const { id, raiser, dueOn } = supervision;
      const silent = status === 'open' ? reportsOwed(supervision) : [];
      if (silent.length === 0) {
        return [{ ...owing, key: `${id}/close`, rule: 'R-OA-12', owner: raiser, command: 'closeSupervision' }];
      }
      return silent.map((owner) => ({
        kind: 'reply',
        clause: 'CL-24',
        key: `${id}/${keyOfOwner(owner)}`,
        rule: 'R-OA-12',
        owner,
        command: 'reportOnSupervision',
        limit: { on: dueOn },
      }));
    });

/** Shown until it is marked as read; a matter withdrawn is read by nobody any more. @rule R-OA-08 */
const readingDuties = ({ status, circulations }: Matter): DutyDraft[] =>
  status === 'withdrawn'
    ? []
    : circulations.flatMap((circulation) =>
        marksOwed(circulation).map((owner) => ({
          ...owing,
          key: `${circulation.id}/${keyOfOwner(owner)}`,
          rule: 'R-OA-08',
          owner,
          command: 'markRead',
        })),
      );
