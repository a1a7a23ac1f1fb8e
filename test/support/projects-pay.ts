import type { WageStandard } from '../../libs/domain/approval/state';
import type { FactValues, WageLineFact } from '../../libs/domain/facts';
import type { JobPost } from '../../libs/domain/mobilization/state';
import type { Parties } from '../../libs/domain/parties';
import { newSegment, noProject, type Project, type Segment } from '../../libs/domain/project';
import { defaultParameters } from '../../libs/domain/rulebook/parameters';
import type { AttendanceRow } from '../../libs/domain/rows';
import type { StreamId } from '../../libs/domain/stream';
import { noLines, noPeriod, type LineStatus, type WagePeriod } from '../../libs/domain/wages/period';

/** A worker's reference by number: random in the product, told apart here. */
export const worker = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const offices: Parties = {
  districtGovernment: 'yanqing-government',
  developmentReform: 'yanqing-reform',
  agriculture: 'yanqing-agriculture',
  finance: 'yanqing-finance',
  humanResources: 'yanqing-labor',
  sectorDepartment: 'yanqing-water',
  townships: ['jiuxian-town'],
  owner: 'jiuxian-water-station',
};
export const paidParties: Parties = { ...offices, contractor: 'badaling-works' };

/** The same project built by the village itself. */
export const selfBuilt: Parties = {
  ...offices,
  collective: 'xilong-collective',
  villageSupervision: 'xilong-supervision',
};

export const post = (change: Partial<JobPost> = {}): JobPost => ({
  id: 'p1',
  title: '渠道清淤工',
  postClass: 'general',
  number: 20,
  riskClass: 'standard',
  key: false,
  skill: null,
  place: '西龙湾村',
  startsOn: '2026-03-01',
  endsOn: '2026-06-30',
  ...change,
});

export const standard = (change: Partial<WageStandard> = {}): WageStandard => ({
  segmentId: 's1',
  postClass: 'general',
  version: 1,
  unit: 'day',
  rateFen: 200_00,
  from: '2026-03-01',
  basis: '参照本区农村零工市场价',
  ...change,
});

export const segment = (change: Partial<Segment> = {}): Segment => {
  const fresh = newSegment({
    id: 's1',
    name: '渠道清淤',
    kind: 'generalLabor',
    codes: ['water.channel'],
    village: '西龙湾村',
    plannedPosts: 20,
    plannedLaborPayFen: 300_000_00,
  });
  return {
    ...fresh,
    stage: 'construction',
    mobilization: {
      ...fresh.mobilization,
      posts: [post()],
      payChannel: { kind: 'specialAccount', bank: '北京农商银行旧县支行', openedOn: '2026-02-10' },
    },
    construction: { ...fresh.construction, startedOn: '2026-03-02', lastAttendanceOn: '2026-03-31' },
    ...change,
  };
};

/** A project whose one segment is being built, with a wage standard in force. */
export const working = (change: Partial<Project> = {}): Project => {
  const fresh = noProject('p-demo');
  return {
    ...fresh,
    status: 'active',
    district: '110119',
    phase: 'segments',
    parties: paidParties,
    approval: { ...fresh.approval, mode: 'contractor', wageStandards: [standard()] },
    segments: [segment()],
    ...change,
  };
};

export const attended = (personRef: string, on: string, change: Partial<AttendanceRow> = {}): AttendanceRow => ({
  segmentId: 's1',
  personRef,
  postId: 'p1',
  on,
  cameAt: '08:00',
  leftAt: '17:00',
  minutes: 480,
  outputMilli: 0,
  method: 'gate',
  edition: 1,
  countsIn: on.slice(0, 7),
  ...change,
});

export const march: StreamId = 'wages/p-demo/s1/2026-03';

/** What the calculation of a sheet reads. */
export const payFacts = (
  rows: readonly AttendanceRow[],
  change: Partial<FactValues> = {},
): Pick<FactValues, 'project' | 'periodAttendance' | 'engagements' | 'datedParameters' | 'wageLines'> &
  Partial<FactValues> => ({
  project: working(),
  periodAttendance: { rows, digest: 'sm3:attendance' },
  engagements: {},
  datedParameters: defaultParameters,
  wageLines: [],
  ...change,
});

/** A line of the sheet as it stands. */
export const line = (n: number, status: LineStatus, change: Partial<WageLineFact> = {}): WageLineFact => ({
  personRef: worker(n),
  postId: 'p1',
  days: 10,
  minutes: 4800,
  outputMilli: 0,
  grossFen: 2_000_00,
  deductionsFen: 0,
  netFen: 2_000_00,
  parts: [],
  edition: 1,
  status,
  receivedFen: status === 'received' ? 2_000_00 : 0,
  ownCard: true,
  ...change,
});

/** A period whose sheet was drawn up and checked, holding these lines. */
export const paying = (lines: readonly WageLineFact[], change: Partial<WagePeriod> = {}): WagePeriod => {
  const tally = { ...noLines };
  for (const { status, netFen } of lines) {
    tally[status] = { lines: tally[status].lines + 1, fen: tally[status].fen + netFen };
  }
  const netFen = lines.reduce((sum, one) => sum + one.netFen, 0);
  return {
    ...noPeriod('p-demo/s1/2026-03'),
    exists: true,
    status: 'reviewed',
    parties: paidParties,
    employers: ['badaling-works'],
    sheetDueOn: '2026-04-08',
    payOn: '2026-04-30',
    sheet: {
      maker: 'person-laborPayOfficer',
      on: '2026-04-02',
      edition: 1,
      lines: lines.length,
      grossFen: netFen,
      deductionsFen: 0,
      netFen,
      digest: 'sm3:lines',
      attendanceDigest: 'sm3:attendance',
    },
    review: { person: 'person-township', body: 'jiuxian-town', on: '2026-04-03' },
    tally,
    disputes: lines
      .filter(({ status }) => status === 'disputed')
      .map(({ personRef }, index) => ({ personRef, no: index + 1, on: '2026-04-05' })),
    disputesEver: lines.filter(({ status }) => status === 'disputed').length,
    ...change,
  };
};

export const fileDigest = `sm3:${'a'.repeat(64)}`;
