import { z } from 'zod';
import { command } from '../command';
import { employerRoles } from '../organization/roles';
import { bodyRef, civilDate, fen, passage, personRef, postId, segmentId, shortText } from '../shapes';
import { courseKinds, type CourseKind } from './state';

/** What every course keeps, whoever holds it: time, content, who took part, result; and its money. @rule R-TRAIN-11 R-TRAIN-01 */
export const course = z.strictObject({
  course: z.enum(courseKinds),
  /** code of the skill it teaches; null for safety */
  skill: shortText(30).nullable().default(null),
  on: civilDate,
  minutes: z
    .int()
    .min(1)
    .max(60 * 200),
  organizer: bodyRef,
  content: passage(2000),
  /** where the training money comes from; null when none is claimed */
  moneySource: shortText(60).nullable().default(null),
  /** training money used for this course in all */
  spentFen: fen.default(0),
  workers: z
    .array(z.strictObject({ personRef, passed: z.boolean(), subsidyFen: fen.default(0) }))
    .min(1)
    .max(500),
});

export const trainingCommands = {
  recordCourse: command({
    stream: 'project',
    stage: 'training',
    via: 'direct',
    clause: 'CL-33',
    who: [...employerRoles, 'humanResources', 'sectorDepartment'],
    reads: ['people', 'coursesOf'],
    schema: course.extend({ segmentId, employerTookPart: z.boolean() }),
  }),
  recordDisclosure: command({
    stream: 'project',
    stage: 'training',
    via: 'direct',
    clause: 'CL-33',
    who: ['technicalManager', ...employerRoles],
    byEmployer: true,
    reads: ['people', 'rosterOf'],
    schema: z.strictObject({
      segmentId,
      postId,
      on: civilDate,
      minutes: z
        .int()
        .min(1)
        .max(60 * 24),
      /** hazards, precautions and emergency steps of the post */
      content: passage(2000),
      signedByTechnicalManager: z.boolean(),
      workers: z
        .array(z.strictObject({ personRef, signed: z.boolean() }))
        .min(1)
        .max(500),
    }),
  }),
  clearFirstShift: command({
    stream: 'project',
    stage: 'training',
    via: 'workflow',
    clause: 'CL-33',
    who: employerRoles,
    byEmployer: true,
    reads: ['coverage'],
    schema: z.strictObject({ segmentId }),
    restsOnRevision: true,
    leaves: true,
  }),
};

/** A course as the log keeps it; who took part and with what result is in its rows. */
export interface CourseHeld {
  course: CourseKind;
  skill: string | null;
  on: string;
  minutes: number;
  organizer: string;
  content: string;
  moneySource: string | null;
  spentFen: number;
  passed: number;
  subsidyFen: number;
}

export interface TrainingEvents {
  /** rows: `course` */
  CourseRecorded: CourseHeld & { segmentId: string };
  /** rows: `course`, one `disclosure` per worker */
  DisclosureRecorded: { segmentId: string; postId: string; on: string; minutes: number; content: string };
  FirstShiftCleared: {
    segmentId: string;
    agreed: number;
    safetyPassed: number;
    skillPassed: number;
    disclosed: number;
  };
}
