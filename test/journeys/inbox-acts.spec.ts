import type { Locator, Page } from 'playwright-core';
import { district } from '../../apps/standalone/demonstration/bodies';
import { act } from '../../apps/standalone/demonstration/act';
import { instantsOf, KeeperVoice } from '../../apps/standalone/demonstration/keeper-voice';
import { poolActs } from '../../apps/standalone/demonstration/pool';
import { Teller } from '../../apps/standalone/demonstration/teller';
import type { MatterPage } from '../../libs/contracts/http/matters';
import { civilDateOf } from '../../libs/domain/calendar';
import { openSeats } from '../../libs/domain/signoff/tally';
import type { StreamId } from '../../libs/domain/stream';
import { gone, reload, seen, shot, startJourneys, type Journeys } from './harness';
import { clientOf, sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told[];
const today = civilDateOf(new Date().toISOString());
const names = ['缓办', '催办', '撤回', '或签'].map((n) => `演示·${n}`);

beforeAll(async () => {
  journeys = await startJourneys();
  told = await Promise.all(names.map((name) => journeys.stories.upTo('listProject', name)));
  for (const [index, { id }] of told.slice(0, 3).entries()) {
    await sendMatter(journeys, id, `m-${index}`, `关于${names[index]}暂停施工的请示`);
  }
}, 240_000);
afterAll(() => journeys?.stop(), 60_000);

const grid = (page: Page): Locator => page.getByRole('grid', { name: '待办事项' });
const row = (page: Page, name: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ hasText: name })
    .filter({ hasText: /会签|或签/ });
const pane = (page: Page): Locator => page.getByRole('complementary', { name: '所选事项' });
const closed = (page: Page): Locator => page.getByRole('status').filter({ hasText: '已办结' });

/** Agrees from the first open seat of a body. */
async function agree(login: string, matter: string, body: string): Promise<void> {
  const client = await clientOf(journeys, login);
  const { state } = await client.read<MatterPage>(`/api/signoffs/${matter}`);
  const { id } = openSeats(state).find(({ owner }) => owner.body === body)!;
  const data = { seat: id, decision: 'agree', round: state.round, documentVersion: state.document.version } as const;
  const answer = await client.command(`signoff/${matter}`, 'giveDecision', data, { key: `agreeing-${matter}-${body}` });
  expect(answer.status).toBe('recorded');
}

it('H puts an item out of sight until a time, which changes nothing about its limit; it is brought back by hand', async () => {
  const page = await journeys.logIn('agriculture');
  await row(page, names[0]!).click();
  await seen(pane(page).getByText(names[0]!));
  const limit = await row(page, names[0]!).locator('time').getAttribute('datetime');
  await page.keyboard.press('h');
  await seen(page.getByRole('dialog', { name: '稍后处理' }).getByText('不影响办理时限'));
  await shot(page, 'inbox-later');
  await page.getByRole('button', { name: '明天 8:30' }).click();
  await gone(row(page, names[0]!));
  await page.getByRole('button', { name: '稍后处理 1' }).click();
  await seen(row(page, names[0]!));
  await reload(page);
  await seen(row(page, names[0]!));
  expect(await row(page, names[0]!).locator('time').getAttribute('datetime')).toBe(limit);
  await seen(pane(page).getByRole('button', { name: /^现在处理（原定 .* 08:30）/ }));
  await page.keyboard.press('h');
  await seen(page.getByText('没有符合条件的事项'));
  await page.getByRole('button', { name: '清空筛选和搜索' }).click();
  await seen(row(page, names[0]!));
  await page.context().close();
}, 60_000);

it('U urges what one started; a second time the same day is refused with the time from which it may be', async () => {
  const page = await journeys.logIn('gov');
  await page.goto('/todo?box=sent');
  const mine = page.getByRole('grid', { name: '我发起的事项' }).getByRole('row').filter({ hasText: names[1]! });
  await mine.click();
  await page.keyboard.press('u');
  await seen(page.getByRole('status').filter({ hasText: '已催办' }));
  await seen(mine.getByText(/已催办 1 次，最近 \d{4}-\d\d-\d\d \d\d:\d\d/));
  await page.keyboard.press('u');
  const refusal = page.getByRole('alert').filter({ hasText: 'R-OA-11' });
  await seen(refusal.getByText(/\d{4}-\d\d-\d\d 起可再次催办/));
  await shot(page, 'inbox-urged-twice');
  await reload(page);
  await seen(mine.getByText(/已催办 1 次/));
  await page.context().close();
}, 60_000);

