import { z } from 'zod';
import { command } from '../command';
import { employerRoles } from '../organization/roles';
import { bp, civilDate, fen, freeText, passage, personRef, postId, segmentId, shortText } from '../shapes';
import { attendanceMethods, delayCauses, inspectionTopics, type DelayCause, type InspectionTopic } from './state';

const attendanceKeepers = ['laborPayOfficer', ...employerRoles] as const;
const inspectors = ['owner', 'supervisionEngineer', 'township', 'villageSupervision', 'sectorDepartment'] as const;

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请按“08:00”填写时间')
  .meta({ widget: 'time' });
const dayMinutes = 24 * 60;

export const constructionCommands = {
  startWorks: command({
    stream: 'project',
    stage: 'construction',
    via: 'workflow',
    clause: 'CL-23',
    who: employerRoles,
    byEmployer: true,
    reads: [],
    schema: z.strictObject({
      segmentId,
      on: civilDate,
      /** what the rights board on site shows @rule R-PAY-27 */
      rightsBoard: z.strictObject({
        unitsAndOfficer: z.boolean(),
        minimumWageAndPayDay: z.boolean(),
        complaintRoutes: z.boolean(),
      }),
      /** money the employer would have to lay out for the works in advance @rule R-INV-14 */
      prefinancedFen: fen,
    }),
    restsOnRevision: true,
  }),
  recordAttendance: command({
    stream: 'project',
    stage: 'construction',
    via: 'direct',
    clause: 'CL-32',
    who: [...attendanceKeepers],
    byEmployer: true,
    reads: ['rosterOf', 'coursesOf', 'attendance', 'daysHeld'],
    schema: z.strictObject({
      segmentId,
      on: civilDate,
      method: z.enum(attendanceMethods),
      workers: z
        .array(
          z.strictObject({
            personRef,
            postId,
            cameAt: clock,
            leftAt: clock,
            minutes: z.int().min(1).max(dayMinutes),
            outputMilli: z.int().nonnegative().default(0),
          }),
        )
        .min(1)
        .max(500),
    }),
  }),
  /** A later edition of a day's rows; 0 minutes without times strike a row out. The old value is kept. @rule R-ATT-10 R-ATT-16 */
  correctAttendance: command({
    stream: 'project',
    stage: 'construction',
    via: 'direct',
    clause: 'CL-32',
    who: [...attendanceKeepers],
    byEmployer: true,
    reads: ['rosterOf', 'coursesOf', 'attendance', 'daysHeld', 'sheetPeriods'],
    schema: z.strictObject({
      segmentId,
      on: civilDate,
      method: z.enum(attendanceMethods),
      reason: freeText(),
      /** mends a disputed line, which left the batch: it counts in the day's own month although the sheet exists @rule R-WAGE-22 */
      settlesDispute: z.boolean().default(false),
      workers: z
        .array(
          z.strictObject({
            personRef,
            postId,
            cameAt: clock.nullable(),
            leftAt: clock.nullable(),
            minutes: z.int().min(0).max(dayMinutes),
            outputMilli: z.int().nonnegative().default(0),
          }),
        )
        .min(1)
        .max(500),
    }),
  }),
  sealDay: command({
    stream: 'project',
    stage: 'construction',
    via: 'direct',
    clause: 'CL-32',
    who: [...attendanceKeepers],
    byEmployer: true,
    reads: ['attendance'],
    schema: z.strictObject({ segmentId, on: civilDate }),
    restsOnRevision: true,
  }),
  reportProgress: command({
    stream: 'project',
    stage: 'construction',
    via: 'workflow',
    clause: 'CL-23',
    who: employerRoles,
    byEmployer: true,
    reads: [],
    schema: z.strictObject({
      segmentId,
      progressBp: bp,
      plannedBp: bp,
      delayCause: z.enum(delayCauses).nullable().default(null),
    }),
  }),
  recordInspection: command({
    stream: 'project',
    stage: 'construction',
    via: 'workflow',
    clause: 'CL-23',
    who: [...inspectors],
    reads: [],
    schema: z.strictObject({
      segmentId,
      on: civilDate,
      topic: z.enum(inspectionTopics),
      standard: shortText(),
      conclusion: passage(2000),
      defects: z.array(z.strictObject({ place: shortText(60), description: passage(500) })).max(50),
    }),
  }),
  closeDefect: command({
    stream: 'project',
    stage: 'construction',
    via: 'workflow',
    clause: 'CL-23',
    who: [...inspectors],
    reads: [],
    schema: z.strictObject({
      segmentId,
      defectId: z
        .string()
        .regex(/^d\d{1,4}$/)
        .meta({ widget: 'defect' }),
      on: civilDate,
      remedy: passage(500),
    }),
  }),
  reportCompletion: command({
    stream: 'project',
    stage: 'construction',
    via: 'workflow',
    clause: 'CL-23',
    who: employerRoles,
    byEmployer: true,
    reads: [],
    schema: z.strictObject({ segmentId, on: civilDate }),
    restsOnRevision: true,
    leaves: true,
  }),
};

export interface ConstructionEvents {
  WorksStarted: { segmentId: string; on: string };
  /** rows: `attendance`, edition 1 */
  AttendanceRecorded: { segmentId: string; on: string; minutes: number };
  /** rows: `attendance`, each a later edition; what the day's standing sums gain or lose */
  AttendanceCorrected: {
    segmentId: string;
    on: string;
    reason: string;
    /** pay period in which the difference counts */
    countsIn: string;
    minutesGained: number;
    personsGained: number;
  };
  AttendanceSealed: { segmentId: string; on: string; persons: number; minutes: number; digest: string };
  ProgressReported: { segmentId: string; progressBp: number; plannedBp: number; delayCause: DelayCause | null };
  InspectionRecorded: {
    segmentId: string;
    on: string;
    by: string;
    topic: InspectionTopic;
    standard: string;
    conclusion: string;
    defects: readonly { id: string; place: string; description: string }[];
  };
  DefectClosed: { segmentId: string; defectId: string; on: string; by: string; remedy: string };
  CompletionReported: { segmentId: string; on: string };
}
