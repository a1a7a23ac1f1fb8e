import { act, type StagePart } from '../act';
import { later, numberOf, paperDigest, streamOf, type Story } from '../story';

/** From the proposal to the district's list. @clause CL-31 */
export function proposeAndList(story: Story): StagePart {
  const { cast, dates, proposal } = story;
  const stream = streamOf(story);
  return {
    stage: 'planning',
    acts: [
      act(stream, 'proposeProject', cast.proposer, dates.proposedOn, proposal),
      act(stream, 'stateFeasibility', cast.owner, later(story, dates.proposedOn, 3), {
        qualityHolds: true,
        safetyHolds: true,
        scheduleHolds: true,
        postsNearHome: true,
        statement: '工序以人工为主，当地劳动力经培训可以胜任；质量、安全、进度均有保证，岗位就近安排。',
      }),
      act(stream, 'reserveProject', cast.leader, later(story, dates.proposedOn, 6), {}),
    ],
    leave: act(stream, 'listProject', cast.leader, dates.listedOn, {
      year: Number(dates.listedOn.slice(0, 4)),
      listVersion: `${dates.listedOn.slice(0, 4)}年第1版`,
    }),
  };
}

/** The mode is adopted in mid-life by a supplementary document. @clause CL-12 */
export function adopt(story: Story): StagePart {
  const { cast, dates, proposal } = story;
  return {
    stage: 'planning',
    acts: [],
    leave: act(streamOf(story), 'adoptWorkRelief', cast.leader, dates.listedOn, {
      ...proposal,
      adoptedOn: dates.listedOn,
      documentNumber: numberOf('演政发', story, dates.listedOn),
      documentDigest: paperDigest(story, 'adoption'),
      requirement: '自本文件印发之日起，本项目采用以工代赈方式实施，写明务工组织、技能培训和劳务报酬发放要求。',
      entersAt: 'approval',
    }),
  };
}
