import { readFileSync } from 'node:fs';
import type { StreamId } from '../../libs/domain/stream';
import { readBack, readCode } from '../support/read-back';
import { gone, phone, publicUrl, reload, seen, shot, startJourneys, submit, widthLost, type Journeys } from './harness';
import { seriousFindings } from './accessibility';
import type { Told } from './stories';

jest.setTimeout(240_000);
let journeys: Journeys;
let told: Told;
let place: string;
let pdf: Buffer;
let code: string;
const estimate = Buffer.from('%PDF-1.7\n估算\n%%EOF\n');

beforeAll(async () => {
  journeys = await startJourneys();
  told = await journeys.stories.upTo('issueApprovalReply', '演示·批复公文');
}, 180_000);
afterAll(() => journeys?.stop(), 60_000);

it('an office draws a reply up from the project’s page, reads it as paper, and sees what a revision changed', async () => {
  const page = await journeys.logIn('water-handler');
  await page.goto(`/projects/${told.id}/documents`);
  await seen(page.getByText('还没有起草公文'));
  await page.getByRole('link', { name: '起草立项批复' }).click();
  await page.getByLabel(/^主送机关/).fill('演示区水利建设中心（㐂家庄、䶮家坝、𠮷家坝片）');
  await page.getByRole('button', { name: '添加联合发文机关' }).click();
  await page.getByLabel(/^联合发文机关 1/).fill('演示区财政局');
  await page.locator('.ant-select-item-option').filter({ hasText: '演示区财政局' }).click();
  await page.getByRole('button', { name: '添加附件' }).click();
  await page.locator('#field-attachments-0-name').fill('投资估算表');
  const chooser = page.locator('#field-attachments-0-digest');
  await chooser.setInputFiles({ name: '估算.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ no paper') });
  await seen(page.getByRole('alert').filter({ hasText: '只收 PDF、OFD' }));
  await chooser.setInputFiles({ name: '估算.pdf', mimeType: 'application/pdf', buffer: estimate });
  await seen(page.getByText('估算.pdf 已上传'));
  await shot(page, 'document-draft');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const paper = page.getByRole('article', { name: '公文' });
  await seen(paper.getByRole('heading', { name: `关于${told.name}的批复` }));
  place = new URL(page.url()).pathname;
  await seen(paper.getByText('演示区水利建设中心（㐂家庄、䶮家坝、𠮷家坝片）：'));
  await seen(page.locator('.way [aria-current="step"]').filter({ hasText: '起草' }));
  await shot(page, 'document-page');

  const [attached] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('list', { name: '附件' }).getByRole('link', { name: '投资估算表' }).click(),
  ]);
  expect(readFileSync(await attached.path()).equals(estimate)).toBe(true);

  await page.getByRole('link', { name: '修改公文' }).click();
  await page.getByLabel(/^主送机关/).fill('演示区水利建设中心（㐂家庄片）');
  await submit(page);
  await page.goto(place);
  await seen(page.locator('.differences del').filter({ hasText: '䶮家坝' }));
  await reload(page);
  await seen(page.getByRole('list', { name: '改动' }));
  await shot(page, 'document-versions');
  await page.context().close();
});

