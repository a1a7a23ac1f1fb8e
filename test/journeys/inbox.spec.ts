import type { Locator, Page } from 'playwright-core';
import { district } from '../../apps/standalone/demonstration/bodies';
import { enter, gone, phone, reload, seen, shot, startJourneys, widthLost, type Journeys } from './harness';
import type { MatterPage } from '../../libs/contracts/http/matters';
import { civilDateOf } from '../../libs/domain/calendar';
import { organizationStream } from '../../libs/domain/stream';
import { systemActor } from '../../libs/domain/actor';
import { commandOf, foundDistrict } from '../support/district';
import { drc, Matters } from '../support/matters';
import { clientOf, sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
const today = civilDateOf(new Date().toISOString());
const signer = (relation: string, post: string) => ({ by: 'relation', relation, post });
/** As it ships, but that the leads may agree to several at once. */
const inOneGo = {
  steps: [
    {
      id: 'leads',
      name: '牵头部门会签',
      mode: { way: 'all' },
      signers: [signer('developmentReform', 'approver'), signer('agriculture', 'approver')],
      batchable: true,
    },
    {
      id: 'decide',
      name: '区政府审定',
      mode: { way: 'all' },
      signers: [signer('districtGovernment', 'leaderInCharge')],
      onRefusal: 'end',
    },
  ],
  flow: 'leads > decide',
};

let projects: Told[];
const names = ['一', '二', '三', '四'].map((n) => `演示·汛期之${n}`);

beforeAll(async () => {
  journeys = await startJourneys();
  projects = await Promise.all(names.map((name) => journeys.stories.upTo('listProject', name)));
  for (const [index, { id }] of projects.entries()) {
    await sendMatter(journeys, id, `m-${index}`, `关于${names[index]}暂停施工的请示`);
  }
}, 240_000);
afterAll(() => journeys?.stop(), 60_000);

const grid = (page: Page): Locator => page.getByRole('grid', { name: '待办事项' });
const row = (page: Page, index: number): Locator =>
  grid(page).getByRole('row').filter({ hasText: names[index]! }).filter({ hasText: '会签' });
const closed = (page: Page): Locator => page.getByRole('status').filter({ hasText: '已办结' });

const pane = (page: Page): Locator => page.getByRole('complementary', { name: '所选事项' });
const chosen = (page: Page): Locator => pane(page).locator('[aria-pressed="true"]');

it('by keys alone: the next item, the first choice, sent; the line says what was done and the row leaves a second window', async () => {
  const page = await journeys.logIn('drc');
  await seen(row(page, 0));
  await shot(page, 'inbox-list');
  const other = await page.context().newPage();
  await other.goto('/todo');
  await seen(row(other, 1));
  await page.keyboard.press('j');
  await seen(pane(page).getByText(names[1]!));
  await seen(pane(page).getByRole('group', { name: '办理方式' }));
  await page.keyboard.press('1');
  await seen(chosen(page).filter({ hasText: '同意' }));
  await page.keyboard.press('Control+Enter');
  await seen(closed(page).filter({ hasText: /已办结：同意 · \d\d:\d\d:\d\d · 记录号 \d+/ }));
  await gone(row(page, 1));
  await gone(row(other, 1));
  await seen(pane(page).getByText(names[2]!));
  await shot(page, 'inbox-closed');
  await reload(page);
  await seen(pane(page).getByText(names[2]!));
  expect(await row(page, 1).count()).toBe(0);
  await page.context().close();
}, 60_000);

it('what is typed in the opinion, with an input method too, decides and moves nothing', async () => {
  const page = await journeys.logIn('drc');
  await seen(pane(page).getByRole('group', { name: '办理方式' }));
  const address = page.url();
  await page.keyboard.press('2');
  await seen(chosen(page).filter({ hasText: '原则同意' }));
  const opinion = pane(page).getByLabel(/^意见/);
  await opinion.focus();
  await page.keyboard.type('1j');
  const typist = await page.context().newCDPSession(page);
  await typist.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
  for (const code of ['KeyJ', 'Digit1', 'Enter']) {
    await typist.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code,
      windowsVirtualKeyCode: 229,
    });
  }
  await typist.send('Input.insertText', { text: '你' });
  expect(await opinion.inputValue()).toBe('1j你');
  await seen(chosen(page).filter({ hasText: '原则同意' }));
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.waitForURL((url) => url.href !== address);
  await reload(page);
  await seen(pane(page).getByRole('group', { name: '办理方式' }));
  await page.keyboard.press('k');
  await seen(opinion);
  expect(await opinion.inputValue()).toBe('1j你');
  await page.context().close();
}, 60_000);

