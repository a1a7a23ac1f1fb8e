import type { DutyDraft } from '../duty';
import type { Matter } from './matter';
import { draftStep } from './route';
import { openSeatsOf } from './tally';

/** Every open seat is one duty of one owner; the step's limit counts from the day the seat opens. @rule R-OA-17 */
export const signoffDuties = (matter: Matter): readonly DutyDraft[] =>
  matter.status !== 'open'
    ? []
    : matter.visits.flatMap((visit) =>
        openSeatsOf(matter, visit).map(({ id, owner }) => ({
          key: id,
          kind: 'act' as const,
          clause: 'CL-24',
          rule: 'R-OA-17',
          owner,
          command: visit.step === draftStep ? 'submitDraft' : 'giveDecision',
          limit: { workingDays: matter.route.steps[visit.step]!.limitDays },
        })),
      );
