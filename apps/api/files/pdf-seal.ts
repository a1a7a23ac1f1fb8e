import { createHash } from 'node:crypto';

const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;
/** What a signature may state of the bytes it covers. */
const algorithms = ['sm3', 'sha256', 'sha384', 'sha512'] as const;
/** DER: a sequence, as CMS and the seals of GM/T 0031 are. */
const sequence = 0x30;

/**
 * A PDF's last signature leaves nothing out but its own value, from the first byte to the last, and that value holds the digest of
 * what it covers: bytes that only look like a signature, and a file altered after its seal, are told. By whom it is signed, and
 * whether the certificate holds, is the seal system's to say. @rule R-DOC-15
 */
export function sealedWhole(bytes: Buffer): boolean {
  const last = [...bytes.toString('latin1').matchAll(range)].at(-1);
  if (!last) return false;
  const [start, first, next, rest] = last.slice(1).map(Number);
  if (start !== 0 || first! <= 0 || next! <= first! || next! + rest! !== bytes.length) return false;
  const value = valueIn(bytes.subarray(first, next).toString('latin1'));
  const covered = [bytes.subarray(0, first), bytes.subarray(next)];
  return value[0] === sequence && algorithms.some((algorithm) => value.includes(digestOf(algorithm, covered)));
}

const valueIn = (text: string): Buffer =>
  Buffer.from(/^\s*<([0-9a-fA-F\s]*)>\s*$/.exec(text)?.[1]?.replaceAll(/\s/g, '') ?? '', 'hex');

function digestOf(algorithm: string, parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
