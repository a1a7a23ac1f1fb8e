import type { Page } from 'playwright-core';
import { commandLabel } from '../../libs/labels/zh/commands';
import { enter, gone, phone, reload, seen, shot, startJourneys, type Journeys } from './harness';
import { sendMatter } from './matters';
import type { Told } from './stories';

let journeys: Journeys;
let atWork: Told;
let listed: Told;
const lastYear = new Date().getFullYear() - 1;

beforeAll(async () => {
  journeys = await startJourneys();
  const { stories } = journeys;
  [atWork, listed] = await Promise.all([
    stories.upTo('confirmOnSite', '演示·报酬'),
    stories.upTo('listProject', '演示·清单'),
    stories.upTo('stateFeasibility', '演示·可行性'),
    stories.upTo('issueApprovalReply', '演示·批复'),
    stories.upTo('issueFundAllocation', '演示·资金'),
    stories.upTo('openMobilization', '演示·动员'),
    stories.upTo('recordCourse', '演示·培训'),
    stories.upTo('issueApprovalReply', '演示·自建批复', 'collective'),
    stories.upTo('fileWageStandard', '演示·自建标准', 'collective'),
    stories.upTo('completeApproval', '演示·重大工程', 'major'),
  ]);
  await sendMatter(journeys, listed.id, 'm-halt', '关于演示·清单暂停施工的请示');
  await listed.signedOff('signoff/m-halt', ({ current }) => current.decide !== undefined);
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const placesIn = (page: Page): Promise<string[]> =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts();

const waits = (page: Page, act: string, project: string) =>
  page.getByRole('grid', { name: '待办事项' }).getByRole('row').filter({ hasText: act }).filter({ hasText: project });

it.each([
  ['district leader', 'leader', 'suspendProject', '演示·清单'],
  ['development and reform', 'drc-handler', 'completeApproval', '演示·重大工程'],
  ['lead department', 'drc', 'listProject', '演示·清单'],
  ['agriculture', 'agriculture-handler', 'issueApprovalReply', '演示·自建批复'],
  ['finance', 'finance-handler', 'issueFundAllocation', '演示·资金'],
  ['human resources', 'hrss', 'recordCourse', '演示·培训'],
  ['sector department', 'water-handler', 'issueApprovalReply', '演示·批复'],
  ['township', 'township', 'openMobilization', '演示·动员'],
  ['village collective', 'collective', 'fileWageStandard', '演示·自建标准'],
  ['owner', 'owner', 'stateFeasibility', '演示·可行性'],
  ['labor-pay officer', 'pay', 'confirmOnSite', '演示·报酬'],
])(
  '%s begins with the to-dos and finds what waits',
  async (_who, login, act, project) => {
    const page = await journeys.logIn(login);
    expect(new URL(page.url()).pathname).toBe('/todo');
    const ofProjects = ['collective', 'owner', 'pay'].includes(login);
    expect(await placesIn(page)).toEqual([
      '待办',
      '项目',
      ...(ofProjects ? [] : ['年度计划', '储备库', '发文登记']),
      '规则',
    ]);
    const row = waits(page, commandLabel(act), project);
    await seen(row);
    // what to do, under which rule and clause, until when
    expect(await row.innerText()).toMatch(
      /R-[A-Z]+-\d\d · CL-\d\d[\s\S]*(剩 \d+ 个工作日|不足 1 个工作日|今天 \d\d:\d\d 到期|不限时)/,
    );
    await shot(page, `inbox-${login}`);
    await page.context().close();
  },
  60_000,
);

it('an auditor begins with the projects to look into', async () => {
  const page = await journeys.logIn('auditor');
  expect(new URL(page.url()).pathname).toBe('/audit');
  expect(await placesIn(page)).toEqual(['审计', '项目', '年度计划', '发文登记', '年度评估', '规则']);
  await seen(page.getByRole('link', { name: atWork.name }));
  await shot(page, 'audit-home');
  await page.context().close();
}, 60_000);

it('a scheduler begins with the evaluation of the year before', async () => {
  const page = await journeys.logIn('scheduler');
  expect(new URL(page.url()).pathname).toBe(`/evaluations/${lastYear}`);
  expect(await placesIn(page)).toEqual(['待办', '年度评估', '定时任务', '项目', '年度计划', '储备库', '规则']);
  await seen(page.getByRole('heading', { name: `${lastYear} 年度评估` }));
  await seen(page.getByText('尚未开始'));
  await page.context().close();
}, 60_000);

it('a worker begins on the phone with the days recorded, and sees the pay to be confirmed', async () => {
  const page = await journeys.logIn(atWork.worker.login, phone);
  expect(new URL(page.url()).pathname).toBe('/my/days');
  expect(await placesIn(page)).toEqual(['我的工天', '我的工资', '帮助']);
  await seen(page.getByText(/您好。今天已记 8 小时/));
  await shot(page, 'worker-days');
  await page.getByRole('link', { name: '我的工资' }).click();
  await seen(page.getByText('请您核对'));
  await page.getByRole('link', { name: '帮助' }).click();
  await seen(page.getByRole('link', { name: '打 12333 电话' }));
  await shot(page, 'worker-help');
  await page.context().close();
}, 60_000);

it('a wrong password lets nobody in, and says so', async () => {
  const page = await journeys.visit();
  await page.goto('/todo');
  await shot(page, 'log-in');
  await enter(page, 'owner', 'not the password');
  await seen(page.getByRole('alert').filter({ hasText: '账号或密码不对。' }));
  await shot(page, 'log-in-refused');
  await enter(page, 'owner');
  await seen(page.getByRole('heading', { name: /^待办/ }));
  expect(new URL(page.url()).pathname).toBe('/todo');
  await page.context().close();
}, 60_000);

it('after logging out nothing is shown, and the one who comes next sees their own', async () => {
  const page = await journeys.logIn('owner');
  await seen(waits(page, '说明可行性', '演示·可行性'));
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await seen(page.getByRole('form', { name: '登录' }));
  await gone(page.getByText('演示·可行性'));
  await reload(page);
  await seen(page.getByRole('form', { name: '登录' }));
  await enter(page, 'finance-handler');
  await seen(waits(page, '印发资金下达文件', '演示·资金'));
  expect(await page.getByText('演示·可行性').count()).toBe(0);
  await page.context().close();
}, 60_000);
