import { addDays, addWorkingDays, type Calendar, type CivilDate } from '../calendar';
import type { Recorded } from '../event';
import { defaultParameters, type ParameterValues } from '../rulebook/parameters';
import type { ObjectionSource, ObjectionVerdict, PostingEvents, PostingTopic } from './messages';

/**
 * 公示: what a subject makes known so that anybody may object, a part of whichever stream it belongs to. Its term runs in full,
 * every objection is answered, and one that is upheld means another posting. @rule R-PUB-01 R-PUB-02
 */
export interface Posting {
  topic: PostingTopic;
  /** version of the content that hangs out, as its subject counts them */
  contentVersion: number;
  place: string;
  /** the day it was put up, which does not count, and its last day */
  from: CivilDate;
  to: CivilDate;
  /** when its result is to be on record */
  closeBy: CivilDate;
  status: 'open' | 'closed' | 'withdrawn';
  objections: readonly Objection[];
  /** digests of photos and papers that show it hung out */
  evidence: readonly string[];
}

export interface Objection {
  /** `o1`, `o2` … */
  id: string;
  on: CivilDate;
  source: ObjectionSource;
  /** in the objector's own words, sealed */
  text: string;
  answer: { verdict: ObjectionVerdict; text: string } | null;
}

export interface Term {
  from: CivilDate;
  to: CivilDate;
  closeBy: CivilDate;
}

/**
 * How long a posting hangs out: as many days, of the kind its topic counts, as the rulebook has in force.
 * @param from the day it is put up
 */
export function termOf(
  topic: PostingTopic,
  from: CivilDate,
  { parameters, calendar }: { parameters: ParameterValues; calendar: Calendar },
): Term {
  const key = `posting.${topic}` as const;
  const unit = defaultParameters.find((parameter) => parameter.key === key)!.unit;
  const days = parameters[key] ?? 0;
  const to = unit === 'workingDays' ? addWorkingDays(calendar, from, days).on : addDays(from, days);
  return { from, to, closeBy: addWorkingDays(calendar, to, parameters['step.limit.default'] ?? 5).on };
}

/** Objections that still wait for their answer. */
export const unanswered = ({ objections }: Posting): readonly Objection[] =>
  objections.filter(({ answer }) => answer === null);

export const isUpheld = ({ objections }: Posting): boolean =>
  objections.some(({ answer }) => answer?.verdict === 'upheld');

type Happened<K extends keyof PostingEvents> = Pick<Recorded<K, PostingEvents[K]>, 'data'>;

export const opened = ({ data }: Happened<'PostingOpened'>): Posting => ({
  ...data,
  status: 'open',
  objections: [],
});

export const objected = (posting: Posting, { data }: Happened<'ObjectionRaised'>): Posting => ({
  ...posting,
  objections: [...posting.objections, { ...data, answer: null }],
});

export const answered = (
  posting: Posting,
  { data: { objection, ...answer } }: Happened<'ObjectionAnswered'>,
): Posting => ({
  ...posting,
  objections: posting.objections.map((one) => (one.id === objection ? { ...one, answer } : one)),
});

export const closed = (posting: Posting, { data: { evidence } }: Happened<'PostingClosed'>): Posting => ({
  ...posting,
  status: 'closed',
  evidence: [...posting.evidence, ...evidence],
});

export const withdrawn = (posting: Posting): Posting => ({ ...posting, status: 'withdrawn' });
