import { addDays, addMonths, type CivilDate, libraryCalendar, monthOf, workingDay } from '#domain/calendar';
import { mechanismId, surveyBy } from './district';
import type { DemonstrationProject } from './project';
import type { ApprovalStory, Cast, Contract, Hired, SegmentStory, Story, Timeline } from './story';
import { monthsOf, type PayStory } from './stages/wages';

/** Working days that end on or before a day, every n-th one, ascending. */
function workDays(endOn: CivilDate, count: number, every: number): CivilDate[] {
  const found: CivilDate[] = [];
  let passed = 0;
  for (let on = endOn; found.length < count; on = addDays(on, -1)) {
    if (workingDay(libraryCalendar, on).kind !== 'working') continue;
    if (passed % every === 0) found.unshift(on);
    passed += 1;
  }
  return found;
}

/** Days of a life around its first and last day worked. */
const timelineOf = (startedOn: CivilDate, completedOn: CivilDate): Timeline => ({
  proposedOn: addDays(startedOn, -150),
  listedOn: addDays(startedOn, -125),
  approvedOn: addDays(startedOn, -85),
  mobilizedOn: addDays(startedOn, -50),
  trainedOn: addDays(startedOn, -20),
  startedOn,
  completedOn,
  acceptedOn: addDays(completedOn, 25),
  handedOverOn: addDays(completedOn, 45),
  closedOn: addDays(completedOn, 90),
});

/** People of a segment and the days each of them works, from the first day on. */
function segmentOf(
  { days, segments }: DemonstrationProject,
  index: number,
  dates: readonly CivilDate[],
  personRefs: readonly string[],
): SegmentStory {
  const { posts } = segments[index]!;
  const daysOf = days.flatMap(({ workers, days: worked }) => Array.from({ length: workers }, () => worked));
  // The last quarter works at the second post, where there is one.
  const postId = (place: number): string =>
    posts.length > 1 && place >= personRefs.length - Math.ceil(personRefs.length / 4) ? 'p2' : 'p1';
  return {
    id: `s${index + 1}`,
    posts,
    workers: personRefs.map((personRef, place): Hired => ({ personRef, postId: postId(place) })),
    days: dates.map((on, day) => ({ on, personRefs: personRefs.filter((_, place) => (daysOf[place] ?? 0) > day) })),
  };
}

function castOf({ town, mode, sector, approval }: DemonstrationProject): Cast {
  const township = `ys-${town}/handler`;
  const collective = mode === 'collective';
  const employer = collective ? `ys-${town}-coop` : 'ys-jingshi';
  const owner = collective ? `ys-${town}-coop/handler` : 'ys-shuijian/handler';
  return {
    leader: 'ys-gov/leader',
    proposer: township,
    owner,
    approver: approval === 'small' || approval === 'emergency' ? `${sector.body}/approver` : 'ys-drc/approver',
    finance: 'ys-fin/approver',
    humanResources: 'ys-hrss/handler',
    sector: `${sector.body}/approver`,
    township,
    employer: `${employer}/handler`,
    payOfficer: `${employer}/pay-officer`,
    technical: `${employer}/technical`,
    supervisor: collective ? `ys-${town}-jw/handler` : owner,
    checker: township,
  };
}

function approvalOf({ approval, contractYuan }: DemonstrationProject, completedOn: CivilDate): ApprovalStory {
  const contractFen = (contractYuan ?? 0) * 100;
  const tendered = contractFen >= 4_000_000_00;
  const contract: Contract = {
    contractor: 'ys-jingshi',
    method: tendered ? 'openTender' : 'smallDirect',
    ground: tendered ? null : 'belowThreshold',
    contractFen,
  };
  switch (approval) {
    case 'small':
      return { kind: 'small', contract: contractYuan === undefined ? null : contract };
    case 'full':
      return { kind: 'full', contract, permit: true };
    case 'parent':
      return { kind: 'parent', contractor: 'ys-jingshi' };
    case 'emergency':
      return {
        kind: 'emergency',
        contract: { ...contract, ground: 'disasterRelief' },
        makeUpBy: addDays(completedOn, 60),
      };
    case 'adopted':
      return { kind: 'adopted', contract };
  }
}

/** Splits a sum among parts so that nothing is lost: the first takes the remainder. */
const split = (sum: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, index) => Math.floor(sum / parts) + (index === 0 ? sum % parts : 0));

