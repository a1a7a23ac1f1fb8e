import { given } from '../../../test/support/given';
import {
  agreedRow,
  districtWith,
  enrolledRow,
  building,
  mobilizing,
  person,
  projectWith,
  rowsOf,
  selfBuilt,
} from '../../../test/support/projects-segments';
import { standingOf } from './standing';
import type { Project } from '../project';

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