it('the boxes count what they list', async () => {
  const page = await journeys.logIn('gov');
  for (const [box, name] of [
    ['sent', '我发起'],
    ['unit', '本单位'],
    ['done', '已办'],
    ['cc', '抄送传阅'],
    ['area', '件在哪里'],
  ] as const) {
    await page.goto(`/todo?box=${box}`);
    await seen(page.getByRole('link', { name: new RegExp(`^${name} \\d+$`) }));
    await shot(page, `inbox-${box}`);
    await reload(page);
    await seen(page.getByRole('heading', { level: 1, name: new RegExp(name) }));
  }
  await page.setViewportSize(phone);
  await page.goto('/todo?box=sent');
  await seen(page.getByRole('grid', { name: '我发起的事项' }));
  await shot(page, 'inbox-sent-phone');
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await page.context().close();
}, 60_000);

it('what was typed outlives the session; another at that machine sees nothing of it', async () => {
  const page = await journeys.logIn('gov');
  const form = `/projects/${projects[3]!.id}/act/suspendProject`;
  await page.goto(form);
  await page
    .getByLabel(/理由|原因/)
    .first()
    .fill('连日暴雨，暂停施工');
  await page.context().clearCookies();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await seen(page.getByLabel('密码'));
  await enter(page, 'gov');
  await gone(page.getByLabel('密码'));
  expect(
    await page
      .getByLabel(/理由|原因/)
      .first()
      .inputValue(),
  ).toBe('连日暴雨，暂停施工');
  await page.goto('/todo?box=sent');
  await seen(page.getByText('尚未提交：暂停项目'));
  await shot(page, 'inbox-unsent');
  await reload(page);
  await page.getByRole('link', { name: '继续填写' }).click();
  expect(
    await page
      .getByLabel(/理由|原因/)
      .first()
      .inputValue(),
  ).toBe('连日暴雨，暂停施工');
  await page.getByRole('button', { name: '退出' }).click();
  await enter(page, 'drc');
  await gone(page.getByLabel('密码'));
  await page.goto('/todo?box=sent');
  await seen(page.getByRole('heading', { level: 1, name: /我发起/ }));
  expect(await page.getByText('尚未提交').count()).toBe(0);
  await page.context().close();
}, 60_000);

