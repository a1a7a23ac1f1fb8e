import { commandLabel } from '#labels/zh/commands';
import { districtName } from '#labels/zh/districts';
import { fieldLabel } from '#labels/zh/fields';
import { valueLabel } from '#labels/zh/terms';
import { money, percent } from './format';

type Names = Readonly<Record<string, string>> | undefined;

/** Bodies named in a rule's words, by what they are called. */
export const withBodyNames = (text: string, bodies: Names): string =>
  text.replace(/[a-z0-9][a-z0-9-]+/g, (word) => (bodies && Object.hasOwn(bodies, word) ? bodies[word]! : word));

/** One value as a person reads it: units by the name's ending, codes through labels, bodies and sealed texts by name. */
export function valueWords(name: string, value: unknown, bodies?: Names, texts?: Names): string {
  if (value === null || value === undefined || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') {
    if (name.endsWith('Fen')) return money(value);
    if (name.endsWith('Bp')) return percent(value);
    return String(value);
  }
  if (typeof value === 'string') {
    if (name === 'district') return districtName(value);
    const known = texts?.[value] ?? bodies?.[value] ?? valueLabel(value, name);
    if (known) return known;
    return /^(sm3|sha256):/.test(value) ? `摘要 ${value.slice(0, 16)}…` : value;
  }
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string'))
      return value.map((item) => valueWords(name, item, bodies, texts)).join('、') || '无';
    const acts = value.map((item: unknown) => (item as { command?: unknown } | null)?.command);
    if (acts.every((act) => typeof act === 'string')) return acts.map(commandLabel).join('、') || '无';
    return `${value.length} 项`;
  }
  return Object.entries(value)
    .map(([inner, part]) => `${fieldLabel(inner)} ${valueWords(inner, part, bodies, texts)}`)
    .join('，');
}

const plain = (value: unknown): boolean => value !== null && value !== '' && typeof value !== 'object';

/** The telling parts of an event's data in one line: at most `limit` plain values, each with its label. */
export function detailsOf(data: unknown, bodies?: Names, texts?: Names, limit = 4): string {
  if (typeof data !== 'object' || data === null) return '';
  return Object.entries(data)
    .filter(([, value]) => plain(value))
    .slice(0, limit)
    .map(([name, value]) => `${fieldLabel(name)} ${valueWords(name, value, bodies, texts)}`)
    .join('；');
}
