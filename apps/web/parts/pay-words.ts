import type { WageLineRowView } from '#contracts/http/wages';
import { dayMinutes } from '#domain/wages/calculate';
import { unitLabels } from '#labels/zh/terms';
import { hours, money, percent } from './format';

type Part = WageLineRowView['parts'][number];

/** `6 日（48 小时） × ¥300.00/日 = ¥1,800.00`: a part of a pay line, so that the numbers shown multiply out. */
export function partWords(part: Part): string {
  const multiple = part.multiplierBp === 10_000 ? '' : ` × ${percent(part.multiplierBp)}`;
  return `${quantity(part)} × ${money(part.rateFen)}${unitLabels[part.unit].slice(1)}${multiple} = ${money(part.amountFen)}`;
}

function quantity({ unit, minutes, outputMilli }: Part): string {
  switch (unit) {
    case 'day':
      return days(minutes);
    case 'hour':
      return signed(minutes, hours);
    case 'piece':
      return `${outputMilli / 1_000} 计量单位`;
  }
}

/** A rest stays in hours: as a fraction of a day it might not be written out exactly. */
const days = (minutes: number): string =>
  signed(minutes, (worked) => {
    const whole = Math.trunc(worked / dayMinutes);
    const rest = worked % dayMinutes;
    if (rest === 0) return `${whole} 日（${hours(worked)}）`;
    return `${whole === 0 ? '' : `${whole} 日又 `}${hours(rest)}（每日按 ${hours(dayMinutes)}）`;
  });

/** What an earlier sheet has paid already is taken back. */
const signed = (minutes: number, words: (minutes: number) => string): string =>
  `${minutes < 0 ? '-' : ''}${words(Math.abs(minutes))}`;
