import type { CommandData } from '../registry';
import type { StreamState } from '../state';
import type { Project } from '../project';
import { noProject } from '../project';
import { given } from '../../../test/support/given';
import { notMobilized } from '../mobilization/state';
import {
  bodies,
  bodyFact,
  districtBodies,
  districtReadyTo,
  fileDigest,
  listed,
  planned,
  prepared,
  requirement,
  series,
  wageStandard,
} from '../../../test/support/projects';

type Proposal = CommandData<'proposeProject'>;

const segment = (plannedPosts: number, plannedLaborPayFen: number): Proposal['segments'][number] => ({
  name: '河道护坡',
  kind: 'generalLabor',
  codes: ['WAT-01-01'],
  village: '四海村',
  plannedPosts,
  plannedLaborPayFen,
});
const proposal = (change: Partial<Proposal> = {}): Proposal => ({
  name: '四海镇河道护坡工程',
  scopeClass: 'smallMicro',
  disaster: false,
  ruralInfrastructure: true,
  sectors: ['water'],
  aims: ['steadyIncome'],
  benefitLinks: ['laborPay', 'skillTraining'],
  segments: [segment(20, 300_000_00)],
  fundLines: [{ source: 'district', amountFen: 1_000_000_00, floorBp: null, planDocument: null }],
  plannedLaborPayFen: 300_000_00,
  plannedPosts: 20,
  suitability: {
    smallInvestment: 90,
    lowTechnicalBarrier: 80,
    simpleEarlyWork: 80,
    lowSkillNeed: 70,
    jobDemand: 90,
    localFit: 70,
  },
  suitabilityReasons: { jobDemand: '村内待业劳动力 46 人' },
  poolId: 'XCJS-2026-0117',
  owner: 'sihai-owner',
  sectorDepartment: 'yq-water',
  townships: ['sihai-town'],
  ...change,
});
const facts = { bodies, districtBodies, district: districtReadyTo() };
const proposing = (change: Partial<Proposal> = {}, reasons: Record<string, string> = {}) =>
  given(noProject('p-demo')).when('proposeProject', proposal(change), { as: 'township', facts, reasons });