it('goes through its matter: signed, numbered, then sealed, sent and filed by its office', async () => {
  const page = await journeys.logIn('water-handler');
  await page.goto(place);
  await page.getByRole('link', { name: '送审签发' }).click();
  await seen(page.getByText('标题和以工代赈要求以公文为准'));
  expect(await page.getByLabel('标题').inputValue()).toBe(`关于${told.name}的批复`);
  await shot(page, 'document-issue');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/signoffs\/[^/]+$/);
  const matter: StreamId = `signoff/${new URL(page.url()).pathname.split('/').at(-1)}`;

  // Revised once more, and then sent without drawing the act up anew: it goes out as it was revised.
  await page.goto(place);
  await page.getByRole('link', { name: '修改公文' }).click();
  const requirement = page.getByRole('textbox', { name: /^以工代赈要求/ });
  await requirement.fill(`${await requirement.inputValue()}优先吸纳本村劳动力。`);
  await submit(page);
  await page.goto(`/signoffs/${matter.split('/')[1]}`);
  await submit(page);
  await page.getByRole('tab', { name: /^正文/ }).click();
  await seen(page.locator('dl.facts').getByText(/优先吸纳本村劳动力/));
  await page.getByRole('tab', { name: '附件 1' }).click();
  const [shown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('tabpanel').getByRole('link', { name: '投资估算表' }).click(),
  ]);
  expect(readFileSync(await shown.path()).equals(estimate)).toBe(true);
  await page.goto(place);
  await seen(page.locator('.way [aria-current="step"]').filter({ hasText: '初审' }));
  await seen(page.getByText('尚未会签'));
  await shot(page, 'document-signing');
  await told.signedOff(matter);
  await page.getByRole('button', { name: /处新变化/ }).click();
  await seen(page.locator('.way [aria-current="step"]').filter({ hasText: '用印' }));
  await gone(page.getByText('尚未会签'));
  await shot(page, 'document-numbered');

  await page.getByRole('link', { name: '用印', exact: true }).click();
  await page.getByLabel(/^印章/).selectOption('physical');
  await submit(page);
  await page.goto(place);
  await page.getByRole('link', { name: '发送公文' }).click();
  await page.getByLabel(/^发送方式/).selectOption('exchange');
  await submit(page);
  await page.goto(place);
  await page.getByRole('link', { name: '公文归档' }).click();
  await page.getByLabel(/^归档编号/).fill('2026-WS-0012');
  await submit(page);
  await page.goto(place);
  await gone(page.locator('.way [aria-current="step"]'));
  await seen(page.getByText('2026-WS-0012'));
  await shot(page, 'document-filed');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 PDF' }).click(),
  ]);
  pdf = readFileSync(await download.path());
  const text = (await readBack(pdf))[0]!.pages.join('').replaceAll(/\s/g, '');
  for (const part of ['㐂家庄', '演示区水务局', '演示区财政局', '以工代赈', '核验码：']) expect(text).toContain(part);
  code = /核验码：([0-9a-f-]{29})/.exec(text)![1]!;
  await page.context().close();
}, 120_000);

it('is checked by anyone by the code printed on it: genuine, its face, and whether a file is that very one', async () => {
  const page = await journeys.visit();
  const printed = new URL(await readCode(pdf));
  expect(printed.origin).toBe(publicUrl);
  await page.goto(printed.pathname);
  await seen(page.getByText('查验属实，本文有效'));
  await page.goto('/check');
  await page.getByLabel('核验码').fill(code.replaceAll('-', '').toUpperCase());
  await page.getByRole('button', { name: '查验' }).click();
  await seen(page.getByText('查验属实，本文有效'));
  await seen(page.getByRole('article', { name: '公文' }).getByText('㐂家庄'));
  await page.getByLabel(/手中有电子文件/).setInputFiles({ name: '公文.pdf', mimeType: 'application/pdf', buffer: pdf });
  await seen(page.getByText('文件一致'));
  await shot(page, 'check');
  await page.getByLabel(/手中有电子文件/).setInputFiles({
    name: 'altered.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.concat([pdf, Buffer.from(' ')]),
  });
  await seen(page.getByText('文件不一致'));
  await reload(page);
  await seen(page.getByText('查验属实，本文有效'));
  await page.goto('/check/0000-0000-0000-0000-0000-0000');
  await seen(page.getByText('没有查到这个核验码的公文'));
  await page.context().close();

  const small = await journeys.visit(phone);
  await small.goto(`/check/${code}`);
  await seen(small.getByText('查验属实，本文有效'));
  await small.getByRole('button', { name: '大字版' }).click();
  expect(await widthLost(small)).toBeLessThanOrEqual(0);
  expect(await seriousFindings(small)).toEqual([]);
  await shot(small, 'check-phone-large');
  await small.context().close();
});

it('is not there for who has no part in it, and fits a phone in large print', async () => {
  const stranger = await journeys.logIn('collective');
  await stranger.goto(`${place}x`);
  await seen(stranger.getByText('没有找到，或您无权查看'));
  await stranger.context().close();

  const page = await journeys.logIn('water-handler', phone);
  await page.goto(place);
  await seen(page.getByRole('article', { name: '公文' }));
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'document-phone');
  await page.getByRole('button', { name: '大字版' }).click();
  expect(await widthLost(page)).toBeLessThanOrEqual(0);
  await shot(page, 'document-phone-large');
  await page.context().close();
});
