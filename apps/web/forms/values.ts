import type { z } from 'zod';

/** A place in a form: `fundLines.0.amountFen`, as refusals name it. */
export type Path = string;
export const join = (path: Path, part: string | number): Path => (path === '' ? String(part) : `${path}.${part}`);
export const fieldId = (path: Path): string => `field-${path.replaceAll('.', '-')}`;

type Holder = Record<string, unknown> | unknown[];
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** The value at a place; undefined where there is none. */
export function at(value: unknown, path: Path): unknown {
  if (path === '') return value;
  return path
    .split('.')
    .reduce<unknown>((inner, part) => (isHolder(inner) ? (inner as Record<string, unknown>)[part] : undefined), value);
}

/** The whole with one place changed; nothing else is copied. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  if (path === '') return next;
  const [part, ...rest] = path.split('.') as [string, ...string[]];
  const inner = withValue(isHolder(value) ? (value as Record<string, unknown>)[part] : undefined, rest.join('.'), next);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === Number(part) ? inner : item));
  return { ...(isHolder(value) ? value : {}), [part]: inner };
}

/** What is sent: fields left empty are left out, so that the schema's defaults and its "required" speak. */
export function pruned(value: unknown): unknown {
  if (value === '' || value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(pruned).map((item) => (item === undefined ? null : item));
  if (!isHolder(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, pruned(inner)] as const)
      .filter(([, inner]) => inner !== undefined),
  );
}

export interface Fault {
  field: Path;
  message: string;
}

/** The issues of a schema as a person reads them, first one per field. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): Fault[] {
  const first = new Map<Path, string>();
  for (const issue of issues) {
    const field = issue.path.map(String).join('.');
    if (!first.has(field)) first.set(field, wordsOf(issue));
  }
  return [...first].map(([field, message]) => ({ field, message }));
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return '请填写';
      return issue.expected === 'int' || issue.expected === 'number' ? '请填写数字' : '填写的内容不对';
    case 'invalid_value':
      return '请选择';
    case 'too_small':
      if (issue.origin === 'string') return '请填写';
      if (issue.origin === 'array') return `至少 ${issue.minimum} 项`;
      return `不能小于 ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `不能超过 ${issue.maximum} 个字`;
      if (issue.origin === 'array') return `最多 ${issue.maximum} 项`;
      return `不能大于 ${issue.maximum}`;
    default:
      return issue.input === undefined ? '请填写' : issue.message;
  }
}
