import { act, type Act } from '../act';
import { addDays } from '#domain/calendar';
import { streamOf, type Story } from '../story';

/** Upkeep in the year of the handover: a segment of its own, its posts offered first to people who built the works. @clause CL-33 */
export function keepUp(story: Story, code: string): Act[] {
  const { cast, dates } = story;
  const stream = streamOf(story);
  const segmentId = `s${story.segments.length + 1}`;
  const day = (days: number) => addDays(dates.handedOverOn, days);
  const builders = story.segments[0]?.workers.slice(0, 3) ?? [];
  return [
    act(stream, 'openUpkeepSegment', cast.township, day(3), {
      name: '日常管护',
      codes: [code],
      village: story.proposal.segments[0]!.village,
      plannedPosts: 3,
      plannedLaborPayFen: 36_000_00,
      throughYear: Number(day(3).slice(0, 4)) + 1,
    }),
    act(stream, 'fileWageStandard', cast.owner, day(4), {
      segmentId,
      postClass: '管护员',
      unit: 'day',
      rateFen: 130_00,
      from: day(4),
      basis: '参照本区公益性岗位标准，不低于最低工资标准。',
    }),
    act(stream, 'openMobilization', cast.township, day(5), {
      segmentId,
      mechanismId: story.mechanismId,
      surveyId: story.surveyId,
    }),
    act(stream, 'publishPosts', cast.township, day(6), {
      segmentId,
      posts: [
        {
          title: '管护员',
          postClass: '管护员',
          number: 3,
          riskClass: 'light',
          place: story.proposal.segments[0]!.village,
          startsOn: day(20),
          endsOn: addDays(day(20), 365),
        },
      ],
    }),
    act(stream, 'offerUpkeepPosts', cast.township, day(8), {
      segmentId,
      workers: builders.map(({ personRef }) => ({ personRef, postId: 'p1' })),
      termYears: 1,
    }),
  ];
}
