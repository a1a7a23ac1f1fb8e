import type { z } from 'zod';
import type { BaseFacts, FactValues } from '../facts';
import { namedBefore, perWorker } from '../mobilization/per-worker';
import type { AtGate } from '../mobilization/rules';
import { standingOf } from '../mobilization/standing';
import { postOf } from '../mobilization/state';
import { formatYuan, sumFen } from '../money';
import type { Segment } from '../project';
import { check, type Check, type Comparison } from '../rules';
import type { DataOf } from '../command';
import type { course, trainingCommands } from './messages';

export type Course = z.output<typeof course>;

export interface Holding {
  data: Course;
  facts: Pick<BaseFacts, 'on'> & Pick<FactValues, 'people' | 'coursesOf'>;
}

const yes = (holds: boolean, need: string, found: string, mend: string, field?: string): Comparison => ({
  holds,
  need,
  found,
  mend,
  ...(field && { field }),
});

/** Training money is claimed once for a person and course. @rule R-TRAIN-01 */
export const subsidyKey = (personRef: string, { course: kind, skill }: Pick<Course, 'course' | 'skill'>): string =>
  `${personRef}/${kind}/${skill ?? '-'}`;

const knownPeople = <W extends { personRef: string }>(
  workers: readonly W[],
  people: FactValues['people'],
): Comparison =>
  perWorker(workers, ({ personRef }) => !people[personRef] || people[personRef].erased, {
    need: '已实名登记的人员',
    fault: '未登记或已注销',
    mend: '先办理实名登记',
  });

/** What every course is held to, in a project or held by a district. @clause CL-33 */
export const courseRules: readonly Check<Holding>[] = [
  check('P-UNKNOWN', ({ data, facts }) => knownPeople(data.workers, facts.people)),
  check('P-ONCE', ({ data }) =>
    perWorker(data.workers, (worker, index) => namedBefore(data.workers, worker, index), {
      need: '每人在一期培训中登记一次',
      fault: '重复登记',
      mend: '删去重复的行',
    }),
  ),
  check('R-TRAIN-11', ({ data, facts }) =>
    yes(
      data.on <= facts.on && (data.course === 'safety') === (data.skill === null),
      '培训已举行；技能培训写明技能，安全培训不写',
      data.on > facts.on ? `${data.on} 尚未到` : data.skill === null ? '未写明技能' : `技能 ${data.skill}`,
      '按实际举行的日期和内容登记',
      data.on > facts.on ? 'on' : 'skill',
    ),
  ),
  check('R-TRAIN-01', ({ data }) => {
    const claimedFen = sumFen(data.workers.map(({ subsidyFen }) => subsidyFen));
    const sourced = data.spentFen === 0 || data.moneySource !== null;
    return yes(
      claimedFen <= data.spentFen && sourced,
      '写明培训资金来源，个人补贴合计不超过本期用款',
      sourced ? `补贴合计 ${formatYuan(claimedFen)}，用款 ${formatYuan(data.spentFen)}` : '未写明资金来源',
      '补充资金来源，核对每人补贴和本期用款',
      sourced ? 'spentFen' : 'moneySource',
    );
  }),
  check('R-TRAIN-01', ({ data, facts }) =>
    perWorker(
      data.workers,
      ({ personRef, subsidyFen }) =>
        subsidyFen > 0 &&
        facts.coursesOf.some(
          (row) =>
            row.personRef === personRef && row.subsidyFen > 0 && row.course === data.course && row.skill === data.skill,
        ),
      { need: '同一人同一课程只申领一次补贴', fault: '已申领过该课程补贴', mend: '将其补贴改为零' },
    ),
  ),
];

/** A course of a project: the employer takes part. @clause CL-33 */
export const projectCourseRules: readonly Check<{ employerTookPart: boolean }>[] = [
  check('R-TRAIN-03', ({ employerTookPart }) =>
    yes(
      employerTookPart,
      '施工单位（或自主建设的村集体）参与培训',
      employerTookPart ? '已参与' : '未参与',
      '由用工单位参与后再登记',
      'employerTookPart',
    ),
  ),
];

