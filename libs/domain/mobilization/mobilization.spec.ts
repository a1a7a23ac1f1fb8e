import {
  agreedRow,
  coverage,
  districtWith,
  enrolledRow,
  inTraining,
  building,
  mobilizing,
  person,
  projectWith,
  ready,
  rigger,
  rowsOf,
  selfBuilt,
  selfBuildParties,
} from '../../../test/support/projects-segments';
import { given } from '../../../test/support/given';
import { mobilizationDuties } from './duties';
import { standingOf } from './standing';
import { defaultParameters, parametersOn } from '../rulebook/parameters';
import type { Project } from '../project';

const parameters = parametersOn(defaultParameters, '2026-03-02');
const dutiesOf = (project: Project) => mobilizationDuties(project, { parameters });

describe('opening mobilization', () => {
  const open = { segmentId: 's1', mechanismId: 'm1', surveyId: 'survey-1', weakCollectivePassedOver: false };

  it('refers to the district’s mechanism and survey', () => {
    given(projectWith())
      .when('openMobilization', open, { facts: { district: districtWith() } })
      .records('MobilizationOpened');
  });

  it('R-COORD-01: refuses a mechanism the district does not have, or one without the township', () => {
    given(projectWith())
      .when('openMobilization', { ...open, mechanismId: 'm9' }, { facts: { district: districtWith() } })
      .refuses('R-COORD-01');
    const partial = districtWith({
      laborMechanism: { id: 'm1', on: '2025-11-01', partyTypes: ['districtDepartment', 'owner', 'contractor'] },
    });
    given(projectWith())
      .when('openMobilization', open, { facts: { district: partial } })
      .refuses('R-COORD-01');
  });

  it('R-COORD-01: takes the collective in the contractor’s place', () => {
    const district = districtWith({
      laborMechanism: {
        id: 'm1',
        on: '2025-11-01',
        partyTypes: ['districtDepartment', 'owner', 'collective', 'township'],
      },
    });
    given(selfBuilt()).when('openMobilization', open, { facts: { district } }).records('MobilizationOpened');
  });

  it('R-SURV-01: takes a survey on the last day of its twelve months and refuses it a day later', () => {
    const facts = { district: districtWith() };
    given(projectWith())
      .when('openMobilization', open, { facts, at: '2026-12-01T02:00:00.000Z' })
      .records('MobilizationOpened');
    given(projectWith()).when('openMobilization', open, { facts, at: '2026-12-02T02:00:00.000Z' }).refuses('R-SURV-01');
  });

  it('R-TEAM-02: asks for the reason why a collective at risk was passed over', () => {
    const passed = { ...open, weakCollectivePassedOver: true };
    const facts = { district: districtWith() };
    given(projectWith()).when('openMobilization', passed, { facts }).refuses('R-TEAM-02');
    given(projectWith())
      .when('openMobilization', passed, { facts, reasons: { 'R-TEAM-02': '该集体无施工队伍' } })
      .records('WarningAccepted', 'MobilizationOpened');
  });

  it('knows the project’s segments only, and each in its stage', () => {
    given(projectWith())
      .when('openMobilization', { ...open, segmentId: 's7' }, { facts: { district: districtWith() } })
      .refuses('P-UNKNOWN');
    given(projectWith({ stage: 'waiting' }))
      .when('openMobilization', open, { facts: { district: districtWith() } })
      .refuses('P-ORDER');
  });
});

describe('publishing posts', () => {
  const post = {
    title: '普工',
    postClass: '普工',
    number: 3,
    riskClass: 'light' as const,
    key: false,
    skill: null,
    place: '梁家铺村',
    startsOn: '2026-03-05',
    endsOn: '2026-10-31',
  };
  const publish = (changes: Partial<typeof post> = {}) => ({ segmentId: 's1', posts: [{ ...post, ...changes }] });

  it('gives each post an id after those that stand', () => {
    const { after } = given(mobilizing()).when('publishPosts', publish()).records('PostsPublished');
    expect((after.subject as Project).segments[0]!.mobilization.posts.map(({ id }) => id)).toEqual([
      'p1',
      'p2',
      'p3',
      'p4',
    ]);
  });

  it('R-JOB-01: refuses a period that ends before it starts, and one already over', () => {
    given(mobilizing())
      .when('publishPosts', publish({ endsOn: '2026-03-05' }))
      .records('PostsPublished');
    given(mobilizing())
      .when('publishPosts', publish({ endsOn: '2026-03-04' }))
      .refuses('R-JOB-01');
    given(mobilizing())
      .when('publishPosts', publish({ startsOn: '2026-01-01', endsOn: '2026-03-01' }))
      .refuses('R-JOB-01');
  });

  it('R-WAGE-02: refuses a post whose class has no pay standard when it begins', () => {
    given(mobilizing())
      .when('publishPosts', publish({ postClass: '电工' }))
      .refuses('R-WAGE-02');
  });

  it('belongs to the employer: the contractor, or the collective that builds itself', () => {
    given(mobilizing()).when('publishPosts', publish(), { as: 'owner' }).refuses('P-WHO');
    given(selfBuilt()).when('publishPosts', publish(), { as: 'collective' }).records('PostsPublished');
  });
});

