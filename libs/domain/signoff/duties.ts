import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import type { ParameterValues } from '../rulebook/parameters';
import { marksOwed, reportsOwed } from './around';
import { pausesOf } from './clocks';
import { followUpKey, isAnswered } from './escalation';
import type { Matter } from './matter';
import { draftStep, keyOfOwner, type Step } from './route';
import { openSeatsOf } from './tally';

const owing = { kind: 'act', clause: 'CL-24' } as const;

type Facts = Pick<AnyFacts, 'parameters'>;

/** What is owed at a matter, on its route and around it. */
export const signoffDuties = (matter: Matter, facts: Facts): readonly DutyDraft[] => [
  ...ownDuties(matter, facts),
  ...readingDuties(matter),
  ...followUpDuties(matter, facts),
];

/** Those that may lapse: whoever is to act from a seat, and whoever is to report. */
const ownDuties = (matter: Matter, facts: Facts): readonly DutyDraft[] => [
  ...(matter.status === 'open' ? seatDuties(matter, facts) : []),
  ...supervisionDuties(matter),
];

/** Keys of what is owed of itself, not because another duty lapsed. */
export const keysOwed = (matter: Matter): Set<string> =>
  new Set(ownDuties(matter, { parameters: {} as ParameterValues }).map(({ key }) => key));

/** Every open seat is one duty of one owner; the step's limit counts from the day the seat opens, but for when its clock stands. @rule R-OA-17 */
const seatDuties = (matter: Matter, { parameters }: Facts): DutyDraft[] =>
  matter.visits.flatMap((visit) =>
    openSeatsOf(matter, visit).map(({ id, owner }) => ({
      ...owing,
      key: id,
      rule: 'R-OA-17',
      owner,
      command: visit.step === draftStep ? 'submitDraft' : 'giveDecision',
      ...timesOf(matter, matter.route.steps[visit.step]!, parameters),
      pauses: pausesOf(matter, visit.id),
    })),
  );

/** How long a step takes and when its owners are reminded: 特急 in working minutes. @rule R-OA-11 R-OA-17 */
const timesOf = (
  { urgency }: Matter,
  { limitDays, limitMinutes }: Step,
  parameters: ParameterValues,
): Pick<DutyDraft, 'limit' | 'remind'> =>
  urgency === 'extraUrgent'
    ? {
        limit: { workingMinutes: limitMinutes ?? parameters['step.limit.extraUrgent'] ?? 240 },
        remind: { workingMinutes: parameters['urge.before.extraUrgent'] ?? 60 },
      }
    : { limit: { workingDays: limitDays }, remind: { workingDays: parameters['urge.before'] ?? 1 } };

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

/** Who a lapse was brought before answers for having followed it up, until the duty that lapsed is done. @rule R-OA-14 */
const followUpDuties = ({ escalations }: Matter, { parameters }: Facts): DutyDraft[] =>
  escalations
    .filter((escalation) => !isAnswered(escalation))
    .map((escalation) => ({
      ...owing,
      key: followUpKey(escalation),
      rule: 'R-OA-14',
      owner: escalation.to,
      command: 'followUpLapse',
      limit: { workingDays: parameters['escalation.limit'] ?? 2 },
    }));
