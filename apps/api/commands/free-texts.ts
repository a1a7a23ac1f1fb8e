import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A passage in someone's own words, found in a command's data or reasons. */
export interface FreeText {
  /** where it stood, e.g. `exception.reason`, `reasons.R-SCOPE-01` */
  path: string;
  text: string;
}
type Replace = (found: FreeText) => string;

const isFreeText = (schema: z.core.$ZodType): boolean => z.globalRegistry.get(schema)?.freeText === true;

/**
 * The data with every free text of its schema replaced.
 * @param data as the schema gave it
 */
export function withFreeTexts(schema: z.core.$ZodType, data: unknown, replace: Replace, path = ''): unknown {
  if (data === null || data === undefined) return data;
  if (typeof data === 'string' && isFreeText(schema)) return replace({ path, text: data });
  if (schema instanceof z.ZodObject) {
    const { shape } = schema;
    return mapValues(data, (value, key) =>
      shape[key] ? withFreeTexts(shape[key], value, replace, join(path, key)) : value,
    );
  }
  if (schema instanceof z.ZodRecord) {
    return mapValues(data, (value, key) => withFreeTexts(schema.valueType, value, replace, join(path, key)));
  }
  if (schema instanceof z.ZodArray) {
    const items = data as readonly unknown[];
    return items.map((item, index) => withFreeTexts(schema.element, item, replace, join(path, String(index))));
  }
  if (schema instanceof z.ZodUnion) {
    const fitting = schema.options.find((option) => z.safeParse(option, data).success);
    return fitting ? withFreeTexts(fitting, data, replace, path) : data;
  }
  if (schema instanceof z.ZodPipe) return withFreeTexts(schema.out, data, replace, path);
  const inner = wrapped(schema);
  return inner ? withFreeTexts(inner, data, replace, path) : data;
}

/** What an optional, nullable or defaulted schema wraps. */
function wrapped(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const { def } = schema._zod;
  return 'innerType' in def ? (def.innerType as z.core.$ZodType) : undefined;
}

const join = (path: string, part: string): string => (path ? `${path}.${part}` : part);
const mapValues = (data: unknown, map: (value: unknown, key: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data as object).map(([key, value]) => [key, map(value, key)]));

/**
 * The reference of a text comes from its cause, so that a resent command names the same text. A version-8 UUID (RFC 9562).
 * @param cause stream, command id and place
 */
export function textRefOf(...cause: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(cause)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** How an event names a sealed text: the reference and the salted digest. */
export const sealedForm = (textRef: string, digest: string): string => `text:${textRef}#${digest}`;

const sealedPattern = /text:([0-9a-f-]{36})#[0-9a-f]{64}/g;

/** Sealed texts named anywhere in some JSON: the vault's reference by the form found. */
export const sealedTextsIn = (json: string): ReadonlyMap<string, string> =>
  new Map([...json.matchAll(sealedPattern)].map(([form, textRef]) => [form, textRef!]));
