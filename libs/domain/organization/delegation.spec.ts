import { given } from '../../../test/support/given';
import type { CommandData } from '../registry';
import { answersFor, deputiesOf, leadsTo, type Delegation, type Link } from './delegation';
import { unregistered, type Organization, type Post } from './organization';

const post = (id: string, kind: Post['kind'], ...people: string[]): Post => ({
  id,
  name: id,
  kind,
  holders: people.map((person) => ({ person, from: '2026-01-01', to: null })),
});
const finance = (change: Partial<Organization> = {}): Organization => ({
  ...unregistered('yq-fin'),
  exists: true,
  name: '延庆区财政局',
  kind: 'finance',
  district: '110119',
  posts: [post('handler', 'handler', 'zhao'), post('approver', 'approver', 'zhang'), post('chief', 'head', 'sun')],
  ...change,
});
const li = { body: 'yq-drc', post: 'approver', person: 'li' };
const office = { district: '110119', inOffice: true, links: [] as Link[] };
const asked: CommandData<'delegatePost'> = {
  postId: 'approver',
  deputy: li,
  from: '2026-03-02',
  to: '2026-03-20',
  matterKinds: null,
  withinDistricts: null,
  limitFen: null,
};
/** 2026-03-02 in Beijing */
const byZhang = (deputy = office) =>
  ({ as: 'finance', actor: { body: 'yq-fin', post: 'approver', person: 'zhang' }, facts: { deputy } }) as const;
const setting = (change: Partial<typeof asked>, organization = finance(), deputy = office) =>
  given(organization, 'organization/yq-fin').when('delegatePost', { ...asked, ...change }, byZhang(deputy));
const delegated = (change: Partial<Delegation> = {}): Delegation => ({
  id: 'd-1',
  ...asked,
  person: 'zhang',
  endedAt: null,
  ...change,
});
const approval = { kind: 'approvalReply', district: '110119', amountFen: null };
const actingAt = (at: string, delegation: Delegation, matter = approval, organization = finance()): string[] =>
  deputiesOf({ ...organization, delegations: [delegation] }, 'approver', at, matter).map(({ deputy }) => deputy.person);

describe('acting for another (R-OA-13)', () => {
  it('is set by the holder for a window and a scope, and names both', () => {
    const { after } = setting({ matterKinds: ['approvalReply'] }).records('PostDelegated');
    expect((after.subject as Organization).delegations).toMatchObject([
      { person: 'zhang', deputy: li, from: '2026-03-02', to: '2026-03-20', matterKinds: ['approvalReply'] },
    ]);
  });
  it('is set by the administrator for another, and by nobody else', () => {
    const of = given(finance(), 'organization/yq-fin');
    const { after } = of
      .when('delegatePost', asked, { as: 'systemAdministrator', facts: { deputy: office } })
      .records('PostDelegated');
    expect((after.subject as Organization).delegations[0]!.person).toBe('zhang');
    of.when('delegatePost', asked, { as: 'finance', facts: { deputy: office } }).refuses('P-WHO');
  });
  it('begins today at the earliest, and does not end before it begins', () => {
    setting({ from: '2026-03-02', to: '2026-03-02' }).records('PostDelegated');
    setting({ from: '2026-02-27', to: '2026-03-01' }).refuses('R-OA-13');
    setting({ from: '2026-03-05', to: '2026-03-04' }).refuses('R-OA-13');
  });
  it('is not to oneself, not to who holds no post, not to another district', () => {
    setting({ deputy: { ...li, person: 'zhang' } }).refuses('R-OA-13');
    setting({}, finance(), { ...office, inOffice: false }).refuses('R-OA-13');
    setting({}, finance(), { ...office, district: '110109' }).refuses('R-OA-13');
  });
  it('is not in a circle within one window; one day apart is none', () => {
    const back = (from: string, to: string): Link => ({ person: 'li', deputy: 'zhang', from, to });
    setting({}, finance(), { ...office, links: [back('2026-03-20', '2026-03-31')] }).refuses('R-OA-13');
    setting({}, finance(), { ...office, links: [back('2026-03-21', '2026-03-31')] }).records('PostDelegated');
  });
  it('finds a circle over several, where they all act at one time', () => {
    const links: Link[] = [
      { person: 'li', deputy: 'wang', from: '2026-03-01', to: '2026-03-10' },
      { person: 'wang', deputy: 'zhang', from: '2026-03-10', to: '2026-03-20' },
    ];
    const window = { from: '2026-03-02', to: '2026-03-20' };
    expect(leadsTo(links, 'li', 'zhang', window)).toBe(true);
    expect(leadsTo(links, 'li', 'zhang', { ...window, to: '2026-03-09' })).toBe(false);
  });
  it('has one deputy for one thing at one time', () => {
    const one = finance({ delegations: [delegated({ matterKinds: ['approvalReply'] })] });
    setting({ matterKinds: ['approvalReply'], from: '2026-03-20', to: '2026-03-31' }, one).refuses('R-OA-13');
    setting({ matterKinds: ['approvalReply'], from: '2026-03-21', to: '2026-03-31' }, one).records('PostDelegated');
    setting({ matterKinds: ['steering'] }, one).records('PostDelegated');
    const ended = finance({ delegations: [delegated({ endedAt: '2026-03-01T02:00:00.000Z' })] });
    setting({}, ended).records('PostDelegated');
  });
  it('is for posts that prepare and decide; others are held in person', () => {
    const paying = finance({ posts: [post('approver', 'laborPayOfficer', 'zhang')] });
    setting({}, paying).refuses('R-OA-13');
    setting({ postId: 'mayor' }).refuses('P-UNKNOWN');
  });
  it('is not passed on by a deputy', () => {
    const onBehalfOf = { person: 'zhang', delegation: 'd-1', from: '2026-03-01', to: '2026-03-31', own: li };
    const deputy = { body: 'yq-fin', post: 'approver', person: 'li', onBehalfOf };
    const facts = { deputy: office };
    given(finance(), 'organization/yq-fin')
      .when('delegatePost', { ...asked, deputy: { ...li, person: 'wu' } }, { as: 'finance', actor: deputy, facts })
      .refusesAtLeast('R-OA-13');
  });
});

