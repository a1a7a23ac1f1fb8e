import type { Page } from 'playwright-core';
import { HttpClient } from '../../apps/standalone/http-client';
import { demonstrationPassword } from '../../apps/standalone/demonstration/accounts';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import { civilDateOf } from '../../libs/domain/calendar';
import { done, phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import type { Told } from './stories';

let journeys: Journeys;
let first: Told;
let second: Told;
const digest = `sm3:${'a'.repeat(64)}`;
const today = civilDateOf(new Date().toISOString());

/** A matter about suspending the project, sent by the township and checked there, at its two leads. */
async function sent(id: string, title: string, told: Told): Promise<void> {
  const as = async (login: string) => {
    const client = new HttpClient(journeys.address);
    await client.logIn(login, demonstrationPassword);
    return client;
  };
  const drafter = await as('gov');
  const { substantive } = await drafter.read<ProjectPage>(`/api/projects/${told.id}`);
  const act = { type: 'suspendProject' as const, data: { reason: '汛期停工' }, readRevision: substantive };
  const drafted = { title, subject: `project/${told.id}`, act, digest };
  await drafter.command(`signoff/${id}`, 'startMatter', drafted, { key: `start-${id}` });
  const sending = { seat: 'draft#1.0', digest, round: 1 };
  await drafter.command(`signoff/${id}`, 'submitDraft', sending, { key: `sending-${id}` });
}

beforeAll(async () => {
  journeys = await startJourneys();
  [first, second] = await Promise.all([
    journeys.stories.upTo('listProject', '演示·代办'),
    journeys.stories.upTo('listProject', '演示·再代办'),
  ]);
  await sent('m-first', '关于汛期暂停施工的请示', first);
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
  await sent('m-second', '关于再次暂停施工的请示', second);
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
