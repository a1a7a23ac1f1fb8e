import { addDays } from '#domain/calendar';
import { agreementItems } from '#domain/mobilization/state';
import { act, type StagePart } from '../act';
import { later, streamOf, type SegmentStory, type Story } from '../story';

/** Posts made known, people on the roster with their agreements, account and insurance. @clause CL-32 CL-11 */
export function mobilize(story: Story, segment: SegmentStory): StagePart {
  const { cast, dates } = story;
  const stream = streamOf(story);
  const { id: segmentId, posts, workers } = segment;
  const day = (days: number) => later(story, dates.mobilizedOn, days);
  return {
    stage: 'mobilization',
    acts: [
      act(stream, 'openMobilization', cast.township, day(0), {
        segmentId,
        mechanismId: story.mechanismId,
        surveyId: story.surveyId,
      }),
      act(stream, 'publishPosts', cast.employer, day(1), {
        segmentId,
        posts: posts.map(({ title, postClass, number, riskClass = 'light', skill }) => ({
          title,
          postClass,
          number,
          riskClass,
          key: skill !== undefined,
          skill: skill ?? null,
          place: story.proposal.segments[0]!.village,
          startsOn: dates.startedOn,
          endsOn: addDays(dates.completedOn, 120),
        })),
      }),
      act(stream, 'enrollWorkers', cast.employer, day(4), {
        segmentId,
        on: day(4),
        through: story.mode === 'contractor' ? 'self' : 'collective',
        applicants: workers.length,
        priorityApplicants: 0,
        workers: workers.map(({ personRef, postId }) => ({
          personRef,
          postId,
          engagement: 'laborAgreement' as const,
          skillProof: posts[Number(postId.slice(1)) - 1]?.skill === undefined ? null : ('selfDeclared' as const),
        })),
      }),
      act(stream, 'signAgreements', cast.employer, day(5), {
        segmentId,
        on: day(5),
        states: [...agreementItems],
        workers: workers.map(({ personRef }, index) => ({
          personRef,
          number: `YSXY-${story.serial}-${segmentId}-${String(index + 1).padStart(3, '0')}`,
          engagement: 'laborAgreement' as const,
        })),
      }),
      act(stream, 'readyPayChannel', cast.employer, day(5), {
        segmentId,
        kind: story.mode === 'contractor' ? 'specialAccount' : 'collectiveAccount',
        bank: '演示农村商业银行',
        accountName: `${story.proposal.name}报酬发放账户`,
        openedOn: day(5),
        laborPayOfficerPost: cast.payOfficer,
      }),
      act(stream, 'recordInsurance', cast.employer, day(6), {
        segmentId,
        insurer: '演示区社会保险经办机构',
        policyNumber: `YSGS-${story.serial}-${segmentId}`,
        from: day(6),
      }),
      act(stream, 'recordRosterCheck', cast.supervisor, day(6), {
        segmentId,
        on: day(6),
        topics: ['roster'],
        faults: 0,
        opinion: '已核对名册和协议，人证一致',
      }),
    ],
    leave: act(stream, 'confirmRoster', cast.employer, day(7), { segmentId }),
  };
}
