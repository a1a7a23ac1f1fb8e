import { z } from 'zod';
import { definitionOf } from '#domain/registry';
import { freeText, shortText } from '#domain/shapes';
import { type FreeText, sealedForm, sealedTextsIn, textRefOf, withFreeTexts } from './free-texts';

const found = (schema: z.ZodType, data: unknown): FreeText[] => {
  const texts: FreeText[] = [];
  withFreeTexts(schema, data, (text) => (texts.push(text), ''));
  return texts;
};

describe('free texts of a command', () => {
  it('are found however deep, and official passages are left', () => {
    const schema = z.strictObject({
      title: shortText(),
      reason: freeText(),
      note: freeText().nullable().default(null),
      late: z.strictObject({ why: freeText() }).nullable(),
      lines: z.array(z.strictObject({ no: z.int(), remark: freeText().optional() })),
      either: z.union([z.strictObject({ a: freeText() }), z.strictObject({ b: freeText() })]),
      byRule: z.record(z.string(), freeText()),
    });
    const data = {
      title: '题目',
      reason: '一',
      note: null,
      late: { why: '二' },
      lines: [{ no: 1 }, { no: 2, remark: '三' }],
      either: { b: '四' },
      byRule: { 'R-1': '五' },
    };
    expect(found(schema, data)).toEqual([
      { path: 'reason', text: '一' },
      { path: 'late.why', text: '二' },
      { path: 'lines.1.remark', text: '三' },
      { path: 'either.b', text: '四' },
      { path: 'byRule.R-1', text: '五' },
    ]);
    expect(withFreeTexts(schema, data, ({ text }) => `〈${text}〉`)).toEqual({
      ...data,
      reason: '〈一〉',
      late: { why: '〈二〉' },
      lines: [{ no: 1 }, { no: 2, remark: '〈三〉' }],
      either: { b: '〈四〉' },
      byRule: { 'R-1': '〈五〉' },
    });
  });

  it('of a payment are its exception and its explanation', () => {
    const data = {
      batch: '第一批',
      lines: [],
      way: 'cash',
      exception: { reason: '银行停业', approver: '镇政府', proof: `sm3:${'0'.repeat(64)}` },
      late: { ground: 'bankFailure', explanation: '次日补发' },
    };
    expect(found(definitionOf('recordPayment').schema, data).map(({ path }) => path)).toEqual([
      'exception.reason',
      'late.explanation',
    ]);
  });
});

describe('the reference of a text', () => {
  it('follows from its cause alone', () => {
    expect(textRefOf('project/p-1', 'key-1', 'reason')).toBe(textRefOf('project/p-1', 'key-1', 'reason'));
    const others = [
      ['project/p-2', 'key-1', 'reason'],
      ['project/p-1', 'key-2', 'reason'],
      ['project/p-1', 'key-1', 'opinion'],
      ['project/p-1/key-1', '', 'reason'],
    ].map((cause) => textRefOf(...cause));
    expect(new Set([...others, textRefOf('project/p-1', 'key-1', 'reason')]).size).toBe(5);
    expect(z.uuid().safeParse(others[0]).success).toBe(true);
  });

  it('is found again in what mentions it', () => {
    const form = sealedForm(textRefOf('a'), 'f'.repeat(64));
    expect([...sealedTextsIn(JSON.stringify({ deep: [{ reason: form }], other: 'text:nothing' }))]).toEqual([
      [form, textRefOf('a')],
    ]);
  });
});
