import { addDays, addMonths, monthOf } from '#domain/calendar';
import { wagesStream } from '#domain/stream';
import { act, type Act, type StagePart } from '../act';
import { later, paperDigest, streamOf, type SegmentStory, type Story } from '../story';

/** How the pay of a month goes; the usual way without anything said. */
export interface PayStory {
  /** confirms in person, on a phone */
  readonly byPhone?: readonly string[];
  /** disputes the line and is answered that it stands */
  readonly disputedBy?: string;
  /** days after the legal pay day, with a reason: a fault seeded on purpose @rule R-PAY-17 */
  readonly daysLate?: number;
  /** the sheet is drawn up and checked; the workers have not yet been asked */
  readonly waits?: boolean;
}

/** Months in which a segment worked, each with the people who earned in it. */
export function monthsOf({ days }: SegmentStory): { period: string; personRefs: string[] }[] {
  const months = new Map<string, Set<string>>();
  for (const { on, personRefs } of days) {
    const earned = months.get(monthOf(on)) ?? new Set<string>();
    for (const personRef of personRefs) earned.add(personRef);
    months.set(monthOf(on), earned);
  }
  return [...months].map(([period, refs]) => ({ period, personRefs: [...refs] }));
}

/** Every month of a segment from sheet to settled, then the segment's pay settled. @clause CL-34 */
export function pay(story: Story, segment: SegmentStory, told: Readonly<Record<string, PayStory>> = {}): StagePart {
  const months = monthsOf(segment);
  const acts = months.flatMap(({ period, personRefs }) =>
    payMonth(story, segment, period, personRefs, told[period] ?? {}),
  );
  const last =
    acts
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? story.dates.completedOn;
  return {
    stage: 'wages',
    acts,
    leave: act(
      streamOf(story),
      'settleSegmentWages',
      story.cast.payOfficer,
      later(story, last, 1),
      { segmentId: segment.id },
      { time: '20:00' },
    ),
  };
}

/** One month's pay: sheet by the officer, checked by another body, confirmed by each worker, paid by a third person. */
export function payMonth(
  story: Story,
  segment: SegmentStory,
  period: string,
  personRefs: readonly string[],
  { byPhone = [], disputedBy, daysLate = 0, waits = false }: PayStory = {},
): Act[] {
  const { cast, dates } = story;
  const stream = wagesStream(story.id, segment.id, period);
  const monthEnd = addDays(addMonths(`${period}-01`, 1), -1);
  // The sheet may be drawn up at the month's end, or once the works are done.
  const drawnOn = monthEnd < dates.completedOn ? monthEnd : dates.completedOn;
  const day = (days: number) => later(story, drawnOn, days);
  const payOn = daysLate > 0 ? addDays(addMonths(monthEnd, 1), daysLate) : day(8);
  const paidDay = (days: number) => later(story, payOn, days);
  const batch = `YSFF-${story.serial}-${segment.id}-${period}`;
  const onSite = personRefs.filter((personRef) => !byPhone.includes(personRef));
  const time = { time: '19:40' };
  const sheet = [
    act(stream, 'drawUpSheet', cast.payOfficer, drawnOn, {}, { time: '19:45' }),
    act(
      stream,
      'reviewSheet',
      cast.checker,
      day(2),
      { edition: 1, outcome: 'agreed', opinion: '与考勤和名册核对一致' },
      time,
    ),
  ];
  if (waits) return sheet;
  return [
    ...sheet,
    ...(disputedBy
      ? [
          act(
            stream,
            'disputeLine',
            `worker/${disputedBy}`,
            day(3),
            { personRef: disputedBy, edition: 1, reason: '我记得多出了一个工' },
            time,
          ),
          act(
            stream,
            'resolveDispute',
            cast.employer,
            day(4),
            { personRef: disputedBy, outcome: 'upheld', answer: '经与闸机记录和带班人核对，出工日数无误' },
            time,
          ),
        ]
      : []),
    ...byPhone.map((personRef) =>
      act(stream, 'confirmLine', `worker/${personRef}`, day(5), { personRef, edition: 1 }, time),
    ),
    ...onSite.map((personRef) =>
      act(
        stream,
        'confirmOnSite',
        cast.payOfficer,
        day(5),
        { personRef, edition: 1, way: 'paper', evidence: paperDigest(story, `${segment.id}${period}`) },
        time,
      ),
    ),
    act(
      stream,
      'recordPayment',
      cast.employer,
      payOn,
      {
        batch,
        ...(daysLate > 0 && {
          late: { ground: 'ownerTransferLate' as const, explanation: '人工费用拨付迟延，已补足' },
        }),
      },
      time,
    ),
    act(
      stream,
      'recordReceipt',
      cast.employer,
      paidDay(1),
      {
        lines: personRefs.map((personRef, index) => ({
          personRef,
          outcome: 'received' as const,
          reference: `${batch}-${String(index + 1).padStart(3, '0')}`,
        })),
      },
      time,
    ),
    act(
      stream,
      'fileLedger',
      cast.payOfficer,
      paidDay(2),
      { filedWith: 'ys-drc', number: `${batch}-TZ`, slipsIssued: personRefs.length },
      time,
    ),
    act(stream, 'settlePeriod', cast.payOfficer, paidDay(2), {}, { time: '19:50' }),
  ];
}
