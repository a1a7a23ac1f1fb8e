import { given } from '../../../test/support/given';
import {
  approvalPapers,
  districtReadyTo,
  filed,
  fileDigest,
  fundLine,
  issued,
  listed,
  planned,
  plannedSegment,
  prepared,
  requirement,
  wageStandard,
} from '../../../test/support/projects';
import { newSegment } from '../project';
import { gateSetOf } from './gate-sets';
import type { ParentAct } from './state';

const byDevelopmentReform = { as: 'developmentReform' } as const;
const complete = (project: ReturnType<typeof listed>) =>
  given(project).when('completeApproval', {}, byDevelopmentReform);
describe('which gate set', () => {
  it.each([
    ['小微工程简易审批', listed()],
    ['重大项目具体环节', listed({ planning: { scopeClass: 'majorLabor' } })],
    ['基本建设程序', listed({ planning: { scopeClass: 'alreadyDecided' } })],
    [
      '小微工程简易审批',
      listed({ planning: { scopeClass: 'alreadyDecided' }, approval: { ground: 'inApprovedPlan' } }),
    ],
    ['灾后应急', listed({ planning: { disaster: true }, approval: { ground: 'emergency' } })],
    [
      '中途采用以工代赈方式',
      listed({ planning: { adoption: { on: '2026-02-01', documentNumber: '延发改〔2026〕9号', stage: 'approval' } } }),
    ],
  ])('%s', (name, project) => {
    expect(gateSetOf(project)).toMatchObject({ name, basis: expect.stringMatching(/\S/) });
  });
});

describe('completing the approval of small works', () => {
  it('opens every segment at mobilization once all is on file', () => {
    const segments = [{}, { stage: 'waiting' as const }];
    const wageStandards = [wageStandard(), wageStandard({ segmentId: 's2' })];
    const { after } = complete(prepared({ segments, approval: { wageStandards } })).records('ApprovalCompleted');
    expect(after.subject).toMatchObject({
      phase: 'segments',
      segments: [{ stage: 'mobilization' }, { stage: 'mobilization' }],
      approval: { completedOn: '2026-03-02' },
    });
  });
  it('is done by the organ that replied, or development-reform', () => {
    given(prepared()).when('completeApproval', {}, { as: 'sectorDepartment' }).records('ApprovalCompleted');
    given(prepared()).when('completeApproval', {}, { as: 'township' }).refuses('P-WHO');
  });
  it('is done once', () => {
    complete(prepared({ phase: 'segments' })).refuses('P-ORDER');
  });
  it('rests on the revision that was read', () => {
    given(prepared())
      .when('completeApproval', {}, { ...byDevelopmentReform, readRevision: -1 })
      .refuses('P-STALE');
  });
  it('R-QUAL-01: needs a construction mode', () => {
    complete(prepared({ approval: { mode: null } })).refuses('R-QUAL-01');
  });
  it('R-APPR-02: needs the implementation plan', () => {
    complete(prepared({ approval: { documents: [] } })).refuses('R-APPR-02');
    complete(prepared({ approval: { documents: [filed({ voided: true })] } })).refuses('R-APPR-02');
  });
  it('R-APPR-01: needs a reply that stands', () => {
    complete(prepared({ approval: { reply: null } })).refuses('R-APPR-01');
    complete(prepared({ approval: { reply: issued({ voided: true }) } })).refuses('R-APPR-01');
  });
  it('R-FUND-02: needs an allocation for each line of government, and none for social money', () => {
    const fundLines = [fundLine(), fundLine({ id: 'f2', source: 'social', amountFen: 50_000_00 })];
    complete(prepared({ planning: { fundLines } })).records('ApprovalCompleted');
    complete(prepared({ planning: { fundLines: [fundLine(), fundLine({ id: 'f2', source: 'municipal' })] } })).refuses(
      'R-FUND-02',
    );
    complete(prepared({ approval: { allocations: [] } })).refuses('R-FUND-02');
  });
  it('R-SUPV-01 R-NAT-30: needs the duty matrix', () => {
    complete(prepared({ approval: { dutyMatrix: null } })).refuses('R-SUPV-01', 'R-NAT-30');
  });
  it('R-LAW-02: needs a contract', () => {
    complete(prepared({ approval: { award: null } })).refuses('R-LAW-02');
  });
  it('R-WAGE-02: needs a pay standard for each segment', () => {
    complete(prepared({ segments: [{}, {}] })).refuses('R-WAGE-02');
  });
  it('R-WAGE-02: leaves the standard of upkeep to its own mobilization', () => {
    const upkeep = newSegment(plannedSegment({ id: 's2', kind: 'upkeep' }));
    complete(prepared({ segments: [{}, upkeep] })).records('ApprovalCompleted');
  });
});

