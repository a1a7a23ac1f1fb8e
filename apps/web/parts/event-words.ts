import { segmentOf as catalogued } from '#domain/rulebook/catalogue/catalogue';
import { commandLabel } from '#labels/zh/commands';
import { districtName } from '#labels/zh/districts';
import { recordedLabel } from '#labels/zh/fields';
import { valueLabel } from '#labels/zh/terms';
import { hours, money, percent } from './format';

type Names = Readonly<Record<string, string>>;

/** What a record names by its id: bodies, their posts, sealed texts, projects, and the parts of the one it is about. */
export interface Known {
  bodies: Names;
  posts: Names;
  texts: Names;
  /** of the project: segments and fund lines */
  parts?: Names;
  projects?: Names;
  /** a defect by its id, where the event is of a segment's works */
  defect?: (id: string) => string | undefined;
}

/** Bodies named in a rule's words, by what they are called. */
export const withBodyNames = (text: string, bodies: Names): string =>
  text.replace(/[a-z0-9][a-z0-9-]+/g, (word) => (Object.hasOwn(bodies, word) ? bodies[word]! : word));

const isDigest = (value: unknown): boolean => typeof value === 'string' && /^(sm3|sha256):/.test(value);

const postWords = (post: string, { bodies, posts }: Known): string | undefined =>
  posts[post] && `${bodies[post.slice(0, post.indexOf('/'))]} ${posts[post]}`;

/** `rulebook/beijing@3 rulebook/110119@0` as `北京市规则第 3 版、延庆区规则第 0 版`. */
const rulebookWords = (basis: string): string =>
  [...basis.matchAll(/rulebook\/(\S+)@(\d+)/g)]
    .map(([, scope, version]) => `${districtName(scope!)}规则第 ${version} 版`)
    .join('、');

function textWords(name: string, value: string, known: Known): string {
  if (name === 'district') return districtName(value);
  if (name === 'basis' && value.startsWith('rulebook/')) return rulebookWords(value);
  if (name === 'defectId') return known.defect?.(value) ?? value;
  return (
    known.texts[value] ??
    known.bodies[value] ??
    postWords(value, known) ??
    known.projects?.[value] ??
    (name === 'id' ? undefined : known.parts?.[value]) ??
    valueLabel(value, name) ??
    catalogued(value)?.zh ??
    (isDigest(value) ? `摘要 ${value.slice(0, 16)}…` : value)
  );
}

function numberWords(name: string, value: number): string {
  if (name.endsWith('Fen')) return money(value);
  if (name.endsWith('Bp')) return percent(value);
  return /minutes(Gained)?$/i.test(name) ? hours(value) : String(value);
}

/** One value as a person reads it: units by the name's ending, codes through labels, what is known by name. */
export function valueWords(name: string, value: unknown, known: Known): string {
  if (value === null || value === undefined || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return numberWords(name, value);
  if (typeof value === 'string') return textWords(name, value, known);
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string'))
      return value.map((item) => textWords(name, item, known)).join('、') || '无';
    const acts = value.map((item: unknown) => (item as { command?: unknown } | null)?.command);
    if (acts.every((act) => typeof act === 'string')) return acts.map(commandLabel).join('、') || '无';
    return `${value.length} 项`;
  }
  return Object.entries(value)
    .map(([inner, part]) => `${recordedLabel(inner)} ${valueWords(inner, part, known)}`)
    .join('，');
}

const telling = (value: unknown): boolean =>
  value !== null && value !== '' && typeof value !== 'object' && !isDigest(value);

/** The telling parts of an event's data in one line: at most `limit` plain values, each with its label; no digests. */
export function detailsOf(data: unknown, known: Known, limit = 4): string {
  if (typeof data !== 'object' || data === null) return '';
  return Object.entries(data)
    .filter(([, value]) => telling(value))
    .slice(0, limit)
    .map(([name, value]) => `${recordedLabel(name)} ${valueWords(name, value, known)}`.replace(/。$/, ''))
    .join('；');
}
