import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { VaultKeys } from '#platform/vault-keys';
import { KeyRing } from './key-ring';
import { wrappedKeyOf } from './person-store';
import { seal, type SealingAlgorithm, unseal } from './sealing';

/** What is known of a file without opening it. */
export interface StoredFile {
  /** SM3 of its bytes, `sm3:<64 hex>` */
  digest: string;
  /** by its content: `pdf`, `ofd`, `docx` … */
  kind: string;
  bytes: number;
  /** it bears an electronic signature that covers it whole; whose, and whether it holds, is the seal system's to say */
  signed: boolean;
}

interface FileRow {
  algorithm: SealingAlgorithm;
  sealed: Buffer;
  wrapping_key_id: string;
  key_algorithm: SealingAlgorithm;
  wrapped: Buffer;
}

export const digestOfFile = (bytes: Buffer): string => `sm3:${createHash('sm3').update(bytes).digest('hex')}`;
const placeOf = (digest: string): string => `file ${digest}`;

/** Those of the files named that are here, by digest. */
export async function findFiles(
  manager: EntityManager,
  digests: readonly string[],
): Promise<Record<string, StoredFile>> {
  if (digests.length === 0) return {};
  const rows = await manager.query<(Omit<StoredFile, 'bytes'> & { bytes: string })[]>(
    'select digest, kind, bytes, signed from vault.file where digest = any($1)',
    [[...digests]],
  );
  return Object.fromEntries(rows.map((row) => [row.digest, { ...row, bytes: Number(row.bytes) }]));
}

/** Those that the record of a stream names and that are here. */
export async function filesNamedBy(manager: EntityManager, stream: string): Promise<StoredFile[]> {
  const rows = await manager.query<{ digest: string }[]>(
    `select distinct named[1] as digest from log.event, regexp_matches(body, '"((?:sm3|sha256):[0-9a-f]{64})"', 'g') named where stream_id = $1`,
    [stream],
  );
  const found = await findFiles(
    manager,
    rows.map(({ digest }) => digest),
  );
  return Object.values(found);
}

/**
 * Removes files that no record came to name, with their keys. Reads the whole log once: an hour without traffic suits it.
 * @param before files sent since stay; at the latest a week ago
 * @returns how many went
 */
export async function sweepFiles(manager: EntityManager, before: string): Promise<number> {
  const [row] = await manager.query<{ gone: number }[]>('select vault.sweep_files($1) as gone', [before]);
  return row!.gone;
}

/** Files beside the log, which holds their digests alone: sealed, each under a key of its own, named by its content. */
export class FileVault {
  private readonly ring: KeyRing;

  constructor(keys: VaultKeys, algorithm: SealingAlgorithm = 'sm4-ctr+hmac-sm3') {
    this.ring = new KeyRing(keys, algorithm);
  }

  /** Keeps a file; the same content again is the same file, however often it is sent. */
  async keep(
    manager: EntityManager,
    content: Buffer,
    { kind, signed }: Pick<StoredFile, 'kind' | 'signed'>,
    at: string,
  ): Promise<StoredFile> {
    const digest = digestOfFile(content);
    const { key, wrapped } = this.ring.newKey(digest);
    const { algorithm, bytes } = seal(this.ring.algorithm, key, content, placeOf(digest));
    // File and key in one statement: a file whose key was lost between two could never be sent again.
    await manager.query(
      `with made as (
         insert into vault.file (digest, kind, bytes, signed, algorithm, sealed, created_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing returning digest)
       insert into vault.file_key (digest, wrapping_key_id, algorithm, wrapped)
       select digest, $8, $9, $10::bytea from made`,
      [
        digest,
        kind,
        content.length,
        signed,
        algorithm,
        bytes,
        at,
        wrapped.wrappingKeyId,
        wrapped.algorithm,
        wrapped.bytes,
      ],
    );
    return { digest, kind, bytes: content.length, signed };
  }

  /** The bytes of a file; none where there is no such. @throws SealBroken where they were altered */
  async open(manager: EntityManager, digest: string): Promise<Buffer | undefined> {
    const [row] = await manager.query<FileRow[]>(
      `select f.algorithm, f.sealed, k.wrapping_key_id, k.algorithm as key_algorithm, k.wrapped
         from vault.file f join vault.file_key k using (digest) where digest = $1`,
      [digest],
    );
    if (!row) return undefined;
    const key = this.ring.unwrap(wrappedKeyOf(row)!, digest);
    return unseal({ algorithm: row.algorithm, bytes: row.sealed }, key, placeOf(digest));
  }
}