describe('proposing a project', () => {
  it('binds the district’s offices, gives segments and fund lines their ids, and owes the statement on feasibility', () => {
    const { after } = proposing().records('ProjectProposed');
    expect(after.subject).toMatchObject({
      status: 'active',
      phase: 'planning',
      district: '110119',
      parties: { developmentReform: 'yq-drc', finance: 'yq-fin', owner: 'sihai-owner' },
      segments: [{ id: 's1', stage: 'waiting' }],
      planning: { suitability: 80, fundLines: [{ id: 'f1' }], proposedBy: 'township-body', proposedOn: '2026-03-02' },
    });
    expect(after.duties.map(({ key }) => key)).toEqual(['planning/stateFeasibility']);
  });
  it('R-PRIN-02: keeps each criterion of its suitability with the reason given; a revision may score it anew', () => {
    const { after } = proposing().records('ProjectProposed');
    expect(after.subject).toMatchObject({
      planning: {
        criteria: {
          jobDemand: { score: 90, reason: '村内待业劳动力 46 人' },
          localFit: { score: 70, reason: null },
        },
      },
    });
    const revised = given(after)
      .when(
        'reviseProposal',
        { ...proposal({ suitability: { ...proposal().suitability, localFit: 73 } }), reason: 'sealed:reason' },
        { as: 'township', at: '2026-03-09T02:00:00.000Z', facts, actor: { body: 'sihai-town' } },
      )
      .records('ProposalRevised').after;
    // R-GOAL-03: who proposed it and when stays what it was
    expect(revised.subject).toMatchObject({
      planning: { suitability: 81, proposedBy: 'township-body', proposedOn: '2026-03-02' },
    });
  });
  it('R-GOAL-01: serves at least one aim', () => {
    proposing({ aims: [] }).refuses('R-GOAL-01');
  });
  it('R-LINK-01: pays labor among its benefit links', () => {
    proposing({ benefitLinks: ['laborPay'] }).records('ProjectProposed');
    proposing({ benefitLinks: ['skillTraining'] }).refuses('R-LINK-01');
  });
  it('R-SCOPE-01: lies in the rural area and builds infrastructure, or says why not', () => {
    proposing({ ruralInfrastructure: false }).refuses('R-SCOPE-01');
    proposing({ ruralInfrastructure: false }, { 'R-SCOPE-01': '镇中心小学操场修缮' }).records(
      'WarningAccepted',
      'ProjectProposed',
    );
  });
  it('R-SEG-02: names segments of the guide catalogue, or says why not', () => {
    const local = { segments: [{ ...segment(20, 300_000_00), codes: ['YQ-99'] }] };
    proposing(local).refuses('R-SEG-02');
    proposing(local, { 'R-SEG-02': '本地石砌护坡，行业主管部门认可' }).records('WarningAccepted', 'ProjectProposed');
  });
  it('R-PLAN-03: is linked to the pool of rural projects, or says why not', () => {
    proposing({ poolId: null }).refuses('R-PLAN-03');
    proposing({ poolId: null }, { 'R-PLAN-03': '灾后新增，正在入库' }).records('WarningAccepted', 'ProjectProposed');
  });
  it('R-ORG-06: has one of the eight sector departments, or says why not', () => {
    proposing({ sectorDepartment: 'yq-drc' }).refuses('R-ORG-06');
    proposing({ sectorDepartment: 'yq-drc' }, { 'R-ORG-06': '能源项目由发展改革部门主管' }).records(
      'WarningAccepted',
      'ProjectProposed',
    );
  });
  it('adds up: pay and posts of the segments are those of the project', () => {
    const segments = [segment(12, 200_000_00), segment(8, 100_000_00)];
    proposing({ segments }).records('ProjectProposed');
    proposing({ segments, plannedLaborPayFen: 300_000_01 }).refuses('P-SUM');
    proposing({ segments, plannedPosts: 21 }).refuses('P-SUM');
  });
  it('names bodies of its own district', () => {
    const elsewhere = {
      ...facts,
      bodies: { ...bodies, 'mtg-owner': bodyFact('mtg-owner', '门头沟公司', 'enterprise', { district: '110109' }) },
    };
    proposing({ owner: 'nobody-here' }).refuses('P-UNKNOWN');
    given(noProject('p-demo'))
      .when('proposeProject', proposal({ owner: 'mtg-owner' }), { as: 'township', facts: elsewhere })
      .refuses('P-UNKNOWN');
  });
  it('waits until the district’s offices are registered', () => {
    const { finance: _finance, ...others } = districtBodies;
    given(noProject('p-demo'))
      .when('proposeProject', proposal(), { as: 'township', facts: { ...facts, districtBodies: others } })
      .refuses('P-UNKNOWN');
  });
  it('R-PLAN-02: waits for the district’s mechanism', () => {
    given(noProject('p-demo'))
      .when('proposeProject', proposal(), {
        as: 'township',
        facts: { ...facts, district: districtReadyTo({ mechanism: null }) },
      })
      .refuses('R-PLAN-02');
  });
  it('R-ORG-03: waits for the leader in charge', () => {
    given(noProject('p-demo'))
      .when('proposeProject', proposal(), {
        as: 'township',
        facts: { ...facts, district: districtReadyTo({ leader: null }) },
      })
      .refuses('R-ORG-03');
  });
  it('R-PRIN-01: asks no even shares between villages', () => {
    proposing({ segments: [segment(19, 299_000_00), segment(1, 1_000_00)] }).records('ProjectProposed');
  });
});

const holds: CommandData<'stateFeasibility'> = {
  qualityHolds: true,
  safetyHolds: true,
  scheduleHolds: true,
  postsNearHome: true,
  statement: '使用本地劳动力可以保证质量、安全和进度。',
};

describe('the statement on feasibility', () => {
  const state = (change: Partial<CommandData<'stateFeasibility'>> = {}) =>
    given(planned()).when('stateFeasibility', { ...holds, ...change });

  it('R-PRIN-03: holds for quality, safety and schedule', () => {
    state().records('FeasibilityStated');
  });
  it.each(['qualityHolds', 'safetyHolds', 'scheduleHolds'] as const)('R-PRIN-03: is refused without %s', (part) => {
    state({ [part]: false }).refuses('R-PRIN-03');
  });
  it('R-PRIN-03: keeps whether posts are near home, and refuses nothing for it', () => {
    const { events } = state({ postsNearHome: false }).records('FeasibilityStated');
    expect(events[0]!.data).toMatchObject({ postsNearHome: false });
  });
});

