import { district } from '../../apps/standalone/demonstration/bodies';
import { clientOf, sendMatter } from './matters';
import { phone, seen, shot, startJourneys, widthLost, type Journeys } from './harness';

let journeys: Journeys;
const signers = (...relations: ('developmentReform' | 'agriculture' | 'districtGovernment')[]) =>
  relations.map((relation) => ({
    by: 'relation' as const,
    relation,
    post: relation === 'districtGovernment' ? ('leaderInCharge' as const) : ('approver' as const),
  }));
const step = (id: string, name: string, ...relations: Parameters<typeof signers>) => ({
  id,
  name,
  mode: { way: 'all' as const },
  signers: signers(...relations),
});

beforeAll(async () => {
  journeys = await startJourneys();
  const told = await journeys.stories.upTo('listProject', '演示·同一人');
  const keeper = await clientOf(journeys, 'drc');
  const route = {
    kind: 'steering' as const,
    steps: [
      step('check', '初审', 'developmentReform'),
      step('leads', '牵头部门会签', 'developmentReform', 'agriculture'),
      step('decide', '区政府审定', 'districtGovernment'),
    ],
    flow: 'check > leads > decide',
    dedupe: 'first' as const,
    from: '2020-01-01',
    source: '延庆区政府办文规定',
  };
  const set = await keeper.command(`rulebook/${district}`, 'setRoute', route, { key: 'first-counts' });
  if (set.status !== 'recorded') throw new Error(JSON.stringify(set));
  await sendMatter(journeys, told.id, 'm-same', '关于演示·同一人暂停施工的请示');
  await told.signedOff('signoff/m-same', ({ current }) => current.leads !== undefined);
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

it.each([
  ['desk', undefined],
  ['phone', phone],
] as const)(
  'whoever signed at an earlier step is not asked again, and the course says so (R-OA-15, %s)',
  async (name, size) => {
    const page = await journeys.logIn('agriculture', size);
    await page.goto('/signoffs/m-same');
    await seen(page.getByRole('list', { name: '办理过程' }).getByText('已在“初审”签过，不再重复'));
    await shot(page, `same-signer-${name}`);
    expect(await widthLost(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  },
  60_000,
);
