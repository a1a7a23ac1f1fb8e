import type { ProjectPage } from '../../libs/contracts/http/projects';
import type { Project } from '../../libs/domain/project';
import { seen, shot, startJourneys, submit, type Journeys } from './harness';
import { clientOf } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('stateFeasibility', '演示·改方案', 'major');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const partsNow = async () => {
  const { project } = await (await clientOf(journeys, 'owner')).read<ProjectPage>(`/api/projects/${told.id}`);
  const { segments, planning } = project as Project;
  return { segments, lines: planning!.fundLines };
};
const idsOf = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);

it('a proposal is revised as it stands: segments and funds stay who they are, and one taken out takes its number along', async () => {
  const before = await partsNow();
  expect(idsOf(before.segments)).toEqual(['s1', 's2']);
  const [first, second] = before.segments;
  const page = await journeys.logIn('owner');
  await page.goto(`/projects/${told.id}/act/reviseProposal`);
  await seen(page.getByRole('heading', { name: '四、用工环节' }));
  expect(await page.locator('#field-segments-0-id').count()).toBe(0);
  await page.getByRole('button', { name: '移除用工环节（标段）第 1 项', exact: true }).click();
  await page
    .getByLabel(/^计划岗位/)
    .last()
    .fill(String(second!.plannedPosts));
  await page
    .getByLabel(/^计划劳务报酬/)
    .last()
    .fill(String(second!.plannedLaborPayFen / 100));
  await page.getByLabel(/^理由/).fill(`不再安排“${first!.name}”`);
  await shot(page, 'revision-form');
  await submit(page);
  const after = await partsNow();
  expect(idsOf(after.segments)).toEqual(['s2']);
  expect(idsOf(after.lines)).toEqual(idsOf(before.lines));
  await page.context().close();
}, 60_000);
