import type { Page } from 'playwright-core';
import { district } from '../../apps/standalone/demonstration/bodies';
import { addDays, civilDateOf } from '../../libs/domain/calendar';
import { phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('publishPosts', '演示·突破');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

const page = (login: string) => journeys.logIn(login);
const leaving = () => `/projects/${told.id}/act/confirmRoster?segmentId=s1`;
const rule = (at: Page, id: string) => at.getByRole('checkbox', { name: new RegExp(id) });
const refusal = (at: Page) => at.getByRole('alert').filter({ hasText: '不符合规定，没有提交' });

it('a refusal says which of its rules may be overridden, and who may ask for it, to somebody who may not', async () => {
  const contractor = await page('contractor');
  await contractor.goto(leaving());
  await contractor.getByRole('button', { name: '提交', exact: true }).click();
  await seen(refusal(contractor).getByText('R-JOB-01').first());
  await seen(refusal(contractor).getByText(/可以经会签突破，只对这一次办理有效：由政府或部门.*提请，区人民政府审定/));
  await seen(refusal(contractor).getByText('您的单位不能提请，可商请乡镇政府或区级部门。'));
  expect(await contractor.getByRole('link', { name: '提请突破' }).count()).toBe(0);
  await shot(contractor, 'override-refused');
  await contractor.setViewportSize(phone);
  expect(await widthLost(contractor)).toBeLessThanOrEqual(0);
  await contractor.context().close();
}, 60_000);

it('an office finds the way beside the gates; the form knows the act, its segment and the rules, and begins a matter', async () => {
  const office = await page('drc-handler');
  await office.goto(`/projects/${told.id}/gates`);
  await seen(office.getByText(/R-JOB-01.*可以经会签突破/));
  await shot(office, 'override-gates');
  await office.getByRole('link', { name: '提请突破' }).click();
  await seen(office.getByRole('heading', { level: 1, name: '突破规则' }));
  await reload(office);
  expect(await office.getByLabel('要办理的事项', { exact: true }).inputValue()).toBe('confirmRoster');
  expect(await office.getByRole('checkbox', { name: /R-JOB-01/ }).isChecked()).toBe(true);
  await shot(office, 'override-form');
  await office.getByLabel('突破的依据（条款或文件）', { exact: true }).fill('区政府专题会议纪要〔2026〕3 号');
  await office.getByLabel(/^理由/).fill('汛前抢修，岗位已在村务公开栏先行公布。');
  await office.getByLabel('至', { exact: true }).fill(addDays(civilDateOf(new Date().toISOString()), 10));
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await office.waitForURL(/\/signoffs\//);
  await seen(office.getByRole('heading', { level: 1, name: /突破规则/ }));
  await seen(office.getByText('区政府专题会议纪要〔2026〕3 号').first());
  await shot(office, 'override-matter');
  await reload(office);
  await seen(office.getByText('区政府专题会议纪要〔2026〕3 号').first());
  await office.context().close();
}, 60_000);

it('an act of a plan says whose exception would hold: that of the project it names, which has a form', async () => {
  const proposed = await journeys.stories.upTo('stateFeasibility', '演示·计划突破');
  const office = await page('drc');
  const plan = `/plans/${district}/${new Date().getFullYear() + 1}`;
  await office.goto(`${plan}/act/drawUpPlan`);
  await office.getByLabel('稳定增收').check();
  await office.getByLabel(/如何落实/).fill('扩大以工代赈实施范围');
  await submit(office);

  await office.goto(`${plan}/act/draftEntry`);
  await office.locator('select').filter({ hasText: proposed.name }).selectOption({ label: proposed.name });
  await office.getByLabel(/^列入方式/).selectOption('active');
  await office.getByLabel(/^内容/).fill('铺筑产业道路，人工环节采用以工代赈');
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await seen(refusal(office).getByText(/R-PRIN-03.*可以经会签突破/));
  await shot(office, 'override-plan-refused');
  await office.getByRole('link', { name: '提请突破' }).click();
  await office.waitForURL(`**/projects/${proposed.id}/act/overrideRule**`);
  expect(await office.getByLabel('要办理的事项', { exact: true }).inputValue()).toBe('listProject');
  expect(await rule(office, 'R-PRIN-03').isChecked()).toBe(true);

  // What another link names wins over a draft, which keeps all else; what is changed afterwards stays.
  await office.getByLabel('突破的依据（条款或文件）', { exact: true }).fill('区政府专题会议纪要〔2026〕5 号');
  await office.goto(`/projects/${proposed.id}/act/overrideRule?command=listProject&rules=R-PLAN-02,R-ORG-03`);
  await seen(rule(office, 'R-PLAN-02').and(office.locator(':checked')));
  expect(await rule(office, 'R-PRIN-03').isChecked()).toBe(false);
  expect(await office.getByLabel('突破的依据（条款或文件）', { exact: true }).inputValue()).toContain('5 号');
  await rule(office, 'R-ORG-03').uncheck();
  await reload(office);
  await seen(rule(office, 'R-PLAN-02').and(office.locator(':checked')));
  expect(await rule(office, 'R-ORG-03').isChecked()).toBe(false);

  await office.goto(`${plan}/act/postPlan`);
  await office.getByLabel(/^地点/).fill('区政府网站');
  await office.getByRole('button', { name: '提交', exact: true }).click();
  await seen(refusal(office).getByText('年度计划本身不设突破：R-PLAN-04 按上面写明的办法办妥后再提交。'));
  await shot(office, 'override-plan-none');
  await office.context().close();
}, 90_000);