describe('written agreements', () => {
  const agree = (...numbers: number[]) => ({
    segmentId: 's1',
    on: '2026-03-02',
    states: ['workAndPlace', 'payStandard', 'payDate', 'payMethod'] as (
      'workAndPlace' | 'payStandard' | 'payDate' | 'payMethod'
    )[],
    workers: numbers.map((number) => ({
      personRef: person(number),
      number: `XY-${number}`,
      engagement: 'laborAgreement' as const,
    })),
  });
  const rosterOf = [enrolledRow(person(1)), enrolledRow(person(2))];

  it('seals one row per worker that keeps the post and adds the number', () => {
    const { events } = given(mobilizing())
      .when('signAgreements', agree(1, 2), { facts: { rosterOf } })
      .records('AgreementsSigned');
    const rows = rowsOf('roster', events[0]);
    expect(rows.map(({ act, postId, agreement }) => [act, postId, agreement])).toEqual([
      ['agreed', 'p1', 'XY-1'],
      ['agreed', 'p1', 'XY-2'],
    ]);
  });

  it('R-NAT-21: refuses a text that does not say the work', () => {
    given(mobilizing())
      .when('signAgreements', { ...agree(1), states: ['payStandard', 'payDate', 'payMethod'] }, { facts: { rosterOf } })
      .refuses('R-NAT-21');
  });

  it('R-ROST-15: refuses a text that does not say when pay is due', () => {
    given(mobilizing())
      .when(
        'signAgreements',
        { ...agree(1), states: ['workAndPlace', 'payStandard', 'payMethod'] },
        { facts: { rosterOf } },
      )
      .refuses('R-ROST-15');
  });

  it('R-ROST-10: refuses somebody who is not on the roster, also one who has left', () => {
    given(mobilizing()).when('signAgreements', agree(3), { facts: { rosterOf } }).refuses('R-ROST-10');
    const left = [...rosterOf, enrolledRow(person(1), { act: 'left', on: '2026-02-20' })];
    given(mobilizing())
      .when('signAgreements', agree(1), { facts: { rosterOf: left } })
      .refuses('R-ROST-10');
  });

  it('R-ROST-11: refuses a form of engagement other than the roster’s', () => {
    const contract = [enrolledRow(person(1), { engagement: 'laborContract' })];
    given(mobilizing())
      .when('signAgreements', agree(1), { facts: { rosterOf: contract } })
      .refuses('R-ROST-11');
  });

  it('is signed once, and not ahead of the day', () => {
    given(mobilizing())
      .when('signAgreements', agree(1), { facts: { rosterOf: [...rosterOf, agreedRow(person(1))] } })
      .refuses('P-ONCE');
    given(mobilizing()).when('signAgreements', agree(1, 1), { facts: { rosterOf } }).refuses('P-ONCE');
    given(mobilizing())
      .when('signAgreements', { ...agree(1), on: '2026-03-03' }, { facts: { rosterOf } })
      .refuses('P-TIME');
  });

  it('goes on while works run, for people hired later', () => {
    given(building()).when('signAgreements', agree(1), { facts: { rosterOf } }).records('AgreementsSigned');
  });
});

describe('leaving the roster', () => {
  const leave = { segmentId: 's1', personRef: person(1), on: '2026-03-10', reason: '返乡农忙' };

  it('frees the place and keeps the earlier rows', () => {
    const rosterOf = [enrolledRow(person(1)), agreedRow(person(1))];
    const { after } = given(mobilizing())
      .when('withdrawWorker', leave, { facts: { rosterOf } })
      .records('WorkerWithdrawn');
    expect((after.subject as Project).segments[0]!.mobilization).toMatchObject({
      enrolled: 2,
      agreed: 2,
      left: 1,
      placesTaken: { p1: 1, p2: 1 },
    });
    const rows = [...rosterOf, agreedRow(person(1), { act: 'left', on: '2026-03-10' })];
    expect(standingOf(rows, 's1', person(1), '2026-03-09')?.postId).toBe('p1');
    expect(standingOf(rows, 's1', person(1), '2026-03-10')).toBeUndefined();
  });

  it('needs somebody who is on it', () => {
    given(mobilizing())
      .when('withdrawWorker', leave, { facts: { rosterOf: [] } })
      .refuses('P-UNKNOWN');
  });
});