describe('reserve and list', () => {
  const feasible = (change: Parameters<typeof planned>[0] = {}) =>
    planned({ ...change, planning: { feasibility: { on: '2026-01-12' } } });
  const list = { year: 2026, listVersion: '2026-1' };
  /** of the approved list, whatever was read here */
  const told = { facts, as: 'system' as const, readRevision: -1 };

  it('a project is reserved once', () => {
    const { after } = given(feasible()).when('reserveProject', {}, { facts }).records('ProjectReserved');
    given(after).when('reserveProject', {}, { facts }).refuses('P-ONCE');
  });
  it('CL-31: the lead department owes it a place on the list, in the time of the list', () => {
    const owed = ({ duties }: StreamState) =>
      duties.map(({ command, owner, dueAt }) => [command, 'body' in owner && owner.body, dueAt]);
    const { after } = given(planned()).when('stateFeasibility', holds).records('FeasibilityStated');
    expect(owed(after)).toEqual([['listProject', 'yq-drc', undefined]]);
    const reserved = given(after).when('reserveProject', {}, { facts }).records('ProjectReserved');
    expect(owed(reserved.after)).toEqual(owed(after));
  });
  it('R-PRIN-03: the list takes a project whose feasibility is stated', () => {
    const { after } = given(feasible()).when('listProject', list, told).records('ProjectListed');
    expect(after.subject).toMatchObject({ phase: 'approval', planning: { listedYear: 2026 } });
    given(planned()).when('listProject', list, told).refuses('R-PRIN-03');
  });
  it('R-PLAN-02 R-ORG-03: the list rests on the district’s mechanism and leader', () => {
    const bare = { ...facts, district: districtReadyTo({ mechanism: null, leader: null }) };
    given(feasible())
      .when('listProject', list, { ...told, facts: bare })
      .refuses('R-PLAN-02', 'R-ORG-03');
  });
  it('R-PLAN-04: comes of the approved list; by hand, papers from before alone say so, and those of the government', () => {
    given(feasible()).when('listProject', list, { facts }).refuses('R-PLAN-04');
    given(feasible()).when('listProject', list, { facts, backfilled: true }).records('ProjectListed');
    given(feasible()).when('listProject', list, { facts, backfilled: true, as: 'developmentReform' }).refuses('P-WHO');
  });
  it('R-PLAN-05: hears from the approved list, whatever was read here; what it knows already changes nothing', () => {
    given(feasible()).when('listProject', list, told).records('ProjectListed');
    given(listed()).when('listProject', list, told).records();
    given(feasible({ status: 'cancelled' }))
      .when('listProject', list, told)
      .records();
    const { after } = given(feasible()).when('reserveProject', {}, told).records('ProjectReserved');
    given(after).when('reserveProject', {}, told).records();
    given(listed({ planning: { reservedOn: null } }))
      .when('reserveProject', {}, told)
      .records();
  });
  it('what is listed is revised no more', () => {
    const revision = { ...proposal(), reason: '核减规模' };
    given(feasible()).when('reviseProposal', revision, { as: 'owner', facts }).records('ProposalRevised');
    given(listed()).when('reviseProposal', revision, { as: 'owner', facts }).refuses('R-INV-15');
  });
  it('a revision on the way back keeps the contractor a contract has bound', () => {
    const back = feasible({ parties: { contractor: 'yq-builder' } });
    const { after } = given(back)
      .when('reviseProposal', { ...proposal(), reason: '核减规模' }, { as: 'owner', facts })
      .records('ProposalRevised');
    expect((after.subject as Project).parties).toMatchObject({ contractor: 'yq-builder', owner: 'sihai-owner' });
  });
});

