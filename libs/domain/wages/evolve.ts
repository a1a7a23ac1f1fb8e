import { civilDateOf } from '../calendar';
import type { Evolvers } from '../event';
import { withSegment, worksSegments, type Project } from '../project';
import type { SegmentWagesEvents, WagesEvents } from './messages';
import { moved, noLines, type Move, type Sheet, type WagePeriod } from './period';
import type { PaidPeriod, SegmentWages } from './state';

const move = (period: WagePeriod, { moves }: { moves: readonly Move[] }): WagePeriod => ({
  ...period,
  tally: moved(period.tally, moves),
});

const withoutDispute = (period: WagePeriod, personRef: string): WagePeriod => ({
  ...period,
  disputes: period.disputes.filter((dispute) => dispute.personRef !== personRef),
});

const sheetOf = (sealed: WagesEvents['WageSheetSealed'], digest: string): Sheet => ({
  maker: sealed.maker,
  on: sealed.on,
  edition: sealed.edition,
  lines: sealed.lines,
  grossFen: sealed.grossFen,
  deductionsFen: sealed.deductionsFen,
  netFen: sealed.netFen,
  attendanceDigest: sealed.attendanceDigest,
  digest,
});

export const evolveWages: Evolvers<WagePeriod, WagesEvents> = {
  PeriodOpened: (period, { data: { district = '', parties, employers, payOn, sheetDueOn } }) => ({
    ...period,
    exists: true,
    status: 'open',
    district,
    parties,
    employers,
    payOn,
    sheetDueOn,
  }),
  // A sheet drawn up again begins its lines afresh: what was said to the old ones holds no longer.
  WageSheetSealed: (period, { data, rows }) => ({
    ...period,
    status: 'drawn',
    sheet: sheetOf(data, rows?.digest ?? ''),
    review: null,
    tally: { ...noLines, open: { lines: data.lines, fen: data.netFen } },
    disputes: [],
  }),
  SheetReviewed: (period, { data, actor, occurredAt }) =>
    data.outcome === 'agreed'
      ? {
          ...period,
          status: 'reviewed',
          review: { person: actor.person, body: actor.body, on: civilDateOf(occurredAt) },
        }
      : { ...period, status: 'open', review: null },
  LineConfirmed: (period, { data }) => move(period, data),
  LineConfirmedOnSite: (period, { data }) => move(period, data),
  LineDisputed: (period, { data, occurredAt }) => ({
    ...move(period, data),
    disputesEver: data.no,
    disputes: [...period.disputes, { personRef: data.personRef, no: data.no, on: civilDateOf(occurredAt) }],
  }),
  LineCorrected: (period) => period,
  DisputeResolved: (period, { data }) => withoutDispute(move(period, data), data.personRef),
  DisputedReserved: (period, { data }) => ({ ...period, reservedFen: data.amountFen }),
  LinesMarkedUnconfirmed: (period, { data }) => move(period, data),
  PaymentRecorded: (period, { data }) => ({ ...move(period, data), batches: period.batches + 1 }),
  ReceiptsRecorded: (period, { data }) => move(period, data),
  LineClosed: (period, { data }) => withoutDispute(move(period, data), data.personRef),
  LedgerFiled: (period, { data, occurredAt }) => ({
    ...period,
    ledger: { filedWith: data.filedWith, number: data.number, on: civilDateOf(occurredAt) },
  }),
  PeriodSettled: (period, { data, occurredAt }) => ({
    ...period,
    status: 'settled',
    settledOn: civilDateOf(occurredAt),
    settledReceivedFen: data.receivedFen + data.closedFen,
  }),
};

/** The period put in its place among the others, ascending. */
const noted = (wages: SegmentWages, paid: PaidPeriod): SegmentWages => ({
  ...wages,
  periods: [...wages.periods.filter(({ period }) => period !== paid.period), paid].toSorted((a, b) =>
    a.period < b.period ? -1 : 1,
  ),
});

const unpaidYet = { netFen: 0, receivedFen: 0, reservedFen: 0, closedFen: 0, lines: 0 };

/** The works are done when the last of their segments is: the project comes to its acceptance. */
const whenWorksDone = (project: Project): Project =>
  project.phase === 'segments' && worksSegments(project).every(({ stage }) => stage === 'done')
    ? { ...project, phase: 'acceptance' }
    : project;

export const evolveSegmentWages: Evolvers<Project, SegmentWagesEvents> = {
  WagePeriodNoted: (project, { data: { segmentId, period } }) =>
    withSegment(project, segmentId, (segment) => ({
      ...segment,
      wages: noted(segment.wages, { period, status: 'open', ...unpaidYet }),
    })),
  WagePeriodSettlementNoted: (project, { data: { segmentId, ...figures } }) =>
    withSegment(project, segmentId, (segment) => ({
      ...segment,
      wages: noted(segment.wages, { status: 'settled', ...figures }),
    })),
  SegmentWagesSettled: (project, { data: { segmentId }, occurredAt }) =>
    whenWorksDone(
      withSegment(project, segmentId, (segment) => ({
        ...segment,
        stage: 'done',
        wages: { ...segment.wages, settledOn: civilDateOf(occurredAt) },
      })),
    ),
};
