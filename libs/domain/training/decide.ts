import type { Handlers } from '../handlers';
import { atSegment, byEmployer, employerFor, hiringStages, notAhead } from '../mobilization/segment-order';
import { postOf } from '../mobilization/state';
import type { Project, Segment } from '../project';
import type { CourseRow } from '../rows';
import { breach, broken, judge, type Breach } from '../rules';
import { courseRows, heldOf, subsidyClaims } from './course-rows';
import type { trainingCommands, TrainingEvents } from './messages';
import { courseRules, disclosureRules, projectCourseRules, trainingGates } from './rules';

/** The technical manager is the employer's. */
function ofEmployer(project: Project, segment: Segment, body: string): Breach[] {
  const employer = employerFor(project, segment);
  if (body === employer) return [];
  return [breach('P-WHO', { need: '用工单位的技术负责人', found: body, mend: '由用工单位办理' })];
}

export const decideTraining: Handlers<Project, typeof trainingCommands, TrainingEvents> = {
  recordCourse: (project, command, facts) =>
    atSegment(project, command.data.segmentId, hiringStages, () => {
      const { data, stream, id } = command;
      const { segmentId } = data;
      return judge(command, [...broken(courseRules, { data, facts }), ...broken(projectCourseRules, data)], () => ({
        events: [
          {
            type: 'CourseRecorded',
            data: { segmentId, ...heldOf(data) },
            rows: { table: 'course', rows: courseRows(data, { projectId: project.id, segmentId }) },
          },
        ],
        claims: subsidyClaims(data, `${stream}#${id}`),
      }));
    }),

  recordDisclosure: (project, command, facts) =>
    atSegment(project, command.data.segmentId, hiringStages, (segment) => {
      const { data, actor } = command;
      const { segmentId, postId, on, minutes, content, workers } = data;
      return judge(
        command,
        [
          ...ofEmployer(project, segment, actor.body),
          ...notAhead(on, facts.on),
          ...broken(disclosureRules, { segment, data, facts }),
        ],
        () => {
          const skill = postOf(segment.mobilization, postId)?.skill ?? null;
          const row = {
            projectId: project.id,
            segmentId,
            course: 'disclosure',
            skill,
            on,
            minutes,
            passed: true,
            subsidyFen: 0,
          } as const;
          return {
            events: [
              {
                type: 'DisclosureRecorded',
                data: { segmentId, postId, on, minutes, content },
                rows: { table: 'course', rows: workers.map(({ personRef }): CourseRow => ({ ...row, personRef })) },
              },
            ],
          };
        },
      );
    }),

  clearFirstShift: (project, command, facts) =>
    atSegment(project, command.data.segmentId, ['training'], (segment) =>
      judge(
        command,
        [
          ...byEmployer(project, segment, command.actor),
          ...broken(trainingGates, { project, segment, facts, on: facts.on }),
        ],
        () => {
          const { agreed, safetyPassed, skillPassed, disclosed } = facts.coverage;
          return {
            events: [
              {
                type: 'FirstShiftCleared',
                data: { segmentId: segment.id, agreed, safetyPassed, skillPassed, disclosed },
              },
            ],
          };
        },
      ),
    ),
};
