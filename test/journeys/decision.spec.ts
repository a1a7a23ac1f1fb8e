import type { Page } from 'playwright-core';
import type { MatterPage } from '../../libs/contracts/http/matters';
import { systemActor } from '../../libs/domain/actor';
import type { PostKind } from '../../libs/domain/organization/roles';
import { organizationStream } from '../../libs/domain/stream';
import { postKindName } from '../../libs/labels/zh/roles';
import { commandOf } from '../support/district';
import { done, enter, phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import { clientOf, digestOfDraft, find, sendMatter, suspension } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;
const as = (login: string) => clientOf(journeys, login);
const title = '关于汛期停工的请示';

const matterOf = async (id: string) => (await (await as('gov')).read<MatterPage>(`/api/signoffs/${id}`)).state;

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('listProject', '演示·停工');
  await sendMatter(journeys, told.id, 'm-flow', title);
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const open = async (page: Page, id: string) => {
  await page.goto(`/signoffs/${id}`);
  await seen(page.getByRole('group', { name: '办理方式', exact: true }));
};
const opinion = (page: Page) => page.getByRole('textbox', { name: /^意见/ });
const choose = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();
/** A post that nobody was ever appointed to. */
const vacate = async (body: string, kind: PostKind) => {
  const post = { postId: kind, name: postKindName(kind), kind };
  const create = commandOf(organizationStream(body), 'createPost', post, systemActor);
  expect((await journeys.system.recorder.recordCommand(create)).refused).toBeUndefined();
};
const more = (page: Page) => page.getByText('更多', { exact: true }).click();

it('a signer asks another first, and takes them out again; both stay in sight', async () => {
  await vacate('ys-fin', 'head');
  const page = await journeys.logIn('agriculture');
  await open(page, 'm-flow');
  await more(page);
  await choose(page, '前加签…');
  await page.getByRole('combobox', { name: '由谁办理' }).fill('财政局 主要负责人');
  await seen(
    page.locator('.ant-select-item-option-disabled').filter({ hasText: '主要负责人（空缺，本单位无人可以签署）' }),
  );
  await shot(page, 'decision-vacant-signer');
  await find(page, '由谁办理', '财政局 审批人', '演示区财政局 审批人');
  await shot(page, 'decision-add-signer');
  await page.getByText('ⓘ 逐日').first().click();
  await seen(page.getByRole('list', { name: '逐日计算' }).getByText(/第 5 个工作日/));
  await submit(page);
  await seen(page.getByText('等前一签署人'));
  await seen(page.getByText(/牵头部门会签 0\/2/));
  await page.getByRole('button', { name: /^减签：/ }).click();
  await submit(page);
  await seen(page.getByText('已减签'));
  await seen(page.getByText(/牵头部门会签 0\/2/));
  await reload(page);
  await seen(page.getByText('已减签'));
  await page.context().close();
}, 90_000);

it('what one said can be taken back while nobody acted on it, and stays visible as withdrawn', async () => {
  const page = await journeys.logIn('drc');
  await open(page, 'm-flow');
  await page.keyboard.press('1');
  await opinion(page).focus();
  await page.keyboard.type('同意，1 号工区先停。J');
  await page.keyboard.press('Control+Enter');
  await done(page);
  await page.getByRole('button', { name: /^撤回：/ }).click();
  await submit(page);
  await seen(page.getByText('撤回同意（保留可见）').first());
  await seen(page.getByRole('group', { name: '办理方式', exact: true }));
  await choose(page, '同意');
  await submit(page);
  await seen(page.getByText(/您的岗位已于|更多/).first());
  await page.context().close();
}, 90_000);

it('returned to its drafter, revised and sent again: the change is shown, the old vote looks old', async () => {
  const signer = await journeys.logIn('agriculture');
  await open(signer, 'm-flow');
  await signer.keyboard.press('3');
  await signer.getByLabel('退回到', { exact: true }).selectOption('draft');
  await signer.getByLabel('改后', { exact: true }).selectOption('back');
  await signer.getByLabel(/^理由/).fill('请写明复工时间');
  await signer.keyboard.press('Control+Enter');
  await signer.keyboard.press('Control+Enter');
  await done(signer);

  const drafter = await journeys.logIn('gov');
  await open(drafter, 'm-flow');
  await seen(drafter.getByText('请写明复工时间'));
  await choose(drafter, '修改后送审…');
  await drafter.getByLabel(/^理由/).fill('汛期停工，九月初复工');
  await shot(drafter, 'decision-revise');
  await submit(drafter);
  await seen(drafter.getByText(/同意（旧）在第 1 版上，须按第 2 版再看/).first());
  await choose(drafter, '催办');
  await submit(drafter);
  await seen(drafter.getByText(/催办：上次催办 .*起可再次催办（R-OA-11）/));
  await shot(drafter, 'decision-urged');

  await signer.reload();
  await seen(signer.getByText('第 2 轮'));
  await seen(signer.getByRole('tab', { name: '变化 1', selected: true }));
  const changes = signer.getByRole('list', { name: '改动之处' });
  await seen(changes.getByText('汛期停工，九月初复工'));
  await signer.keyboard.press('v');
  expect(await changes.getByRole('checkbox').isChecked()).toBe(true);
  await shot(signer, 'decision-changes');
  await signer.getByRole('tab', { name: '条款核对' }).click();
  await reload(signer);
  await seen(signer.getByRole('tab', { name: '条款核对', selected: true }));
  await signer.getByRole('tab', { name: '变化 1' }).click();
  expect(await changes.getByRole('checkbox').isChecked()).toBe(true);
  await signer.context().close();
  await drafter.context().close();
}, 120_000);

it('who decides on a version that has moved is refused in place with the difference, and the opinion is kept', async () => {
  const page = await journeys.logIn('drc');
  await page.goto('/signoffs/m-flow');
  await choose(page, '同意');
  await opinion(page).fill('同意，请落实值守');

  const { round, document, visits } = await matterOf('m-flow');
  const seat = visits.flatMap(({ seats }) => seats).findLast(({ owner }) => owner.body.endsWith('ara'))!.id;
  const other = await as('agriculture');
  const returning = { seat, toStep: 'draft', onward: 'back', reason: '再补值守安排', round };
  await other.command('signoff/m-flow', 'returnMatter', { ...returning, documentVersion: document.version } as never, {
    key: 'returning-again',
  });
  const drafter = await as('gov');
  const { subjectRevision, state } = await drafter.read<MatterPage>('/api/signoffs/m-flow');
  const anew = {
    ...suspension,
    data: { reason: '汛期停工，九月初复工，安排值守', until: null },
    readRevision: subjectRevision,
  };
  const draft = state.visits.at(-1)!.seats[0]!.id;
  const sending = { seat: draft, act: anew, digest: digestOfDraft.replaceAll('a', '3'), round: state.round };
  const answer = await drafter.command('signoff/m-flow', 'submitDraft', sending as never, { key: 'sending-third' });
  expect(answer.status).toBe('recorded');

  await page.getByRole('button', { name: '提交', exact: true }).click();
  await seen(page.getByText(/您核对的是第 2 版，现在是第 3 版/));
  await seen(page.getByRole('list', { name: '其间的变化' }).getByText('汛期停工，九月初复工，安排值守'));
  await shot(page, 'decision-stale');
  await page.getByRole('button', { name: '按第 3 版重新核对' }).click();
  await seen(page.getByText('第 3 轮'));
  expect(await opinion(page).inputValue()).toBe('同意，请落实值守');
  await submit(page);
  await seen(page.getByText('同意，请落实值守'));
  await page.emulateMedia({ media: 'print' });
  await seen(page.getByText(/^批办单 · 时点/));
  await shot(page, 'decision-print');
  await page.context().close();
}, 120_000);

it('a double stroke and a reload while sending come to one record', async () => {
  const page = await journeys.logIn('agriculture', phone);
  await page.goto('/signoffs/m-flow');
  await choose(page, '原则同意');
  await page.getByRole('button', { name: '提交', exact: true }).dblclick();
  await page.reload();
  // whether it left before the page did is told by the record; where it did not, it is sent once more under its own key
  const lost = page.getByText('没有查到这次提交');
  await seen(page.getByText(/已办结 · |您的岗位已于/).or(lost));
  if (await lost.count()) await submit(page);
  await reload(page);
  await seen(page.getByText(/您的岗位已于/));
  expect(await page.getByRole('button', { name: '同意', exact: true }).count()).toBe(0);
  const { visits } = await matterOf('m-flow');
  const said = visits.flatMap((visit) => visit.said);
  expect(
    said.filter(({ decision, standing }) => decision === 'agreeInPrinciple' && standing === 'stands'),
  ).toHaveLength(1);
  await page.getByRole('button', { name: '大字版' }).click();
  await shot(page, 'decision-phone');
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await page.context().close();
}, 60_000);

it('the drafter decides nothing of their own, and is told the rule and who may', async () => {
  const what = { type: 'cancelProject', data: { reason: '不再实施', listVersion: '1' } };
  await sendMatter(journeys, told.id, 'm-own', '关于撤销项目的请示', { login: 'drc', what });
  const page = await journeys.logIn('drc');
  await page.goto('/signoffs/m-own');
  await seen(page.getByText(/您不能办理/));
  await seen(page.getByRole('link', { name: 'R-OA-16' }));
  expect(await page.getByRole('group', { name: '办理方式', exact: true }).count()).toBe(0);
  await shot(page, 'decision-own');
  await page.context().close();
}, 60_000);

it('what was typed outlives the session, and another person at the machine sees none of it', async () => {
  const page = await journeys.logIn('agriculture');
  await open(page, 'm-own');
  await page.keyboard.press('4');
  await opinion(page).fill('不宜撤销');
  await page.getByText('常用意见', { exact: true }).click();
  await choose(page, '把写好的意见存为常用意见');
  await seen(page.getByRole('button', { name: '删去常用意见：不宜撤销' }));
  await page.context().clearCookies();
  await page.goto('/signoffs/m-own');
  await enter(page, 'agriculture');
  await seen(page.getByText(/草稿 .* 已保存/));
  expect(await opinion(page).inputValue()).toBe('不宜撤销');
  await page.context().clearCookies();
  await page.goto('/signoffs/m-own');
  await enter(page, 'finance');
  await seen(page.getByRole('main'));
  expect(await page.getByText('不宜撤销').count()).toBe(0);
  await page.context().close();
}, 60_000);
