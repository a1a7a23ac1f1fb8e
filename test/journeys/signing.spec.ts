import type { Page } from 'playwright-core';
import type { MatterPage } from '../../libs/contracts/http/matters';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import type { Project } from '../../libs/domain/project';
import { requirementClause } from '../../libs/domain/document/requirement';
import { fundSourceLabels } from '../../libs/labels/zh/terms';
import { done, reload, seen, shot, startJourneys, submit, type Journeys } from './harness';
import { clientOf, digestOfDraft, find, sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;
let replied: Told;
let papered: Told;
let funded: Told;

beforeAll(async () => {
  journeys = await startJourneys();
  [told, replied, papered, funded] = await Promise.all([
    journeys.stories.upTo('listProject', '演示·会签'),
    journeys.stories.upTo('issueApprovalReply', '演示·批复要求'),
    journeys.stories.upTo('issueApprovalReply', '演示·批复公文'),
    journeys.stories.upTo('issueFundAllocation', '演示·下达资金'),
  ]);
  await sendMatter(journeys, told.id, 'm-once', '关于汛期停工的请示');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const ways = (page: Page) => page.getByRole('group', { name: '办理方式', exact: true });
const choose = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();
const more = (page: Page) => page.getByText('更多', { exact: true }).click();
const route = (page: Page) => page.getByRole('list', { name: '办理过程' });
const saidIn = async (id: string) => {
  const { state } = await (await clientOf(journeys, 'gov')).read<MatterPage>(`/api/signoffs/${id}`);
  return state.visits.flatMap(({ said }) => said);
};
const agreedBy = (said: Awaited<ReturnType<typeof saidIn>>) =>
  said.filter(({ decision }) => decision === 'agree').length;

it('a double stroke while nothing answers is stored once, outlives a reload, and turns into 办结 by itself', async () => {
  const before = agreedBy(await saidIn('m-once'));
  const page = await journeys.logIn('drc');
  await page.goto('/signoffs/m-once');
  await seen(ways(page));
  await journeys.withoutWorker(async () => {
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await seen(page.getByText(/已受理，正在记入，编号 .*不必再次提交/));
    await shot(page, 'signing-stored');
    await page.reload();
    await seen(page.getByText(/已受理，正在记入/));
    await page.keyboard.press('Control+Enter');
    expect(await page.getByRole('button', { name: '提交', exact: true }).isDisabled()).toBe(true);
  });
  await done(page);
  await page.goto('/projects');
  await page.goBack();
  await seen(page.getByText(/您的岗位已于 .* 办理：同意/));
  expect(await ways(page).count()).toBe(0);
  await reload(page);
  await seen(page.getByText(/您的岗位已于 .* 办理：同意/));
  expect(agreedBy(await saidIn('m-once'))).toBe(before + 1);
  await page.context().close();
}, 120_000);

it('an answer that a reload cuts off is asked for, and no second decision is offered', async () => {
  const page = await journeys.logIn('agriculture');
  await page.goto('/signoffs/m-once');
  await seen(ways(page));
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  // the record answers, and the browser never hears it
  await page.route('**/commands/giveDecision', async (sending) => {
    await sending.fetch();
    answer();
  });
  await page.keyboard.press('2');
  await page.keyboard.press('Control+Enter');
  await answered;
  await page.reload();
  await done(page);
  await page.goBack();
  await page.goForward();
  await seen(page.getByText(/您的岗位已于 .* 办理：原则同意/));
  expect(await ways(page).count()).toBe(0);
  const said = await saidIn('m-once');
  expect(said.filter(({ decision }) => decision === 'agreeInPrinciple')).toHaveLength(1);
  await page.context().close();
}, 60_000);

it('a reply revised without the requirement is refused with R-APPR-01 and CL-42; put in again at its paragraph, it is sent', async () => {
  const what = {
    type: 'issueApprovalReply',
    data: { title: '关于演示·批复要求的批复', requirement: '本项目采取以工代赈方式实施。' },
  };
  await sendMatter(journeys, replied.id, 'm-reply', '关于演示·批复要求的批复', { login: 'water-handler', what });
  const page = await journeys.logIn('water');
  await page.goto('/signoffs/m-reply');
  await seen(ways(page));
  await page.keyboard.press('3');
  await page.getByLabel('退回到', { exact: true }).selectOption('draft');
  await page.getByLabel('改后', { exact: true }).selectOption('back');
  await page.getByLabel(/^理由/).fill('请写明当地群众务工和培训');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await done(page);
  await page.context().close();

  const drafter = await journeys.logIn('water-handler');
  await drafter.goto('/signoffs/m-reply');
  await choose(drafter, '修改后送审…');
  const paragraph = drafter.getByRole('textbox', { name: /^以工代赈要求/ });
  await paragraph.fill('请按期完成。');
  await drafter.getByRole('button', { name: '提交', exact: true }).click();
  const refusal = drafter.getByRole('alert');
  await seen(refusal);
  expect(await refusal.innerText()).toMatch(/R-APPR-01 · CL-42[^]*怎么改：/);
  await shot(drafter, 'signing-refused');
  await refusal.getByRole('button', { name: '去这里' }).click();
  await seen(paragraph.and(drafter.locator(':focus')));
  await drafter.getByRole('button', { name: /插入/ }).click();
  await submit(drafter);
  await reload(drafter);
  await seen(drafter.getByText('第 2 轮'));
  await drafter.getByRole('tab', { name: /^正文/ }).click();
  await seen(drafter.getByRole('tabpanel').getByText(/请按期完成。[^]*以工代赈/));
  await drafter.context().close();
}, 90_000);

it('a draft that goes out as a document is drawn up anew with its document, whose words are the act’s', async () => {
  const page = await journeys.logIn('water-handler');
  await page.goto(`/projects/${papered.id}/documents`);
  await page.getByRole('link', { name: '起草立项批复' }).click();
  await page.getByLabel(/^主送机关/).fill('演示区水利建设中心');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('link', { name: '送审签发' }).click();
  await seen(page.getByText('标题和以工代赈要求以公文为准'));
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/signoffs\/[^/]+$/);
  await choose(page, '修改后送审…');
  const paper = page.getByRole('combobox', { name: /^公文/ }).locator('option:checked');
  await seen(page.getByText('标题和以工代赈要求以公文为准'));
  expect(await paper.innerText()).toContain(`关于${papered.name}的批复`);
  expect(await page.getByRole('textbox', { name: /^标题/ }).inputValue()).toBe(`关于${papered.name}的批复`);
  await shot(page, 'signing-paper');
  await submit(page);
  await reload(page);
  await seen(page.getByRole('article', { name: '公文' }).getByText(`关于${papered.name}的批复`));
  await page.context().close();
}, 90_000);

it('what an act names of its project by an id is read by its name', async () => {
  const finance = await clientOf(journeys, 'finance-handler');
  const { project, substantive } = await finance.read<ProjectPage>(`/api/projects/${funded.id}`);
  const [line] = (project as Project).planning!.fundLines;
  const words = { title: '关于下达资金的通知', requirement: requirementClause };
  const data = { ...words, fundLineId: line!.id, amountFen: 1_00 };
  const act = { type: 'issueFundAllocation', data, readRevision: substantive };
  const drafted = { title: words.title, subject: `project/${funded.id}`, act, digest: digestOfDraft };
  const started = await finance.command('signoff/m-money', 'startMatter', drafted as never, { key: 'start-m-money' });
  expect(started).toMatchObject({ status: 'recorded' });
  const page = await journeys.logIn('finance-handler');
  await page.goto('/signoffs/m-money?tab=text');
  const facts = page.locator('dl.facts .pair').filter({ hasText: '资金来源' });
  await seen(facts.getByText(fundSourceLabels[line!.source], { exact: true }));
  await shot(page, 'signing-fund-line');
  await page.context().close();
}, 60_000);

it('the drafter has no buttons to decide with, is told R-OA-16 and who may, and is refused at the API', async () => {
  const page = await journeys.logIn('water-handler');
  await page.goto('/signoffs/m-reply');
  await seen(page.getByText(/您不能办理：您是起草人（R-OA-16/));
  await seen(page.getByText(/现由 演示区水务局 · 审批人 办理/));
  expect(await ways(page).count()).toBe(0);
  const drafter = await clientOf(journeys, 'water-handler');
  const { state, duties } = await drafter.read<MatterPage>('/api/signoffs/m-reply');
  const asked = { round: state.round, documentVersion: state.document.version, seat: duties[0]!.key };
  const given = drafter.command('signoff/m-reply', 'giveDecision', { ...asked, decision: 'agree' } as never, {
    key: 'own-matter',
  });
  expect(await given).toMatchObject({ status: 'refused', problem: { status: 403 } });
  await reload(page);
  await seen(page.getByText(/您不能办理：您是起草人/));
  await page.context().close();
}, 60_000);

it('who is asked first comes back to the asker, who is taken out stays listed, and n of m counts the route’s own', async () => {
  await sendMatter(journeys, told.id, 'm-asked', '关于再次停工的请示', {
    login: 'township',
    what: { type: 'cancelProject', data: { reason: '不再实施', listVersion: '1' } },
  });
  const first = await journeys.logIn('township-leader');
  await first.goto('/signoffs/m-asked');
  await choose(first, '同意');
  await submit(first);

  const page = await journeys.logIn('agriculture');
  const stands = (agreed: number) => seen(page.getByText(`牵头部门会签 ${agreed}/2`));
  const ask = async (body: string) => {
    await more(page);
    await choose(page, '前加签…');
    await find(page, '由谁办理', `${body} 审批人`, `${body} 审批人`);
    await submit(page);
  };
  await page.goto('/signoffs/m-asked');
  await stands(0);
  await ask('演示区财政局');
  await stands(0);
  const finance = await journeys.logIn('finance');
  await finance.goto('/signoffs/m-asked');
  await choose(finance, '同意');
  await submit(finance);
  await finance.context().close();
  await reload(page);
  await stands(0);
  await seen(ways(page));
  await ask('演示区人力资源和社会保障局');
  await seen(route(page).getByText('等前一签署人'));
  await page.getByRole('button', { name: /^减签：/ }).click();
  await submit(page);
  await stands(0);
  await choose(page, '同意');
  await submit(page);
  await stands(1);
  await reload(page);
  await seen(route(page).getByText(/人力资源和社会保障局 · 审批人 加签（在前） 已减签/));
  await seen(route(page).getByText(/财政局 · 审批人 加签（在前）/));
  await shot(page, 'signing-asked');

  // the township's own agreement lies behind a step that has acted since
  await first.reload();
  await seen(first.getByText(/撤回：.*已经办理，请后一签署人退回（R-OA-10）/));
  expect(await first.getByRole('button', { name: /^撤回：/ }).isDisabled()).toBe(true);
  await shot(first, 'signing-recall-gone');
  await first.context().close();

  // nobody acted after this one
  await page.getByRole('button', { name: /^撤回：/ }).click();
  await submit(page);
  await stands(0);
  await reload(page);
  await seen(route(page).getByText('撤回同意（保留可见）'));
  await stands(0);
  await page.context().close();
}, 120_000);
