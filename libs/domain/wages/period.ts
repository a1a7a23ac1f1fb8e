import { addDays, addMonths } from '../civil-date';
import type { Parties } from '../parties';
import type { WageActRow } from '../rows';

/** Where a pay line stands: drawn up and nothing more, or the last act on it. */
export type LineStatus = 'open' | WageActRow['act'];

export interface Tally {
  lines: number;
  fen: number;
}

/** Lines that went from one standing to another; a correction changes their sum on the way. */
export interface Move {
  from: LineStatus;
  fromFen: number;
  to: LineStatus;
  toFen: number;
  lines: number;
}

/** The sheet as it was drawn up; the rows of its event are the lines. @rule R-WAGE-17 */
export interface Sheet {
  /** person who drew it up @rule R-OA-16 */
  maker: string;
  on: string;
  /** 1 for the first sheet, then 2 for the first one drawn up again … */
  edition: number;
  lines: number;
  grossFen: number;
  deductionsFen: number;
  netFen: number;
  /** of the lines, as the log sealed them */
  digest: string;
  /** of the attendance the lines rest on */
  attendanceDigest: string;
}

export interface OpenDispute {
  personRef: string;
  /** 1, 2, 3 … through the period's life */
  no: number;
  on: string;
}

/** One monthly pay period of a segment, for any posts, upkeep included. Lines live in rows; here are counts and sums. */
export interface WagePeriod {
  id: string;
  exists: boolean;
  projectId: string;
  segmentId: string;
  /** `YYYY-MM` */
  period: string;
  /** six-digit code of the project's district, told when the period opened */
  district: string;
  /** bound when the period opened, so that who may act does not hang on another stream */
  parties: Parties | null;
  /** bodies that employ the segment's workers, the one that answers for pay first */
  employers: readonly string[];
  status: 'none' | 'open' | 'drawn' | 'reviewed' | 'settled';
  /** last day to draw up the sheet, and the day pay is due; both working days */
  sheetDueOn: string;
  payOn: string;
  sheet: Sheet | null;
  review: { person: string; body: string; on: string } | null;
  tally: Readonly<Record<LineStatus, Tally>>;
  disputes: readonly OpenDispute[];
  disputesEver: number;
  /** set aside for disputed lines @rule R-WAGE-22 */
  reservedFen: number;
  batches: number;
  ledger: { filedWith: string; number: string; on: string } | null;
  settledOn: string | null;
  /** fen received when the period was last settled: a later receipt of disputed money settles it anew */
  settledReceivedFen: number;
}

const none: Tally = { lines: 0, fen: 0 };
export const noLines: Readonly<Record<LineStatus, Tally>> = {
  open: none,
  confirmed: none,
  disputed: none,
  resolved: none,
  unconfirmed: none,
  paid: none,
  returned: none,
  received: none,
  closed: none,
};

/** @param id `<projectId>/<segmentId>/<YYYY-MM>` */
export function noPeriod(id: string): WagePeriod {
  const [projectId = '', segmentId = '', period = ''] = id.split('/');
  return {
    id,
    exists: false,
    projectId,
    segmentId,
    period,
    district: '',
    parties: null,
    employers: [],
    status: 'none',
    sheetDueOn: '',
    payOn: '',
    sheet: null,
    review: null,
    tally: noLines,
    disputes: [],
    disputesEver: 0,
    reservedFen: 0,
    batches: 0,
    ledger: null,
    settledOn: null,
    settledReceivedFen: 0,
  };
}

const owing: readonly LineStatus[] = ['open', 'confirmed', 'resolved', 'unconfirmed', 'paid', 'returned'];

/** Lines whose money is owed and undisputed, received by nobody yet. @rule R-PAY-21 */
export const owed = ({ tally }: WagePeriod): Tally => total(owing.map((status) => tally[status]));

/** All lines with what they come to after corrections. */
export const sheetNow = ({ tally }: WagePeriod): Tally => total(Object.values(tally));

const total = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, { lines, fen }) => ({ lines: sum.lines + lines, fen: sum.fen + fen }), none);

/** The tally after lines have moved. */
export function moved(tally: WagePeriod['tally'], moves: readonly Move[]): WagePeriod['tally'] {
  return moves.reduce((before, { from, fromFen, to, toFen, lines }) => {
    const left = { ...before, [from]: { lines: before[from].lines - lines, fen: before[from].fen - fromFen } };
    return { ...left, [to]: { lines: left[to].lines + lines, fen: left[to].fen + toFen } };
  }, tally);
}

/** Said nothing yet to what stands in the line, or to what was answered. */
export const silent: readonly LineStatus[] = ['open', 'resolved'];
/** May still be confirmed: also a line already noted as unconfirmed. */
export const confirmable: readonly LineStatus[] = [...silent, 'unconfirmed'];
/** What may be put into a payment: confirmed, documented as unconfirmed, or come back from the bank. */
export const payable: readonly LineStatus[] = ['confirmed', 'unconfirmed', 'returned'];
/** What may be closed by law in place of being paid. */
export const closable: readonly LineStatus[] = ['disputed', 'returned', 'confirmed', 'unconfirmed'];

/** Every line drawn up is received, closed by law, or disputed. */
export const isComplete = (period: WagePeriod): boolean =>
  period.sheet !== null && period.status !== 'open' && owed(period).lines === 0;

/** Settled, with more money received or closed since: to be settled anew. */
export const settledBehind = ({ status, settledReceivedFen, tally }: WagePeriod): boolean =>
  status === 'settled' && settledReceivedFen !== tally.received.fen + tally.closed.fen;

/** Nothing of it has gone to the bank: the sheet may still be drawn up again. */
export const unpaid = ({ tally }: WagePeriod): boolean =>
  tally.paid.lines + tally.returned.lines + tally.received.lines + tally.closed.lines === 0;

/** First and last civil day of a period. @param period `YYYY-MM` */
export function daysOf(period: string): { first: string; last: string } {
  const first = `${period}-01`;
  return { first, last: addDays(addMonths(first, 1), -1) };
}
