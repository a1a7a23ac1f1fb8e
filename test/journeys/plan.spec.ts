import { gone, phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;
const place = `/plans/110119/${new Date().getFullYear()}`;

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('listProject', '演示·年度计划');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

it('the lead department draws the plan up, enters a project and posts it; the page says how long yet', async () => {
  const page = await journeys.logIn('drc');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '年度计划' }).click();
  await seen(page.getByText('本年度计划还没有编制'));
  await page.getByRole('link', { name: '编制年度计划' }).click();
  await page.getByLabel('稳定增收').check();
  await page.getByLabel(/如何落实/).fill('扩大以工代赈实施范围，优先吸纳本地农村劳动力');
  await submit(page);

  await page.goto(`${place}/act/draftEntry`);
  await page.locator('select').filter({ hasText: told.name }).selectOption({ label: told.name });
  await page.getByLabel(/^列入方式/).selectOption('active');
  await page.getByLabel(/^内容/).fill('铺筑产业道路，人工环节采用以工代赈');
  await shot(page, 'plan-entry');
  await submit(page);

  await page.goto(place);
  await seen(page.getByRole('rowheader', { name: told.name }));
  await shot(page, 'plan-draft');
  await page.getByRole('link', { name: '公示年度计划' }).click();
  await page.getByLabel(/^地点/).fill('区政府网站、各乡镇公告栏');
  await submit(page);
  await page.goto(place);
  await seen(page.getByText(/还有 \d+ 天期满/));
  await gone(page.getByRole('link', { name: '撤下项目' }));
  await shot(page, 'plan-posted');
  await page.context().close();
});

it('is read as it stood on a day, and fits a phone; the pool opens each score into its criteria', async () => {
  const page = await journeys.logIn('drc', phone);
  await page.goto(`${place}?on=2020-01-01`);
  await seen(page.getByText('您正在看 2020-01-01 24:00 的清单，只读'));
  await reload(page);
  await seen(page.getByText('这一天还没有编制年度计划'));
  await page.getByRole('button', { name: '回到现在' }).click();
  await seen(page.getByText('公示中'));
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'plan-phone');
  await page.goto('/pool');
  await seen(page.getByRole('rowheader', { name: told.name }));
  await page.locator('details summary').first().click();
  await seen(page.getByText(/投资规模小/));
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'pool-phone');

  await page.getByRole('button', { name: '大字版' }).click();
  for (const [path, name] of [
    ['/pool', 'pool'],
    [place, 'plan'],
    ['/deputies', 'deputies'],
  ] as const) {
    await page.goto(path);
    await seen(page.getByRole('heading', { level: 1 }));
    await seen(page.getByRole('table').or(page.locator('.empty')).first());
    expect(await widthLost(page)).toBeLessThanOrEqual(0);
    await shot(page, `${name}-phone-large`);
  }
  await page.context().close();
});
