import type { Instant } from '../instant';
import { sameOwner, type Owner } from './route';

/**
 * What goes on around a matter without deciding it: leaders who watch over it, colleagues it is shown to. None of it touches a seat
 * or a vote.
 */
export interface Around {
  supervisions: readonly Supervision[];
  circulations: readonly Circulation[];
  copies: readonly Copy[];
}

/** 督办: raised by a leader with a last day of its own, reported on by who lies behind, closed by the raiser alone. @rule R-OA-12 */
export interface Supervision {
  /** `s1`, `s2` … */
  id: string;
  raiser: Owner;
  at: Instant;
  /** what is to be done, sealed */
  demand: string;
  dueOn: string;
  reporters: readonly Owner[];
  reports: readonly { by: Owner; at: Instant; report: string }[];
  closed: { at: Instant; conclusion: string } | null;
}

/** 传阅: shown to posts that mark it as read (圈阅) and decide nothing. @rule R-OA-08 R-OA-18 */
export interface Circulation {
  /** `c1`, `c2` … */
  id: string;
  from: Owner;
  at: Instant;
  readers: readonly Owner[];
  marks: readonly { by: Owner; at: Instant; note: string | null }[];
}

/** 抄送: shown, and nothing is owed. @rule R-OA-08 */
export interface Copy {
  at: Instant;
  recipients: readonly Owner[];
}

export const nothingAround: Around = { supervisions: [], circulations: [], copies: [] };

const has = (some: readonly { by: Owner }[], owner: Owner): boolean => some.some(({ by }) => sameOwner(by, owner));

/** Who still has to report; none once it is closed. */
export const reportsOwed = ({ closed, reporters, reports }: Supervision): Owner[] =>
  closed ? [] : reporters.filter((owner) => !has(reports, owner));

/** Who has not marked it as read. */
export const marksOwed = ({ readers, marks }: Circulation): Owner[] => readers.filter((owner) => !has(marks, owner));

/** Every post a matter was shown to. */
export const shownTo = ({ supervisions, circulations, copies }: Around): Owner[] => [
  ...supervisions.flatMap(({ raiser, reporters }) => [raiser, ...reporters]),
  ...circulations.flatMap(({ readers }) => readers),
  ...copies.flatMap(({ recipients }) => recipients),
];
