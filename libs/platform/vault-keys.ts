import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A secret with the short name that is stored beside whatever was made with it. */
export interface NamedKey {
  id: string;
  secret: Buffer;
}

/** The secrets that stay outside the database and its backups: without them the vault's tables are noise. */
export interface VaultKeys {
  /** Wraps new data keys. */
  current: NamedKey;
  /** Every wrapping key still in use, by id. */
  wrapping: ReadonlyMap<string, Buffer>;
  /** Makes the blind index; replacing it means making every index row anew. */
  index: NamedKey;
}

const secret = z.string().regex(/^[0-9a-f]{64}$/);
const keyFile = z.strictObject({
  version: z.literal(1),
  current: z.string().min(1),
  wrapping: z.record(z.string().min(1), secret),
  index: secret,
});

/**
 * Reads the key file, or makes one with fresh secrets where none exists.
 * Of several programs that start at once one makes the file, and the others read it.
 * @param path key file; its folder is made when missing
 * @throws Error when the file is not ours to trust: readable by others, damaged, or without its current key
 */
export function openVaultKeys(path: string): VaultKeys {
  const text = readIfPresent(path) ?? make(path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`${path} can be read by others; run: chmod 600 ${path}`);
  }
  return parse(path, text);
}

function parse(path: string, text: string): VaultKeys {
  const read = keyFile.safeParse(asJson(text));
  if (!read.success) throw new Error(`${path} is not a vault key file of version 1`);
  const wrapping = new Map(Object.entries(read.data.wrapping).map(([id, hex]) => [id, Buffer.from(hex, 'hex')]));
  const current = wrapping.get(read.data.current);
  if (!current) throw new Error(`${path} names a current key that it does not hold`);
  const index = Buffer.from(read.data.index, 'hex');
  return { current: { id: read.data.current, secret: current }, wrapping, index: { id: nameOf(index), secret: index } };
}

function make(path: string): string {
  const wrapping = randomBytes(32);
  const id = nameOf(wrapping);
  const content = { version: 1, current: id, wrapping: { [id]: wrapping.toString('hex') }, index: newSecret() };
  const draft = `${path}.${randomUUID()}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    // A link appears whole or not at all, and never replaces: nobody reads half a file or loses a key in use.
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8');
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}

function nameOf(key: Buffer): string {
  return createHash('sm3').update('vault key name').update(key).digest('hex').slice(0, 12);
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
