import type { Approval, FiledDocument, IssuedDocument, WageStandard } from '../../libs/domain/approval/state';
import { noApproval } from '../../libs/domain/approval/state';
import type { BodyFact, SeriesFact } from '../../libs/domain/facts';
import { unregistered, type Organization } from '../../libs/domain/organization/organization';
import type { BodyKind } from '../../libs/domain/organization/roles';
import type { Parties } from '../../libs/domain/parties';
import type { FundLine, PlannedSegment, Planning } from '../../libs/domain/planning/state';
import { newSegment, noProject, type Project, type Segment } from '../../libs/domain/project';

/** The demonstration district's bodies, by id. */
/** A project that suits alike by every criterion. */
export const evenCriteria = {
  smallInvestment: { score: 80, reason: null },
  lowTechnicalBarrier: { score: 80, reason: null },
  simpleEarlyWork: { score: 80, reason: null },
  lowSkillNeed: { score: 80, reason: null },
  jobDemand: { score: 80, reason: null },
  localFit: { score: 80, reason: null },
};

const names: readonly (readonly [id: string, name: string, kind: BodyKind])[] = [
  ['yq-gov', '延庆区人民政府', 'districtGovernment'],
  ['yq-drc', '延庆区发展和改革委员会', 'developmentReform'],
  ['yq-agri', '延庆区农业农村局', 'agriculture'],
  ['yq-fin', '延庆区财政局', 'finance'],
  ['yq-hr', '延庆区人力资源和社会保障局', 'humanResources'],
  ['yq-water', '延庆区水务局', 'water'],
  ['sihai-town', '四海镇人民政府', 'township'],
  ['sihai-owner', '四海镇建设发展公司', 'enterprise'],
  ['yq-builder', '延庆示范建筑公司', 'enterprise'],
  ['sihai-village', '四海村股份经济合作社', 'villageCollective'],
  ['sihai-watch', '四海村务监督委员会', 'villageSupervision'],
];

export const bodyFact = (id: string, name: string, kind: BodyKind, change: Partial<BodyFact> = {}): BodyFact => ({
  id,
  name,
  kind,
  district: '110119',
  version: 1,
  ...change,
});

export const bodies: Readonly<Record<string, BodyFact>> = Object.fromEntries(
  names.map(([id, name, kind]) => [id, bodyFact(id, name, kind)]),
);
export const districtBodies: Readonly<Partial<Record<BodyKind, BodyFact>>> = Object.fromEntries(
  Object.values(bodies).map((body) => [body.kind, body]),
);

export const projectParties: Parties = {
  districtGovernment: 'yq-gov',
  developmentReform: 'yq-drc',
  agriculture: 'yq-agri',
  finance: 'yq-fin',
  humanResources: 'yq-hr',
  sectorDepartment: 'yq-water',
  townships: ['sihai-town'],
  owner: 'sihai-owner',
};

export const fundLine = (change: Partial<FundLine> = {}): FundLine => ({
  id: 'f1',
  source: 'district',
  amountFen: 1_000_000_00,
  floorBp: null,
  planDocument: null,
  ...change,
});

export const plannedSegment = (change: Partial<PlannedSegment> = {}): PlannedSegment => ({
  id: 's1',
  name: '河道护坡',
  kind: 'generalLabor',
  codes: ['WAT-01-01'],
  village: '四海村',
  plannedPosts: 20,
  plannedLaborPayFen: 300_000_00,
  ...change,
});

/** A district government that has done what comes first: mechanism, leader in charge, labor mechanism and survey. */
export const districtReadyTo = (change: Partial<Organization> = {}): Organization => ({
  ...unregistered('yq-gov'),
  exists: true,
  name: '延庆区人民政府',
  kind: 'districtGovernment',
  district: '110119',
  posts: [{ id: 'leader', name: '分管副区长', kind: 'leaderInCharge', holders: [] }],
  mechanism: { responsibleBody: 'yq-drc', description: '联席会议', on: '2026-01-05' },
  leader: { post: 'leader', agendaMeetingOn: '2026-01-05', minutesNumber: '2026-1' },
  laborMechanism: {
    id: 'labor-2026',
    on: '2026-01-06',
    partyTypes: ['districtDepartment', 'owner', 'contractor', 'township'],
  },
  surveys: [{ id: 'survey-2026', on: '2026-01-10', surveyed: 900, willing: 400, skilled: 120 }],
  ...change,
});

type Change = Partial<Omit<Project, 'planning' | 'approval' | 'parties' | 'segments'>> & {
  planning?: Partial<Planning>;
  approval?: Partial<Approval>;
  parties?: Partial<Parties>;
  segments?: readonly Partial<Segment>[];
};

