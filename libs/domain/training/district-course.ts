import { command } from '../command';
import type { Evolvers } from '../event';
import type { Handlers } from '../handlers';
import { breach, broken, judge } from '../rules';
import type { Organization } from '../organization/organization';
import { courseRows, heldOf, subsidyClaims } from './course-rows';
import { course, type CourseHeld } from './messages';
import { courseRules } from './rules';

/** Courses a district's human-resources department holds before there is a project: they attach to people. @rule R-TRAIN-05 */
export const districtCourseCommands = {
  recordDistrictCourse: command({
    stream: 'organization',
    stage: 'training',
    via: 'direct',
    clause: 'CL-33',
    who: ['humanResources'],
    reads: ['people', 'coursesOf'],
    schema: course,
  }),
};

export interface DistrictCourseEvents {
  /** rows: `course`, without project */
  DistrictCourseRecorded: CourseHeld;
}

export const decideDistrictCourse: Handlers<Organization, typeof districtCourseCommands, DistrictCourseEvents> = {
  recordDistrictCourse: (organization, command, facts) => {
    const { data, actor, stream, id } = command;
    const own =
      actor.body === organization.id && data.organizer === organization.id
        ? []
        : [
            breach('P-WHO', {
              need: '本部门举办的培训',
              found: data.organizer,
              mend: '由举办培训的部门登记',
              field: 'organizer',
            }),
          ];
    return judge(command, [...own, ...broken(courseRules, { data, facts })], () => ({
      events: [
        {
          type: 'DistrictCourseRecorded',
          data: heldOf(data),
          rows: { table: 'course', rows: courseRows(data, { projectId: null, segmentId: null }) },
        },
      ],
      claims: subsidyClaims(data, `${stream}#${id}`),
    }));
  },
};

/** Results are people's rows; the department itself does not change. */
export const evolveDistrictCourse: Evolvers<Organization, DistrictCourseEvents> = {
  DistrictCourseRecorded: (organization) => organization,
};
