import { z } from 'zod';
import { command } from '../command';
import { employerRoles } from '../organization/roles';
import type { Parties } from '../parties';
import { bodyRef, civilDate, digest, fen, freeText, personRef, segmentId, shortText } from '../shapes';
import type { Move, Sheet } from './period';
import {
  closingGrounds,
  deductionKinds,
  lateGrounds,
  noticeWays,
  payWays,
  returnReasons,
  witnessedWays,
} from './state';

const base = { stream: 'wages', stage: 'wages', via: 'workflow', clause: 'CL-34' } as const;
const crowd = { ...base, via: 'direct' } as const;
const note = { stream: 'project', stage: 'wages', via: 'direct', clause: 'CL-34', who: ['system'], reads: [] } as const;

const calculation = ['project', 'periodAttendance', 'engagements', 'datedParameters', 'wageLines'] as const;

const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请按“2026-03”填写月份');
const edition = z.int().min(1).max(1000);
/** Lines by their workers; none named means every line that the act can take. */
const lines = z.array(z.strictObject({ personRef })).min(1).max(5000).optional();

const deduction = z.strictObject({
  personRef,
  kind: z.enum(deductionKinds),
  amountFen: fen,
  /** the paper it rests on; an empty one is refused with its rule */
  ground: z.string().trim().max(200),
});

/** Commands of `wages/<projectId>/<segmentId>/<YYYY-MM>`. @clause CL-34 */
export const wagesCommands = {
  openPeriod: command({
    ...base,
    who: ['laborPayOfficer', ...employerRoles, 'system'],
    reads: ['project'],
    schema: z.strictObject({ payOn: civilDate.optional() }),
    creates: true,
  }),
  drawUpSheet: command({
    ...base,
    who: ['laborPayOfficer'],
    reads: calculation,
    schema: z.strictObject({
      deductions: z.array(deduction).max(5000).default([]),
      /** lines of the employer's own sheet, to be compared with what the record gives */
      claimed: z
        .array(z.strictObject({ personRef, grossFen: fen }))
        .max(5000)
        .default([]),
    }),
  }),
  reviewSheet: command({
    ...base,
    who: ['township', 'villageSupervision', 'contractor', 'owner'],
    reads: [],
    schema: z.strictObject({ edition, outcome: z.enum(['agreed', 'returned']), opinion: freeText() }),
  }),
  confirmLine: command({
    ...crowd,
    who: ['worker'],
    reads: ['wageLines'],
    schema: z.strictObject({ personRef, edition }),
  }),
  disputeLine: command({
    ...crowd,
    who: ['worker'],
    reads: ['wageLines'],
    schema: z.strictObject({ personRef, edition, reason: freeText() }),
  }),
  confirmOnSite: command({
    ...crowd,
    who: ['laborPayOfficer'],
    reads: ['wageLines'],
    schema: z.strictObject({
      personRef,
      edition,
      way: z.enum(witnessedWays),
      witness: personRef.nullable().default(null),
      evidence: digest,
      /** the worker in person, or someone with written authority */
      by: z.enum(['worker', 'proxy']).default('worker'),
      authority: digest.nullable().default(null),
    }),
  }),
  resolveDispute: command({
    ...base,
    who: employerRoles,
    reads: calculation,
    schema: z.strictObject({
      personRef,
      outcome: z.enum(['corrected', 'upheld']),
      answer: freeText(),
      deductions: z.array(deduction).max(10).default([]),
    }),
  }),
  reserveDisputed: command({
    ...base,
    who: employerRoles,
    reads: [],
    schema: z.strictObject({ amountFen: fen, reference: shortText(60) }),
  }),
  markUnconfirmed: command({
    ...base,
    who: ['laborPayOfficer'],
    reads: ['wageLines'],
    schema: z.strictObject({
      lines,
      notices: z.array(z.strictObject({ on: civilDate, way: z.enum(noticeWays) })).max(20),
    }),
  }),
  recordPayment: command({
    ...base,
    who: employerRoles,
    reads: ['wageLines'],
    schema: z.strictObject({
      batch: shortText(60),
      lines,
      way: z.enum(payWays).default('card'),
      payee: z.enum(['worker', 'other']).default('worker'),
      /** another way than the worker's own card */
      exception: z
        .strictObject({ reason: freeText(), approver: shortText(60), proof: digest })
        .nullable()
        .default(null),
      /** why it comes after its day */
      late: z
        .strictObject({ ground: z.enum(lateGrounds), explanation: freeText() })
        .nullable()
        .default(null),
    }),
  }),
  recordReceipt: command({
    ...crowd,
    who: ['system', ...employerRoles],
    reads: ['wageLines'],
    schema: z.strictObject({
      lines: z
        .array(
          z.strictObject({
            personRef,
            outcome: z.enum(['received', 'returned']),
            reference: shortText(60),
            reason: z.enum(returnReasons).optional(),
          }),
        )
        .min(1)
        .max(5000),
    }),
  }),
  closeLine: command({
    ...base,
    who: ['township', 'humanResources'],
    reads: ['wageLines'],
    schema: z.strictObject({ personRef, ground: z.enum(closingGrounds), reference: shortText(60), evidence: digest }),
  }),
  fileLedger: command({
    ...base,
    who: ['laborPayOfficer', ...employerRoles],
    reads: [],
    schema: z.strictObject({
      filedWith: bodyRef,
      number: shortText(60),
      slipsIssued: z.int().min(0).max(100_000),
    }),
  }),
  settlePeriod: command({
    ...base,
    who: ['laborPayOfficer', ...employerRoles],
    reads: ['periodAttendance'],
    schema: z.strictObject({}),
  }),
};

