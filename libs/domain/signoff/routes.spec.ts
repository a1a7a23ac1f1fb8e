import { given } from '../../../test/support/given';
import { definitionOf, type CommandData } from '../registry';
import { emptyRulebook, type Rulebook } from '../rulebook/rulebook';
import { defaultRoutes } from './default-routes';
import { levelOf, routeInForce, settled, type HeldPost, type Standing } from './find-route';
import { flowFrom, UnreadableFlow } from './flow-text';
import { matterKindOf } from './matter-acts';
import { routeFaults, stepsBeside, type Owner } from './route';
import type { DatedRoute } from './route-plan';

type Setting = CommandData<'setRoute'>;
type StepSetting = Setting['steps'][number];

const step = (id: string, change: Partial<StepSetting> = {}): StepSetting => ({
  id,
  name: id,
  mode: { way: 'all' },
  signers: [{ by: 'relation', relation: 'districtGovernment', post: 'leaderInCharge' }],
  limitDays: 5,
  onRefusal: 'return',
  ...change,
});
const setting = (change: Partial<Setting> = {}): Setting => ({
  kind: 'steering',
  level: 'district',
  steps: [step('check')],
  flow: 'check',
  dedupe: 'none',
  from: '2026-07-01',
  to: null,
  source: '延庆区政府常务会议纪要',
  ...change,
});
/** checked by these before the government decides */
const checkedBy = (signers: StepSetting['signers']): Partial<Setting> => ({
  steps: [step('check', { signers }), step('decide')],
  flow: 'check > decide',
});
const rulebook = (scope: string) => given(emptyRulebook(scope), `rulebook/${scope}`);
const administrator = { as: 'systemAdministrator', facts: { bodies: {} } } as const;
const set = (scope: string, change: Partial<Setting> = {}): readonly DatedRoute[] =>
  (rulebook(scope).when('setRoute', setting(change), administrator).records('RouteSet').after.subject as Rulebook)
    .routes;

describe('a route in force', () => {
  const scopeOn = (
    on: string,
    scopes: readonly (readonly DatedRoute[])[],
    level: 'district' | 'township' = 'district',
  ) => routeInForce('steering', level, on, scopes).scope;

  it('is the shipped one until Beijing or the district sets another, from its first day on', () => {
    const own = set('110119');
    const city = set('beijing', { from: '2026-01-01' });
    expect(scopeOn('2025-12-31', [own, city])).toBe('shipped');
    expect(scopeOn('2026-06-30', [own, city])).toBe('beijing');
    expect(scopeOn('2026-07-01', [own, city])).toBe('110119');
    expect(scopeOn('2026-07-01', [[], city])).toBe('beijing');
  });
  it('ends with its last day', () => {
    const own = set('110119', { to: '2026-07-31' });
    expect(['2026-07-31', '2026-08-01'].map((on) => scopeOn(on, [own]))).toEqual(['110119', 'shipped']);
    rulebook('110119')
      .when('setRoute', setting({ to: '2026-06-30' }), administrator)
      .refuses('P-TIME');
  });
  it('is numbered within its scope, kind and level; of two from one day the one set last counts', () => {
    const first = rulebook('110119').when('setRoute', setting(), administrator).records('RouteSet').after;
    const { routes } = given(first).when('setRoute', setting(), administrator).records('RouteSet').after
      .subject as Rulebook;
    expect(routeInForce('steering', 'district', '2026-07-01', [routes]).version).toBe(2);
  });
  it('of a township stays the township’s where the district replaces its own alone', () => {
    expect(scopeOn('2026-07-01', [set('110119')], 'township')).toBe('shipped');
    expect(scopeOn('2026-07-01', [set('110119', { level: 'township' })], 'township')).toBe('110119');
  });
});