export interface Disclosing {
  segment: Segment;
  data: DataOf<typeof trainingCommands.recordDisclosure>;
  facts: Pick<FactValues, 'people' | 'rosterOf'> & Pick<BaseFacts, 'on'>;
}

/** Technical disclosure before work, signed by both sides. @clause CL-33 */
export const disclosureRules: readonly Check<Disclosing>[] = [
  check('P-UNKNOWN', ({ segment, data }) =>
    yes(
      postOf(segment.mobilization, data.postId) !== undefined,
      '本环节已公布的岗位',
      data.postId,
      '选择已公布的岗位',
      'postId',
    ),
  ),
  check('P-ONCE', ({ data }) =>
    perWorker(data.workers, (worker, index) => namedBefore(data.workers, worker, index), {
      need: '每人在一次交底中登记一次',
      fault: '重复登记',
      mend: '删去重复的行',
    }),
  ),
  check('R-DISC-01', ({ segment, data, facts }) =>
    perWorker(
      data.workers,
      ({ personRef }) => standingOf(facts.rosterOf, segment.id, personRef)?.postId !== data.postId,
      {
        need: '交底对象是名册上该岗位的人员',
        fault: '不在该岗位的名册上',
        mend: '按岗位分别登记交底',
      },
    ),
  ),
  check('R-DISC-10', ({ data }) => {
    const workers = perWorker(data.workers, ({ signed }) => !signed, {
      need: '技术负责人和作业人员双方签字',
      fault: '未签字',
      mend: '补签后再登记',
    });
    return data.signedByTechnicalManager
      ? workers
      : { ...workers, holds: false, found: '技术负责人未签字', field: 'signedByTechnicalManager' };
  }),
];

/** Gates of training: met before the first shift. @clause CL-33 */
export const trainingGates: readonly Check<AtGate>[] = [
  check('R-TRAIN-02', ({ facts }) => {
    const agreed = facts.coverage?.agreed ?? 0;
    return yes(agreed > 0, '首班有已签协议的人员', `已签协议 ${agreed} 人`, '先为首班人员登记用工协议');
  }),
  check('R-TRAIN-10', ({ facts }) => {
    const { agreed = 0, safetyPassed = 0 } = facts.coverage ?? {};
    return yes(
      safetyPassed >= agreed,
      '已签协议人员安全生产培训全部合格',
      `${agreed} 人中 ${safetyPassed} 人合格`,
      '由用工单位办理“登记培训”（安全生产）',
    );
  }),
  check('R-ROST-12', ({ facts }) => {
    const { enrolled = 0, safetyPassed = 0 } = facts.coverage ?? {};
    return yes(
      safetyPassed > 0,
      '进场前的基本安全培训与实名登记一并留存',
      `在册 ${enrolled} 人，培训合格 ${safetyPassed} 人`,
      '登记进场前的基本安全培训',
    );
  }),
  check('R-TRAIN-04', ({ facts }) => {
    const { skillNeeded = 0, skillPassed = 0 } = facts.coverage ?? {};
    return yes(
      skillPassed >= skillNeeded,
      '关键岗位人员岗前培训全部合格',
      `${skillNeeded} 人中 ${skillPassed} 人合格`,
      '由人力社保部门或用工单位办理“登记培训”（劳动技能）',
    );
  }),
  check('R-DISC-01', ({ facts }) => {
    const { skillNeeded = 0, disclosed = 0 } = facts.coverage ?? {};
    return yes(
      disclosed >= skillNeeded,
      '关键岗位人员全部完成技术交底',
      `${skillNeeded} 人中 ${disclosed} 人已交底`,
      '由技术负责人办理“登记技术交底”',
    );
  }),
];
