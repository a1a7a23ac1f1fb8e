import { phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import type { Told } from './stories';

jest.setTimeout(240_000);
let journeys: Journeys;
let told: Told;
let place: string;

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('issueApprovalReply', '演示·批复公文');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

it('an office draws a reply up from the project’s page, reads it as paper, and sees what a revision changed', async () => {
  const page = await journeys.logIn('water-handler');
  await page.goto(`/projects/${told.id}/documents`);
  await seen(page.getByText('还没有起草公文'));
  await page.getByRole('link', { name: '起草立项批复' }).click();
  await page.getByLabel(/^主送机关/).fill('演示区水利建设中心（㐂家庄、䶮家坝、𠮷家坝片）');
  await shot(page, 'document-draft');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const paper = page.getByRole('article', { name: '公文' });
  await seen(paper.getByRole('heading', { name: `关于${told.name}的批复` }));
  place = new URL(page.url()).pathname;
  await seen(paper.getByText('演示区水利建设中心（㐂家庄、䶮家坝、𠮷家坝片）：'));
  await seen(page.locator('.way [aria-current="step"]').filter({ hasText: '起草' }));
  await shot(page, 'document-page');

  await page.getByRole('link', { name: '修改公文' }).click();
  await page.getByLabel(/^主送机关/).fill('演示区水利建设中心（㐂家庄片）');
  await submit(page);
  await page.goto(place);
  await seen(page.locator('.differences del').filter({ hasText: '䶮家坝' }));
  await reload(page);
  await seen(page.getByRole('list', { name: '改动' }));
  await shot(page, 'document-versions');
  await page.context().close();
});

it('is not there for who has no part in it, and fits a phone in large print', async () => {
  const stranger = await journeys.logIn('collective');
  await stranger.goto(`${place}x`);
  await seen(stranger.getByText('没有找到，或您无权查看'));
  await stranger.context().close();

  const page = await journeys.logIn('water-handler', phone);
  await page.goto(place);
  await seen(page.getByRole('article', { name: '公文' }));
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'document-phone');
  await page.getByRole('button', { name: '大字版' }).click();
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'document-phone-large');
  await page.context().close();
});
