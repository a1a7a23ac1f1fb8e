import type { CivilDate } from '#domain/calendar';
import { mechanismId } from '../demonstration/district';
import type { Cast, Hired, PostStory, Proposal, SegmentStory, Story, Timeline } from '../demonstration/story';

/** Workers a project's segments need: by segment, in the order they are told. */
export const workersPerSegment = 3;

const suitability = {
  smallInvestment: 85,
  lowTechnicalBarrier: 85,
  simpleEarlyWork: 90,
  lowSkillNeed: 85,
  jobDemand: 90,
  localFit: 90,
};

const laborer: PostStory = { title: '力工', postClass: '普工', number: 10, rateFen: 200_00 };
const mason: PostStory = {
  title: '砌筑工',
  postClass: '技工',
  number: 4,
  rateFen: 300_00,
  riskClass: 'standard',
  skill: 'masonry',
};

const contractorCast: Cast = {
  leader: 'ys-gov/leader',
  proposer: 'ys-xingpo/handler',
  owner: 'ys-shuijian/handler',
  approver: 'ys-wat/approver',
  finance: 'ys-fin/approver',
  humanResources: 'ys-hrss/handler',
  sector: 'ys-wat/approver',
  township: 'ys-xingpo/handler',
  employer: 'ys-jingshi/handler',
  payOfficer: 'ys-jingshi/pay-officer',
  technical: 'ys-jingshi/technical',
  supervisor: 'ys-shuijian/handler',
  checker: 'ys-xingpo/handler',
};
const collectiveCast: Cast = {
  ...contractorCast,
  owner: 'ys-xingpo-coop/handler',
  approver: 'ys-ara/approver',
  sector: 'ys-ara/approver',
  employer: 'ys-xingpo-coop/handler',
  payOfficer: 'ys-xingpo-coop/pay-officer',
  technical: 'ys-xingpo-coop/technical',
  supervisor: 'ys-xingpo-jw/handler',
  checker: 'ys-xingpo/handler',
};

/** Everything happens today: what takes time in the world is dated before, where the rules ask for it. */
const allOn = (today: CivilDate): Timeline => ({
  proposedOn: today,
  listedOn: today,
  approvedOn: today,
  mobilizedOn: today,
  trainedOn: today,
  startedOn: today,
  completedOn: today,
  acceptedOn: today,
  handedOverOn: today,
  closedOn: today,
});

interface Planned {
  name: string;
  village: string;
  codes: readonly string[];
  payFen: number;
}

const segmentsOf = (planned: readonly Planned[]): Proposal['segments'] =>
  planned.map(({ name, village, codes, payFen }) => ({
    name,
    kind: 'generalLabor',
    codes: [...codes],
    village,
    plannedPosts: 10,
    plannedLaborPayFen: payFen,
  }));

const proposalOf = (
  name: string,
  planned: readonly Planned[],
  rest: Pick<Proposal, 'scopeClass' | 'sectors' | 'fundLines' | 'owner' | 'sectorDepartment'> & Partial<Proposal>,
): Proposal => ({
  name,
  aims: ['steadyIncome', 'skills'],
  benefitLinks: ['laborPay', 'skillTraining'],
  segments: segmentsOf(planned),
  plannedLaborPayFen: planned.reduce((sum, { payFen }) => sum + payFen, 0),
  plannedPosts: planned.length * 10,
  suitability,
  poolId: 'YS-XMK-LIFE',
  townships: ['ys-xingpo'],
  ...rest,
});

const oneDay = (
  id: string,
  personRefs: readonly string[],
  today: CivilDate,
  posts: readonly PostStory[],
): SegmentStory => ({
  id,
  posts,
  workers: personRefs.map((personRef, index): Hired => ({
    personRef,
    postId: index === 0 && posts.length > 1 ? 'p2' : 'p1',
  })),
  days: [{ on: today, personRefs: [...personRefs] }],
});

/**
 * Three projects that differ in shape: a small work built by a contractor, a village that builds itself without contractor or
 * tender, and two labor segments of a major project whose approval and award are the parent's.
 * @param serial unique among all runs on one system
 * @param workers one list of references for each of the four segments
 */
export function threeStories(
  serial: number,
  today: CivilDate,
  surveyId: string,
  workers: readonly (readonly string[])[],
): Story[] {
  const common = {
    dates: allOn(today),
    surveyId,
    mechanismId,
    pace: 0,
  };
  const [first = [], second = [], third = [], fourth = []] = workers;
  return [
    {
      ...common,
      id: `life-${serial}-contractor`,
      serial: serial * 10 + 1,
      mode: 'contractor',
      cast: contractorCast,
      approval: {
        kind: 'small',
        contract: {
          contractor: 'ys-jingshi',
          method: 'smallDirect',
          ground: 'belowThreshold',
          contractFen: 850_000_00,
        },
      },
      proposal: proposalOf(
        '演示·杏坡村护坝修复',
        [{ name: '护坝砌筑', village: '杏坡村', codes: ['WAT-02-01'], payFen: 320_000_00 }],
        {
          scopeClass: 'smallMicro',
          sectors: ['water'],
          fundLines: [{ source: 'centralBudget', amountFen: 1_000_000_00 }],
          owner: 'ys-shuijian',
          sectorDepartment: 'ys-wat',
        },
      ),
      segments: [oneDay('s1', first, today, [laborer, mason])],
    },
    {
      ...common,
      id: `life-${serial}-collective`,
      serial: serial * 10 + 2,
      mode: 'collective',
      cast: collectiveCast,
      approval: { kind: 'small', contract: null },
      proposal: proposalOf(
        '演示·杏坡村生产道路自建',
        [{ name: '田间道路修葺', village: '杏坡村', codes: ['AGR-03-01'], payFen: 180_000_00 }],
        {
          scopeClass: 'smallMicro',
          sectors: ['agriculture'],
          fundLines: [
            { source: 'district', amountFen: 400_000_00 },
            { source: 'collective', amountFen: 50_000_00 },
          ],
          owner: 'ys-xingpo-coop',
          sectorDepartment: 'ys-ara',
          collective: 'ys-xingpo-coop',
          villageSupervision: 'ys-xingpo-jw',
        },
      ),
      segments: [oneDay('s1', second, today, [laborer])],
    },
    {
      ...common,
      id: `life-${serial}-major`,
      serial: serial * 10 + 3,
      mode: 'contractor',
      cast: { ...contractorCast, approver: 'ys-drc/approver' },
      approval: { kind: 'parent', contractor: 'ys-jingshi' },
      proposal: proposalOf(
        '演示·妫川河治理工程劳务环节',
        [
          { name: '渠道清基与衬砌', village: '杏坡村', codes: ['WAT-03-01'], payFen: 400_000_00 },
          { name: '基础清理与人工修坡', village: '榆岭村', codes: ['WAT-01-01'], payFen: 260_000_00 },
        ],
        {
          scopeClass: 'majorLabor',
          sectors: ['water'],
          fundLines: [{ source: 'municipal', amountFen: 2_400_000_00 }],
          owner: 'ys-shuijian',
          sectorDepartment: 'ys-wat',
        },
      ),
      segments: [oneDay('s1', third, today, [laborer, mason]), oneDay('s2', fourth, today, [laborer])],
    },
  ];
}
