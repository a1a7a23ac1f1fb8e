import { policy, clauses } from '../domain/rulebook/clauses';
import type { DocumentFace } from '../domain/document/face';
import { balanced } from './lines';
import { renderDocument } from './official-document';
import { core } from './sheet';
import { readBack, readCode, type ReadBack } from '../../test/support/read-back';

const reply: DocumentFace = {
  number: '演发改〔2026〕12号',
  issuers: ['演示区发展和改革委员会'],
  title: '关于演示镇护坝修复以工代赈项目可行性研究报告的批复',
  recipient: '演示镇人民政府',
  sections: [
    { heading: null, text: '你镇《关于报送演示镇护坝修复以工代赈项目可行性研究报告的请示》收悉。经研究，现批复如下：' },
    { heading: '一、项目名称和代码', text: '演示镇护坝修复以工代赈项目（2026-110119-48-01-000123）。' },
    { heading: '二、总投资', text: '项目总投资4,860,000.05元，其中中央预算内投资3,000,000.00元。' },
    {
      heading: '三、以工代赈要求',
      text: '项目采取以工代赈方式实施，优先吸纳当地农村群众务工，组织务工人员劳务技能培训，及时足额发放劳务报酬。'.repeat(
        6,
      ),
    },
    { heading: '四、负责人', text: '㐂家庄片由䶮先生负责，𠮷家坝片由镇水务站负责。' },
  ],
  annex: null,
  attachments: ['投资估算表', '招标方案核准意见'],
  on: '2026-03-05',
  marks: ['特急'],
  note: '此件公开发布',
  copyTo: ['演示区财政局', '演示区农业农村局', '演示区人力资源和社会保障局'],
  checkCode: '3f2a-91bc-77de-0a41-5c6e-d210',
  checkAddress: null,
  sealed: true,
  voided: false,
  replacedBy: null,
};

/** The notice of the opinion itself: eleven organs, one number. */
const notice: DocumentFace = {
  ...reply,
  number: policy.number,
  issuers: policy.issuers,
  title: '关于印发因地制宜开展以工代赈工作促进农民群众就业增收实施意见的通知',
  recipient: '各区人民政府，北京经济技术开发区管委会，市各有关部门',
  sections: [
    { heading: null, text: clauses[0].text },
    { heading: null, text: '特此通知。' },
    ...clauses.slice(1).map(({ text }) => ({ heading: null, text })),
  ],
  attachments: [],
  on: policy.date,
  marks: [],
  copyTo: [],
  checkCode: null,
  sealed: false,
};
/** A plan with so many projects that its list takes several sheets. */
const plan = (projects: number): DocumentFace => ({
  ...reply,
  number: '演政发〔2026〕3号',
  issuers: ['演示区人民政府'],
  title: '关于印发演示区2026年以工代赈年度计划的通知',
  attachments: ['2026年以工代赈项目清单'],
  annex: {
    title: '2026年以工代赈项目清单',
    columns: [
      { name: '序号', align: 'center', share: 10 },
      { name: '项目名称', align: 'left', share: 60 },
      { name: '计划劳务报酬（元）', align: 'right', share: 30 },
    ],
    rows: Array.from({ length: projects }, (_, index) => [
      `${index + 1}`,
      `第${index + 1}号𠮷家坝村产业道路和护坡修复以工代赈项目`,
      `${index + 1},000.05`,
    ]),
    totals: ['', `合计${projects}个项目`, '9,999.99'],
  },
});
const read = async (face: DocumentFace): Promise<ReadBack> => (await readBack(await renderDocument(face)))[0]!;
/** As one text: without blanks and page numbers. */
const plain = (text: string): string => text.replaceAll(/— \d+ —|\s/g, '');
jest.setTimeout(60_000);

