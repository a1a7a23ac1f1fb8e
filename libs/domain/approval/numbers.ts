import type { Command } from '../command';
import type { SeriesFact } from '../facts';
import { breach, type Breach, type Claim } from '../rules';
import type { DocumentKind } from './state';

const form = /^\S+〔\d{4}〕[1-9]\d*号$/;

/** 文号: the organ's code, the year in 〔 〕, the serial without leading zeros, 号. @rule R-DOC-10 */
export const isDocumentNumber = (text: string): boolean => form.test(text);

export const documentNumber = (code: string, year: string, serial: number): string => `${code}〔${year}〕${serial}号`;

/** Papers with numbers of their own: licences and tender papers are no official documents. */
export const numberedFreely: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'tenderDocument',
  'constructionPermit',
]);

/** A number is taken for good: by the one command that put it on record, and never given back. */
export const numberClaim = (number: string, { stream, id }: Pick<Command, 'stream' | 'id'>): Claim => ({
  kind: 'documentNumber',
  key: number,
  holder: `${stream}#${id}`,
});

/** Why a number may not be used: taken already, voided ones included, or not of the form. */
export function numberBreaches(number: string, { taken }: Pick<SeriesFact, 'taken'>, formed = true): Breach[] {
  if (formed && !isDocumentNumber(number)) {
    return [
      breach('R-DOC-10', {
        need: '机关代字〔年份〕序号号，如“延发改〔2026〕12号”',
        found: number,
        mend: '按文件上的文号填写，年份用六角括号，序号前不加零',
        field: 'number',
      }),
    ];
  }
  if (!taken.includes(number)) return [];
  return [
    breach('R-DOC-10', {
      need: '未使用过的文号',
      found: `${number} 已使用或已作废`,
      mend: '核对文号；作废的文号不得再用',
      field: 'number',
    }),
  ];
}

export interface Allotted {
  number: string;
  breaches: readonly Breach[];
}

/**
 * The number of a document issued here: the next of the organ's series of that year. A paper entered afterwards (补录) keeps
 * the number it was issued under.
 * @param on civil date of issue
 */
export function allot(
  given: string | null,
  series: SeriesFact,
  { on, backfilled = false }: { on: string; backfilled?: boolean | undefined },
): Allotted {
  if (series.code === null) {
    return {
      number: '',
      breaches: [
        breach('R-DOC-10', {
          need: '本机关的发文代字',
          found: '未登记',
          mend: '由系统管理员在机构登记中填写发文代字',
        }),
      ],
    };
  }
  if (given === null) {
    const number = documentNumber(series.code, on.slice(0, 4), series.nextSerial);
    return { number, breaches: numberBreaches(number, series) };
  }
  if (backfilled && given.startsWith(`${series.code}〔`))
    return { number: given, breaches: numberBreaches(given, series) };
  return {
    number: given,
    breaches: [
      breach('R-DOC-10', {
        need: backfilled ? `以“${series.code}〔”开头的原文号` : '由系统按序编号',
        found: given,
        mend: backfilled ? '按纸质文件上的文号填写' : '不填文号，由系统编号',
        field: 'number',
      }),
    ],
  };
}