const figures = z.strictObject({
  segmentId,
  period,
  lines: z.int().nonnegative(),
  netFen: fen,
  receivedFen: fen,
  reservedFen: fen,
  closedFen: fen,
});

/** What the project hears of its pay periods, and the act by which a segment leaves `wages`. */
export const segmentWagesCommands = {
  noteWagePeriodOpened: command({ ...note, schema: z.strictObject({ segmentId, period }) }),
  noteWagePeriodSettled: command({ ...note, schema: figures }),
  settleSegmentWages: command({
    stream: 'project',
    stage: 'wages',
    via: 'workflow',
    clause: 'CL-34',
    who: ['laborPayOfficer', ...employerRoles],
    byEmployer: true,
    reads: ['sealedMonths'],
    schema: z.strictObject({ segmentId }),
    leaves: true,
    restsOnRevision: true,
  }),
};

type Moves = { moves: readonly Move[] };

export interface WagesEvents {
  PeriodOpened: {
    /** whose rulebook counts its limits; of periods opened before it was told, none */
    district?: string;
    parties: Parties;
    employers: readonly string[];
    sheetDueOn: string;
    payOn: string;
    agreedOn: string;
  };
  WageSheetSealed: Omit<Sheet, 'digest'> & {
    deductions: readonly { personRef: string; kind: string; amountFen: number; ground: string }[];
  };
  SheetReviewed: { edition: number; outcome: 'agreed' | 'returned'; opinion: string };
  LineConfirmed: Moves & { edition: number };
  LineDisputed: Moves & { personRef: string; edition: number; no: number; reason: string };
  LineConfirmedOnSite: Moves & {
    edition: number;
    way: string;
    witness: string | null;
    evidence: string;
    by: string;
    authority: string | null;
  };
  DisputeResolved: Moves & { personRef: string; no: number; outcome: 'corrected' | 'upheld'; answer: string };
  /** the line's next edition stands in the rows */
  LineCorrected: { personRef: string; edition: number; netFen: number; attendanceDigest: string };
  DisputedReserved: { amountFen: number; reference: string };
  LinesMarkedUnconfirmed: Moves & { notices: readonly { on: string; way: string }[] };
  PaymentRecorded: Moves & {
    batch: string;
    way: string;
    exception: { reason: string; approver: string; proof: string } | null;
    late: { ground: string; explanation: string } | null;
  };
  ReceiptsRecorded: Moves & { returned: readonly string[] };
  LineClosed: Moves & { personRef: string; ground: string; reference: string; evidence: string };
  LedgerFiled: { filedWith: string; number: string; slipsIssued: number };
  PeriodSettled: { lines: number; netFen: number; receivedFen: number; reservedFen: number; closedFen: number };
}

export interface SegmentWagesEvents {
  WagePeriodNoted: { segmentId: string; period: string };
  WagePeriodSettlementNoted: z.output<typeof figures>;
  SegmentWagesSettled: { segmentId: string };
}
