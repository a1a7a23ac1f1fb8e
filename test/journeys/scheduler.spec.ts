import type { Page } from 'playwright-core';
import { phone, reload, seen, shot, startJourneys, widthLost, type Journeys } from './harness';

let journeys: Journeys;
let year: number;

beforeAll(async () => {
  journeys = await startJourneys();
  await journeys.stories.upTo('handOver', '演示·护坝评估');
  year = Number(journeys.stories.today.slice(0, 4));
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

/** The year of the first of February, six in the morning in Beijing, that comes next. */
const nextYear = (): number => {
  const first = Date.parse(`${year}-02-01T06:00:00+08:00`);
  return Date.now() < first ? year : year + 1;
};

const digest = (page: Page): Promise<string> => page.locator('.digest code').innerText();
const runs = (page: Page) => page.getByRole('region', { name: '历次计算' }).getByRole('listitem');

it('the yearly evaluation stands on the schedule, with its next time in Beijing', async () => {
  const page = await journeys.logIn('scheduler');
  await page.getByRole('link', { name: '定时任务' }).click();
  const row = page.getByRole('row').filter({ hasText: '年度评估' });
  await seen(row.getByText('每年 02-01 06:00'));
  await seen(row.getByText(new RegExp(`^${nextYear()}-02-01 06:00 周.$`)));
  await seen(row.getByText('已启用'));
  await shot(page, 'schedules');
  await page.context().close();
}, 60_000);

it('a run is started, watched to its end, opened into its rows, and comes to the same digest again', async () => {
  const page = await journeys.logIn('scheduler');
  await page
    .getByRole('navigation', { name: '年度' })
    .getByRole('link', { name: String(year) })
    .click();
  await seen(page.getByText(`${year} 年度尚未计算`, { exact: false }));
  await page.getByRole('button', { name: '启动评估' }).click();
  await seen(page.getByText(`${year} 年度还没有结束`, { exact: false }));
  await page.getByRole('button', { name: '仍然启动' }).click();
  await seen(page.getByText('已计算', { exact: true }));
  await seen(runs(page).filter({ hasText: '首次计算' }));
  const first = await digest(page);
  expect(first).toMatch(/^sm3:[0-9a-f]{64}$/);
  await shot(page, 'evaluation-desk');

  const figure = page.getByRole('row').filter({ hasText: '演示·护坝评估' }).getByRole('button', { name: /¥/ }).first();
  await figure.click();
  const grounds = page.getByRole('region', { name: '数字的依据' });
  await seen(grounds.getByText(/^共 [1-9]\d* 条$/));
  await shot(page, 'evaluation-rows');
  await reload(page);
  await grounds
    .getByRole('link', { name: /^记录 \d+$/ })
    .first()
    .click();
  await seen(page.getByRole('article', { name: '所选记录' }));
  await page.goBack();

  await page.getByRole('button', { name: '重算并比对' }).click();
  await seen(runs(page).filter({ hasText: '结果一致，摘要相同 ✔' }));
  expect(await runs(page).filter({ hasText: '结果不同' }).count()).toBe(0);
  expect(await digest(page)).toBe(first);
  await page.getByRole('button', { name: '大字版' }).click();
  await page.setViewportSize(phone);
  expect(await widthLost(page)).toBe(0);
  await shot(page, 'evaluation-phone-large');
  await page.context().close();
}, 120_000);
