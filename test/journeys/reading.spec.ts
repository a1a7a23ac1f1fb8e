import type { Page } from 'playwright-core';
import type { MatterPage } from '../../libs/contracts/http/matters';
import { seriousFindings } from './accessibility';
import { done, reload, seen, shot, startJourneys, widthLost, type Journeys } from './harness';
import { clientOf, digestOfDraft, sendMatter } from './matters';
import { readBack, readCode } from '../support/read-back';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;
const narrow = { width: 390, height: 844 };
const cancelling = (reason: string, listVersion: string) => ({
  type: 'cancelProject' as const,
  data: { reason, listVersion },
});

/** Sent in two versions: two places differ, the first one lies with who has seen it. */
beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('listProject', '演示·阅件');
  await sendMatter(journeys, told.id, 'm-read', '关于撤销项目的请示', { what: cancelling('不再实施', '1') });
  const signer = await journeys.logIn('agriculture');
  await signer.goto('/signoffs/m-read');
  await seen(ways(signer));
  await signer.keyboard.press('3');
  await signer.getByLabel('退回到', { exact: true }).selectOption('draft');
  await signer.getByLabel('改后', { exact: true }).selectOption('back');
  await signer.getByLabel(/^理由/).fill('请写明撤销依据');
  await signer.keyboard.press('Control+Enter');
  await signer.keyboard.press('Control+Enter');
  await done(signer);
  await signer.context().close();
  const drafter = await clientOf(journeys, 'gov');
  const { state, subjectRevision } = await drafter.read<MatterPage>('/api/signoffs/m-read');
  const act = { ...cancelling('原址不具备施工条件，不再实施', '2'), readRevision: subjectRevision };
  const seat = state.visits.at(-1)!.seats[0]!.id;
  const again = { seat, act, digest: digestOfDraft.replaceAll('a', 'b'), round: state.round };
  const sent = await drafter.command('signoff/m-read', 'submitDraft', again as never, { key: 'sending-again' });
  expect(sent.status).toBe('recorded');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const open = async (login: string, size?: { width: number; height: number }): Promise<Page> => {
  const page = await journeys.logIn(login, size);
  await page.goto('/signoffs/m-read');
  await seen(page.getByRole('heading', { level: 1, name: '关于撤销项目的请示' }));
  return page;
};
const ways = (page: Page) => page.getByRole('group', { name: '办理方式', exact: true });
const focused = (page: Page) => page.locator(':focus');

it('changes are walked and ticked, and the route and the opinions reached, by single keys', async () => {
  const page = await open('agriculture');
  const boxes = page.getByRole('list', { name: '改动之处' }).getByRole('checkbox');
  await seen(boxes);
  expect(await boxes.count()).toBe(2);
  const ticked = page.locator(':checked');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await seen(boxes.nth(1).and(focused(page)));
  await page.keyboard.press('v');
  await seen(boxes.nth(1).and(ticked));
  await page.keyboard.press('[');
  await seen(boxes.nth(0).and(focused(page)));
  expect(await boxes.nth(0).isChecked()).toBe(false);
  await page.keyboard.press('v');
  await seen(boxes.nth(0).and(ticked));
  await page.keyboard.press('t');
  await seen(page.getByRole('list', { name: '办理过程' }).and(focused(page)));
  await page.keyboard.press('a');
  await seen(page.getByRole('region', { name: '意见' }).getByRole('list').and(focused(page)));
  await reload(page);
  await seen(boxes);
  expect(await boxes.evaluateAll((all) => all.map((box) => (box as { checked?: boolean }).checked))).toEqual([
    true,
    true,
  ]);
  await page.context().close();
}, 60_000);

it('letters typed into an opinion, or composed, press no key of the page', async () => {
  const page = await open('agriculture');
  await seen(ways(page));
  await page.keyboard.press('2');
  const chosen = ways(page).getByRole('button', { pressed: true });
  await seen(chosen.filter({ hasText: '原则同意' }));
  const box = page.getByRole('textbox', { name: /^意见/ });
  await seen(box.and(focused(page)));
  await page.keyboard.type('14vta[]?');
  const typist = await page.context().newCDPSession(page);
  await typist.send('Input.imeSetComposition', { text: 'tongyi', selectionStart: 6, selectionEnd: 6 });
  for (const code of ['Digit1', 'KeyV', 'KeyA']) {
    const composing = { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 } as const;
    await typist.send('Input.dispatchKeyEvent', composing);
  }
  await seen(chosen.filter({ hasText: '原则同意' }));
  await seen(box.and(focused(page)));
  expect(await page.getByRole('dialog').count()).toBe(0);
  await typist.send('Input.insertText', { text: '同意' });
  expect(await box.inputValue()).toBe('14vta[]?同意');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Slash');
  const help = page.getByRole('dialog', { name: '快捷键' });
  await seen(help);
  for (const what of ['改动之处：上一处、下一处', '已核对', '办理过程', '意见']) await seen(help.getByText(what));
  await shot(page, 'reading-keys');
  await help.getByLabel('使用单键快捷键').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('4');
  await seen(chosen.filter({ hasText: '原则同意' }));
  await page.context().close();
}, 60_000);

it('stands in print as a 批办单: its text, its course, every opinion, and a foot line', async () => {
  const page = await open('gov');
  await page.emulateMedia({ media: 'print' });
  await seen(page.getByText('批办单', { exact: true }));
  await seen(page.getByText('原址不具备施工条件，不再实施').last());
  await seen(page.getByText('请写明撤销依据'));
  await seen(
    page.getByText(/^批办单 · 时点 .* · 第 2 版 · 摘要 [0-9a-f]{12} · 记录号 \d+ · 打印人 区政府办公室经办人/),
  );
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await shot(page, 'reading-print');
  const sheets = await page.pdf({ preferCSSPageSize: true });
  const { pages } = (await readBack(sheets))[0]!;
  // The browser writes 页 by its look-alike among the radicals.
  const numbers = pages.map((text) => /第 (\d+) .，共 (\d+) ./u.exec(text)?.slice(1).map(Number));
  expect(numbers).toEqual(pages.map((_, index) => [index + 1, pages.length]));
  // The code leads back to this very page.
  expect(await readCode(sheets)).toBe(page.url());
  await page.context().close();
}, 60_000);

it.each([
  ['at a desk', undefined, false],
  ['on a phone', narrow, false],
  ['on a phone in large print', narrow, true],
  ['at a desk in large print', undefined, true],
] as const)(
  'keeps nobody out %s: nothing serious is found, nothing reaches over the edge',
  async (name, size, large) => {
    const page = await open('agriculture', size);
    if (large) await page.getByRole('button', { name: '大字版' }).click();
    await seen(ways(page));
    expect(await seriousFindings(page)).toEqual([]);
    await shot(page, `reading-${name.replaceAll(' ', '-')}-first`, false);
    await page.getByRole('tab', { name: /^变化/ }).click();
    await ways(page).getByRole('button', { name: /转办/ }).click();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await seen(page.getByRole('alert'));
    expect(await seriousFindings(page)).toEqual([]);
    expect(await widthLost(page)).toBeLessThanOrEqual(0);
    await shot(page, `reading-${name.replaceAll(' ', '-')}`);
    await page.context().close();
  },
  60_000,
);