describe('an official document', () => {
  it('reads back as it was written, with every font in the file', async () => {
    const { pages, fonts } = await read(reply);
    const text = plain(pages.join(''));
    for (const { heading, text: body } of reply.sections) expect(text).toContain(plain(`${heading ?? ''}${body}`));
    for (const part of [
      reply.number!,
      reply.title,
      '演示镇人民政府：',
      '2026年3月5日',
      '（此件公开发布）',
      '附件：1.投资估算表2.招标方案核准意见',
    ])
      expect(text).toContain(part);
    expect(text).toContain('抄送：演示区财政局，演示区农业农村局，演示区人力资源和社会保障局。');
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });

  it('keeps characters of the extensions in shape and in text', async () => {
    const { pages } = await read(reply);
    expect(plain(pages.join(''))).toContain('㐂家庄片由䶮先生负责，𠮷家坝片由镇水务站负责。');
  });

  it('bears a two-dimensional code that leads to its check, where the system has an address', async () => {
    const without = await renderDocument(reply);
    const at = (address: string) => renderDocument({ ...reply, checkAddress: address });
    const [here, there] = [await at('https://a.example/check/3f2a'), await at('https://b.example/check/3f2a')];
    expect(here.equals(there)).toBe(false);
    const [plainly, marked] = await readBack(without, here);
    expect(plain(plainly!.pages.at(-1)!)).toContain('（任何人可凭此码查验）');
    expect(plain(marked!.pages.at(-1)!)).toContain('（任何人可凭此码或下方二维码查验）');
    expect(marked!.pages).toHaveLength(plainly!.pages.length);
  });

  it('says to a camera the address of its check, and nothing else', async () => {
    const checkAddress = 'https://yigong.example.gov.cn/check/3f2a-91bc-77de-0a41-5c6e-d210';
    for (const face of [reply, notice, plan(30)])
      expect(await readCode(await renderDocument({ ...face, checkAddress }))).toBe(checkAddress);
  });

  it('lets no line run over its right edge', async () => {
    const checkAddress = 'https://yigong.example.gov.cn/check/3f2a-91bc-77de-0a41-5c6e-d210';
    const marked = [reply, { ...notice, checkCode: reply.checkCode }, plan(30)].map((face) =>
      renderDocument({ ...face, checkAddress }),
    );
    for (const { right } of await readBack(...(await Promise.all(marked)))) {
      expect(right).toBeGreaterThan(core.left + core.width - 30);
      expect(right).toBeLessThan(core.left + core.width + 2);
    }
  });

  it('breaks its title between words', async () => {
    const title = '关于演示镇河道护坡修复以工代赈项目实施方案的批复';
    const lines = balanced(title, (piece) => piece.length * 22, 442 - 44);
    expect(lines.length).toBe(2);
    expect(lines.join('')).toBe(title);
    expect(lines.filter((line) => line.includes('以工代赈'))).toHaveLength(1);
  });

  it('is the same file whenever it is printed, and another one when a word differs', async () => {
    const [once, again] = [await renderDocument(reply), await renderDocument(reply)];
    expect(once.equals(again)).toBe(true);
    expect(once.equals(await renderDocument({ ...reply, title: `${reply.title}（修订）` }))).toBe(false);
  });

  it('R-DOC-11: bears the eleven organs of the opinion in their order, under the one number of the first', async () => {
    const { pages } = await read(notice);
    const text = plain(pages.join(''));
    const heads = policy.issuers.map((name) => plain(pages[0]!).indexOf(name));
    expect(heads.every((place, index) => place >= 0 && (index === 0 || place > heads[index - 1]!))).toBe(true);
    expect(text.split(policy.number)).toHaveLength(2);
    expect(pages[0]).toContain('各区人民政府');
    for (const name of policy.issuers) expect(text.split(name).length).toBeGreaterThanOrEqual(3);
  });

  it('leaves no signature alone on a sheet, and numbers every sheet', async () => {
    const counts = [1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 28, 29, 30];
    const documents = counts.map((lines) => {
      const sections = Array.from({ length: lines }, (_, index) => ({ heading: null, text: `第${index + 1}项。` }));
      return renderDocument({ ...reply, sections, attachments: [] });
    });
    for (const [index, { pages }] of (await readBack(...(await Promise.all(documents)))).entries()) {
      const signed = pages.find((page) => page.includes('2026年3月5日'))!;
      expect(signed).toContain(`第${counts[index]}项。`);
      pages.forEach((page, number) => expect(page).toContain(`— ${number + 1} —`));
    }
  });

  it('puts a list on sheets of its own, its head again on each, its sums under the last row', async () => {
    for (const projects of [1, 27, 28, 29, 80]) {
      const { pages } = await read(plan(projects));
      const first = pages.findIndex((page) => page.startsWith('附件2026年以工代赈项目清单'));
      const sheets = pages
        .slice(first)
        .map(plain)
        .filter((page) => page.includes('号𠮷家坝村'));
      expect(first).toBeGreaterThan(0);
      for (const sheet of sheets) expect(sheet).toContain('序号项目名称计划劳务报酬（元）');
      const text = plain(sheets.join(''));
      for (let row = 1; row <= projects; row += 1)
        expect(text).toContain(`${row}第${row}号𠮷家坝村产业道路和护坡修复以工代赈项目${row},000.05`);
      expect(sheets.at(-1)).toContain(`第${projects}号`);
      expect(sheets.at(-1)).toContain(`合计${projects}个项目9,999.99`);
      if (projects === 80) expect(sheets.length).toBeGreaterThan(2);
    }
  });

  it('says across each sheet that it is void, or a draft', async () => {
    const voided = await read({ ...reply, voided: true });
    for (const page of voided.pages) expect(page).toContain('作废');
    const draft = await read({ ...reply, number: null, on: null, sealed: false, checkCode: null });
    for (const page of draft.pages) expect(page).toContain('草稿');
  });
});
