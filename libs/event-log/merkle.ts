import { createHash } from 'node:crypto';
import { algorithmOf, type Algorithm, type Digest } from './chain';

/** RFC 9162 tree hashing: leaves and nodes are told apart by their first byte. */
const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

const bytesOf = (digest: string): Buffer => Buffer.from(digest.slice(digest.indexOf(':') + 1), 'hex');

function hashed(algorithm: Algorithm, ...parts: Buffer[]): Digest {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return `${algorithm}:${hash.digest('hex')}`;
}

/** The leaf of an event: its hash names its algorithm. */
export const leafHash = (eventHash: string): Digest => hashed(algorithmOf(eventHash), leafPrefix, bytesOf(eventHash));

export const nodeHash = (left: string, right: string): Digest =>
  hashed(algorithmOf(left), nodePrefix, bytesOf(left), bytesOf(right));

/**
 * The tree's frontier: hashes of the complete subtrees from left to right, one for each 1 in the size's binary form. With it
 * the tree grows leaf by leaf and its root is known without reading it again.
 */
export interface Frontier {
  size: number;
  hashes: readonly string[];
}
export const emptyFrontier: Frontier = { size: 0, hashes: [] };

export function grow({ size, hashes }: Frontier, leaf: string): Frontier {
  const next = [...hashes, leaf];
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const right = next.pop()!;
    next.push(nodeHash(next.pop()!, right));
  }
  return { size: size + 1, hashes: next };
}

/** The root over all leaves; an odd node is promoted, not doubled. @returns null for the empty tree */
export const rootOf = ({ hashes }: Frontier): string | null =>
  hashes.length === 0 ? null : hashes.reduceRight((right, left) => nodeHash(left, right));
