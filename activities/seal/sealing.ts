import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { seal, type Sealed } from '#event-log/sealer';

/** Seals what has been committed and signs a checkpoint, of which a copy goes to a file outside the database. */
@Injectable()
export class Sealing {
  private readonly key: KeyObject;
  private readonly copies: string;

  /** @param home folder that keeps the signing key and the copies of all checkpoints */
  constructor(
    private readonly database: DataSource,
    home: string,
  ) {
    this.key = signingKey(join(home, 'keys', 'checkpoint.pem'));
    this.copies = join(home, 'checkpoints', 'checkpoints.log');
    mkdirSync(dirname(this.copies), { recursive: true });
  }

  /** Public half, for whoever checks a checkpoint. */
  get publicKey(): string {
    return createPublicKey(this.key).export({ type: 'spki', format: 'pem' }).toString();
  }

  /** One round. @returns the tree as it stands, and how many events were added */
  async sealOnce(): Promise<Sealed> {
    const sealed = await this.database.transaction((tx) => seal(tx));
    if (sealed.added > 0 && sealed.root !== null) await this.publish(sealed.size, sealed.root);
    return sealed;
  }

  private async publish(size: number, root: string): Promise<void> {
    const at = new Date().toISOString();
    const text = `yigong-checkpoint-v1\n${size}\n${root}\n${at}\n`;
    const note = `${text}\ned25519 ${sign(null, Buffer.from(text), this.key).toString('base64')}\n`;
    await this.database.query(
      'insert into log.checkpoint (tree_size, root, note, published_at) values ($1, $2, $3, $4) on conflict do nothing',
      [size, root, note, at],
    );
    await appendFile(this.copies, `${note}\n`);
  }
}

function signingKey(path: string): KeyObject {
  if (existsSync(path)) return createPrivateKey(readFileSync(path));
  mkdirSync(dirname(path), { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  chmodSync(path, 0o600);
  return privateKey;
}
