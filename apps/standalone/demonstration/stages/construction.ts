import { monthOf } from '#domain/calendar';
import { act, type Act, type StagePart } from '../act';
import { streamOf, type SegmentStory, type Story, type WorkDay } from '../story';

/** Start, attendance sealed day by day, progress month by month, inspection, completion. @clause CL-23 CL-32 */
export function build(story: Story, segment: SegmentStory): StagePart {
  const { cast, dates } = story;
  const stream = streamOf(story);
  const { id: segmentId } = segment;
  return {
    stage: 'construction',
    acts: [
      act(
        stream,
        'startWorks',
        cast.employer,
        dates.startedOn,
        {
          segmentId,
          on: dates.startedOn,
          rightsBoard: { unitsAndOfficer: true, minimumWageAndPayDay: true, complaintRoutes: true },
          prefinancedFen: 0,
        },
        { time: '07:30' },
      ),
      ...segment.days.flatMap((day) => attendance(story, segment, day)),
      ...progress(story, segment),
      ...inspection(story, segment),
    ],
    leave: act(
      stream,
      'reportCompletion',
      cast.employer,
      dates.completedOn,
      { segmentId, on: dates.completedOn },
      { time: '19:30' },
    ),
  };
}

/** One day: who came, then the seal. */
export function attendance(story: Story, segment: SegmentStory, { on, personRefs, outputMilli }: WorkDay): Act[] {
  const { cast } = story;
  const stream = streamOf(story);
  const { id: segmentId, workers } = segment;
  const postOf = new Map(workers.map(({ personRef, postId }) => [personRef, postId]));
  return [
    act(
      stream,
      'recordAttendance',
      cast.payOfficer,
      on,
      {
        segmentId,
        on,
        method: 'gate',
        workers: personRefs.map((personRef) => ({
          personRef,
          postId: postOf.get(personRef)!,
          cameAt: '07:30',
          leftAt: '17:30',
          minutes: 480,
          ...(outputMilli?.[personRef] !== undefined && { outputMilli: outputMilli[personRef] }),
        })),
      },
      { time: '18:00' },
    ),
    act(stream, 'sealDay', cast.payOfficer, on, { segmentId, on }, { time: '18:30' }),
  ];
}

/** A report on the last day worked of each month, in proportion to the days done; the last one says all is done. */
function progress(story: Story, { id: segmentId, days }: SegmentStory): Act[] {
  const ends = days.flatMap(({ on }, index) =>
    index + 1 < days.length && monthOf(days[index + 1]!.on) !== monthOf(on) ? [{ on, done: index + 1 }] : [],
  );
  const report = (on: string, progressBp: number, time: string) =>
    act(
      streamOf(story),
      'reportProgress',
      story.cast.employer,
      on,
      { segmentId, progressBp, plannedBp: progressBp },
      { time },
    );
  return [
    ...ends.map(({ on, done }) => report(on, Math.floor((done * 10_000) / days.length), '19:00')),
    report(story.dates.completedOn, 10_000, '19:00'),
  ];
}

function inspection(story: Story, { id: segmentId, days }: SegmentStory): Act[] {
  const { cast } = story;
  const stream = streamOf(story);
  const first = days[0]?.on;
  if (first === undefined) return [];
  const on = days[Math.floor(days.length / 2)]!.on;
  return [
    act(
      stream,
      'recordInspection',
      cast.supervisor,
      on,
      {
        segmentId,
        on,
        topic: 'quality',
        standard: '设计文件和验收规范',
        conclusion: '总体符合要求，一处需整改。',
        defects: [{ place: '起点段', description: '局部勾缝不饱满' }],
      },
      { time: '18:40' },
    ),
    act(
      stream,
      'closeDefect',
      cast.supervisor,
      on,
      { segmentId, defectId: 'd1', on, remedy: '已返工补缝，复查合格' },
      { time: '18:50' },
    ),
    act(
      stream,
      'recordRosterCheck',
      cast.supervisor,
      on,
      { segmentId, on, topics: ['roster', 'attendance', 'pay'], faults: 0, opinion: '名册、考勤和报酬台账相符' },
      { time: '18:55' },
    ),
  ];
}
