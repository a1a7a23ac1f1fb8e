import type { DataOf } from '../command';
import { formatMinutes } from './worked-time';
import type { BaseFacts, FactValues } from '../facts';
import { namedBefore, perWorker } from '../mobilization/per-worker';
import { postOf } from '../mobilization/state';
import type { Segment } from '../project';
import type { AttendanceRow } from '../rows';
import type { RuleId } from '../rulebook/register/register';
import { check, type Check, type Comparison } from '../rules';
import { mayWork, type Unmet } from '../training/may-work';
import type { constructionCommands } from './messages';
import { isSealed } from './state';

export type Correcting = DataOf<typeof constructionCommands.correctAttendance>;
export type Entry = Correcting['workers'][number];

/** A day's entries, new or corrected, and all that bears on them. */
export interface Attending {
  projectId: string;
  /** the segment as holder of a person's day: `<stream>/<segmentId>` */
  holder: string;
  segment: Segment;
  on: string;
  workers: readonly Entry[];
  facts: BaseFacts & Pick<FactValues, 'rosterOf' | 'coursesOf' | 'attendance' | 'daysHeld'>;
}

const yes = (holds: boolean, need: string, found: string, mend: string, field = 'on'): Comparison => ({
  holds,
  need,
  found,
  mend,
  field,
});

/** Entries that say somebody worked; the others strike a day out. */
const works = ({ minutes }: Entry): boolean => minutes > 0;

/** The person's row of that day as it stands, struck out or not. */
export const standingRow = (
  { on, facts, segment }: Pick<Attending, 'on' | 'segment'> & { facts: Pick<FactValues, 'attendance'> },
  personRef: string,
): AttendanceRow | undefined =>
  facts.attendance.rows.find((row) => row.on === on && row.segmentId === segment.id && row.personRef === personRef);

function unmetOf({ projectId, segment, on, facts }: Attending, { personRef, postId }: Entry): Unmet[] {
  const post = postOf(segment.mobilization, postId);
  if (!post) return [];
  const person = { personRef, projectId, segmentId: segment.id, roster: facts.rosterOf, courses: facts.coursesOf };
  return mayWork(person, post, on);
}

/** Nobody through a gate that is shut: one check per rule of `mayWork`. */
const gate = (rule: RuleId, need: string, mend: string): Check<Attending> =>
  check(rule, (input) =>
    perWorker(input.workers, (entry) => works(entry) && unmetOf(input, entry).some((unmet) => unmet.rule === rule), {
      need,
      fault: '不符合',
      mend,
    }),
  );

const clockMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Times that hold the minutes claimed, or none where the day is struck out. */
const timesFit = ({ cameAt, leftAt, minutes }: Entry): boolean =>
  minutes === 0
    ? cameAt === null && leftAt === null
    : cameAt !== null && leftAt !== null && minutes <= clockMinutes(leftAt) - clockMinutes(cameAt);

