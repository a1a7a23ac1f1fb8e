import { addWorkingDays, civilDateOf } from '../calendar';
import type { AnyFacts } from '../facts';
import type { Handlers } from '../handlers';
import { judge, type Breach } from '../rules';
import { marksOwed, reportsOwed, type Circulation, type Supervision } from './around';
import { standingPause } from './clocks';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';
import type { signoffCommands } from './messages';
import { keyOfOwner, type Owner } from './route';
import { byOf, isOwner, notDrafter, notOpen, refusal, standing, unless, type By } from './rules';
import { leadOf, standsAbove } from './supervisors';
import { openSeats } from './tally';

type ActsAround =
  | 'copyMatter'
  | 'circulateMatter'
  | 'markRead'
  | 'superviseMatter'
  | 'reportOnSupervision'
  | 'closeSupervision'
  | 'urgeMatter';

const unique = (owners: readonly Owner[]): Owner[] => [
  ...new Map(owners.map((owner) => [keyOfOwner(owner), owner])).values(),
];

const theirs = (owed: readonly Owner[], by: By): Owner | undefined => owed.find((owner) => isOwner(by, owner));

/**
 * Who lies behind, as far as somebody may call on them: all who have the matter now for the district government's and the city's
 * leaders, else those of one's own body. @rule R-OA-12
 */
function callable(matter: Matter, { body }: By, authority: AnyFacts['authority']): Owner[] {
  const all = standsAbove(authority);
  return unique(openSeats(matter).map(({ owner }) => owner)).filter((owner) => all || owner.body === body);
}

function cannotSupervise(matter: Matter, by: By, { on, authority }: AnyFacts, dueOn: string): Breach[] {
  if (!leadOf(by)) {
    return refusal('P-WHO', '分管领导或主要负责人', standing(by), '由分管领导或主要负责人发起督办');
  }
  const open = matter.supervisions.some(({ closed, raiser }) => !closed && isOwner(by, raiser));
  return [
    ...(open ? refusal('P-ONCE', '您没有未办结的督办', '已有一项未办结', '先办结已有的督办') : []),
    ...(dueOn < on ? refusal('P-TIME', `不早于 ${on}`, dueOn, '填写今天或以后的日期', 'dueOn') : []),
    ...(callable(matter, by, authority).length > 0
      ? []
      : refusal('R-OA-12', '事项正由您可督办的岗位办理', '现在由其他单位办理', '请区政府分管领导督办，或由发起人催办')),
  ];
}

/** Marked by a reader who has not done so. */
function cannotMark(circulation: Circulation | undefined, id: string, by: By): Breach[] {
  if (!circulation) return refusal('P-UNKNOWN', '本事项的传阅', id, '从待办中打开后办理', 'circulation');
  if (!theirs(circulation.readers, by)) return refusal('P-WHO', '传阅对象', standing(by), '由传阅对象圈阅');
  return theirs(marksOwed(circulation), by) ? [] : refusal('P-ONCE', '尚未圈阅', '已经圈阅', '无须再办理');
}

const alreadyClosed = ({ closed }: Supervision): Breach[] =>
  closed ? refusal('P-ONCE', '未办结的督办', `已于 ${civilDateOf(closed.at)} 办结`, '无须再办理') : [];

const noSupervision = (id: string): Breach[] =>
  refusal('P-UNKNOWN', '本事项的督办', id, '从待办中打开后办理', 'supervision');

/** Reported by who was called on, as often as there is something to report. */
function cannotReport(supervision: Supervision | undefined, id: string, by: By): Breach[] {
  if (!supervision) return noSupervision(id);
  if (!theirs(supervision.reporters, by)) return refusal('P-WHO', '被督办的岗位', standing(by), '由被督办的岗位报告');
  return alreadyClosed(supervision);
}

/** Closed by the raiser alone, when all have reported or the matter itself has ended. @rule R-OA-12 */
function cannotClose({ status, supervisions }: Matter, id: string, by: By): Breach[] {
  const supervision = supervisions.find((one) => one.id === id);
  if (!supervision) return noSupervision(id);
  if (!isOwner(by, supervision.raiser)) return refusal('P-WHO', '督办人本人', standing(by), '由发起督办的领导办结');
  const silent = status === 'open' ? reportsOwed(supervision).map(keyOfOwner) : [];
  return unless(alreadyClosed(supervision), () =>
    silent.length === 0
      ? []
      : refusal(
          'R-OA-12',
          '被督办的岗位均已报告',
          `${silent.join('、')} 尚未报告`,
          '待其报告，或待事项办结后再办结督办',
        ),
  );
}