describe('who may act for a post', () => {
  it('the deputy from the first to the last day in Beijing, and no longer', () => {
    const days = [
      '2026-03-01T15:59:59.999Z',
      '2026-03-01T16:00:00.000Z',
      '2026-03-20T15:59:59.999Z',
      '2026-03-20T16:00:00.000Z',
    ];
    expect(days.map((at) => actingAt(at, delegated()))).toEqual([[], ['li'], ['li'], []]);
  });
  it('until it is ended by an act', () => {
    const { after } = given(finance({ delegations: [delegated()] }), 'organization/yq-fin')
      .when('endDelegation', { delegation: 'd-1' }, byZhang())
      .records('DelegationEnded');
    const [ended] = (after.subject as Organization).delegations;
    expect(actingAt('2026-03-02T01:59:59.999Z', ended!)).toEqual(['li']);
    expect(actingAt('2026-03-02T02:00:00.000Z', ended!)).toEqual([]);
    given(after, 'organization/yq-fin').when('endDelegation', { delegation: 'd-1' }, byZhang()).refuses('P-ONCE');
    given(after, 'organization/yq-fin').when('endDelegation', { delegation: 'd-2' }, byZhang()).refuses('P-UNKNOWN');
  });
  it('within the scope: kinds of matter, districts, and an amount exactly', () => {
    const at = '2026-03-10T02:00:00.000Z';
    expect(actingAt(at, delegated({ matterKinds: ['steering'] }))).toEqual([]);
    expect(actingAt(at, delegated({ withinDistricts: ['110109'] }))).toEqual([]);
    const limited = delegated({ limitFen: 500_000_00 });
    expect(actingAt(at, limited, { ...approval, amountFen: 500_000_00 } as never)).toEqual(['li']);
    expect(actingAt(at, limited, { ...approval, amountFen: 500_000_01 } as never)).toEqual([]);
    expect(actingAt(at, limited)).toEqual(['li']);
  });
  it('only while the holder acted for still holds', () => {
    const left = finance({
      posts: [
        { ...post('approver', 'approver'), holders: [{ person: 'zhang', from: '2026-01-01', to: '2026-03-09' }] },
      ],
    });
    expect(actingAt('2026-03-09T02:00:00.000Z', delegated(), approval, left)).toEqual(['li']);
    expect(actingAt('2026-03-10T02:00:00.000Z', delegated(), approval, left)).toEqual([]);
  });
});

describe('a post that nobody is there to hold (R-OA-14)', () => {
  const at = '2026-03-10T02:00:00.000Z';
  const vacant = finance({
    posts: [post('handler', 'handler', 'zhao'), post('approver', 'approver'), post('chief', 'head', 'sun')],
  });

  it('is answered for by the next higher of the body that is held', () => {
    expect(answersFor(vacant, 'head', at)).toEqual(['head', 'approver', 'leaderInCharge']);
    expect(answersFor(vacant, 'handler', at)).toEqual(['handler']);
    expect(answersFor(finance(), 'head', at)).toEqual(['head', 'leaderInCharge']);
  });
  it('so is one whose holder is away, from the first to the last day, unless a deputy acts for everything', () => {
    const { after } = given(finance(), 'organization/yq-fin')
      .when('recordAbsence', { person: null, from: '2026-03-10', to: '2026-03-11' }, byZhang())
      .records('AbsenceRecorded');
    const away = after.subject as Organization;
    expect(answersFor(away, 'head', at)).toContain('approver');
    expect(answersFor(away, 'head', '2026-03-09T02:00:00.000Z')).not.toContain('approver');
    expect(answersFor(away, 'head', '2026-03-12T02:00:00.000Z')).not.toContain('approver');
    expect(answersFor({ ...away, delegations: [delegated()] }, 'head', at)).not.toContain('approver');
    const limited = delegated({ matterKinds: ['steering'] });
    expect(answersFor({ ...away, delegations: [limited] }, 'head', at)).toContain('approver');
    given(after, 'organization/yq-fin')
      .when('recordAbsence', { person: null, from: '2026-03-11', to: '2026-03-12' }, byZhang())
      .refuses('P-ONCE');
  });
  it('an absence is one’s own to record and to end', () => {
    const of = given(finance(), 'organization/yq-fin');
    of.when('recordAbsence', { person: 'zhao', from: '2026-03-10', to: '2026-03-11' }, byZhang()).refuses('P-WHO');
    of.when('recordAbsence', { person: null, from: '2026-03-10', to: '2026-03-09' }, byZhang()).refuses('R-OA-13');
    const away = finance({
      absences: [{ id: 'a-1', person: 'zhang', from: '2026-03-01', to: '2026-03-31', endedAt: null }],
    });
    const { after } = given(away, 'organization/yq-fin')
      .when('endAbsence', { absence: 'a-1' }, byZhang())
      .records('AbsenceEnded');
    expect(answersFor(after.subject as Organization, 'head', at)).not.toContain('approver');
  });
});
