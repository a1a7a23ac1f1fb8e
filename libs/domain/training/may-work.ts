import { standingOf } from '../mobilization/standing';
import type { JobPost } from '../mobilization/state';
import type { CourseRow, RosterRow } from '../rows';
import type { RuleId } from '../rulebook/register/register';

/** A requirement a person does not meet, with what would meet it. */
export interface Unmet {
  rule: RuleId;
  need: string;
}

export interface Person {
  personRef: string;
  projectId: string;
  segmentId: string;
  /** the person's rows, oldest first; rows of others are passed over */
  roster: readonly RosterRow[];
  /** course results of the person, any project */
  courses: readonly CourseRow[];
}

/**
 * What keeps a person from working on a post on a civil date: nothing when the list is empty. The roster and an agreement for
 * everyone, safety training of this site or of the district for everyone, skill courses and disclosure for key posts.
 * @rule R-ROST-10 R-QUAL-03 R-TRAIN-02 R-TRAIN-04 R-TRAIN-10 R-TRAIN-12 R-TRAIN-18 R-DISC-01
 */
export function mayWork(person: Person, post: JobPost, on: string): Unmet[] {
  const standing = standingOf(person.roster, person.segmentId, person.personRef, on);
  return [
    ...(standing ? [] : [unmet('R-ROST-10', '在本环节名册上')]),
    ...(standing && standing.agreement === null ? [unmet('R-ROST-10', '有劳动合同或用工书面协议')] : []),
    ...(standing && standing.postId !== post.id ? [unmet('R-QUAL-03', '在名册登记的岗位上工作')] : []),
    ...(standing && isSpecial(post) && (standing.certifiedUntil ?? '') < on
      ? [unmet('R-TRAIN-18', '特种作业证书在当日有效')]
      : []),
    ...safety(person, on),
    ...(post.key ? [...preJob(person, post, on), ...disclosure(person, post, on)] : []),
  ];
}

const unmet = (rule: RuleId, need: string): Unmet => ({ rule, need });

/** Special operations: dangerous posts that need a skill of their own. @rule R-TRAIN-18 */
const isSpecial = ({ riskClass, skill }: JobPost): boolean => riskClass === 'hazardControlled' && skill !== null;

const passedOf = ({ personRef, courses }: Person, course: CourseRow['course']): CourseRow[] =>
  courses.filter((row) => row.personRef === personRef && row.course === course && row.passed);

/** Trained, but after the day: the order of training and work was turned round. @rule R-TRAIN-02 */
const judgeBy = (rows: readonly CourseRow[], on: string, rule: RuleId, need: string): Unmet[] => {
  if (rows.some((row) => row.on <= on)) return [];
  return rows.length > 0 ? [unmet('R-TRAIN-02', `${need}，且先于上岗`)] : [unmet(rule, need)];
};

function safety(person: Person, on: string): Unmet[] {
  const passed = passedOf(person, 'safety');
  const here = passed.filter(({ projectId }) => projectId === null || projectId === person.projectId);
  if (here.length === 0 && passed.length > 0) return [unmet('R-TRAIN-12', '进入新工地前重新参加安全生产培训')];
  return judgeBy(here, on, 'R-TRAIN-10', '安全生产培训合格');
}

const preJob = (person: Person, { skill }: JobPost, on: string): Unmet[] =>
  judgeBy(
    passedOf(person, 'skill').filter((row) => skill === null || row.skill === skill),
    on,
    'R-TRAIN-04',
    '关键岗位岗前培训合格',
  );

const disclosure = (person: Person, { skill }: JobPost, on: string): Unmet[] =>
  judgeBy(
    passedOf(person, 'disclosure').filter(
      (row) => row.projectId === person.projectId && row.segmentId === person.segmentId && row.skill === skill,
    ),
    on,
    'R-DISC-01',
    '关键岗位技术交底由双方签字',
  );
