import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { district } from '../../apps/standalone/demonstration/bodies';
import { civilDateOf } from '../../libs/domain/calendar';
import type { StreamId } from '../../libs/domain/stream';
import { done, gone, phone, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import type { Told } from './stories';

let journeys: Journeys;
let told: Told;
/** the day on which the plan is drawn up and posted */
const postedOn = civilDateOf(new Date().toISOString());
const place = `/plans/${district}/${new Date().getFullYear()}`;
let document_: string;
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('listProject', '演示·年度计划');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

it('the lead department draws the plan up, enters a project and posts it; the page says how long yet', async () => {
  const page = await journeys.logIn('drc');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '年度计划' }).click();
  await seen(page.getByText('本年度计划还没有编制'));
  await page.getByRole('link', { name: '编制年度计划' }).click();
  await page.getByLabel('稳定增收').check();
  await page.getByLabel(/如何落实/).fill('扩大以工代赈实施范围，优先吸纳本地农村劳动力');
  await submit(page);

  await page.goto(`${place}/act/draftEntry`);
  await page.locator('select').filter({ hasText: told.name }).selectOption({ label: told.name });
  await page.getByLabel(/^列入方式/).selectOption('active');
  await page.getByLabel(/^内容/).fill('铺筑产业道路，人工环节采用以工代赈');
  await shot(page, 'plan-entry');
  await submit(page);

  await page.goto(place);
  await seen(page.getByRole('rowheader', { name: told.name }));
  await shot(page, 'plan-draft');
  await page.getByRole('link', { name: '公示年度计划' }).click();
  await page.getByLabel(/^地点/).fill('区政府网站、各乡镇公告栏');
  await submit(page);
  await page.goto(place);
  await seen(page.getByText(/还有 \d+ 天期满/));
  await gone(page.getByRole('link', { name: '撤下项目' }));
  await shot(page, 'plan-posted');
  await page.context().close();
}, 60_000);

it('the list of projects asks nobody which district who sees one alone', async () => {
  const page = await journeys.logIn('drc');
  await page.goto('/projects');
  await seen(page.getByRole('rowheader', { name: told.name }).or(page.getByRole('link', { name: told.name })));
  await seen(page.getByRole('combobox', { name: '年度' }));
  expect(await page.getByRole('combobox', { name: '区', exact: true }).count()).toBe(0);
  await shot(page, 'projects-one-district');
  await page.context().close();
}, 60_000);

it('is read as it stood on a day, and fits a phone; the pool opens each score into its criteria', async () => {
  const page = await journeys.logIn('drc', phone);
  await page.goto(`${place}?on=2020-01-01`);
  await seen(page.getByText('您正在看 2020-01-01 24:00 的清单，只读'));
  await reload(page);
  await seen(page.getByText('这一天还没有编制年度计划'));
  await page.getByRole('button', { name: '回到现在' }).click();
  await seen(page.getByText('公示中'));
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'plan-phone');
  await page.goto('/pool');
  await seen(page.getByRole('rowheader', { name: told.name }));
  await page.locator('details summary').first().click();
  await seen(page.getByText(/投资规模小/));
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'pool-phone');

  await page.getByRole('button', { name: '大字版' }).click();
  for (const [path, name] of [
    ['/pool', 'pool'],
    [place, 'plan'],
    ['/deputies', 'deputies'],
  ] as const) {
    await page.goto(path);
    await seen(page.getByRole('heading', { level: 1 }));
    await seen(page.getByRole('table').or(page.locator('.empty')).first());
    expect(await widthLost(page)).toBeLessThanOrEqual(0);
    await shot(page, `${name}-phone-large`);
  }
  await page.context().close();
}, 60_000);

it('an objection is answered on the page, and the posting is closed once its term is over', async () => {
  const page = await journeys.logIn('agriculture');
  await page.goto(place);
  await page.getByRole('link', { name: '登记异议' }).click();
  await page.getByLabel(/^来源/).selectOption({ label: '村民' });
  await page.getByLabel(/^内容/).fill('希望本村的便道一并列入');
  await submit(page);
  await page.goto(place);
  await page.getByRole('link', { name: '答复异议' }).click();
  await page.getByLabel(/^结论/).selectOption({ label: '异议不成立' });
  await page.getByLabel(/^内容/).fill('该便道属另一项目范围');
  await submit(page);
  await page.goto(place);
  await seen(page.getByText('该便道属另一项目范围'));
  await shot(page, 'plan-objection');
  await page.context().close();

  // The longest that five working days can last.
  journeys.pass(18);
  const later = await journeys.logIn('drc');
  await later.goto(place);
  await later.getByRole('link', { name: '登记公示结果' }).click();
  await later.getByRole('button', { name: '添加证明文件' }).click();
  await later.locator('input[type=file]').setInputFiles({
    name: '公示照片.png',
    mimeType: 'image/png',
    buffer: photo,
  });
  await seen(later.getByText('公示照片.png 已上传'));
  await submit(later);
  await later.goto(place);
  const [opened] = await Promise.all([
    later.waitForEvent('download'),
    later
      .getByRole('region', { name: '公示' })
      .getByRole('link', { name: /^证明文件.*（PNG，1 KB）$/ })
      .click(),
  ]);
  expect(readFileSync(await opened.path()).equals(photo)).toBe(true);
  await later.getByRole('link', { name: '确认送审稿' }).click();
  await submit(later);
  await later.context().close();
}, 90_000);