describe('the segments and funds of a revised proposal', () => {
  const twice = { plannedPosts: 40, plannedLaborPayFen: 600_000_00 };
  const line = { source: 'district' as const, amountFen: 500_000_00, floorBp: null, planDocument: null };
  const revising = (of: StreamState | Project, change: Partial<CommandData<'reviseProposal'>>) =>
    given(of).when('reviseProposal', { ...proposal(), reason: 'sealed:reason', ...change }, { as: 'owner', facts });
  const both = planned({ segments: [{ name: '护坡' }, { name: '清表' }] });
  const idsIn = (subject: unknown) => {
    const { segments, planning } = subject as Project;
    return [...segments, ...planning!.fundLines].map(({ id }) => id);
  };
  const one = (id?: string) => ({ ...segment(20, 300_000_00), ...(id && { id }) });

  it('keep their ids in whatever order they come; a new one gets the next, and none is given twice', () => {
    const { after } = revising(both, {
      ...twice,
      segments: [one(), { ...one('s2'), name: '清表改' }],
      fundLines: [line, { ...line, id: 'f1' }],
    }).records('ProposalRevised');
    expect(idsIn(after.subject)).toEqual(['s3', 's2', 'f2', 'f1']);
    expect((after.subject as Project).segments[1]).toMatchObject({ id: 's2', name: '清表改' });
    const again = revising(after, { ...twice, segments: [one(), one('s2')], fundLines: [line] });
    expect(idsIn(again.records('ProposalRevised').after.subject)).toEqual(['s4', 's2', 'f3']);
  });
  it('keep what was done in them when a project comes back', () => {
    const back = planned({ segments: [{ mobilization: { ...notMobilized, enrolled: 12 } }] });
    const { after } = revising(back, { segments: [{ ...one('s1'), village: '石峡村' }] }).records('ProposalRevised');
    expect((after.subject as Project).segments).toMatchObject([{ village: '石峡村', mobilization: { enrolled: 12 } }]);
  });
  it('are gone only where nothing names them', () => {
    const known = { segments: [one('s1')], fundLines: [{ ...line, id: 'f1' }] };
    revising(both, known).records('ProposalRevised');
    const standards = { ...both.approval, wageStandards: [wageStandard({ segmentId: 's2' })] };
    revising({ ...both, approval: standards }, known).refuses('P-ORDER');
    const { allocations } = prepared().approval;
    const allocated = { ...both, approval: { ...both.approval, allocations } };
    const without = revising(allocated, { ...known, fundLines: [line] });
    expect(without.breaches()).toMatchObject([{ rule: 'P-ORDER', found: 'f1：资金下达文件 1 项', field: 'fundLines' }]);
  });
  it('cover to the fen what was sent out of them, as money of government', () => {
    const { approval } = prepared();
    const [sent] = approval.allocations;
    const funding = (change: Partial<typeof line>) =>
      revising(
        { ...both, approval: { ...both.approval, allocations: approval.allocations } },
        {
          segments: [one('s1')],
          fundLines: [{ ...line, amountFen: sent!.amountFen, ...change, id: 'f1' }],
        },
      );
    funding({}).records('ProposalRevised');
    funding({ amountFen: sent!.amountFen - 1 }).refuses('P-SUM');
    expect(funding({ source: 'social' as 'district' }).fields()).toEqual(['fundLines.0.source']);
  });
  it('are each named once, and of the project', () => {
    revising(both, { ...twice, segments: [one('s1'), one('s1')] }).refuses('P-SUM');
    revising(both, { segments: [one('s9')] }).refuses('P-UNKNOWN');
  });
});

describe('adopting the mode in mid-life', () => {
  const adopting = (change: Partial<CommandData<'adoptWorkRelief'>> = {}, taken: string[] = []) =>
    given(noProject('p-demo')).when(
      'adoptWorkRelief',
      {
        ...proposal({ scopeClass: 'alreadyDecided' }),
        adoptedOn: '2026-02-20',
        documentNumber: '延发改〔2026〕9号',
        documentDigest: fileDigest,
        requirement,
        entersAt: 'mobilization',
        ...change,
      },
      { facts: { ...facts, series: series({ taken }) } },
    );

  it('CL-12: enters at mobilization, or at approval, and marks the day', () => {
    const { after } = adopting().records('WorkReliefAdopted');
    expect(after.subject).toMatchObject({
      phase: 'segments',
      segments: [{ stage: 'mobilization' }],
      planning: { adoption: { on: '2026-02-20', documentNumber: '延发改〔2026〕9号' } },
    });
    const early = adopting({ entersAt: 'approval' }).records('WorkReliefAdopted').after;
    expect(early.subject).toMatchObject({ phase: 'approval', segments: [{ stage: 'waiting' }] });
  });
  it.each(['', '同意建设。'])(
    'R-APPR-02: is refused while its document does not state the requirement: “%s”',
    (text) => {
      adopting({ requirement: text }).refuses('R-APPR-02');
    },
  );
  it('R-DOC-10: bears a number that is formed and free', () => {
    adopting({}, ['延发改〔2026〕9号']).refuses('R-DOC-10');
    adopting({ documentNumber: '第9号' }).refuses('R-DOC-10');
  });
  it('is dated no later than it is recorded', () => {
    adopting({ adoptedOn: '2026-03-02' }).records('WorkReliefAdopted');
    adopting({ adoptedOn: '2026-03-03' }).refuses('P-TIME');
  });
});