describe('a route that would leave a matter lying', () => {
  const refused = (change: Partial<Setting>, ...places: string[]): void => {
    const outcome = rulebook('110119').when('setRoute', setting(change), administrator);
    expect(outcome.fields().toSorted()).toEqual(places.toSorted());
  };
  it('is refused with the place: a dead end, a step nobody reaches, one that is not there, one named twice', () => {
    refused({ flow: 'check > ( check2 | )', steps: [step('check'), step('check2')] }, 'flow');
    refused({ steps: [step('check'), step('apart')] }, 'steps.1');
    refused({ flow: 'check > nowhere' }, 'flow');
    refused({ flow: 'check > check' }, 'steps.0');
    refused({ steps: [step('check'), step('check')] }, 'steps.1.id');
    refused({ steps: [step('check'), step('draft')], flow: 'check > draft' }, 'steps.1.id', 'steps.1');
  });
  it('is refused where a step has nobody, the same signer twice, or asks for more votes than it has signers', () => {
    const { signers } = step('check');
    refused({ steps: [step('check', { signers: [] })] }, 'steps.0');
    refused({ steps: [step('check', { signers: [...signers, ...signers] })] }, 'steps.0');
    refused({ steps: [step('check', { mode: { way: 'number', votes: 2 } })] }, 'steps.0');
    refused({ steps: [step('check', { mode: { way: 'number', votes: 1 } })] });
  });
  it('is refused where its last signer may not do what it decides, naming the step (R-OA-20)', () => {
    const finance = [{ by: 'relation', relation: 'finance', post: 'approver' }] as const;
    refused({ steps: [step('check', { signers: [...finance] })] }, 'steps.0.signers.0');
    refused(
      { steps: [step('a'), step('b', { signers: [...step('b').signers, ...finance] })], flow: '(a | b)' },
      'steps.1.signers.1',
    );
    const steps = [step('check', { signers: [...finance] })];
    expect(rulebook('110119').when('setRoute', setting({ steps }), administrator).breaches()).toMatchObject([
      { rule: 'P-WHO', found: 'check：第 1 位签署人无权作出本类决定' },
    ]);
    refused({ kind: 'fundAllocation', steps });
    const drafters = [{ by: 'relation', relation: 'draftingBody', post: 'leaderInCharge' }] as const;
    refused({ kind: 'approvalReply', steps: [step('check', { signers: [...drafters] })] });
  });
  it('is refused where it would pass over whom separation of duties keeps apart, naming the step (R-OA-15, R-OA-16)', () => {
    const party = [{ by: 'relation', relation: 'owner', post: 'approver' }] as const;
    const twice = {
      steps: [step('check', { signers: [...party] }), step('sign', { signers: [...party] })],
      flow: 'check > sign',
    };
    refused({ kind: 'acceptance', ...twice, dedupe: 'last' }, 'steps.0');
    refused({ kind: 'acceptance', ...twice, dedupe: 'none' });
    // the last step is always signed, so that nothing is passed over here
    refused({ kind: 'acceptance', ...twice, dedupe: 'first' });
    refused({ kind: 'steering', steps: [step('check'), step('sign')], flow: 'check > sign', dedupe: 'last' });
  });
  it('is refused where the line of steps cannot be read', () => {
    for (const flow of ['check > (check', 'check)', 'check ; check', 'check check']) refused({ flow }, 'flow');
  });
  it('is refused where it names a body that is not registered, or another district’s', () => {
    const named = checkedBy([{ by: 'body', body: 'the-body', post: 'approver' }]);
    const knowing = (district: string) => ({
      as: 'systemAdministrator' as const,
      facts: {
        bodies: { 'the-body': { id: 'the-body', name: '某机构', kind: 'water' as const, district, version: 1 } },
      },
    });
    refused(named, 'steps.0.signers.0.body');
    rulebook('110119').when('setRoute', setting(named), knowing('110109')).refuses('P-UNKNOWN');
    for (const district of ['110119', '110000']) {
      rulebook('110119').when('setRoute', setting(named), knowing(district)).records('RouteSet');
    }
  });
});

it('a flow is written as people draw it: one after another, side by side, either within the other', () => {
  expect(flowFrom('a > (b | c > (d|e)) > f')).toEqual(['a', { together: ['b', ['c', { together: ['d', 'e'] }]] }, 'f']);
  expect(flowFrom('a')).toEqual(['a']);
  expect(() => flowFrom('a > (b | c')).toThrow(UnreadableFlow);
});

