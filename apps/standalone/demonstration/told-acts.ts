import { agreementItems } from '#domain/mobilization/state';
import { addDays, type CivilDate } from '#domain/calendar';
import { act, allOf, inOrder, type Act } from './act';
import { withReplyDocument } from './documents';
import type { DemonstrationProject } from './project';
import { wholeLife } from './stages/life';
import { keepUp } from './stages/upkeep';
import { streamOf, type Story } from './story';
import type { ToldStory } from './stories';

/** Someone from outside a story who gets into it by mistake. */
export interface Outsider {
  personRef: string;
  /** days on which the person works elsewhere, ascending */
  elsewhere: readonly CivilDate[];
}

/**
 * The acts of a demonstration project up to the day the district was founded, faults among them.
 * @param anchor acts of that day and later have not happened yet
 */
export function actsOf(
  { id, extra, sector, replyDocument }: DemonstrationProject,
  { story, pay }: ToldStory,
  anchor: CivilDate,
  outsider?: Outsider,
): Act[] {
  const parts = wholeLife(story, pay);
  const past = (acts: readonly Act[]): Act[] =>
    inOrder(replyDocument ? withReplyDocument(acts, id) : acts).filter(({ on }) => on < anchor);
  switch (extra) {
    case 'upkeep': {
      const last = parts.at(-1)!;
      const kept = allOf(parts).filter((one) => one !== last.leave);
      return past([...kept, ...keepUp(story, sector.kind === 'sports' ? 'SPO-04-01' : 'AGR-10-01')]);
    }
    case 'lowShare': {
      // The gate holds: nothing follows.
      const [planning, approval] = parts;
      return past([...allOf([planning!]), ...approval!.acts, { ...approval!.leave, refusedBy: 'R-FUND-10' }]);
    }
    case 'twoSites':
      return past([...allOf(parts), ...(outsider ? secondSite(story, outsider) : [])]);
    case 'untrained':
      return past([...allOf(parts), ...(outsider ? untrained(story, outsider) : [])]);
    case undefined:
      return past(allOf(parts));
  }
}

/** Put down here on a day on which the same person works elsewhere. @rule R-ATT-15 */
function secondSite(story: Story, outsider: Outsider): Act[] {
  const { startedOn } = story.dates;
  const on = outsider.elsewhere.find((day) => day > startedOn);
  return on === undefined ? [] : [shift(story, outsider, on, 'R-ATT-15')];
}

/** Hired while works run, and sent to work before any training. @rule R-TRAIN-10 */
function untrained(story: Story, outsider: Outsider): Act[] {
  const { cast, dates } = story;
  const stream = streamOf(story);
  const [segment] = story.segments;
  const on = addDays(dates.startedOn, 8);
  return [
    act(stream, 'enrollWorkers', cast.employer, on, {
      segmentId: segment!.id,
      on,
      through: 'self',
      applicants: 1,
      priorityApplicants: 0,
      workers: [{ personRef: outsider.personRef, postId: 'p1', engagement: 'laborAgreement' }],
    }),
    act(stream, 'signAgreements', cast.employer, on, {
      segmentId: segment!.id,
      on,
      states: [...agreementItems],
      workers: [
        {
          personRef: outsider.personRef,
          number: `YSXY-${story.serial}-${segment!.id}-900`,
          engagement: 'laborAgreement',
        },
      ],
    }),
    shift(story, outsider, addDays(on, 1), 'R-TRAIN-10'),
  ];
}

const shift = (story: Story, { personRef }: Outsider, on: CivilDate, refusedBy: string): Act =>
  act(
    streamOf(story),
    'recordAttendance',
    story.cast.payOfficer,
    on,
    {
      segmentId: story.segments[0]!.id,
      on,
      method: 'foreman',
      workers: [{ personRef, postId: 'p1', cameAt: '07:30', leftAt: '17:30', minutes: 480 }],
    },
    { time: '18:10', refusedBy },
  );
