import { noApproval, type Approval } from '../../libs/domain/approval/state';
import { notStarted, type Construction } from '../../libs/domain/construction/state';
import type { CoverageFact, PersonFact } from '../../libs/domain/facts';
import type { JobPost, Mobilization } from '../../libs/domain/mobilization/state';
import { notMobilized } from '../../libs/domain/mobilization/state';
import { unregistered, type Organization } from '../../libs/domain/organization/organization';
import type { Parties } from '../../libs/domain/parties';
import type { Planning } from '../../libs/domain/planning/state';
import { newSegment, noProject, type Project, type Segment } from '../../libs/domain/project';
import type { AttendanceRow, CourseRow, RosterRow, RowTable, RowTables } from '../../libs/domain/rows';
import { notTrained, type Training } from '../../libs/domain/training/state';
import { evenCriteria } from './projects';

/** Workers by number: a reference that says nothing about anyone. */
export const person = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const parties: Parties = {
  districtGovernment: 'gov-yq',
  developmentReform: 'drc-yq',
  agriculture: 'agri-yq',
  finance: 'fin-yq',
  humanResources: 'hr-yq',
  sectorDepartment: 'water-yq',
  townships: ['town-yq'],
  owner: 'owner-yq',
  contractor: 'builder-yq',
};

const { contractor: _contractor, ...withoutContractor } = parties;
/** A village collective that builds itself: no contractor, the township checks. */
export const selfBuildParties: Parties = {
  ...withoutContractor,
  collective: 'village-yq',
  villageSupervision: 'watch-yq',
};

const planning: Planning = {
  name: '示范护坝工程',
  scopeClass: 'smallMicro',
  disaster: false,
  sectors: ['water'],
  aims: ['steadyIncome'],
  benefitLinks: ['laborPay'],
  fundLines: [{ id: 'f1', source: 'district', amountFen: 1_000_000_00, floorBp: null, planDocument: null }],
  plannedLaborPayFen: 300_000_00,
  plannedPosts: 10,
  suitability: 80,
  criteria: evenCriteria,
  poolId: 'pool-1',
  proposedBy: 'town-yq',
  proposedOn: '2026-01-02',
  feasibility: { on: '2026-01-05' },
  reservedOn: '2026-01-06',
  listedYear: 2026,
  adoption: null,
};

const approved: Approval = {
  ...noApproval,
  mode: 'contractor',
  award: {
    contractor: 'builder-yq',
    method: 'smallDirect',
    ground: 'belowThreshold',
    contractFen: 800_000_00,
    contractNumber: 'HT-1',
    bidderRegistration: null,
    on: '2026-02-01',
  },
  dutyMatrix: {
    on: '2026-02-02',
    projectUnit: { body: 'owner-yq', person: 'person-owner', acceptedOn: '2026-02-02' },
    supervisingUnit: { body: 'town-yq', person: 'person-township', acceptedOn: '2026-02-02' },
  },
  wageStandards: [
    {
      segmentId: 's1',
      postClass: '普工',
      version: 1,
      unit: 'day',
      rateFen: 200_00,
      from: '2026-02-10',
      basis: '当地日工',
    },
    {
      segmentId: 's1',
      postClass: '技工',
      version: 1,
      unit: 'day',
      rateFen: 300_00,
      from: '2026-02-10',
      basis: '当地日工',
    },
  ],
  reply: {
    number: '延发改〔2026〕1号',
    organ: 'drc-yq',
    on: '2026-02-03',
    title: '批复',
    requirement: '采取以工代赈方式',
    voided: false,
  },
  allocations: [
    {
      number: '延财〔2026〕1号',
      organ: 'fin-yq',
      on: '2026-02-05',
      title: '拨付通知',
      requirement: '采取以工代赈方式',
      voided: false,
      fundLineId: 'f1',
      amountFen: 1_000_000_00,
    },
  ],
  completedOn: '2026-02-06',
};

export const laborer: JobPost = {
  id: 'p1',
  title: '清表普工',
  postClass: '普工',
  number: 5,
  riskClass: 'light',
  key: false,
  skill: null,
  place: '梁家铺村',
  startsOn: '2026-03-01',
  endsOn: '2026-11-30',
};
export const mason: JobPost = {
  ...laborer,
  id: 'p2',
  title: '砌筑工',
  postClass: '技工',
  number: 2,
  riskClass: 'standard',
  key: true,
  skill: 'masonry',
};
export const rigger: JobPost = {
  ...laborer,
  id: 'p3',
  title: '吊装工',
  postClass: '技工',
  number: 2,
  riskClass: 'hazardControlled',
  skill: 'hoisting',
};

/** A project whose approval is complete, with one segment as given. */
export function projectWith(segment: Partial<Segment> = {}, changes: Partial<Project> = {}): Project {
  const planned = newSegment({
    id: 's1',
    name: '护坝砌筑',
    kind: 'generalLabor',
    codes: ['W-01'],
    village: '梁家铺',
    plannedPosts: 10,
    plannedLaborPayFen: 300_000_00,
  });
  return {
    ...noProject('p-demo'),
    status: 'active',
    district: '110119',
    phase: 'segments',
    parties,
    planning,
    approval: approved,
    segments: [{ ...planned, stage: 'mobilization', ...segment }],
    ...changes,
  };
}

