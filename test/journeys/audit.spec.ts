import type { Page } from 'playwright-core';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import { projectStream } from '../../libs/domain/stream';
import { requirementClause } from '../../libs/domain/document/requirement';
import { logIn } from '../../apps/standalone/demonstration/district';
import { enter, phone, reload, seen, shot, startJourneys, widthLost, type Journeys } from './harness';
import type { Told } from './stories';

let journeys: Journeys;
let project: Told;

beforeAll(async () => {
  journeys = await startJourneys();
  project = await journeys.stories.upTo('issueApprovalReply', '演示·护坝审计');
  await replyRefusedThenIssued();
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

/** The reply is refused where it is given directly, then comes of its sign-off: an attempt that failed, and events after it. */
async function replyRefusedThenIssued(): Promise<void> {
  const water = await logIn(journeys.address, 'water');
  const { revision } = await water.read<ProjectPage>(`/api/projects/${project.id}`);
  const directly = await water.command(
    projectStream(project.id),
    'issueApprovalReply',
    { title: '关于护坝的批复', requirement: requirementClause },
    { key: 'journey-reply', readRevision: revision },
  );
  expect(directly).toMatchObject({ status: 'refused', problem: { breaches: [{ rule: 'P-SIGNOFF' }] } });
  await project.tellNext();
}

const slider = (page: Page) => page.getByRole('slider', { name: '第几条记录' });
const spoken = (page: Page) => slider(page).getAttribute('aria-valuetext');
const standsAt = (page: Page, version: number, total: number) =>
  seen(page.getByText(new RegExp(`^第 ${version} 条，共 ${total} 条 · `)));
const selected = (page: Page) => page.getByRole('article', { name: '所选记录' }).getByRole('heading', { level: 2 });
const agrees = (page: Page, version: number) =>
  seen(page.getByText(`本机重放 ${version} 条，与服务器一致 ✔`, { exact: true }));

async function openAudit(): Promise<{ page: Page; total: number }> {
  const page = await journeys.logIn('auditor');
  await page.getByRole('searchbox', { name: '查项目' }).fill('护坝审计');
  await page.getByRole('link', { name: project.name, exact: true }).click();
  await seen(slider(page));
  const total = Number(await slider(page).getAttribute('max')) + 1;
  await standsAt(page, total, total);
  return { page, total };
}

it('steps through a project by buttons and keys; each step speaks, greys what came later, and agrees with the server', async () => {
  const { page, total } = await openAudit();
  await agrees(page, total);
  await page.getByRole('button', { name: '◀ 上一条' }).click();
  await standsAt(page, total - 1, total);
  await agrees(page, total - 1);
  await page.getByRole('button', { name: '第一条', exact: true }).click();
  await standsAt(page, 1, total);
  expect(await spoken(page)).toMatch(new RegExp(`^第 1 条，共 ${total} 条，\\S+，\\d\\d-\\d\\d 周.$`));
  await page.getByRole('button', { name: '下一条 ▶' }).click();
  await standsAt(page, 2, total);
  // the keys work wherever the focus is, on the slider too
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ArrowRight');
  await standsAt(page, 3, total);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await standsAt(page, 4, total);
  await page.keyboard.press('ArrowLeft');
  await standsAt(page, 3, total);
  await agrees(page, 3);
  expect(await spoken(page)).toMatch(/^第 3 条，共 /);
  const events = page
    .getByRole('list', { name: '记录', exact: true })
    .locator(':scope > li')
    .filter({ has: page.getByRole('button') });
  expect(await events.evaluateAll((items) => items.map((item) => item.className === 'later'))).toEqual(
    Array.from({ length: total }, (_, at) => at >= 3),
  );
  await shot(page, 'audit-desk');
  await page.getByRole('button', { name: '大字版' }).click();
  await shot(page, 'audit-large');
  await page.setViewportSize(phone);
  expect(await widthLost(page)).toBe(0);
  await shot(page, 'audit-phone-large');
  await page.getByRole('button', { name: '大字版' }).click();
  await shot(page, 'audit-phone');
  await page.context().close();
}, 90_000);

it('shows the refused attempt among the events, with the rule that refused it', async () => {
  const { page } = await openAudit();
  const refused = page.getByRole('listitem').filter({ hasText: '⊘ 被拒 印发立项批复' }).last();
  expect(await refused.innerText()).toMatch(/演示区水务局.*P-SIGNOFF/);
  await page.context().close();
}, 60_000);

it('the address shows the same event to whoever opens it', async () => {
  const { page, total } = await openAudit();
  await page.getByRole('list', { name: '记录', exact: true }).getByRole('button', { name: /^5 / }).click();
  await standsAt(page, 5, total);
  const heading = await selected(page).innerText();
  await reload(page);
  await standsAt(page, 5, total);
  const other = await journeys.visit();
  await other.goto(page.url());
  await enter(other, 'auditor');
  await standsAt(other, 5, total);
  await agrees(other, 5);
  expect(await selected(other).innerText()).toBe(heading);
  await Promise.all([page.context().close(), other.context().close()]);
}, 60_000);

it('verifies the chain here and at the server', async () => {
  const { page, total } = await openAudit();
  await page.getByRole('button', { name: '核验', exact: true }).click();
  await seen(page.getByRole('region', { name: '本机核验' }).getByText(`通过 ✔ ${total} 条，在本机逐条重算`));
  await seen(page.getByRole('region', { name: '服务器核验' }).getByText(`通过 ✔ ${total} 条，算法 SM3`));
  await shot(page, 'audit-verify');
  await reload(page);
  await seen(page.getByRole('region', { name: '服务器核验' }).getByText(`通过 ✔ ${total} 条，算法 SM3`));
  await page.context().close();
}, 60_000);