const planning: Planning = {
  name: '四海镇河道护坡工程',
  scopeClass: 'smallMicro',
  disaster: false,
  sectors: ['water'],
  aims: ['steadyIncome'],
  benefitLinks: ['laborPay', 'skillTraining'],
  fundLines: [fundLine()],
  plannedLaborPayFen: 300_000_00,
  plannedPosts: 20,
  suitability: 80,
  criteria: evenCriteria,
  poolId: 'XCJS-2026-0117',
  proposedBy: 'sihai-town',
  proposedOn: '2026-01-08',
  feasibility: null,
  reservedOn: null,
  listedYear: null,
  adoption: null,
};

/** A proposed project; each argument overrides what a case is about. */
export const planned = ({ planning: plan, approval, parties, segments = [{}], ...change }: Change = {}): Project => ({
  ...noProject('p-demo'),
  status: 'active',
  district: '110119',
  ...change,
  parties: { ...projectParties, ...parties },
  planning: { ...planning, ...plan },
  approval: { ...noApproval, ...approval },
  segments: segments.map((segment, index) => ({ ...newSegment(plannedSegment({ id: `s${index + 1}` })), ...segment })),
});

/** A project on its district's list, at the beginning of approval. */
export const listed = (change: Change = {}): Project =>
  planned({
    phase: 'approval',
    ...change,
    planning: { feasibility: { on: '2026-01-12' }, reservedOn: '2026-01-15', listedYear: 2026, ...change.planning },
  });

export const requirement = '本项目采用以工代赈方式实施，优先吸纳当地农村劳动力务工，劳务报酬足额按时发放至本人。';

export const fileDigest = `sm3:${'a'.repeat(64)}`;

export const filed = (change: Partial<FiledDocument> = {}): FiledDocument => ({
  kind: 'implementationPlan',
  organ: '四海镇人民政府',
  number: '四政发〔2026〕3号',
  on: '2026-01-20',
  digest: fileDigest,
  requirement,
  voided: false,
  filedBy: 'sihai-owner',
  totalFen: 1_000_000_00,
  makeUpBy: null,
  ...change,
});

export const issued = (change: Partial<IssuedDocument> = {}): IssuedDocument => ({
  number: '延水发〔2026〕7号',
  organ: 'yq-water',
  on: '2026-01-26',
  title: '关于四海镇河道护坡工程实施方案的批复',
  requirement,
  voided: false,
  ...change,
});

export const wageStandard = (change: Partial<WageStandard> = {}): WageStandard => ({
  segmentId: 's1',
  postClass: '普工',
  version: 1,
  unit: 'day',
  rateFen: 180_00,
  from: '2026-02-01',
  basis: '参照四海镇2025年劳务市场日均报酬',
  ...change,
});

/** Everything that approval of small works by a contractor asks for. */
export const approvalPapers: Approval = {
  ...noApproval,
  mode: 'contractor',
  projectCode: '2026-110119-48-01-000123',
  documents: [filed()],
  award: {
    contractor: 'yq-builder',
    method: 'smallDirect',
    ground: 'belowThreshold',
    bidderRegistration: null,
    contractFen: 900_000_00,
    contractNumber: 'HT-2026-01',
    on: '2026-01-28',
  },
  dutyMatrix: {
    on: '2026-01-22',
    projectUnit: { body: 'sihai-owner', person: 'official-1', acceptedOn: '2026-01-21' },
    supervisingUnit: { body: 'yq-water', person: 'official-2', acceptedOn: '2026-01-21' },
  },
  wageStandards: [wageStandard()],
  reply: issued(),
  allocations: [
    {
      ...issued({ number: '延财〔2026〕21号', organ: 'yq-fin', title: '关于下达资金的通知' }),
      fundLineId: 'f1',
      amountFen: 1_000_000_00,
    },
  ],
};

/** A listed project with all papers on file: only the act that leaves approval is missing. */
export const prepared = (change: Change = {}): Project =>
  listed({
    ...change,
    parties: { contractor: 'yq-builder', ...change.parties },
    approval: { ...approvalPapers, ...change.approval },
  });

/** A project whose approval is complete; its segments stand at mobilization. */
export const approved = ({ segments = [{}], ...change }: Change = {}): Project =>
  prepared({
    phase: 'segments',
    ...change,
    segments: segments.map((segment) => ({ stage: 'mobilization', ...segment })),
    approval: { completedOn: '2026-02-02', ...change.approval },
  });

/** The number series of an issuing organ. */
export const series = (change: Partial<SeriesFact> = {}): SeriesFact => ({
  code: '延水发',
  nextSerial: 12,
  taken: [],
  ...change,
});