function proposalOf(project: DemonstrationProject, cast: Cast): Story['proposal'] {
  const { town, segments, funds, laborPayYuan, plannedPosts, sector } = project;
  const pay = split(laborPayYuan * 100, segments.length);
  const posts = split(plannedPosts, segments.length);
  const village = { xingpo: '杏坡村', yuling: '榆岭村', songquan: '松泉村' }[town];
  return {
    name: project.name,
    scopeClass: project.scopeClass,
    disaster: project.disaster ?? false,
    sectors: [sector.kind],
    aims: ['steadyIncome', 'skills'],
    benefitLinks: ['laborPay', 'skillTraining'],
    segments: segments.map(({ name, code }, index) => ({
      name,
      kind: 'generalLabor',
      codes: [code],
      village,
      plannedPosts: posts[index]!,
      plannedLaborPayFen: pay[index]!,
    })),
    fundLines: funds.map(([source, yuan]) => ({ source, amountFen: yuan * 100 })),
    plannedLaborPayFen: laborPayYuan * 100,
    plannedPosts,
    suitability: {
      smallInvestment: project.scopeClass === 'smallMicro' ? 90 : 65,
      lowTechnicalBarrier: 85,
      simpleEarlyWork: project.approval === 'full' ? 70 : 85,
      lowSkillNeed: 80,
      jobDemand: Math.min(95, 60 + plannedPosts),
      localFit: 88,
    },
    suitabilityReasons: {
      smallInvestment: `计划总投资 ${funds.reduce((sum, [, yuan]) => sum + yuan, 0) / 10_000} 万元`,
      jobDemand: `计划提供 ${plannedPosts} 个岗位，摸底有务工意愿的劳动力充足`,
      localFit: `位于${village}，岗位就近安排`,
    },
    // What it is based on stands in the record: nobody takes it for the published project itself.
    poolId: `YS-${project.basedOn}`.slice(0, 40),
    owner: cast.owner.split('/')[0]!,
    sectorDepartment: sector.body,
    townships: [`ys-${town}`],
    ...(project.mode === 'collective' && {
      collective: `ys-${town}-coop`,
      villageSupervision: `ys-${town}-jw`,
    }),
  };
}

export interface ToldStory {
  story: Story;
  pay: Readonly<Record<string, Readonly<Record<string, PayStory>>>>;
}

/**
 * The story of a demonstration project.
 * @param index its place in the list, which gives its numbers
 * @param anchor the civil date all stories are told back from
 * @param personRefs references of its workers, in the order of their numbers
 */
export function storyOf(
  project: DemonstrationProject,
  index: number,
  anchor: CivilDate,
  personRefs: readonly string[],
): ToldStory {
  const most = Math.max(...project.days.map(({ days }) => days));
  const dates = workDays(addDays(anchor, -project.endedDaysAgo), most, project.every);
  const [startedOn = anchor] = dates;
  const completedOn = dates.at(-1) ?? anchor;
  const { approvedDaysAgo } = project;
  const timeline: Timeline = {
    ...timelineOf(startedOn, completedOn),
    ...(approvedDaysAgo !== undefined && { approvedOn: addDays(anchor, -approvedDaysAgo) }),
  };
  const cast = castOf(project);
  const each = personRefs.length / project.segments.length;
  const segments = project.segments.map((_, place) =>
    segmentOf(project, place, dates, personRefs.slice(place * each, (place + 1) * each)),
  );
  return {
    story: {
      id: project.id,
      serial: index + 1,
      proposal: proposalOf(project, cast),
      mode: project.mode,
      approval: approvalOf(project, completedOn),
      segments,
      dates: timeline,
      cast,
      surveyId: surveyBy(anchor, timeline.mobilizedOn),
      mechanismId,
      pace: 1,
    },
    pay: Object.fromEntries(segments.map((segment) => [segment.id, payOf(project, segment, anchor)])),
  };
}

function payOf(
  { pay = {}, lastMonthWaits = false }: DemonstrationProject,
  segment: SegmentStory,
  anchor: CivilDate,
): Record<string, PayStory> {
  const lastMonth = monthOf(addMonths(anchor, -1));
  return Object.fromEntries(
    monthsOf(segment).map(({ period, personRefs }, index) => {
      const { disputes, ...told } = pay[index] ?? {};
      return [
        period,
        {
          ...told,
          ...(disputes && personRefs[1] && { disputedBy: personRefs[1] }),
          ...(lastMonthWaits && period === lastMonth && { waits: true }),
        },
      ];
    }),
  );
}