it('撤回 stands on the bar after one’s act, and is gone when the next has acted', async () => {
  const page = await journeys.logIn('drc');
  const mine = row(page, names[2]!);
  const decide = async () => {
    await mine.click();
    await seen(pane(page).getByRole('group', { name: '办理方式' }));
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await seen(closed(page).filter({ hasText: names[2]! }));
    await gone(mine);
  };
  await decide();
  const recall = closed(page).getByRole('button', { name: '撤回' });
  await recall.click();
  await seen(closed(page).getByText('已撤回，可重新办理'));
  await seen(mine);
  await shot(page, 'inbox-recalled');
  await decide();
  await seen(recall);
  await agree('agriculture', 'm-2', 'ys-ara');
  await seen(recall);
  await agree('leader', 'm-2', 'ys-gov');
  await gone(recall);
  await shot(page, 'inbox-recall-gone');
  await reload(page);
  await seen(page.getByRole('heading', { level: 1, name: /待办/ }));
  expect(await mine.count()).toBe(0);
  await page.context().close();
}, 90_000);

it('what another settled by an 或签 fades where one reads it, says by whom, and goes when one moves on', async () => {
  const either = (relation: string) => ({ by: 'relation', relation, post: 'approver' });
  const leader = { by: 'relation', relation: 'districtGovernment', post: 'leaderInCharge' };
  const steps = [
    {
      id: 'leads',
      name: '牵头部门或签',
      mode: { way: 'any' },
      signers: ['developmentReform', 'agriculture'].map(either),
    },
    { id: 'decide', name: '区政府审定', mode: { way: 'all' }, signers: [leader], onRefusal: 'end' },
  ];
  const route = { kind: 'steering', level: 'district', steps, flow: 'leads > decide', from: today, to: null };
  const keeper = await clientOf(journeys, 'drc');
  const set = await keeper.command(
    `rulebook/${district}`,
    'setRoute',
    { ...route, source: '区发展改革委通知' } as never,
    {
      key: 'either-route',
    },
  );
  expect(set.status).toBe('recorded');
  await sendMatter(journeys, told[3]!.id, 'm-3', `关于${names[3]}暂停施工的请示`);

  const page = await journeys.logIn('agriculture');
  const mine = row(page, names[3]!);
  await mine.click();
  await seen(pane(page).getByRole('group', { name: '办理方式' }));
  await agree('drc', 'm-3', 'ys-drc');
  await seen(mine.getByText('已由区发展改革委审批人办结'));
  await seen(pane(page).getByText('已由区发展改革委审批人办结'));
  await shot(page, 'inbox-faded');
  await seen(mine.and(page.locator('[aria-selected=true]')));
  await page.keyboard.press('k');
  await gone(mine);
  await reload(page);
  await seen(page.getByRole('heading', { level: 1, name: /待办/ }));
  expect(await mine.count()).toBe(0);
  await page.context().close();
}, 90_000);

it('a limit over National Day: the holidays are passed over, the Saturday worked in exchange is its last day', async () => {
  // Entered from its papers, so that it began before the holidays.
  const pooled = poolActs('2026-09-01')[0]!;
  const [proposed] = pooled;
  const suspension = act(proposed!.stream, 'suspendProject', 'ys-drc/approver', '2026-09-29', {
    reason: '汛后检修，暂停施工。',
    until: null,
  });
  const acts = [...pooled, suspension];
  const instants = instantsOf(acts);
  const voice = new KeeperVoice(await clientOf(journeys, 'keeper'));
  const teller = new Teller(voice, 'holidays', (one) => instants.get(one)!);
  for (const one of pooled) await teller.tell(one);
  const { stream } = await teller.leave(suspension, ({ current }) => current.leads !== undefined);

  const page = await journeys.logIn('agriculture');
  const mine = grid(page).locator(`[data-key^="${stream satisfies StreamId}"]`);
  await mine.click();
  await seen(mine.getByText(/10-10 周六 调休上班/));
  await pane(page).getByText('ⓘ 逐日').click();
  const days = pane(page).getByRole('list', { name: '逐日计算' });
  for (const [on, words] of [
    ['10-01', '国庆节，不计'],
    ['10-07', '国庆节，不计'],
    ['10-08', '第 3 个工作日'],
    ['10-10', '第 5 个工作日（国庆节调休上班）'],
  ] as const) {
    await seen(days.getByRole('listitem').filter({ hasText: on }).filter({ hasText: words }));
  }
  expect(await days.getByRole('listitem').last().innerText()).toContain('10-10');
  await seen(pane(page).getByText('其间 5 个工作日，7 天不计'));
  await shot(page, 'inbox-national-day');
  await reload(page);
  await seen(mine.getByText(/10-10 周六 调休上班/));
  await page.context().close();
}, 90_000);