describe('pay channel and insurance', () => {
  const channel = {
    segmentId: 's1',
    kind: 'specialAccount' as 'specialAccount' | 'collectiveAccount',
    bank: '农商银行',
    accountName: '示范建设示范护坝工程农民工工资专用账户',
    openedOn: '2026-03-01',
    laborPayOfficerPost: 'pay-officer',
  };

  it('opens the account and names the labor-pay officer', () => {
    const { after } = given(projectWith()).when('readyPayChannel', channel).records('PayChannelReadied');
    expect((after.subject as Project).segments[0]!.mobilization).toMatchObject({
      laborPayOfficer: true,
      payChannel: { bank: '农商银行' },
    });
  });

  it('R-PAY-10: a contractor pays from the special account, a collective from its own', () => {
    given(projectWith())
      .when('readyPayChannel', { ...channel, kind: 'collectiveAccount' })
      .refuses('R-PAY-10');
    given(selfBuilt())
      .when('readyPayChannel', { ...channel, kind: 'collectiveAccount' }, { as: 'collective' })
      .records('PayChannelReadied');
  });

  it('R-PAY-10: one account per project, whatever the segment', () => {
    const first = mobilizing();
    const both = { ...first, segments: [...first.segments, { ...projectWith().segments[0]!, id: 's2' }] };
    given(both)
      .when('readyPayChannel', { ...channel, segmentId: 's2' })
      .records('PayChannelReadied');
    given(both)
      .when('readyPayChannel', { ...channel, segmentId: 's2', bank: '另一银行' })
      .refuses('R-PAY-10');
  });

  it('is not opened ahead of the day', () => {
    given(projectWith())
      .when('readyPayChannel', { ...channel, openedOn: '2026-03-03' })
      .refuses('P-TIME');
  });

  it('records the insurance joined by project', () => {
    given(projectWith())
      .when('recordInsurance', {
        segmentId: 's1',
        insurer: '社会保险经办机构',
        policyNumber: 'GS-1',
        from: '2026-03-05',
      })
      .records('InsuranceRecorded');
  });
});

describe('supervision of the roster', () => {
  const look = (topics: ('roster' | 'attendance' | 'pay')[]) => ({
    segmentId: 's1',
    on: '2026-03-02',
    topics,
    faults: 0,
    opinion: '名册齐全',
  });

  it('R-ROST-01: the roster before works start; attendance and pay as well once they run', () => {
    given(inTraining())
      .when('recordRosterCheck', look(['roster']))
      .records('RosterChecked');
    given(inTraining()).when('recordRosterCheck', look([])).refuses('R-ROST-01');
    given(building())
      .when('recordRosterCheck', look(['roster']))
      .refuses('R-ROST-01');
    given(building())
      .when('recordRosterCheck', look(['roster', 'attendance', 'pay']))
      .records('RosterChecked');
  });

  it('R-ROST-01: nobody checks itself', () => {
    const itself = { ...mobilizing(), parties: { ...selfBuildParties, owner: 'village-yq' } };
    given(itself)
      .when('recordRosterCheck', look(['roster']), { as: 'owner' })
      .refuses('R-ROST-01');
    given(itself)
      .when('recordRosterCheck', look(['roster']), { as: 'township' })
      .records('RosterChecked');
  });

  it('R-ROST-01: the owner owes one each month, the township where the owner employs', () => {
    const check = (project: Project) => dutiesOf(project).find(({ command }) => command === 'recordRosterCheck');
    expect(check(building())).toMatchObject({
      owner: { body: 'owner-yq' },
      limit: { months: 1 },
      key: 'mobilization/s1/recordRosterCheck/1',
    });
    expect(check({ ...building(), parties: { ...selfBuildParties, owner: 'village-yq' } })).toMatchObject({
      owner: { body: 'town-yq' },
    });
    const { after } = given(building())
      .when('recordRosterCheck', look(['roster', 'attendance', 'pay']))
      .records('RosterChecked');
    expect(check(after.subject as Project)?.key).toBe('mobilization/s1/recordRosterCheck/2');
    expect(check(projectWith())).toBeUndefined();
  });
});

