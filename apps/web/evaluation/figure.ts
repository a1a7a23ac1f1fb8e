import type { FigureValue } from '#contracts/http/evaluations';
import { figureUnitLabels } from '#labels/zh/terms';
import { money, percent } from '../parts/format';

/** A figure as a person reads it; a dash where it does not apply. */
export function figureText({ value, unit }: Pick<FigureValue, 'value' | 'unit'>): string {
  if (value === null) return '—';
  if (unit === 'fen') return money(value);
  if (unit === 'bp') return percent(value);
  return `${value.toLocaleString('zh-CN')} ${figureUnitLabels[unit]}`;
}