/** Whom a matter lies with already for reading. */
function circulatedAlready({ circulations }: Matter, readers: readonly Owner[]): Breach[] {
  const reading = circulations.flatMap(marksOwed).map(keyOfOwner);
  const again = readers.map(keyOfOwner).filter((key) => reading.includes(key));
  return again.length === 0
    ? []
    : refusal('P-ONCE', '不在传阅中的岗位', again.join('、'), '从名单中去掉已在传阅的岗位', 'readers');
}

/** @rule R-OA-11 */
function urgedLately({ urges }: Matter, at: string, { parameters, calendar }: AnyFacts): Breach[] {
  const last = urges.at(-1)?.at;
  const days = parameters['urge.interval'] ?? 2;
  const next = last && addWorkingDays(calendar, civilDateOf(last), days).on;
  if (last === undefined || next === undefined || civilDateOf(at) >= next) return [];
  const found = `上次催办 ${civilDateOf(last)}`;
  return refusal('R-OA-11', `距上次催办满 ${days} 个工作日`, found, `${next} 起可再次催办`);
}

/** Time that does not count is not urged. @rule R-OA-17 */
function clocksStand(matter: Matter): Breach[] {
  const active = matter.visits.filter(({ status }) => status === 'active');
  const stands = active.every(({ id }) => standingPause(matter, id) !== undefined);
  return stands ? refusal('R-OA-17', '有正在计时的环节', '在办的环节均已暂停计时', '待恢复计时后再催办') : [];
}

const nextId = (prefix: string, before: readonly unknown[]): string => `${prefix}${before.length + 1}`;

/** Acts around a matter: they show it, ask after it and watch over it, and decide nothing. */
export const decideAround: Pick<Handlers<Matter, typeof signoffCommands, SignoffEvents>, ActsAround> = {
  copyMatter: (matter, command) =>
    judge(command, notOpen(matter), () => ({ events: [{ type: 'Copied', data: command.data }] })),

  circulateMatter: (matter, command, facts) => {
    const readers = unique(command.data.readers);
    const data = {
      circulation: nextId('c', matter.circulations),
      from: { body: command.actor.body, post: facts.authority.postKinds[0]! },
      readers,
    };
    return judge(
      command,
      unless(notOpen(matter), () => circulatedAlready(matter, readers)),
      () => ({ events: [{ type: 'Circulated', data }] }),
    );
  },

  markRead: (matter, command, facts) => {
    const { circulation: id, note } = command.data;
    const by = byOf(command, facts);
    const circulation = matter.circulations.find((one) => one.id === id);
    return judge(command, cannotMark(circulation, id, by), () => ({
      events: [{ type: 'ReadMarked', data: { circulation: id, reader: theirs(marksOwed(circulation!), by)!, note } }],
    }));
  },

  superviseMatter: (matter, command, facts) => {
    const { demand, dueOn } = command.data;
    const by = byOf(command, facts);
    const breaches = unless(notOpen(matter), () => cannotSupervise(matter, by, facts, dueOn));
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'SupervisionRaised',
          data: {
            supervision: nextId('s', matter.supervisions),
            raiser: { body: by.body, post: leadOf(by)! },
            demand,
            dueOn,
            reporters: callable(matter, by, facts.authority),
          },
        },
      ],
    }));
  },

  reportOnSupervision: (matter, command, facts) => {
    const { supervision: id, report } = command.data;
    const by = byOf(command, facts);
    const supervision = matter.supervisions.find((one) => one.id === id);
    return judge(command, cannotReport(supervision, id, by), () => ({
      events: [
        {
          type: 'SupervisionReported',
          data: { supervision: id, reporter: theirs(supervision!.reporters, by)!, report },
        },
      ],
    }));
  },

  closeSupervision: (matter, command, facts) => {
    const { supervision: id, conclusion } = command.data;
    return judge(command, cannotClose(matter, id, byOf(command, facts)), () => ({
      events: [{ type: 'SupervisionClosed', data: { supervision: id, conclusion } }],
    }));
  },

  urgeMatter: (matter, command, facts) => {
    const breaches = unless(notOpen(matter), () => [
      ...notDrafter(matter, byOf(command, facts)),
      ...urgedLately(matter, command.at, facts),
      ...clocksStand(matter),
    ]);
    return judge(command, breaches, () => ({ events: [{ type: 'Urged', data: { by: 'drafter' } }] }));
  },
};