/** What every entry is held to, first or corrected. @clause CL-32 CL-23 CL-33 */
export const entryRules: readonly Check<Attending>[] = [
  check('P-TIME', ({ on, facts }) => yes(on <= facts.on, `不晚于 ${facts.on}`, on, '只登记已经过去或当日的考勤')),
  check('P-ORDER', ({ segment, on }) => {
    const { startedOn } = segment.construction;
    return yes(
      startedOn !== null && startedOn <= on,
      startedOn === null ? '已开工' : `不早于开工日 ${startedOn}`,
      startedOn === null ? '尚未开工' : on,
      '先办理“开工”，考勤从开工日起登记',
    );
  }),
  check('P-UNKNOWN', ({ segment, workers }) =>
    perWorker(workers, ({ postId }) => postOf(segment.mobilization, postId) === undefined, {
      need: '本环节已公布的岗位',
      fault: '岗位未公布',
      mend: '选择名册登记的岗位',
    }),
  ),
  check('R-ATT-10', ({ workers }) =>
    perWorker(workers, (entry) => !timesFit(entry), {
      need: '写明上下工时间，工时不超过其间隔；删去一日的工时为 0、不写时间',
      fault: '时间与工时不符',
      mend: '核对上下工时间和工时（分钟）',
    }),
  ),
  gate('R-ROST-10', '当日在名册上并有用工协议的人员', '先列入名册、登记协议；名册外人员的考勤先核查'),
  gate('R-QUAL-03', '在名册登记的、技能相符的岗位上工作', '按名册岗位登记；换岗位的先更正名册'),
  gate('R-TRAIN-18', '特种作业证书在当日有效', '更换人员，或更新证书'),
  gate('R-TRAIN-10', '安全生产培训合格', '培训合格后再安排上岗'),
  gate('R-TRAIN-12', '在本工地重新参加安全生产培训', '在本项目培训合格后再安排上岗'),
  gate('R-TRAIN-02', '先培训、后上岗', '培训合格之前的日期不得登记考勤'),
  gate('R-TRAIN-04', '关键岗位岗前培训合格', '培训合格后再安排上岗'),
  gate('R-DISC-01', '关键岗位技术交底由双方签字', '完成技术交底后再安排上岗'),
  check('R-ATT-15', ({ workers, facts, holder }) =>
    perWorker(
      workers,
      (entry) => {
        const held = facts.daysHeld[entry.personRef];
        return works(entry) && held !== undefined && held !== holder;
      },
      { need: '同一人同一日只在一处出勤', fault: '当日已在其他环节或项目出勤', mend: '核查后由登记有误的一方更正' },
    ),
  ),
  check('R-ATT-11', ({ workers, facts }) => {
    const usual = facts.parameters['worktime.day'];
    return perWorker(workers, ({ minutes }) => usual !== null && minutes > usual, {
      need: usual === null ? '未设定每日工时' : `每日工作不超过 ${formatMinutes(usual)}`,
      fault: '超过每日工时',
      mend: '核对工时，或说明加班原因',
    });
  }),
  check('R-ATT-12', ({ workers, facts }) => {
    const usual = facts.parameters['worktime.day'];
    const over = facts.parameters['overtime.day.max'];
    const most = usual === null || over === null ? null : usual + over;
    return perWorker(workers, ({ minutes }) => most !== null && minutes > most, {
      need: most === null ? '未设定加班上限' : `连同加班每日不超过 ${formatMinutes(most)}`,
      fault: '超过加班上限',
      mend: '核对工时，或说明抢险救灾等情形',
    });
  }),
];

/** A first entry: one per person and day, on a day that is still open. */
export const recordingRules: readonly Check<Attending>[] = [
  ...entryRules,
  check('R-ATT-01', (input) =>
    perWorker(
      input.workers,
      (entry, index) => namedBefore(input.workers, entry, index) || standingRow(input, entry.personRef) !== undefined,
      { need: '每人每日一条考勤', fault: '当日已有考勤', mend: '删去重复的行；已登记的用“更正考勤”' },
    ),
  ),
  check('R-ATT-16', ({ segment, on }) =>
    yes(
      !isSealed(segment.construction, on),
      '尚未封存的日期',
      isSealed(segment.construction, on) ? `${on} 已封存` : '未封存',
      '已封存日期的补记和变更用“更正考勤”办理',
    ),
  ),
];

/** A correction supersedes a row; on a sealed day it may also add somebody forgotten. */
export const correctingRules: readonly Check<Attending>[] = [
  ...entryRules,
  check('R-ATT-01', ({ workers }) =>
    perWorker(workers, (entry, index) => namedBefore(workers, entry, index), {
      need: '每人每日一条考勤',
      fault: '重复更正',
      mend: '删去重复的行',
    }),
  ),
  check('R-ATT-16', (input) =>
    perWorker(
      input.workers,
      (entry) =>
        standingRow(input, entry.personRef) === undefined &&
        !(works(entry) && isSealed(input.segment.construction, input.on)),
      { need: '更正已有的考勤，或为已封存日期补记', fault: '当日没有可更正的考勤', mend: '未封存日期用“登记考勤”办理' },
    ),
  ),
];