/** Self-build: the collective employs, keeps roster and attendance. */
export const selfBuilt = (segment: Partial<Segment> = {}): Project =>
  projectWith(segment, { parties: selfBuildParties, approval: { ...approved, mode: 'collective', award: null } });

export const ready: Mobilization = {
  ...notMobilized,
  basis: { mechanismId: 'm1', surveyId: 'survey-1', surveyedOn: '2025-12-01' },
  posts: [laborer, mason, rigger],
  publishedOn: '2026-02-12',
  enrolled: 3,
  agreed: 3,
  placesTaken: { p1: 2, p2: 1 },
  payChannel: { kind: 'specialAccount', bank: '农商银行', openedOn: '2026-02-11' },
  insuredFrom: '2026-02-20',
  laborPayOfficer: true,
};

/** Mobilization with all its gates met. */
export const mobilizing = (mobilization: Partial<Mobilization> = {}): Project =>
  projectWith({ stage: 'mobilization', mobilization: { ...ready, ...mobilization } });

export const trained: Training = {
  ...notTrained,
  courses: 2,
  safetyPassed: 3,
  skillPassed: 1,
  disclosures: 1,
  clearedOn: '2026-02-26',
};

export const inTraining = (training: Partial<Training> = {}, mobilization: Partial<Mobilization> = {}): Project =>
  projectWith({
    stage: 'training',
    mobilization: { ...ready, confirmedOn: '2026-02-22', ...mobilization },
    training: { ...trained, clearedOn: null, ...training },
  });

/** Construction under way since 2 March 2026, unless changed. */
export const building = (construction: Partial<Construction> = {}, segment: Partial<Segment> = {}): Project =>
  projectWith({
    stage: 'construction',
    mobilization: { ...ready, confirmedOn: '2026-02-22' },
    training: trained,
    construction: { ...notStarted, startedOn: '2026-03-02', ...construction },
    ...segment,
  });

/** Works reported complete: the segment's pay is being settled. */
export const payingOut = (): Project => building({ progressBp: 10_000, completedOn: '2026-06-30' }, { stage: 'wages' });

export const coverage = (changes: Partial<CoverageFact> = {}): CoverageFact => ({
  enrolled: 3,
  agreed: 3,
  withCard: 3,
  priority: 1,
  localRural: 3,
  safetyPassed: 3,
  skillNeeded: 1,
  skillPassed: 1,
  disclosed: 1,
  byPost: { p1: 2, p2: 1 },
  ...changes,
});

/** The district with a labor mechanism and a survey of 1 December 2025. */
export const districtWith = (changes: Partial<Organization> = {}): Organization => ({
  ...unregistered('gov-yq'),
  exists: true,
  kind: 'districtGovernment',
  district: '110119',
  laborMechanism: { id: 'm1', on: '2025-11-01', partyTypes: ['districtDepartment', 'owner', 'contractor', 'township'] },
  surveys: [{ id: 'survey-1', on: '2025-12-01', surveyed: 100, willing: 60, skilled: 20 }],
  ...changes,
});

export const someone = (personRef: string, changes: Partial<PersonFact> = {}): PersonFact => ({
  personRef,
  birthOn: '1986-03-02',
  sex: 'male',
  localRural: true,
  priority: null,
  cardRegistered: true,
  erased: false,
  ...changes,
});

/** The `people` fact of several persons. */
export const peopleOf = (...people: PersonFact[]): Record<string, PersonFact> =>
  Object.fromEntries(people.map((one) => [one.personRef, one]));

export const enrolledRow = (personRef: string, changes: Partial<RosterRow> = {}): RosterRow => ({
  segmentId: 's1',
  personRef,
  act: 'enrolled',
  postId: 'p1',
  engagement: 'laborAgreement',
  through: 'self',
  on: '2026-02-15',
  agreement: null,
  skillProof: null,
  certifiedUntil: null,
  ...changes,
});
export const agreedRow = (personRef: string, changes: Partial<RosterRow> = {}): RosterRow =>
  enrolledRow(personRef, { act: 'agreed', on: '2026-02-16', agreement: 'XY-1', ...changes });

export const courseRow = (personRef: string, changes: Partial<CourseRow> = {}): CourseRow => ({
  projectId: 'p-demo',
  segmentId: 's1',
  personRef,
  course: 'safety',
  skill: null,
  on: '2026-02-20',
  minutes: 480,
  passed: true,
  subsidyFen: 0,
  ...changes,
});

export const attendanceRow = (personRef: string, changes: Partial<AttendanceRow> = {}): AttendanceRow => ({
  segmentId: 's1',
  personRef,
  postId: 'p1',
  on: '2026-03-03',
  cameAt: '08:00',
  leftAt: '17:00',
  minutes: 480,
  outputMilli: 0,
  method: 'position',
  edition: 1,
  countsIn: '2026-03',
  ...changes,
});

/** The rows an event of an outcome seals. */
export function rowsOf<T extends RowTable>(table: T, event: object | undefined): readonly RowTables[T][] {
  const { rows } = event as { rows?: { table: RowTable; rows: readonly RowTables[T][] } };
  if (rows?.table !== table) throw new Error(`seals no rows of ${table}`);
  return rows.rows;
}