describe('the floor of labor pay', () => {
  const central = (change: object, plannedLaborPayFen: number) =>
    prepared({ planning: { fundLines: [fundLine({ source: 'centralBudget', ...change })], plannedLaborPayFen } });

  it('R-FUND-10: accepts 30 % of the central money exactly, and refuses one fen less', () => {
    complete(central({}, 300_000_00)).records('ApprovalCompleted');
    complete(central({}, 299_999_99)).refuses('R-FUND-10');
  });
  it('R-FUND-10: a higher floor of the plan document wins, a lower one does not', () => {
    complete(central({ floorBp: 4200 }, 420_000_00)).records('ApprovalCompleted');
    complete(central({ floorBp: 4200 }, 419_999_99)).refuses('R-FUND-10');
    complete(central({ floorBp: 1500 }, 299_999_99)).refuses('R-FUND-10');
  });
  it('R-FUND-12: no floor without central money', () => {
    complete(prepared({ planning: { plannedLaborPayFen: 1 } })).records('ApprovalCompleted');
  });
  it('R-FUND-11: fiscal task money has the floor of its plan document, and none without one', () => {
    const fiscal = (floorBp: number | null, plannedLaborPayFen: number) =>
      prepared({ planning: { fundLines: [fundLine({ source: 'fiscalTask', floorBp })], plannedLaborPayFen } });
    complete(fiscal(2500, 250_000_00)).records('ApprovalCompleted');
    complete(fiscal(2500, 249_999_99)).refuses('R-FUND-11');
    complete(fiscal(null, 1)).records('ApprovalCompleted');
  });
});

describe('a permit', () => {
  const full = (contractFen: number, permit = false) => {
    const kinds = ['projectProposal', 'feasibilityStudy', 'preliminaryDesign', 'estimate'] as const;
    const papers = kinds.map((kind, index) => filed({ kind, number: `延发改〔2026〕${index + 1}号` }));
    const award = { ...approvalPapers.award!, contractFen };
    const documents = permit
      ? [...papers, filed({ kind: 'constructionPermit', number: '110229202602200101' })]
      : papers;
    return prepared({ planning: { scopeClass: 'alreadyDecided' }, approval: { documents, award } });
  };
  it('R-INV-21: is needed above the ceiling of small works, and not at it', () => {
    complete(full(300_000_00)).records('ApprovalCompleted');
    complete(full(300_000_01)).refuses('R-INV-21');
    complete(full(300_000_01, true)).records('ApprovalCompleted');
  });
  it('R-INV-21: is none of the gates of small works', () => {
    complete(prepared()).records('ApprovalCompleted');
  });
});

describe('labor segments of a major project', () => {
  const act = (kind: ParentAct['kind'], segmentId: string | null): ParentAct => ({
    kind,
    segmentId,
    organ: '北京市发展和改革委员会',
    number: `京发改〔2025〕${kind === 'award' ? 2 : 1}号`,
    on: '2025-11-03',
    digest: fileDigest,
  });
  const major = (parentActs: readonly ParentAct[], documents = [filed({ kind: 'supplement' })]) =>
    prepared({
      planning: { scopeClass: 'majorLabor' },
      segments: [{}, {}],
      approval: {
        documents,
        parentActs,
        reply: null,
        award: null,
        wageStandards: [wageStandard(), wageStandard({ segmentId: 's2' })],
      },
    });

  it('R-APPR-01: stand on the parent’s approval and award, with no reply of their own', () => {
    complete(major([act('approval', null), act('award', null)])).records('ApprovalCompleted');
  });
  it('R-APPR-01 R-LAW-02: every segment is covered', () => {
    const first = [act('approval', 's1'), act('award', 's1')];
    complete(major([...first, act('approval', 's2'), act('award', 's2')])).records('ApprovalCompleted');
    complete(major(first)).refuses('R-APPR-01', 'R-LAW-02');
  });
  it('R-APPR-02 R-APPR-01: the supplement states the requirement the parent’s approval leaves out', () => {
    complete(major([act('approval', null), act('award', null)], [])).refuses('R-APPR-02', 'R-APPR-01');
  });
  it('cite the award with the contractor it names, who then employs', () => {
    const facts = {
      bodies: {
        'yq-builder': { id: 'yq-builder', name: '示范', kind: 'enterprise' as const, district: '110119', version: 1 },
      },
    };
    const { organ, number, on, digest } = act('award', null);
    const award = { kind: 'award' as const, segmentId: null, organ, number, on, digest };
    const project = listed({ planning: { scopeClass: 'majorLabor' }, approval: { mode: 'contractor' } });
    const { after } = given(project)
      .when('citeParentAct', { ...award, contractor: 'yq-builder' }, { facts })
      .records('ParentActCited');
    expect(after.subject).toMatchObject({ parties: { contractor: 'yq-builder' } });
    given(project)
      .when('citeParentAct', { ...award, contractor: null }, { facts })
      .refuses('P-UNKNOWN');
    given(project)
      .when('citeParentAct', { ...award, segmentId: 's9', contractor: 'yq-builder' }, { facts })
      .refuses('P-UNKNOWN');
    given(listed())
      .when('citeParentAct', { ...award, contractor: 'yq-builder' }, { facts })
      .refuses('P-ORDER');
  });
});

