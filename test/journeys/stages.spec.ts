import type { Locator, Page } from 'playwright-core';
import { addDays } from '../../libs/domain/calendar';
import type { StreamId } from '../../libs/domain/stream';
import { done, gone, phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import type { Told } from './stories';

type Name =
  'planning' | 'approval' | 'mobilization' | 'training' | 'construction' | 'wages' | 'acceptance' | 'maintenance';

let journeys: Journeys;
let told: Readonly<Record<Name, Told>>;

beforeAll(async () => {
  journeys = await startJourneys();
  const { stories } = journeys;
  const [wages, maintenance, acceptance, construction, training, mobilization, approval, planning] = await Promise.all([
    stories.upTo('confirmOnSite', '演示·护坝报酬'),
    stories.upTo('handOver', '演示·护坝管护'),
    stories.upTo('signAcceptance', '演示·护坝验收'),
    stories.upTo('recordAttendance', '演示·护坝考勤'),
    stories.upTo('recordCourse', '演示·护坝培训'),
    stories.upTo('publishPosts', '演示·护坝岗位'),
    stories.upTo('issueApprovalReply', '演示·护坝批复'),
    stories.upTo('stateFeasibility', '演示·护坝可行性'),
  ]);
  told = { planning, approval, mobilization, training, construction, wages, acceptance, maintenance };
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const rowsOf = (page: Page): Locator => page.getByRole('grid', { name: '待办事项' }).getByRole('row');
const duty = (page: Page, act: string, { name }: Told): Locator =>
  rowsOf(page).filter({ hasText: act }).filter({ hasText: name });

/** Moves to a to-do with the keys alone and opens it. */
async function openByKeyboard(page: Page, wanted: Locator): Promise<void> {
  await seen(wanted);
  const keys = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));
  const target = keys.indexOf(await wanted.getAttribute('data-key'));
  const selected = (index: number) => seen(rowsOf(page).nth(index).and(page.locator('[aria-selected=true]')));
  await selected(0);
  // the first one is chosen already: down and up again brings the focus to it
  const steps = target === 0 ? [1, 0] : Array.from({ length: target }, (_, index) => index + 1);
  for (const [at, index] of steps.entries()) {
    await page.keyboard.press(index > (steps[at - 1] ?? 0) ? 'j' : 'k');
    await selected(index);
  }
  await page.keyboard.press('Enter');
}

const hasFocus = (what: Locator): Promise<boolean> =>
  what.evaluate((element) => element === element.ownerDocument.activeElement);

/** Opens a to-do of the inbox by its link. */
async function open(page: Page, act: string, project: Told): Promise<void> {
  await duty(page, act, project).getByRole('link', { name: act }).click();
  await seen(page.getByRole('main').getByRole('heading', { level: 1, name: act }));
  await seen(page.getByText(`‹ ${project.name}`));
}

const gate = (page: Page, rule: string, state: string): Locator =>
  page.getByRole('listitem').filter({ hasText: state }).filter({ hasText: rule });

/** Finds a body by a part of its name and takes it. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).click();
}

/** Back in the inbox the to-do is gone, and stays so when the address is opened again. */
async function leavesInbox(page: Page, act: string, project: Told): Promise<void> {
  await page.getByRole('link', { name: '去待办' }).click();
  await seen(page.getByRole('heading', { name: /^待办/ }));
  await gone(duty(page, act, project));
  await reload(page);
  await seen(page.getByRole('heading', { name: /^待办 \d|^待办$/ }));
  await gone(duty(page, act, project));
}

it('planning: the owner states the feasibility from the inbox, by the keyboard alone', async () => {
  const page = await journeys.logIn('owner');
  await openByKeyboard(page, duty(page, '说明可行性', told.planning));
  await seen(page.getByRole('heading', { level: 1, name: '说明可行性' }));
  for (const claim of ['能保证工程质量', '能保证施工安全', '能保证工程进度', '岗位就地就近']) {
    await page.getByLabel(claim).press('Space');
  }
  await page.getByLabel('可行性说明').fill('工序以人工为主，就地就近安排岗位。j');
  // letters typed into a field move nothing
  await page.getByLabel('可行性说明').press('Backspace');
  await page.keyboard.press('Control+Enter');
  expect(await done(page)).toMatch(/记录号 \d+/);
  await leavesInbox(page, '说明可行性', told.planning);
  await page.context().close();
}, 90_000);

it('approval: a reply without the requirement is refused with rule, clause and remedy; once it is put in, its matter issues it', async () => {
  const page = await journeys.logIn('water-handler');
  await open(page, '印发立项批复', told.approval);
  await seen(page.getByText('由会签办理'));
  await shot(page, 'start-matter');
  await page.getByLabel('标题').fill('关于演示·护坝批复的批复');
  await page.getByLabel('以工代赈要求').fill('请按期完成。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const refusal = page.getByRole('alert');
  await seen(refusal.filter({ hasText: '处不符合规定，没有提交' }));
  const words = await refusal.innerText();
  expect(words).toMatch(/R-APPR-01 · CL-42/);
  expect(words).toMatch(/怎么改：/);
  expect(await page.title()).toMatch(/^有误：/);
  expect(await hasFocus(refusal)).toBe(true);
  await shot(page, 'refused-form');
  await refusal.getByRole('button', { name: '去这里' }).click();
  expect(await hasFocus(page.getByLabel('以工代赈要求'))).toBe(true);
  await page.getByRole('button', { name: /插入/ }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/signoffs\/[^/]+$/);
  await seen(page.getByRole('heading', { level: 1, name: '关于演示·护坝批复的批复' }));
  await shot(page, 'matter-drafted');
  await submit(page);
  const matter: StreamId = `signoff/${new URL(page.url()).pathname.split('/').at(-1)}`;
  await told.approval.signedOff(matter);
  await page.goto('/todo');
  await seen(page.getByRole('heading', { name: /^待办/ }));
  await gone(duty(page, '印发立项批复', told.approval));
  await page.goto(`/projects/${told.approval.id}/gates`);
  await seen(gate(page, 'R-APPR-01', '已满足'));
  await page.context().close();
}, 90_000);

it('mobilization: the employer makes posts known, and the gate turns in a window that was open already', async () => {
  const page = await journeys.logIn('contractor');
  const watching = await journeys.logIn('township');
  await watching.goto(`/projects/${told.mobilization.id}/gates`);
  await seen(gate(watching, 'R-JOB-01', '未满足'));
  await open(page, '公布岗位', told.mobilization);
  await page.getByLabel('岗位名称').fill('护坝力工');
  await page.getByLabel('工种').fill('普工');
  await page.getByLabel('招用人数').fill('10');
  await page.getByLabel('风险类别').selectOption({ label: '轻体力低风险' });
  await page.getByLabel('地点').fill('杏坡村');
  await page.getByLabel('开始日期').fill(journeys.stories.today);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  // what is missing is named before anything is sent, and the way to it given
  const summary = page.getByRole('alert').filter({ hasText: '有 1 处需要修改，没有提交' });
  await summary.getByRole('button', { name: /结束日期.*：请填写/ }).click();
  await page.keyboard.press('Tab');
  await page.getByLabel('结束日期').fill(addDays(journeys.stories.today, 60));
  await submit(page);
  await seen(gate(watching, 'R-JOB-01', '已满足'));
  await leavesInbox(page, '公布岗位', told.mobilization);
  await Promise.all([page.context().close(), watching.context().close()]);
}, 90_000);

it('training: the employer records a safety course for everyone on the roster', async () => {
  const page = await journeys.logIn('contractor');
  await page.goto(`/projects/${told.training.id}/gates`);
  await seen(gate(page, 'R-TRAIN-10', '未满足'));
  await shot(page, 'gates');
  await page.goto('/todo');
  await open(page, '登记培训', told.training);
  await page.getByLabel('培训种类').selectOption({ label: '安全生产培训' });
  await page.getByLabel('日期').fill(journeys.stories.today);
  await page.getByLabel('时长（分钟）').fill('1080');
  await choose(page, '组织单位', '演示京石建设工程有限公司');
  await page.getByLabel('内容').fill('安全生产常识、劳动防护用品使用和应急避险。');
  await page.getByRole('button', { name: '全选', exact: true }).click();
  await seen(page.getByText('已选 3 / 3 人'));
  await page.getByLabel('施工单位参与了培训').check();
  await submit(page);
  await page.goto(`/projects/${told.training.id}/gates`);
  await seen(gate(page, 'R-TRAIN-10', '已满足'));
  await reload(page);
  await seen(gate(page, 'R-TRAIN-10', '已满足'));
  await page.context().close();
}, 90_000);

it('construction: the labor-pay officer records who came today', async () => {
  const page = await journeys.logIn('pay');
  await open(page, '登记考勤', told.construction);
  expect(await page.getByLabel('日期').inputValue()).toBe(journeys.stories.today);
  await page.getByLabel('方式').selectOption({ label: '门禁' });
  await page.getByRole('button', { name: '全选', exact: true }).click();
  await seen(page.getByText('已选 3 / 3 人'));
  await shot(page, 'form-attendance');
  await submit(page);
  await page.goto(`/projects/${told.construction.id}/attendance`);
  await seen(page.getByText('8 小时'));
  await shot(page, 'attendance');
  await reload(page);
  await seen(page.getByText('8 小时'));
  await page.context().close();
}, 90_000);

it('wages: a worker confirms the own line on a phone in large print, and the sheet hears of it', async () => {
  const { id, worker } = told.wages;
  const period = journeys.stories.today.slice(0, 7);
  const officer = await journeys.logIn('pay');
  await officer.goto(`/wages/${id}/s1/${period}`);
  await seen(officer.getByRole('button', { name: '待确认 3' }));
  const page = await journeys.logIn(worker.login, phone);
  await page.getByRole('link', { name: '我的工资' }).click();
  await seen(page.getByText('请您核对'));
  expect(await widthLost(page)).toBe(0);
  expect(await page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)')).toBeGreaterThanOrEqual(
    18,
  );
  const confirm = page.getByRole('button', { name: '没错，我确认' });
  expect((await confirm.boundingBox())!.height).toBeGreaterThanOrEqual(60);
  await shot(page, 'worker-pay');
  await confirm.click();
  await done(page);
  await seen(page.getByText('您已确认，等银行发'));
  await shot(page, 'worker-confirmed');
  await reload(page);
  await seen(page.getByText('您已确认，等银行发'));
  await gone(page.getByRole('button', { name: '没错，我确认' }));
  await officer.getByRole('button', { name: '有 1 处新变化，更新' }).click();
  await seen(officer.getByRole('button', { name: '已确认 1' }));
  await shot(officer, 'sheet');
  await Promise.all([page.context().close(), officer.context().close()]);
}, 90_000);

it('acceptance: the owner signs the file that lies ready', async () => {
  const page = await journeys.logIn('owner');
  await open(page, '签署验收意见', told.acceptance);
  expect(await page.getByLabel('第几版').inputValue()).toBe('1');
  await page.getByLabel('结论').selectOption({ label: '合格' });
  await page.getByRole('textbox', { name: '意见' }).fill('用工、培训和报酬发放情况属实，同意通过验收。');
  await submit(page);
  await leavesInbox(page, '签署验收意见', told.acceptance);
  await page.goto(`/projects/${told.acceptance.id}/gates`);
  // who has not signed yet is called by name
  await seen(gate(page, 'P-ORDER', '未满足').filter({ hasText: '演示区水务局' }));
  expect(await gate(page, 'P-ORDER', '未满足').first().innerText()).not.toMatch(/ys-|演示区水利建设中心/);
  await page.context().close();
}, 90_000);

it('maintenance: the owner hands the works over, and the gate of the last stage is met', async () => {
  const page = await journeys.logIn('owner');
  await open(page, '移交', told.maintenance);
  await page.getByLabel('移交的资产').fill('护坝一座');
  await page.getByLabel('产权人').fill('村集体');
  await choose(page, '管护单位', '演示区杏坡镇人民政府');
  await page.getByLabel('管护责任').fill('日常巡查、清淤和小修');
  await page.getByLabel('方式').fill('由村集体组织群众管护');
  await page.getByLabel('资金来源').fill('村集体收入');
  await submit(page);
  await leavesInbox(page, '移交', told.maintenance);
  await page.goto(`/projects/${told.maintenance.id}/gates`);
  await seen(gate(page, 'R-MAINT-10', '已满足'));
  await page.getByRole('link', { name: '概况' }).click();
  await seen(page.getByRole('link', { name: /^办理：/ }));
  await shot(page, 'project-desk');
  await page.getByRole('button', { name: '大字版' }).click();
  await shot(page, 'project-large');
  await page.setViewportSize(phone);
  expect(await widthLost(page)).toBe(0);
  await shot(page, 'project-phone-large');
  await page.getByRole('button', { name: '大字版' }).click();
  await shot(page, 'project-phone');
  await page.context().close();
}, 90_000);
