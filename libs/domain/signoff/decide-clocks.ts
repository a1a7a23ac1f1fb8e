import { civilDateOf } from '../calendar';
import type { AnyFacts } from '../facts';
import type { Handlers } from '../handlers';
import { judge, type Breach } from '../rules';
import { standingPause } from './clocks';
import type { Escalation } from './escalation';
import type { SignoffEvents } from './events';
import { seatOf, visitOf, type Matter, type Seat, type Visit } from './matter';
import type { signoffCommands } from './messages';
import { draftStep, keyOfOwner, type Owner } from './route';
import { byOf, isOwner, notOpen, refusal, standing, unless, type By } from './rules';
import { leadsOver } from './supervisors';
import { openSeatsOf } from './tally';

type ActsOnClocks = 'pauseClock' | 'resumeClock' | 'followUpLapse';

/**
 * Who may stop and start the clock of a step: who owes an act there now, or a leader of the district government or the city. The
 * drafter's own clock is for such a leader alone: nobody puts off their own last day.
 */
function entitled(matter: Matter, visit: Visit, by: By, authority: AnyFacts['authority']): Owner | undefined {
  const signs = visit.step !== draftStep;
  const seat = openSeatsOf(matter, visit).find(({ owner }) => signs && isOwner(by, owner));
  return seat?.owner ?? leadsOver(matter, by, authority);
}

/** What stands against touching the clock of the step a seat belongs to: the step is under way, and one is entitled. */
function untouchable(
  matter: Matter,
  { id, visit, seat }: { id: string; visit: Visit | undefined; seat: Seat | undefined },
  by: By,
  facts: AnyFacts,
): Breach[] {
  if (!visit || !seat) return refusal('P-UNKNOWN', '本事项的办理席位', id, '从待办中打开后办理', 'seat');
  if (visit.status !== 'active') {
    return refusal('P-ORDER', '正在办理的环节', '该环节已办结、退回或暂停办理', '查看办理过程，对正在办理的环节办理');
  }
  return entitled(matter, visit, by, facts.authority)
    ? []
    : refusal(
        'P-WHO',
        visit.step === draftStep
          ? '区政府或市级部门的分管领导、主要负责人'
          : '本环节的待办人，或区政府、市级部门的领导',
        standing(by),
        '由有权停止计时的岗位办理',
      );
}

/** Nothing is put off that is late already. */
const ranOut = ({ escalations }: Matter, open: readonly Seat[]): Breach[] =>
  open.every(({ id }) => escalations.some((one) => one.key === id && one.over === null))
    ? refusal('R-OA-17', '未逾期的环节', '本环节的待办均已逾期', '尽快办理；逾期后不能暂停计时')
    : [];

const alreadyStopped = (matter: Matter, visit: Visit): Breach[] => {
  const pause = standingPause(matter, visit.id);
  return pause
    ? refusal('R-OA-17', '正在计时的环节', `已自 ${civilDateOf(pause.from)} 暂停计时`, '恢复计时后方可再次暂停')
    : [];
};

/** The body waited for must be one that is on record. */
const nobodyAwaited = (awaited: string, { bodies = {} }: AnyFacts): Breach[] =>
  bodies[awaited] ? [] : refusal('P-UNKNOWN', '已登记的机构', awaited, '选择要等待的单位', 'awaited');

/** By the superior it was brought before, once, while the duty is still owed. @rule R-OA-14 */
function cannotFollowUp(escalation: Escalation | undefined, id: string, by: By): Breach[] {
  if (!escalation) return refusal('P-UNKNOWN', '本事项的逾期提请', id, '从待办中打开后办理', 'escalation');
  if (!isOwner(by, escalation.to)) return refusal('P-WHO', keyOfOwner(escalation.to), standing(by), '由该岗位办理');
  if (escalation.followedUp) return refusal('P-ONCE', '尚未督促', '已督促', '无须再办理');
  return escalation.over ? refusal('P-ONCE', '仍在逾期的待办', '该待办已办结', '无须再办理') : [];
}

export const decideClocks: Pick<Handlers<Matter, typeof signoffCommands, SignoffEvents>, ActsOnClocks> = {
  pauseClock: (matter, command, facts) => {
    const { seat: id, reason, awaited, note } = command.data;
    const by = byOf(command, facts);
    const at = { id, visit: visitOf(matter, id), seat: seatOf(matter, id) };
    const breaches = unless(notOpen(matter), () =>
      unless(untouchable(matter, at, by, facts), () => [
        ...alreadyStopped(matter, at.visit!),
        ...ranOut(matter, openSeatsOf(matter, at.visit!)),
        ...nobodyAwaited(awaited, facts),
      ]),
    );
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'ClockPaused',
          data: {
            pause: `p${matter.pauses.length + 1}`,
            visit: at.visit!.id,
            reason,
            awaited,
            by: entitled(matter, at.visit!, by, facts.authority)!,
            note,
            from: command.at,
          },
        },
      ],
    }));
  },

  resumeClock: (matter, command, facts) => {
    const { seat: id, note } = command.data;
    const by = byOf(command, facts);
    const at = { id, visit: visitOf(matter, id), seat: seatOf(matter, id) };
    const pause = at.visit && standingPause(matter, at.visit.id);
    const breaches = unless(notOpen(matter), () =>
      unless(untouchable(matter, at, by, facts), () =>
        pause ? [] : refusal('R-OA-17', '已暂停计时的环节', '正在计时', '无须恢复'),
      ),
    );
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'ClockResumed',
          data: {
            pause: pause!.id,
            by: entitled(matter, at.visit!, by, facts.authority)!,
            note,
            from: pause!.from,
            to: command.at,
          },
        },
      ],
    }));
  },

  followUpLapse: (matter, command, facts) => {
    const { escalation: id, note } = command.data;
    const by = byOf(command, facts);
    const escalation = matter.escalations.find((one) => one.id === id);
    return judge(command, cannotFollowUp(escalation, id, by), () => ({
      events: [{ type: 'LapseFollowedUp', data: { escalation: id, note } }],
    }));
  },
};
