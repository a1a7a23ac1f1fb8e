import { createHmac } from 'node:crypto';
import { type VaultKeys } from '#platform/vault-keys';
import { newSealingKey, seal, type Sealed, type SealingAlgorithm, unseal } from './sealing';

/** A data key as the database holds it. */
export interface WrappedKey extends Sealed {
  wrappingKeyId: string;
}

export const indexKinds = ['idNumber', 'phone', 'card'] as const;
export type IndexKind = (typeof indexKinds)[number];

/** Makes and opens data keys, and the digests of the blind index. */
export class KeyRing {
  constructor(
    private readonly keys: VaultKeys,
    readonly algorithm: SealingAlgorithm,
  ) {}

  get indexKeyId(): string {
    return this.keys.index.id;
  }

  /** A fresh data key, and the same wrapped for the owner it is bound to. */
  newKey(owner: string): { key: Buffer; wrapped: WrappedKey } {
    const key = newSealingKey();
    const { id, secret } = this.keys.current;
    return { key, wrapped: { wrappingKeyId: id, ...seal(this.algorithm, secret, key, placeOfKey(owner)) } };
  }

  /**
   * @throws Error when the key file lacks the wrapping key
   * @throws SealBroken when the wrapped key belongs to another owner or was altered
   */
  unwrap(wrapped: WrappedKey, owner: string): Buffer {
    const secret = this.keys.wrapping.get(wrapped.wrappingKeyId);
    if (!secret) throw new Error(`the vault key file lacks wrapping key ${wrapped.wrappingKeyId}`);
    return unseal(wrapped, secret, placeOfKey(owner));
  }

  /** Digest under which a number is found; without the index key it cannot be guessed from the number. */
  digest(kind: IndexKind, value: string): Buffer {
    return createHmac('sm3', this.keys.index.secret).update(`${kind}:${value}`).digest();
  }
}

function placeOfKey(owner: string): string {
  return `key of ${owner}`;
}
