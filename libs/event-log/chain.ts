import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Digest algorithms; the name is part of what is hashed and of every digest's text. SM3 by default. */
export const algorithms = ['sm3', 'sha256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Text form of a digest: `sm3:<64 hex>`. */
export type Digest = `${Algorithm}:${string}`;

/** What the first event of a stream follows. */
export const genesis = 'genesis';

export const isAlgorithm = (name: string): name is Algorithm => (algorithms as readonly string[]).includes(name);

/** The algorithm a digest names. @throws Error on a text that names none */
export function algorithmOf(digest: string): Algorithm {
  const name = digest.slice(0, digest.indexOf(':'));
  if (!isAlgorithm(name)) throw new Error(`no digest: ${digest}`);
  return name;
}

export const digestOf = (algorithm: Algorithm, bytes: string | Buffer): Digest =>
  `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;

/** RFC 8785 canonical JSON. @throws Error on what JSON cannot say */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('value has no canonical form');
  return text;
}

/** An event's hash binds its canonical body to everything before it in its stream. */
export const chainHash = (algorithm: Algorithm, prevHash: string, body: string): Digest =>
  digestOf(algorithm, `yigong-event-v1\n${algorithm}\n${prevHash}\n${body}`);

/** Digest of rows in the order given: one canonical line each. */
export const rowsDigest = (algorithm: Algorithm, rows: readonly unknown[]): Digest =>
  digestOf(algorithm, rows.map(canonical).join('\n'));
