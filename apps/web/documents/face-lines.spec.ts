import type { DocumentFace } from '../../../libs/domain/document/face';
import { changedLines } from './face-lines';

const face = (lines: readonly string[], change: Partial<DocumentFace> = {}): DocumentFace => ({
  number: null,
  issuers: ['演示区水务局'],
  title: '批复',
  recipient: null,
  sections: lines.map((text) => ({ heading: null, text })),
  annex: null,
  attachments: [],
  on: null,
  marks: [],
  note: null,
  copyTo: [],
  checkCode: null,
  checkAddress: null,
  sealed: false,
  voided: false,
  replacedBy: null,
  ...change,
});

it('shows nothing where nothing changed', () => {
  expect(changedLines(face(['一']), face(['一']))).toEqual([]);
});

it('shows an altered line once, with what left it and what came', () => {
  expect(changedLines(face(['投资100元。', '甲']), face(['投资200元。', '甲']))).toEqual([
    [
      { text: '投资', mark: 'same' },
      { text: '1', mark: 'out' },
      { text: '2', mark: 'in' },
      { text: '00元。', mark: 'same' },
    ],
  ]);
});

it('shows lines that were put in or taken out whole, rare characters unbroken', () => {
  expect(changedLines(face(['甲']), face(['甲', '𠮷家坝']))).toEqual([[{ text: '𠮷家坝', mark: 'in' }]]);
  expect(changedLines(face(['甲', '乙', '丙']), face(['甲', '丙']))).toEqual([[{ text: '乙', mark: 'out' }]]);
  expect(changedLines(face(['𠮷家坝']), face(['𠮸家坝']))[0]!.slice(0, 2)).toEqual([
    { text: '𠮷', mark: 'out' },
    { text: '𠮸', mark: 'in' },
  ]);
});

it('sees what stands beside the text too', () => {
  const [change] = changedLines(face(['甲'], { note: '此件公开发布' }), face(['甲'], { note: '此件不公开' }));
  expect(change!.map(({ text }) => text).join('')).toContain('不');
});