it('tells what runs beside a step: the other branches around it, and those around its own branch', () => {
  const flow = flowFrom('draft > (a > (b | c) | d) > e');
  expect(stepsBeside(flow, 'b')).toEqual(['d', 'c']);
  expect(stepsBeside(flow, 'd')).toEqual(['a', 'b', 'c']);
  expect(stepsBeside(flow, 'a')).toEqual(['d']);
  expect([...stepsBeside(flow, 'draft'), ...stepsBeside(flow, 'e'), ...stepsBeside(flow, 'nowhere')]).toEqual([]);
});

describe('the signers of a route', () => {
  const parties = {
    districtGovernment: 'gov',
    developmentReform: 'drc',
    agriculture: 'ara',
    finance: 'fin',
    humanResources: 'hrss',
    sectorDepartment: 'water',
    townships: ['town-a', 'town-b'],
    owner: 'owner-co',
    collective: 'coop',
  };
  const post = (
    body: string,
    office: HeldPost['office'],
    kind: HeldPost['post'] = 'approver',
    district = '110119',
  ) => ({
    body,
    office,
    district,
    post: kind,
    postId: kind.toLowerCase(),
    person: `${body}-${kind}`,
  });
  const held = [
    post('drc', 'developmentReform', 'leaderInCharge'),
    post('town-a', 'township'),
    post('town-b', 'township'),
    post('city-drc', 'developmentReform', 'handler', '110000'),
    post('city-drc', 'developmentReform', 'approver', '110000'),
    post('coop', 'villageCollective', 'head'),
  ];
  const standing = (change: Partial<Standing> = {}): Standing => ({
    subject: { exists: true, district: '110119', parties, checkers: ['town-a'], approver: null },
    drafter: { body: 'city-drc', post: 'handler', person: 'city-drc-handler' },
    held,
    ...change,
  });
  const signersOf = (signers: StepSetting['signers'], at = standing()): readonly Owner[] =>
    settled(set('110119', checkedBy(signers))[0]!, at).steps['check']!.signers;
  const by = (relation: 'developmentReform' | 'township' | 'employer' | 'checker' | 'draftingBody' | 'contractor') =>
    [{ by: 'relation', relation, post: 'approver' }] as const;

  it('are sought in the subject’s district, whatever district the drafter is of', () => {
    expect(signersOf([...by('developmentReform')])).toEqual([{ body: 'drc', post: 'leaderInCharge' }]);
    const plan = standing({
      subject: { exists: true, district: '110119', parties: null, checkers: [], approver: null },
    });
    expect(signersOf([...by('developmentReform')], plan)).toEqual([{ body: 'drc', post: 'leaderInCharge' }]);
  });
  it('are the project’s own townships, employer and checker, and the body that draws up', () => {
    expect(signersOf([...by('township')]).map(({ body }) => body)).toEqual(['town-a', 'town-b']);
    expect(signersOf([...by('employer')])).toEqual([{ body: 'coop', post: 'head' }]);
    expect(signersOf([...by('checker')])).toEqual([{ body: 'town-a', post: 'approver' }]);
    expect(signersOf([...by('draftingBody')])).toEqual([{ body: 'city-drc', post: 'approver' }]);
  });
  it('are a city’s office or a body by name where the route says so', () => {
    const office = { by: 'office', office: 'developmentReform', of: 'city', post: 'approver' } as const;
    expect(signersOf([office])).toEqual([{ body: 'city-drc', post: 'approver' }]);
    const plan = defaultRoutes.find(({ kind }) => kind === 'steering')!;
    const named = { ...plan.steps['leads']!, signers: [{ by: 'body', body: 'town-b', post: 'handler' } as const] };
    expect(settled({ ...plan, steps: { leads: named } }, standing()).steps['leads']!.signers).toEqual([
      { body: 'town-b', post: 'approver' },
    ]);
  });
  it('are none where one of them is not there, or none of its posts is held: the start is refused, naming the step', () => {
    expect(signersOf([...by('developmentReform'), ...by('contractor')])).toEqual([]);
    expect(signersOf([...by('developmentReform')], standing({ held: [] }))).toEqual([]);
  });
  it('are whoever is there where any one may decide: it is enough that somebody is', () => {
    const anyOf = (change: Partial<Standing>) => {
      const either = step('check', { mode: { way: 'any' }, signers: [...by('checker')] });
      const plan = set('110119', { steps: [either, step('decide')], flow: 'check > decide' })[0]!;
      return settled(plan, standing(change)).steps['check']!.signers.map(({ body }) => body);
    };
    const subject = { exists: true, district: '110119', parties, checkers: ['town-a', 'village'], approver: null };
    expect(anyOf({ subject })).toEqual(['town-a']);
    expect(anyOf({ subject, held: [...held, post('village', 'villageSupervision', 'head')] })).toEqual([
      'town-a',
      'village',
    ]);
    expect(anyOf({ subject, held: [] })).toEqual([]);
  });
  it('are at last the handler of a body that is no organ, and never of an organ', () => {
    const handled = (office: 'villageCollective' | 'township', body: string) =>
      standing({ held: [post(body, office, 'handler')] });
    expect(signersOf([...by('employer')], handled('villageCollective', 'coop'))).toEqual([
      { body: 'coop', post: 'handler' },
    ]);
    expect(signersOf([...by('checker')], handled('township', 'town-a'))).toEqual([]);
  });
  it('pass over a post that the drafter alone holds to the next higher, and are none where there is none (R-OA-14)', () => {
    const own = { ...post('drc', 'developmentReform', 'approver'), person: 'city-drc-handler' };
    const approver = post('drc', 'developmentReform');
    expect(signersOf([...by('developmentReform')], standing({ held: [own, approver] }))).toEqual([
      { body: 'drc', post: 'approver' },
    ]);
    const chief = post('drc', 'developmentReform', 'head');
    expect(signersOf([...by('developmentReform')], standing({ held: [own, chief] }))).toEqual([
      { body: 'drc', post: 'head' },
    ]);
    expect(signersOf([...by('developmentReform')], standing({ held: [own] }))).toEqual([]);
  });
  it('are the organ that approved the project where a change goes back to it (R-INV-15)', () => {
    const back = [{ by: 'relation', relation: 'originalApprover', post: 'approver' }] as const;
    const of = (approver: string | null) => standing({ subject: { ...standing().subject, approver } });
    expect(signersOf([...back], of('town-b'))).toEqual([{ body: 'town-b', post: 'approver' }]);
    expect(signersOf([...back], of(null))).toEqual([]);
    const last = Object.values(defaultRoutes.find(({ kind }) => kind === 'projectChange')!.steps).at(-1)!;
    expect(last.signers).toMatchObject([{ relation: 'originalApprover' }]);
  });
  it('begin with the drafter’s own post', () => {
    const route = settled(set('110119')[0]!, standing());
    expect(route.steps['draft']!.signers).toEqual([{ body: 'city-drc', post: 'handler' }]);
    expect(route).toMatchObject({ id: 'steering/district', version: 1, scope: '110119', flow: ['draft', ['check']] });
  });
  it('depend on the level the matter is drawn up at', () => {
    const at = (body: string) => levelOf(standing({ drafter: { body, post: 'approver', person: 'drafter' } }));
    expect(['city-drc', 'drc', 'town-a'].map(at)).toEqual(['city', 'district', 'township']);
  });
});

it('every route that ships ends with a body that may do the act it decides', () => {
  const asRole = {
    checker: 'township',
    draftingBody: 'township',
    originalApprover: 'developmentReform',
    employer: 'contractor',
  } as const;
  for (const [type, kind] of Object.entries(matterKindOf)) {
    const { who } = definitionOf(type as keyof typeof matterKindOf);
    for (const { steps } of defaultRoutes.filter((route) => route.kind === kind)) {
      const ends = Object.values(steps)
        .at(-1)!
        .signers.map((signer) => {
          const relation = signer.by === 'relation' ? signer.relation : 'draftingBody';
          return { type, ends: (asRole as Partial<Record<string, string>>)[relation] ?? relation };
        });
      expect(ends.filter((one) => !(who as readonly string[]).includes(one.ends))).toEqual([]);
    }
  }
});

it('every route that ships is sound, for every level', () => {
  for (const { steps, flow } of defaultRoutes) {
    const drafting = { mode: 'all' as const, signers: [] };
    const faults = routeFaults({ steps: { draft: drafting, ...steps }, flow: ['draft', flow] }, (one) =>
      JSON.stringify(one),
    );
    expect(faults).toEqual([{ place: 'draft', fault: 'noSigner' }]);
  }
});