/** Starts the sign-off of an act from its form and sends its draft. @returns the matter's stream */
async function sent(drafter: Page, fill: () => Promise<void>): Promise<StreamId> {
  await fill();
  await drafter.getByRole('button', { name: '提交', exact: true }).click();
  await drafter.waitForURL(/signoffs/);
  await submit(drafter);
  return `signoff/${drafter.url().split('/signoffs/')[1]!.split('?')[0]!}`;
}

/** The leads agree; then the leader signs on the page. */
async function signedByLeader(matter: StreamId, what: string): Promise<void> {
  await told.signedOff(matter, ({ current }) => current.decide !== undefined);
  const leader = await journeys.logIn('leader');
  await leader.goto(`/${matter.replace('signoff/', 'signoffs/')}`);
  await leader.getByRole('button', { name: '同意', exact: true }).click();
  await leader.getByRole('button', { name: '提交', exact: true }).click();
  await seen(leader.getByText(what));
  await leader.getByRole('button', { name: '核对并提交' }).click();
  await done(leader);
  await leader.context().close();
}

it('the plan ends its sign-off at the district government, and then changes by approved acts alone', async () => {
  const drafter = await journeys.logIn('drc-handler');
  await drafter.goto(place);
  await drafter.getByRole('link', { name: '起草年度计划文件' }).click();
  await drafter.getByLabel(/^主送机关/).fill('各乡镇人民政府，区政府各有关部门');
  await shot(drafter, 'plan-document-draft');
  await drafter.getByRole('button', { name: '提交', exact: true }).click();
  const paper = drafter.getByRole('article', { name: '公文' });
  await seen(paper.getByRole('cell', { name: told.name }));
  await seen(paper.getByText('列入本计划的项目采取以工代赈方式实施'));
  document_ = new URL(drafter.url()).pathname;
  await shot(drafter, 'plan-document');
  const plan = await sent(drafter, () => drafter.getByRole('link', { name: '送审签发' }).click());
  await seen(drafter.getByRole('cell', { name: told.name }));
  await shot(drafter, 'plan-document-matter');
  await signedByLeader(plan, '随即办理“审定年度计划和清单”');
  await drafter.goto(place);
  await seen(drafter.getByText(/已审定 · .*第1版/));
  await seen(drafter.getByRole('status').getByRole('link', { name: /〔\d{4}〕\d+号/ }));
  await shot(drafter, 'plan-approved');

  const changes: readonly [command: string, label: string, fill: () => Promise<void>][] = [
    [
      'pauseEntry',
      '暂停清单项目',
      async () => {
        await drafter.goto(place);
        await drafter.getByRole('link', { name: '起草计划调整文件' }).click();
        await drafter.getByLabel(/^主送机关/).fill('各乡镇人民政府');
        await drafter.locator('#field-sections-1-text').fill(`因用地未落实，暂停${told.name}。`);
        await drafter.getByRole('button', { name: '提交', exact: true }).click();
        await drafter.getByRole('link', { name: '送审签发：暂停清单项目' }).click();
        await drafter.locator('select').filter({ hasText: told.name }).selectOption({ label: told.name });
        await drafter.getByLabel(/^理由/).fill('用地未落实');
      },
    ],
    [
      'resumeEntry',
      '恢复清单项目',
      async () => {
        await drafter.goto(`${place}/act/resumeEntry?entryId=e1`);
        await drafter.getByLabel(/^理由/).fill('用地已落实');
      },
    ],
    [
      'changeEntry',
      '变更清单项目',
      async () => {
        await drafter.goto(`${place}/act/changeEntry?entryId=e1`);
        await drafter.getByLabel(/^内容/).fill('铺筑产业道路 2 公里，人工环节采用以工代赈');
        await drafter.getByLabel(/^理由/).fill('增加 0.6 公里');
      },
    ],
    [
      'removeEntry',
      '移出清单项目',
      async () => {
        await drafter.goto(`${place}/act/removeEntry?entryId=e1`);
        await drafter.getByLabel(/^理由/).fill('另行立项');
      },
    ],
  ];
  for (const [index, [command, label, fill]] of changes.entries()) {
    const matter = await sent(drafter, fill);
    await seen(drafter.getByRole('heading', { level: 1, name: `关于${label}“${told.name}”的请示` }));
    await seen(drafter.getByRole('link', { name: /\d{4} 年度计划$/ }));
    if (index === 0) {
      await drafter.goto(place);
      await seen(drafter.getByText('调整审批中'));
      await shot(drafter, 'plan-changing');
    }
    await signedByLeader(matter, `随即办理“${label}”`);
    await drafter.goto(place);
    await seen(drafter.getByText(new RegExp(`第${index + 2}版`)));
    if (command === 'pauseEntry') await seen(drafter.getByText('已暂停'));
    await shot(drafter, `plan-${command}`);
  }
  await seen(drafter.getByText('清单中还没有项目'));

  await drafter.goto(`${place}?on=${postedOn}`);
  await seen(drafter.getByRole('rowheader', { name: told.name }));
  await seen(drafter.getByText('公示中'));
  await shot(drafter, 'plan-as-it-stood');
  await drafter.context().close();
}, 180_000);

