import type { NumberRow } from '#contracts/http/series';
import { csvOf } from './series-csv';

const row = (change: Partial<NumberRow> = {}): NumberRow => ({
  number: '演发改〔2026〕7号',
  serial: 7,
  kind: 'approvalReply',
  title: '关于护坝项目的批复',
  on: '2026-03-02',
  subject: 'project/p-1',
  subjectName: '护坝项目',
  document: 'd-1',
  status: 'numbered',
  voidReason: null,
  ...change,
});

it('is read by a spreadsheet: in UTF-8, with text that holds commas and quotes kept whole', () => {
  const [head, line, end] = csvOf([row({ title: '关于“甲,乙"项目' })]).split('\r\n');
  expect(head).toBe('\uFEFF文号,标题,种类,关于,成文日期,状态,作废理由');
  expect(line).toBe('演发改〔2026〕7号,"关于“甲,乙""项目",立项批复,护坝项目,2026-03-02,已编号,');
  expect(end).toBe('');
});

it('never makes a formula of what somebody wrote', () => {
  for (const title of ['=1+1', '+1', '-1', '@SUM(A1)']) expect(csvOf([row({ title })])).toContain(`,'${title},`);
});
