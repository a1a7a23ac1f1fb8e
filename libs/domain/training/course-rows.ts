import type { CourseRow } from '../rows';
import type { Claim } from '../rules';
import type { CourseHeld } from './messages';
import { subsidyKey, type Course } from './rules';

/** The course without its people: what an event may hold. */
export const heldOf = ({
  course,
  skill,
  on,
  minutes,
  organizer,
  content,
  moneySource,
  spentFen,
  workers,
}: Course): CourseHeld => ({
  course,
  skill,
  on,
  minutes,
  organizer,
  content,
  moneySource,
  spentFen,
  passed: workers.filter(({ passed }) => passed).length,
  subsidyFen: workers.reduce((sum, { subsidyFen }) => sum + subsidyFen, 0),
});

/** One row per person who took part. */
export const courseRows = (
  { course, skill, on, minutes, workers }: Course,
  place: Pick<CourseRow, 'projectId' | 'segmentId'>,
): CourseRow[] => workers.map((worker) => ({ ...place, course, skill, on, minutes, ...worker }));

/** One claim per subsidy, so that no other project or district can claim it again. @rule R-TRAIN-01 */
export const subsidyClaims = (data: Course, holder: string): Claim[] =>
  data.workers
    .filter(({ subsidyFen }) => subsidyFen > 0)
    .map(({ personRef }) => ({ kind: 'trainingSubsidy', key: subsidyKey(personRef, data), holder }));
