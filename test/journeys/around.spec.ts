import type { Page } from 'playwright-core';
import { civilDateOf, addDays } from '../../libs/domain/calendar';
import type { MatterPage } from '../../libs/contracts/http/matters';
import { district } from '../../apps/standalone/demonstration/bodies';
import { rulebookStream } from '../../libs/domain/stream';
import { gone, reload, seen, shot, startJourneys, submit, type Journeys } from './harness';
import { clientOf, find, sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;
const today = civilDateOf(new Date().toISOString());
const signs = (relation: string, post = 'approver') => ({ by: 'relation', relation, post });
const step = (id: string, name: string, ...signers: object[]) => ({ id, name, mode: { way: 'all' }, signers });

/** The district lets finance and labor look on while its two leads countersign. */
const besides = {
  kind: 'steering',
  steps: [
    step('leads', '牵头部门会签', signs('developmentReform'), signs('agriculture')),
    step('money', '财政审核', signs('finance')),
    step('labor', '用工审核', signs('humanResources')),
    step('decide', '区政府审定', signs('districtGovernment', 'leaderInCharge')),
  ],
  flow: '(leads | money > labor) > decide',
  from: today,
  source: '演示区联席会议纪要',
};

beforeAll(async () => {
  journeys = await startJourneys();
  const admin = await clientOf(journeys, 'admin');
  const set = await admin.command(rulebookStream(district), 'setRoute', besides as never, { key: 'route-besides' });
  expect(set.status).toBe('recorded');
  told = await journeys.stories.upTo('listProject', '演示·并行');
  await sendMatter(journeys, told.id, 'm-side', '关于汛期停工的请示');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const more = (page: Page) => page.getByText('更多', { exact: true }).click();
const choose = (page: Page, label: string | RegExp) => page.getByRole('button', { name: label, exact: true }).click();
const route = (page: Page) => page.getByRole('list', { name: '办理过程' });
const around = (page: Page) => page.getByRole('list', { name: '催办、督办、传阅、抄送' });
const limits = (page: Page) => page.locator('.matter-limit');

it('branches run side by side on the diagram and in its list, and meet before what follows them', async () => {
  const page = await journeys.logIn('finance');
  await page.goto('/signoffs/m-side');
  const branches = page.locator('.route-diagram .branches > .leg');
  await seen(branches);
  expect(await branches.count()).toBe(2);
  expect(await route(page).locator('[aria-current="step"]').count()).toBe(2);
  await seen(route(page).getByText('与“财政审核”、“用工审核”并行'));
  await seen(route(page).getByText(/区政府审定 尚未到/));
  await shot(page, 'around-branches');
  await choose(page, '同意');
  await submit(page);
  await seen(route(page).locator('[aria-current="step"]').filter({ hasText: '用工审核' }));
  await seen(branches.getByText('牵头部门会签 0/2'));
  await reload(page);
  await seen(branches.getByText('✔ 财政审核'));
  await seen(route(page).getByText(/区政府审定 尚未到/));
  await page.context().close();
}, 60_000);

it('who is asked has opened it or not, as it was opened', async () => {
  const page = await journeys.logIn('agriculture');
  await page.goto('/signoffs/m-side');
  await seen(route(page).getByText('◉ 您，待办'));
  const drafter = await journeys.logIn('gov');
  await drafter.goto('/signoffs/m-side');
  await seen(route(drafter).getByText(/农业农村局 · 审批人\s+◉ 待办.* · 已读 \d\d-\d\d \d\d:\d\d/));
  await seen(route(drafter).getByText(/发展和改革委员会 · 审批人\s+◉ 待办.* · 未读/));
  await reload(drafter);
  await shot(drafter, 'around-read');
  await seen(route(drafter).getByText(/发展和改革委员会 · 审批人\s+◉ 待办.* · 未读/));
  await drafter.context().close();
  await page.context().close();
}, 60_000);

it('the clock of a step is stopped for a reason and a body, and runs again', async () => {
  const page = await journeys.logIn('agriculture');
  await page.goto('/signoffs/m-side');
  await more(page);
  await choose(page, /^暂停计时/);
  await page.getByLabel('理由', { exact: true }).selectOption({ label: '补正材料' });
  await find(page, '等待的单位', '水利建设中心', '演示区水利建设中心');
  await page.getByLabel(/^说明/).fill('缺人员安置方案');
  await shot(page, 'around-stopping');
  await submit(page);
  await reload(page);
  await seen(limits(page).filter({ hasText: /暂停计时：补正材料，由演示区水利建设中心，自 \d\d-\d\d/ }));
  await shot(page, 'around-stopped');
  await seen(route(page).getByText(/‖ 暂停计时：补正材料，由演示区水利建设中心，自 .*缺人员安置方案/));
  await more(page);
  await choose(page, /^恢复计时/);
  await page.getByLabel(/^说明/).fill('方案已补');
  await submit(page);
  await reload(page);
  await seen(
    limits(page)
      .filter({ hasText: '您' })
      .getByText(/剩 \d+ 个工作日/),
  );
  await gone(limits(page).getByText('暂停计时'));
  await seen(route(page).getByText(/‖ 暂停计时：.* 至 .*恢复：.*方案已补/));
  await page.context().close();
}, 90_000);

it('a leader watches over it until the reports are in and the leader closes it', async () => {
  const leader = await journeys.logIn('leader');
  await leader.goto('/signoffs/m-side');
  await choose(leader, '督办');
  await leader.getByLabel(/^督办要求/).fill('三日内报安置情况');
  await leader.getByLabel(/^报告期限/).fill(addDays(today, 3));
  await submit(leader);
  await seen(around(leader).getByText(/督办：演示区人民政府 · 分管领导 .* 前报告/));
  await seen(leader.getByText(/办结督办：.*尚未报告.*（R-OA-12）/));
  await shot(leader, 'around-supervised');

  const page = await journeys.logIn('agriculture');
  await page.goto('/signoffs/m-side');
  await choose(page, '报告督办情况');
  await page.getByRole('textbox', { name: /^报告/ }).fill('十八人已转至二号工区');
  await submit(page);
  await seen(around(page).getByText('十八人已转至二号工区'));
  await page.context().close();
  for (const login of ['drc', 'hrss-approver']) {
    const report = { supervision: 's1', report: '无人员滞留' };
    const answer = await (
      await clientOf(journeys, login)
    ).command('signoff/m-side', 'reportOnSupervision', report as never, { key: `report-${login}` });
    expect(answer.status).toBe('recorded');
  }

  await leader.reload();
  await choose(leader, '办结督办');
  await leader.getByLabel(/^结论/).fill('已落实');
  await submit(leader);
  await reload(leader);
  await seen(around(leader).getByText(/已办结 .*已落实/));
  expect(await leader.getByRole('button', { name: '办结督办' }).count()).toBe(0);
  await shot(leader, 'around-closed');
  await leader.context().close();
}, 90_000);

it('a post is found by parts of its names, and one that is not there is said so', async () => {
  const page = await journeys.logIn('gov');
  await page.goto('/signoffs/m-side');
  await choose(page, '传阅');
  const box = page.getByRole('combobox', { name: '传阅对象' });
  await box.fill('海淀');
  await seen(page.getByText('没有这样的岗位'));
  await find(page, '传阅对象', '水务 审批', '演示区水务局 审批人');
  await find(page, '传阅对象', '财政局经办人', '演示区财政局 经办人');
  await box.press('Escape');
  await shot(page, 'around-readers');
  expect(page.url()).toMatch(/\/signoffs\/m-side$/);
  await submit(page);
  await reload(page);
  await seen(around(page).getByText(/未阅：演示区水务局 · 审批人、演示区财政局 · 经办人/));
  await page.context().close();
}, 60_000);

it('what is circulated is marked as read by its readers alone, and decides nothing', async () => {
  const page = await journeys.logIn('water');
  await page.goto('/signoffs/m-side');
  await seen(page.getByRole('button', { name: /圈阅/, pressed: true }));
  expect(await page.getByRole('button', { name: '同意', exact: true }).count()).toBe(0);
  expect(await page.getByText('现在没有需要您办理的环节').count()).toBe(0);
  await page.getByLabel(/^说明/).fill('已阅，配合停工');
  await submit(page);
  await reload(page);
  await seen(around(page).getByText(/圈阅：演示区水务局 · 审批人 .*已阅，配合停工/));
  await seen(around(page).getByText(/未阅：演示区财政局 · 经办人/));
  await seen(page.getByText('现在没有需要您办理的环节'));
  expect(await page.getByRole('button', { name: /圈阅/ }).count()).toBe(0);
  await shot(page, 'around-circulated');
  const signer = await journeys.logIn('drc');
  await signer.goto('/signoffs/m-side');
  await seen(signer.getByRole('group', { name: '办理方式', exact: true }));
  expect(await signer.getByRole('button', { name: /圈阅/ }).count()).toBe(0);
  const { state } = await (await clientOf(journeys, 'gov')).read<MatterPage>('/api/signoffs/m-side');
  expect(state.status).toBe('open');
  await signer.context().close();
  await page.context().close();
}, 60_000);