describe('an emergency', () => {
  const decision = filed({ kind: 'emergencyDecision', number: '延政发〔2026〕8号', makeUpBy: '2026-04-30' });
  const emergency = (approval: object = {}) =>
    prepared({
      planning: { disaster: true },
      approval: { ground: 'emergency', documents: [decision], reply: null, allocations: [], ...approval },
    });

  it('lets works start on its decision, and makes what is missing dated duties', () => {
    const { after } = complete(emergency()).records('ApprovalCompleted');
    expect(after.duties).toContainEqual(
      expect.objectContaining({ key: 'approval/fileDocument/implementationPlan', dueAt: '2026-04-30T09:30:00.000Z' }),
    );
    expect(after.duties).toContainEqual(
      expect.objectContaining({ key: 'approval/issueFundAllocation/f1', dueAt: '2026-04-30T09:30:00.000Z' }),
    );
  });
  it('without a decision relaxes nothing', () => {
    complete(emergency({ documents: [] })).refuses('R-APPR-02', 'R-APPR-01', 'R-FUND-02');
  });
  it('R-WAGE-02 R-SUPV-01 R-NAT-30: relaxes neither pay standards nor duties', () => {
    complete(emergency({ wageStandards: [], dutyMatrix: null })).refuses('R-WAGE-02', 'R-SUPV-01', 'R-NAT-30');
  });
  it('owes the reply once the plan it put off is on file', () => {
    const late = emergency({ completedOn: '2026-02-10' });
    const { after } = given({ ...late, phase: 'segments' })
      .when(
        'fileDocument',
        {
          kind: 'implementationPlan',
          organ: '四海镇人民政府',
          number: '四政发〔2026〕9号',
          on: '2026-03-01',
          digest: fileDigest,
          requirement,
          chapter: ['organizing', 'workAndHours', 'totalPay', 'payRates', 'training'],
          totalFen: null,
          makeUpBy: null,
        },
        { facts: { series: { code: null, nextSerial: 1, taken: [] } } },
      )
      .records('DocumentFiled');
    expect(after.duties.map(({ key }) => key)).toContain('approval/issueApprovalReply');
  });
});

describe('a mode adopted in mid-life', () => {
  it('stands on the adopting document; what came before it needs no text', () => {
    const adoption = { on: '2026-02-01', documentNumber: '延发改〔2026〕9号', stage: 'approval' as const };
    complete(prepared({ planning: { adoption }, approval: { documents: [], reply: null } })).records(
      'ApprovalCompleted',
    );
    complete(prepared({ planning: { adoption }, approval: { documents: [], reply: null, allocations: [] } })).refuses(
      'R-FUND-02',
    );
  });
  it('in works under way puts on record who builds: mode, then contract and duties', () => {
    const adoption = { on: '2026-02-01', documentNumber: '延发改〔2026〕9号', stage: 'mobilization' as const };
    const { after } = given(
      planned({ phase: 'segments', planning: { adoption }, segments: [{ stage: 'mobilization' }] }),
    )
      .when('chooseConstructionMode', { mode: 'contractor', ground: null, projectCode: null })
      .records('ConstructionModeChosen');
    const keys = after.duties.map(({ key }) => key);
    expect(keys).toContain('approval/awardContract');
    expect(keys).toContain('approval/recordDutyMatrix');
    complete(planned({ phase: 'segments', planning: { adoption } })).refusesAtLeast('P-ORDER');
  });
});

describe('duties of approval', () => {
  const keysAfter = (project: ReturnType<typeof listed>) =>
    given(project)
      .when(
        'fileWageStandard',
        { segmentId: 's1', postClass: '瓦工', unit: 'day', rateFen: 260_00, from: '2026-03-02', basis: '参照市场' },
        { as: 'owner' },
      )
      .records('WageStandardFiled')
      .after.duties.map(({ key }) => key);

  it('begin with the construction mode', () => {
    const { after } = given(planned({ planning: { feasibility: { on: '2026-01-12' } } }))
      .when(
        'listProject',
        { year: 2026, listVersion: '2026-1' },
        { as: 'system', facts: { district: districtReadyTo() } },
      )
      .records('ProjectListed');
    expect(after.duties.map(({ key }) => key)).toEqual(['approval/chooseConstructionMode']);
  });
  it('name every paper that is missing', () => {
    expect(keysAfter(listed({ approval: { mode: 'contractor' } }))).toEqual([
      'approval/recordDutyMatrix',
      'approval/fileDocument/implementationPlan',
    ]);
  });
  it('go on to the last act when all is met', () => {
    expect(keysAfter(prepared())).toEqual(['approval/completeApproval']);
  });
  it('show the last act where a floor alone is unmet, so that somebody sees why', () => {
    const fundLines = [fundLine({ source: 'centralBudget' })];
    expect(keysAfter(prepared({ planning: { fundLines, plannedLaborPayFen: 1 } }))).toEqual([
      'approval/completeApproval',
    ]);
  });
});
