import type { Page } from 'playwright-core';
import { done, gone, phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import { sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;
const title = '关于汛期暂停施工的请示';

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('listProject', '演示·汛期');
  await sendMatter(journeys, told.id, 'm-suspend', title);
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const waits = (page: Page) =>
  page
    .getByRole('grid', { name: '待办事项' })
    .getByRole('row')
    .filter({ hasText: told.name })
    .filter({ hasText: '会签' });

it('an approver agrees from the inbox, and the item leaves it', async () => {
  const page = await journeys.logIn('drc');
  await waits(page).click();
  await seen(page.getByRole('group', { name: '办理方式' }));
  await page.keyboard.press('1');
  await page.getByLabel(/^意见/).fill('同意，注意人员安置');
  await shot(page, 'signoff-inbox');
  await page.keyboard.press('Control+Enter');
  await seen(page.getByText(/已办结：同意/));
  await gone(waits(page));
  await reload(page);
  await seen(page.getByRole('heading', { name: /^待办 \d/ }));
  await gone(waits(page));
  await page.context().close();
}, 60_000);

it('another returns it to the drafter, who sends it again; what was said stays in sight', async () => {
  const agriculture = await journeys.logIn('agriculture');
  await agriculture.goto('/signoffs/m-suspend');
  await seen(agriculture.getByText('同意，注意人员安置'));
  await agriculture.keyboard.press('3');
  await agriculture.getByLabel('退回到', { exact: true }).selectOption('draft');
  await agriculture.getByLabel('改后', { exact: true }).selectOption('back');
  await agriculture.getByLabel(/^理由/).fill('请补充复工条件');
  await agriculture.keyboard.press('Control+Enter');
  await seen(agriculture.getByText('补正送审后直接回到您这里'));
  await shot(agriculture, 'signoff-last-look');
  await agriculture.keyboard.press('Control+Enter');
  await done(agriculture);

  const drafter = await journeys.logIn('gov');
  await drafter.goto('/signoffs/m-suspend');
  await seen(drafter.getByText('请补充复工条件'));
  await submit(drafter);
  await seen(agriculture.getByText('第 2 轮'));
  await agriculture.reload();
  await agriculture.getByRole('button', { name: '同意', exact: true }).click();
  await submit(agriculture);
  await agriculture.context().close();
  await drafter.context().close();
}, 90_000);

it('the leader’s signature on a phone in large print suspends the project', async () => {
  const page = await journeys.logIn('leader', phone);
  await page.goto('/signoffs/m-suspend');
  await seen(page.getByRole('heading', { level: 1, name: title }));
  await page.getByRole('button', { name: '大字版' }).click();
  await shot(page, 'signoff-phone');
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await seen(page.getByText('随即办理“暂停项目”'));
  await shot(page, 'signoff-phone-last-look');
  await page.getByRole('button', { name: '核对并提交' }).click();
  await done(page);
  await seen(page.getByText('已办结：同意'));
  await page.goto(`/projects/${told.id}/overview`);
  await seen(page.getByText('已暂停'));
  await shot(page, 'signoff-project-suspended');
  await page.context().close();
}, 60_000);