describe('confirming the roster', () => {
  const facts = { district: districtWith(), coverage: coverage() };
  const confirm = (project: Project, changes: object = {}) =>
    given(project).when('confirmRoster', { segmentId: 's1' }, { facts: { ...facts, ...changes } });

  it('sends the segment on to training', () => {
    const { after } = confirm(mobilizing()).records('RosterConfirmed');
    expect((after.subject as Project).segments[0]).toMatchObject({
      stage: 'training',
      mobilization: { confirmedOn: '2026-03-02' },
    });
  });

  it('R-COORD-01, R-SURV-01, R-JOB-01, R-PAY-10, R-ROST-18, R-INS-01: lists everything that is missing', () => {
    confirm(projectWith()).refuses('R-COORD-01', 'R-SURV-01', 'R-JOB-01', 'R-PAY-10', 'R-ROST-18', 'R-INS-01');
  });

  it('R-SURV-01: a newer survey of the district keeps the gate met', () => {
    const at = '2026-12-20T02:00:00.000Z';
    const of = (surveys: { id: string; on: string; surveyed: number; willing: number; skilled: number }[]) =>
      given(mobilizing()).when(
        'confirmRoster',
        { segmentId: 's1' },
        { at, facts: { ...facts, district: districtWith({ surveys }) } },
      );
    of([{ id: 'survey-1', on: '2025-12-01', surveyed: 1, willing: 1, skilled: 1 }]).refuses('R-SURV-01');
    of([{ id: 'survey-2', on: '2026-11-01', surveyed: 1, willing: 1, skilled: 1 }]).records('RosterConfirmed');
  });

  it('R-WAGE-02: refuses while a post class has no standard', () => {
    confirm(mobilizing({ posts: [{ ...rigger, postClass: '电工' }] })).refuses('R-WAGE-02');
  });

  it('R-ROST-02: refuses an empty roster', () => {
    confirm(mobilizing({ posts: [], publishedOn: null }), {
      coverage: coverage({ enrolled: 0, agreed: 0, withCard: 0, byPost: {} }),
    }).refuses('R-ROST-02', 'R-JOB-01');
  });

  it('R-QUAL-03: refuses a key post without anybody', () => {
    confirm(mobilizing(), { coverage: coverage({ byPost: { p1: 3 } }) }).refuses('R-QUAL-03');
  });

  it('R-ROST-10: refuses one person short of an agreement', () => {
    confirm(mobilizing(), { coverage: coverage({ agreed: 2, withCard: 2 }) }).refuses('R-ROST-10');
  });

  it('R-PAY-16: refuses one person short of a card', () => {
    confirm(mobilizing(), { coverage: coverage({ withCard: 2 }) }).refuses('R-PAY-16');
  });

  it('belongs to the employer', () => {
    given(mobilizing()).when('confirmRoster', { segmentId: 's1' }, { facts, as: 'township' }).refuses('P-WHO');
  });
});

describe('duties of mobilization', () => {
  const commands = (project: Project) => dutiesOf(project).map(({ command }) => command);

  it('name the next act and its owner, step by step', () => {
    expect(dutiesOf(projectWith()).map(({ command, owner }) => [command, owner])).toEqual([
      ['openMobilization', { body: 'town-yq' }],
      ['publishPosts', { body: 'builder-yq' }],
      ['readyPayChannel', { body: 'builder-yq' }],
      ['recordInsurance', { body: 'builder-yq' }],
    ]);
    expect(commands(mobilizing({ enrolled: 0, agreed: 0 }))).toEqual(['enrollWorkers']);
    expect(commands(mobilizing({ agreed: 2 }))).toEqual(['signAgreements', 'recordRosterCheck']);
    expect(commands(mobilizing())).toEqual(['confirmRoster', 'recordRosterCheck']);
  });

  it('fall to the collective that builds itself', () => {
    expect(dutiesOf(selfBuilt({ mobilization: ready }))[0]).toMatchObject({
      command: 'confirmRoster',
      owner: { body: 'village-yq' },
    });
  });

  it('go on for people hired while works run, and are silent for a waiting segment', () => {
    expect(commands(building({}, { mobilization: { ...ready, enrolled: 4 } }))).toContain('signAgreements');
    expect(commands(projectWith({ stage: 'waiting' }))).toEqual([]);
  });
});
