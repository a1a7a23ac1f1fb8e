import { act, type Act, type StagePart } from '../act';
import { bodyOf, later, streamOf, type SegmentStory, type Story } from '../story';

const classHour = 45;

/** Safety for everyone, skill and technical disclosure for key posts, before the first shift. @clause CL-33 */
export function train(story: Story, segment: SegmentStory): StagePart {
  const { cast, dates } = story;
  const stream = streamOf(story);
  const { id: segmentId, workers } = segment;
  return {
    stage: 'training',
    acts: [
      act(stream, 'recordCourse', cast.employer, dates.trainedOn, {
        segmentId,
        course: 'safety',
        on: dates.trainedOn,
        minutes: 24 * classHour,
        organizer: bodyOf(cast.employer),
        content: '安全生产常识、劳动防护用品使用、危险部位辨识和应急避险。',
        employerTookPart: true,
        workers: workers.map(({ personRef }) => ({ personRef, passed: true })),
      }),
      ...keyPosts(story, segment),
    ],
    leave: act(stream, 'clearFirstShift', cast.employer, later(story, dates.trainedOn, 3), { segmentId }),
  };
}

function keyPosts(story: Story, { id: segmentId, posts, workers }: SegmentStory): Act[] {
  const { cast, dates } = story;
  const stream = streamOf(story);
  return posts.flatMap(({ skill, title }, index) => {
    const postId = `p${index + 1}`;
    const holders = workers.filter((worker) => worker.postId === postId);
    if (skill === undefined || holders.length === 0) return [];
    return [
      act(stream, 'recordCourse', cast.humanResources, later(story, dates.trainedOn, 1), {
        segmentId,
        course: 'skill',
        skill,
        on: later(story, dates.trainedOn, 1),
        minutes: 40 * classHour,
        organizer: bodyOf(cast.humanResources),
        content: `${title}岗位操作技能：理论和实操，考核合格。`,
        employerTookPart: true,
        moneySource: '就业补助资金（职业培训补贴）',
        spentFen: holders.length * 300_00,
        workers: holders.map(({ personRef }) => ({ personRef, passed: true, subsidyFen: 300_00 })),
      }),
      act(stream, 'recordDisclosure', cast.technical, later(story, dates.trainedOn, 2), {
        segmentId,
        postId,
        on: later(story, dates.trainedOn, 2),
        minutes: 60,
        content: `${title}：作业要点、危险因素、防护措施和应急处置。`,
        signedByTechnicalManager: true,
        workers: holders.map(({ personRef }) => ({ personRef, signed: true })),
      }),
    ];
  });
}
