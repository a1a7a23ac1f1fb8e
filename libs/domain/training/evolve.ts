import { civilDateOf } from '../calendar';
import type { Evolvers } from '../event';
import { withSegment, type Project, type Segment } from '../project';
import type { TrainingEvents } from './messages';
import type { Training } from './state';

const trained = (project: Project, segmentId: string, change: (training: Training) => Partial<Training>): Project =>
  withSegment(project, segmentId, (segment): Segment => ({
    ...segment,
    training: { ...segment.training, ...change(segment.training) },
  }));

export const evolveTraining: Evolvers<Project, TrainingEvents> = {
  CourseRecorded: (project, { data }) =>
    trained(project, data.segmentId, ({ courses, safetyPassed, skillPassed, subsidyFen }) => ({
      courses: courses + 1,
      safetyPassed: safetyPassed + (data.course === 'safety' ? data.passed : 0),
      skillPassed: skillPassed + (data.course === 'skill' ? data.passed : 0),
      subsidyFen: subsidyFen + data.subsidyFen,
    })),
  DisclosureRecorded: (project, { data, rows }) =>
    trained(project, data.segmentId, ({ disclosures }) => ({ disclosures: disclosures + (rows?.count ?? 0) })),
  FirstShiftCleared: (project, { data, occurredAt }) =>
    withSegment(
      trained(project, data.segmentId, () => ({ clearedOn: civilDateOf(occurredAt) })),
      data.segmentId,
      (segment) => ({ ...segment, stage: 'construction' }),
    ),
};
