import type { Indicators } from '#domain/evaluation/indicators';

/** Figures of the yearly evaluation; one with two readings has a label for each. */
export const indicatorLabels = {
  'IND-01': '已到账劳务报酬',
  'IND-02': '劳务报酬占比',
  'IND-04': '就业人数',
  'IND-05': '就业人次',
  'IND-06': '工日',
  'IND-10': '银行卡发放比例',
  'IND-11': '按时发放率',
  'IND-13': '先训后上岗率',
  'IND-16': '开工率',
} satisfies Record<keyof Indicators, string>;

const readings: Readonly<Record<string, string>> = { lines: '（按人次）', amount: '（按金额）' };

/** `IND-10.amount` as a person reads it. */
export function indicatorName(indicator: string): string {
  const [key = '', reading = ''] = indicator.split('.');
  const label = (indicatorLabels as Readonly<Record<string, string>>)[key];
  return label === undefined ? indicator : `${label}${readings[reading] ?? ''}`;
}
