import type { z } from 'zod';
import { breach, broken, check, type Breach, type Check } from '../rules';
import type { answerShape, closingShape, objectionShape } from './messages';
import { unanswered, type Posting } from './posting';

const notOpen = (posting: Posting | null): Breach[] =>
  posting?.status === 'open'
    ? []
    : [breach('P-ORDER', { need: '正在公示', found: posting ? '公示已结束' : '尚未公示', mend: '先办理公示' })];

/** Objections are taken in as long as the posting is open, also after its last day; none lies ahead or before it. */
export function mayObject(posting: Posting | null, data: z.output<typeof objectionShape>, on: string): Breach[] {
  if (posting?.status !== 'open') return notOpen(posting);
  if (data.on >= posting.from && data.on <= on) return [];
  const need = `${posting.from} 至 ${on} 之间`;
  return [breach('P-TIME', { need, found: data.on, mend: '填写收到异议的日期', field: 'on' })];
}

export function mayAnswer(posting: Posting | null, { objection }: z.output<typeof answerShape>): Breach[] {
  if (posting?.status !== 'open') return notOpen(posting);
  const found = posting.objections.find(({ id }) => id === objection);
  if (!found)
    return [breach('P-UNKNOWN', { need: '已登记的异议', found: objection, mend: '从异议中选择', field: 'objection' })];
  if (found.answer === null) return [];
  return [breach('P-ONCE', { need: '尚未答复的异议', found: '已答复', mend: '无需重复答复', field: 'objection' })];
}

interface Closing {
  posting: Posting;
  data: z.output<typeof closingShape>;
  on: string;
}

const closingRules: readonly Check<Closing>[] = [
  check('R-PUB-02', ({ posting: { to }, on }) => ({
    holds: on > to,
    need: `公示到 ${to} 期满`,
    found: on,
    mend: '公示期不得缩短，期满次日起再办理',
  })),
  check('R-PUB-02', ({ posting }) => ({
    holds: unanswered(posting).length === 0,
    need: '异议全部答复',
    found: `${unanswered(posting).length} 件未答复`,
    mend: '逐件答复异议后再结束公示',
  })),
  check('R-PUB-01', ({ posting, data }) => ({
    holds: posting.evidence.length + data.evidence.length > 0,
    need: '公示凭证（现场照片或网页截图）',
    found: '没有',
    mend: '上传公示凭证',
    field: 'evidence',
  })),
];

/** A posting's term runs in full and every objection has its answer before the result is put on record. */
export const mayClose = (posting: Posting | null, data: Closing['data'], on: string): Breach[] =>
  posting?.status === 'open' ? broken(closingRules, { posting, data, on }) : notOpen(posting);
