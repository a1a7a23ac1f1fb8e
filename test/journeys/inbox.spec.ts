import type { Locator, Page } from 'playwright-core';
import { gone, phone, reload, seen, shot, startJourneys, widthLost, type Journeys } from './harness';
import { sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
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
