import type { Page } from 'playwright-core';
import type { MatterPage } from '../../libs/contracts/http/matters';
import { civilDateOf } from '../../libs/domain/calendar';
import { openSeats } from '../../libs/domain/signoff/tally';
import { done, phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import { clientOf, sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let first: Told;
let second: Told;
const today = civilDateOf(new Date().toISOString());

beforeAll(async () => {
  journeys = await startJourneys();
  [first, second] = await Promise.all([
    journeys.stories.upTo('listProject', '演示·代办'),
    journeys.stories.upTo('listProject', '演示·再代办'),
  ]);
  await sendMatter(journeys, first.id, 'm-first', '关于汛期暂停施工的请示');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const waits = (page: Page) =>
  page.getByRole('grid', { name: '待办事项' }).getByRole('row').filter({ hasText: '代区农业农村局审批人办理' });

it('a holder asks a colleague of another office to act, for a window and a kind of matter', async () => {
  const page = await journeys.logIn('agriculture');
  await page.getByRole('link', { name: '委托代办' }).click();
  await seen(page.getByText('没有委托他人代办'));
  await shot(page, 'deputy-empty');
  await page.getByRole('button', { name: '委托他人代办' }).click();
  await page.getByLabel('代办人').fill('财政局审批人');
  await seen(page.getByTitle('区财政局审批人（演示区财政局 审批人）'));
  await page.getByLabel('代办人').press('Enter');
  await page.getByLabel('自', { exact: true }).fill(today);
  await page.getByLabel('至', { exact: true }).fill('2020-01-01');
  await page.getByLabel('暂停、恢复、退回或撤销项目').check();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await seen(page.getByRole('alert').filter({ hasText: 'R-OA-13' }));
  await page.getByLabel('至', { exact: true }).fill(today);
  await shot(page, 'deputy-form');
  await submit(page);
  const mine = page.getByRole('region', { name: '我委托的' });
  await seen(mine.getByText('进行中'));
  await seen(mine.getByText('仅限暂停、恢复、退回或撤销项目'));
  await shot(page, 'deputy-set');
  await page.context().close();
}, 90_000);

it('the deputy sees the duty with whose it is and until when, decides, and both names stay', async () => {
  const page = await journeys.logIn('finance');
  await seen(page.getByText(`正在代区农业农村局审批人（至 ${today.slice(5)}）办理`));
  await waits(page).click();
  await shot(page, 'deputy-inbox');
  await page.goto('/signoffs/m-first');
  await seen(page.getByText(new RegExp(`代区农业农村局审批人办理 · 至 ${today.slice(5)} · 仅限`)).first());
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await submit(page);
  await seen(page.getByText('区财政局审批人（代区农业农村局审批人）'));
  await shot(page, 'deputy-decided');
  await page.goto('/audit/signoff/m-first?event=6');
  await seen(page.getByText('代区农业农村局审批人').first());
  await page.context().close();
}, 90_000);

it('after the window is ended the deputy is refused, on a page that was open before', async () => {
  await sendMatter(journeys, second.id, 'm-second', '关于再次暂停施工的请示');
  const deputy = await journeys.logIn('finance');
  await deputy.goto('/signoffs/m-second');
  await deputy.getByRole('button', { name: '同意', exact: true }).click();

  const holder = await journeys.logIn('agriculture', phone);
  await holder.goto('/deputies');
  await holder.getByRole('button', { name: '提前结束' }).click();
  await shot(holder, 'deputy-end-phone');
  expect(await widthLost(holder)).toBeLessThanOrEqual(0);
  await holder.getByRole('button', { name: '提交', exact: true }).click();
  await done(holder);
  await seen(holder.getByText(/已于 .* 提前结束/).first());

  await deputy.getByRole('button', { name: '提交', exact: true }).click();
  await seen(deputy.getByRole('alert').filter({ hasText: `代办期间 ${today} 至 ${today} 之内` }));
  await shot(deputy, 'deputy-refused');
  await deputy.goto('/todo');
  await reload(deputy);
  await seen(deputy.getByRole('heading', { level: 1, name: /待办/ }));
  expect(await waits(deputy).count()).toBe(0);
  await deputy.context().close();
  await holder.context().close();
}, 120_000);

it('outside of what one was asked for, one is told the scope and refused by it', async () => {
  const holder = await journeys.logIn('agriculture');
  await holder.goto('/deputies');
  await holder.getByRole('button', { name: '委托他人代办' }).click();
  await holder.getByLabel('代办人').fill('财政局审批人');
  await seen(holder.getByTitle('区财政局审批人（演示区财政局 审批人）'));
  await holder.getByLabel('代办人').press('Enter');
  await holder.getByLabel('自', { exact: true }).fill(today);
  await holder.getByLabel('至', { exact: true }).fill(today);
  await holder.getByLabel('年度计划和项目清单').check();
  await submit(holder);

  const deputy = await journeys.logIn('finance');
  await deputy.goto('/signoffs/m-second');
  await seen(deputy.getByText('不在您代区农业农村局审批人办理的范围之内：仅限年度计划和项目清单'));
  expect(await deputy.getByRole('group', { name: '办理方式', exact: true }).count()).toBe(0);
  await shot(deputy, 'deputy-out-of-scope');
  await deputy.goto('/todo?box=acting');
  await seen(deputy.getByText('没有需要您代办的事项'));
  expect(await waits(deputy).count()).toBe(0);

  const client = await clientOf(journeys, 'finance');
  const { state } = await client.read<MatterPage>('/api/signoffs/m-second');
  const seat = openSeats(state).find(({ owner }) => owner.body === 'ys-ara')!.id;
  const agreeing = { seat, decision: 'agree', round: state.round, documentVersion: state.document.version } as const;
  const answer = await client.command('signoff/m-second', 'giveDecision', agreeing, { key: 'beyond-the-scope' });
  expect(answer).toMatchObject({
    status: 'refused',
    problem: { breaches: [{ rule: 'R-OA-13', need: '委托范围之内的事项' }] },
  });
  await reload(deputy);
  await seen(deputy.getByText('没有需要您代办的事项'));
  await deputy.context().close();
  await holder.context().close();
}, 120_000);
