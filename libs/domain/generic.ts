import { z } from 'zod';
import { command } from './command';
import type { DutiesChanged, DutyLapsed, DutyReminded } from './duty';

/** Commands every stream with duties understands. They move bookkeeping alone and make nobody's reading stale. */
export const genericCommands = {
  /** A duty's instant has passed: a timer of the stream's workflow says so. */
  lapseDuty: command({
    stream: 'project',
    stage: 'cross',
    via: 'workflow',
    clause: 'CL-51',
    who: ['system'],
    reads: ['superiors'],
    schema: z.strictObject({ key: z.string().max(200), dueAt: z.iso.datetime() }),
  }),
  /** A duty falls due before long: a timer of the stream's workflow reminds its owner. @rule R-OA-11 */
  remindDuty: command({
    stream: 'project',
    stage: 'cross',
    via: 'workflow',
    clause: 'CL-24',
    who: ['system'],
    reads: [],
    schema: z.strictObject({ key: z.string().max(200), remindAt: z.iso.datetime() }),
  }),
  /** Rulebook, calendar or organization changed: due instants are worked out afresh. */
  reviewDuties: command({
    stream: 'project',
    stage: 'cross',
    via: 'direct',
    clause: 'CL-51',
    who: ['system'],
    reads: [],
    schema: z.strictObject({ cause: z.string().max(200) }),
  }),
};

export interface GenericEvents {
  DutiesChanged: DutiesChanged;
  DutyReminded: DutyReminded;
  DutyLapsed: DutyLapsed;
  WarningAccepted: { rule: string; need: string; found: string; reason: string };
}

/** Bookkeeping: these never make a reader stale. */
const bookkeeping = new Set<string>(['DutiesChanged', 'DutyReminded', 'DutyLapsed', 'WarningAccepted']);
export const isSubstantive = (type: string): boolean => !bookkeeping.has(type);

/**
 * The day's work: it goes on while a matter is under way, is shown in no document that is signed, and is looked at afresh by the
 * rules of whatever it matters to. A signature is not stale for it.
 */
const daysWork = new Set<string>([
  'WorkersEnrolled',
  'AgreementsSigned',
  'WorkerWithdrawn',
  'InsuranceRecorded',
  'RosterChecked',
  'CourseRecorded',
  'DisclosureRecorded',
  'AttendanceRecorded',
  'AttendanceCorrected',
  'AttendanceSealed',
  'ProgressReported',
  'WagePeriodNoted',
  'WagePeriodSettlementNoted',
]);
export const bearsOnDecisions = (type: string): boolean => isSubstantive(type) && !daysWork.has(type);