it('agrees to several in one go where their route lets it; each has an answer, a stale one is named', async () => {
  const keeper = await clientOf(journeys, 'drc');
  const { steps, flow } = inOneGo;
  const route = { kind: 'steering', level: 'district', steps, flow, from: today, to: null, source: '区发展改革委通知' };
  const set = await keeper.command(`rulebook/${district}`, 'setRoute', route as never, { key: 'batch-route' });
  expect(set.status).toBe('recorded');
  const many = Array.from({ length: 13 }, (_, n) => `演示·批量之${n + 1}`);
  const told = await Promise.all(many.map((name) => journeys.stories.upTo('listProject', name)));
  for (const [n, { id }] of told.entries()) await sendMatter(journeys, id, `b-${n}`, `关于${many[n]}暂停施工的请示`);

  const page = await journeys.logIn('agriculture');
  await seen(page.getByRole('heading', { level: 1, name: /待办 \d+/ }));
  await page.goto(`/todo?q=${encodeURIComponent('演示·批量')}`);
  await seen(grid(page).getByRole('row').nth(12));
  // as fast as they come: each key acts on what the one before it led to
  for (let n = 0; n < 13; n += 1) {
    await page.keyboard.press('x');
    await page.keyboard.press('j');
  }
  await seen(page.getByText('已选 13 件'));
  await shot(page, 'inbox-marked');
  await page.getByRole('link', { name: '核对并批量同意' }).click();
  await seen(page.getByRole('button', { name: '同意这 13 件' }));
  await shot(page, 'inbox-batch-check');

  const other = await clientOf(journeys, 'drc');
  const seen13 = { seat: 'leads#1.0', round: 1, documentVersion: 1 };
  const returned = await other.command(
    'signoff/b-12',
    'returnMatter',
    { ...seen13, toStep: 'draft', onward: 'back', reason: '请补充复工条件' },
    { key: 'batch-return' },
  );
  expect(returned.status).toBe('recorded');
  const drafter = await clientOf(journeys, 'gov');
  const { state } = await drafter.read<MatterPage>('/api/signoffs/b-12');
  const act = { ...state.act!, data: { reason: '汛期停工，人员已转移' } };
  const again = { seat: state.visits.at(-1)!.seats[0]!.id, act, digest: `sm3:${'b'.repeat(64)}`, round: state.round };
  const sent = await drafter.command('signoff/b-12', 'submitDraft', again as never, { key: 'batch-again' });
  expect(sent.status).toBe('recorded');

  await page.getByRole('button', { name: '同意这 13 件' }).click();
  await seen(page.getByText(/12 件已办结，1 件未办：版本已变/));
  await shot(page, 'inbox-batch-done');
  await reload(page);
  await seen(page.getByRole('button', { name: '同意这 1 件' }));
  await page.setViewportSize(phone);
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'inbox-batch-phone');
  await page.context().close();
}, 240_000);

/** A department of the city, shown a matter of the demonstration's district and one of another. */
async function shownToTheCity(): Promise<void> {
  const { system } = journeys;
  await foundDistrict(system.recorder);
  const matters = new Matters(system, (command) => system.recorder.recordCommand(command));
  const city = organizationStream('bj-drc');
  const described = { name: '北京市发展和改革委员会', kind: 'municipalDepartment', district: '110000' } as const;
  await matters.did(
    commandOf(city, 'registerBody', { ...described, seriesCode: null, registration: null }, systemActor),
  );
  await matters.did(commandOf(city, 'createPost', { postId: 'handler', name: '经办人', kind: 'handler' }, systemActor));
  const held = { postId: 'handler', person: 'person-bj-drc', from: '2023-01-01', to: null };
  await matters.did(commandOf(city, 'appointHolder', held, systemActor));
  await system.database.query(
    `insert into auth.account (login, title, person, password, created_at, changed_at)
     select 'city', '市发展改革委经办人', 'person-bj-drc', password, created_at, changed_at from auth.account where login = 'gov'`,
  );
  const readers = { readers: [{ body: 'bj-drc', post: 'handler' as const }] };
  const elsewhere = await matters.sent(await matters.proposed());
  await matters.did(commandOf(elsewhere, 'circulateMatter', readers, drc));
  const drafter = await clientOf(journeys, 'gov');
  const shown = await drafter.command('signoff/m-0', 'circulateMatter', readers, { key: 'city-circulate' });
  expect(shown.status).toBe('recorded');
}

it('who looks after several districts reads one of them alone; the address keeps which', async () => {
  await shownToTheCity();
  const page = await journeys.logIn('city');
  const rows = grid(page).getByRole('row');
  const choice = page.getByRole('combobox', { name: '区', exact: true });
  await seen(rows.nth(1));
  expect(await choice.locator('option').allInnerTexts()).toEqual(['全部区', '延庆区 1', '演示区 1']);
  await shot(page, 'inbox-districts');
  await choice.selectOption('演示区 1');
  await gone(rows.nth(1));
  await seen(rows.filter({ hasText: names[0]! }));
  expect(new URL(page.url()).searchParams.get('district')).toBe(district);
  await reload(page);
  await seen(rows.filter({ hasText: names[0]! }));
  expect(await rows.count()).toBe(1);
  await choice.selectOption('延庆区 1');
  await gone(rows.filter({ hasText: names[0]! }));
  await seen(rows.filter({ hasText: '关于暂停项目的请示' }));
  await choice.selectOption('全部区');
  await seen(rows.nth(1));
  expect(new URL(page.url()).searchParams.has('district')).toBe(false);
  await page.context().close();
}, 60_000);
