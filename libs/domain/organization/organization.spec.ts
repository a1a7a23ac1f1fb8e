import type { Organization } from './organization';
import { holdsPost, unregistered } from './organization';
import { given } from '../../../test/support/given';
import { baseFacts } from '../../../test/support/facts';
import { districtReadyTo } from '../../../test/support/projects';

const stream = 'organization/yq-gov';
const government = (change: Partial<Organization> = {}) => given(districtReadyTo(change), stream);
const township = () =>
  given({ ...districtReadyTo(), id: 'sihai-town', kind: 'township' as const }, 'organization/sihai-town');
const itself = { as: 'districtGovernment', actor: { body: 'yq-gov' } } as const;
const another = { as: 'districtGovernment', actor: { body: 'mentougou-gov' } } as const;

describe('bodies and posts', () => {
  const body = {
    name: '延庆区发展和改革委员会',
    kind: 'developmentReform',
    district: '110119',
    seriesCode: '延发改',
    registration: null,
  } as const;

  it('a body is registered once, by the administrator', () => {
    const empty = given(unregistered('yq-drc'), 'organization/yq-drc');
    const { after } = empty.when('registerBody', body).records('BodyRegistered');
    expect(after.subject).toMatchObject({
      exists: true,
      id: 'yq-drc',
      kind: 'developmentReform',
      seriesCode: '延发改',
    });
    given(after).when('registerBody', body).refuses('P-ONCE');
    empty.when('registerBody', body, { as: 'districtGovernment' }).refuses('P-WHO');
  });
  it('a post is created once under its id', () => {
    const post = { postId: 'approver', name: '审批科科长', kind: 'approver' } as const;
    government().when('createPost', post).records('PostCreated');
    government()
      .when('createPost', { ...post, postId: 'leader' })
      .refuses('P-ONCE');
  });
  it('a holder holds from the first to the last day of the window', () => {
    const { after } = government()
      .when('appointHolder', { postId: 'leader', person: 'official-1', from: '2026-03-01', to: '2026-03-31' })
      .records('HolderAppointed');
    const days = ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'];
    expect(days.map((on) => holdsPost(after.subject as Organization, 'leader', 'official-1', on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  const held = () =>
    government({
      posts: [
        {
          id: 'leader',
          name: '分管副区长',
          kind: 'leaderInCharge',
          holders: [{ person: 'official-1', from: '2026-01-01', to: null }],
        },
      ],
    });
  it('several may hold a post, each once at a time', () => {
    held()
      .when('appointHolder', { postId: 'leader', person: 'official-2', from: '2026-03-01', to: null })
      .records('HolderAppointed');
    held()
      .when('appointHolder', { postId: 'leader', person: 'official-1', from: '2026-03-01', to: null })
      .refuses('P-ONCE');
    held()
      .when('appointHolder', { postId: 'mayor', person: 'official-1', from: '2026-03-01', to: null })
      .refuses('P-UNKNOWN');
    held()
      .when('appointHolder', { postId: 'leader', person: 'official-2', from: '2026-03-02', to: '2026-03-01' })
      .refuses('P-TIME');
  });
  it('an appointment ends on its last day, for one who holds', () => {
    const end = { postId: 'leader', person: 'official-1', lastDay: '2026-03-15' };
    const { after } = held().when('endAppointment', end).records('AppointmentEnded');
    expect(holdsPost(after.subject as Organization, 'leader', 'official-1', '2026-03-15')).toBe(true);
    expect(holdsPost(after.subject as Organization, 'leader', 'official-1', '2026-03-16')).toBe(false);
    given(after, stream).when('endAppointment', end).refuses('P-UNKNOWN');
    held()
      .when('endAppointment', { ...end, person: 'official-2' })
      .refuses('P-UNKNOWN');
  });
});

describe('what a district sets up', () => {
  it('R-PLAN-02: its mechanism, by itself', () => {
    const mechanism = { responsibleBody: 'yq-drc', description: '联席会议每季度一次' };
    const { after } = government({ mechanism: null })
      .when('establishMechanism', mechanism, itself)
      .records('MechanismEstablished');
    expect(after.subject).toMatchObject({ mechanism: { responsibleBody: 'yq-drc', on: '2026-03-02' } });
    government().when('establishMechanism', mechanism, another).refuses('P-WHO');
    government().when('establishMechanism', mechanism, { as: 'systemAdministrator' }).records('MechanismEstablished');
    township().when('establishMechanism', mechanism, { as: 'systemAdministrator' }).refuses('P-ORDER');
  });
  it('R-ORG-01: the development area’s committee sets it up as a district does, its own posts in its own hands', () => {
    const committee = { ...districtReadyTo({ mechanism: null }), kind: 'developmentAreaCommittee' as const };
    const authority = { ...baseFacts('2026-03-02', 'districtGovernment').authority, bodyKind: committee.kind };
    given(committee, stream)
      .when(
        'establishMechanism',
        { responsibleBody: 'yq-drc', description: '联席会议每季度一次' },
        { ...itself, facts: { authority } },
      )
      .records('MechanismEstablished');
  });
  it('R-ORG-03: its leader in charge, with meeting and minutes, on such a post', () => {
    const leader = { post: 'leader', agendaMeetingOn: '2026-03-02', minutesNumber: '2026-3' };
    government({ leader: null }).when('nameLeader', leader, itself).records('LeaderNamed');
    government().when('nameLeader', leader, another).refuses('P-WHO');
    government()
      .when('nameLeader', { ...leader, post: 'mayor' }, itself)
      .refuses('P-UNKNOWN');
    government()
      .when('nameLeader', { ...leader, agendaMeetingOn: '2026-03-03' }, itself)
      .refuses('P-TIME');
    government({ posts: [{ id: 'leader', name: '科员', kind: 'handler', holders: [] }] })
      .when('nameLeader', leader, itself)
      .refuses('R-ORG-03');
  });
  it('R-COORD-01: a labor mechanism of four kinds of party, not three', () => {
    const four = ['districtDepartment', 'owner', 'contractor', 'township'] as const;
    government()
      .when('establishLaborMechanism', { id: 'labor-1', partyTypes: [...four] }, itself)
      .records('LaborMechanismEstablished');
    government()
      .when('establishLaborMechanism', { id: 'labor-1', partyTypes: four.slice(1) }, itself)
      .refuses('R-COORD-01');
    government()
      .when('establishLaborMechanism', { id: 'labor-1', partyTypes: ['owner', 'owner', 'owner', 'township'] }, itself)
      .refuses('R-COORD-01');
  });
  it('R-SURV-01: a labor survey, dated and consistent', () => {
    const survey = { id: 'survey-2', on: '2026-03-02', surveyed: 100, willing: 100, skilled: 30 };
    const { after } = government().when('recordLaborSurvey', survey, itself).records('LaborSurveyed');
    expect((after.subject as Organization).surveys).toHaveLength(2);
    government()
      .when('recordLaborSurvey', { ...survey, willing: 101 }, itself)
      .refuses('P-SUM');
    government()
      .when('recordLaborSurvey', { ...survey, on: '2026-03-03' }, itself)
      .refuses('P-TIME');
    government()
      .when('recordLaborSurvey', { ...survey, id: 'survey-2026' }, itself)
      .refuses('P-ONCE');
    government().when('recordLaborSurvey', survey, another).refuses('P-WHO');
  });
  it('R-PLAN-01: guidance by other bodies is kept and counted', () => {
    const guidance = { by: 'bj-drc', on: '2026-03-01', topic: '项目储备', result: '补充灾后项目两个' };
    const { after } = government()
      .when('recordGuidance', guidance, { as: 'developmentReform' })
      .records('GuidanceRecorded');
    expect(after.subject).toMatchObject({ guidance: 1 });
    government().when('recordGuidance', guidance, { as: 'township' }).refuses('P-WHO');
  });
});