it('its document is sealed, sent and filed by the government’s office, and is found from the plan by its number', async () => {
  const office = await journeys.logIn('gov');
  const acts: readonly (readonly [name: string, fill: () => Promise<unknown>])[] = [
    ['用印', () => office.getByLabel(/^印章/).selectOption('physical')],
    ['发送公文', () => office.getByLabel(/^发送方式/).selectOption('exchange')],
    ['公文归档', () => office.getByLabel(/^归档编号/).fill('2026-JH-0001')],
  ];
  for (const [name, fill] of acts) {
    await office.goto(document_);
    await office.getByRole('link', { name, exact: true }).click();
    await fill();
    await submit(office);
  }
  await office.goto(place);
  await office
    .getByRole('region', { name: '公文' })
    .getByRole('link', { name: /年度计划的通知/ })
    .click();
  await seen(office.getByText('2026-JH-0001'));
  await shot(office, 'plan-document-filed');
  await office.context().close();

  const small = await journeys.logIn('drc', phone);
  await small.goto(document_);
  await small.getByRole('button', { name: '大字版' }).click();
  await seen(small.getByRole('article', { name: '公文' }));
  expect(await widthLost(small)).toBeLessThanOrEqual(0);
  await shot(small, 'plan-document-phone-large');
  await small.context().close();
}, 90_000);

it('a void document keeps its number, and the register of outgoing papers shows the series without a gap', async () => {
  const office = await journeys.logIn('gov');
  await office.goto(place);
  await office.getByRole('link', { name: '作废计划文件' }).click();
  await office.getByLabel(/^文号/).fill(`演政发〔${new Date().getFullYear()}〕2号`);
  await office.getByLabel(/^理由/).fill('调整内容有误');
  await submit(office);
  await office.goto('/series');
  await office.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '发文登记' }).click();
  await seen(office.getByRole('combobox', { name: '发文机关' }).filter({ hasText: '演示区人民政府（演政发）' }));
  await seen(
    office.getByRole('status').filter({ hasText: '第 1 号至第 2 号，已用 2 个，其中作废 1 个；连续，无缺号、无重号' }),
  );
  const voided = office.getByRole('row').filter({ hasText: '2号' });
  await seen(voided.getByText('已作废'));
  await seen(voided.getByText('理由：调整内容有误'));
  await shot(office, 'series');
  const [table] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '导出表格' }).click(),
  ]);
  const lines = readFileSync(await table.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('已作废,调整内容有误');
  await office.getByRole('searchbox', { name: '搜索发文' }).fill('年度计划的通知');
  await gone(office.getByText('已作废'));
  await office.getByRole('combobox', { name: '发文机关' }).selectOption({ label: '演示区财政局（演财）' });
  await seen(office.getByText('没有符合条件的发文'));
  await reload(office);
  await seen(office.getByText('没有符合条件的发文'));
  await office.context().close();

  const village = await journeys.logIn('collective', phone);
  await village.goto('/series');
  await seen(village.getByText('没有登记发文代字的机关'));
  expect(await widthLost(village)).toBeLessThanOrEqual(0);
  await village.context().close();
}, 60_000);

it('a document takes the place of an earlier one, and who checks the earlier is told by which', async () => {
  const drafter = await journeys.logIn('drc-handler');
  await drafter.goto(place);
  await drafter.getByRole('link', { name: '起草年度计划文件' }).click();
  const earlier = `演政发〔${new Date().getFullYear()}〕1号`;
  const select = drafter.getByLabel(/^代替文件/);
  await select.selectOption(earlier);
  await drafter.getByRole('button', { name: '提交', exact: true }).click();
  await seen(drafter.getByText(`自本文印发之日起，${earlier}同时废止。`));
  const matter = await sent(drafter, () => drafter.getByRole('link', { name: '送审签发' }).click());
  await signedByLeader(matter, '随即办理“印发计划文件”');
  const by = earlier.replace('1号', '3号');
  await drafter.goto(document_);
  await seen(drafter.getByText(`本文已被 ${by} 代替`));
  await seen(drafter.locator('.way').getByText('被代替'));
  await drafter.getByRole('region', { name: '登记' }).getByRole('link', { name: by }).click();
  await seen(drafter.getByText(`${earlier}（本文印发后废止）`));
  await drafter.goto(document_);
  await shot(drafter, 'document-replaced');
  await drafter.getByRole('link', { name: '核验' }).click();
  await seen(drafter.getByRole('status').filter({ hasText: `本文已被 ${by} 代替` }));
  await shot(drafter, 'check-replaced');
  await drafter.context().close();
}, 90_000);
