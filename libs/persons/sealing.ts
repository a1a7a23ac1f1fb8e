import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Ways to seal; the name is stored with what was sealed, so that one may follow another without a conversion. */
export const sealingAlgorithms = ['sm4-ctr+hmac-sm3', 'aes-256-gcm'] as const;
export type SealingAlgorithm = (typeof sealingAlgorithms)[number];

export interface Sealed {
  algorithm: SealingAlgorithm;
  bytes: Buffer;
}

/** Thrown when sealed bytes do not fit their key, place or own check value. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

interface Sealing {
  seal(key: Buffer, plain: Buffer, place: string): Buffer;
  open(key: Buffer, bytes: Buffer, place: string): Buffer;
}

const keyBytes = 32;

// Node's OpenSSL has no authenticated SM4 mode, hence encrypt-then-MAC with two keys derived from the one.
const nationalIvBytes = 16;
const nationalTagBytes = 32;
const national: Sealing = {
  seal(key, plain, place) {
    const iv = randomBytes(nationalIvBytes);
    const cipher = createCipheriv('sm4-ctr', derived(key, 'encrypt').subarray(0, 16), iv);
    const body = Buffer.concat([iv, cipher.update(plain), cipher.final()]);
    return Buffer.concat([body, nationalTag(key, body, place)]);
  },
  open(key, bytes, place) {
    if (bytes.length < nationalIvBytes + nationalTagBytes) throw new SealBroken('sealed bytes are too short');
    const body = bytes.subarray(0, -nationalTagBytes);
    if (!timingSafeEqual(nationalTag(key, body, place), bytes.subarray(-nationalTagBytes))) {
      throw new SealBroken('sealed bytes were altered, moved, or made with another key');
    }
    const cipherKey = derived(key, 'encrypt').subarray(0, 16);
    const decipher = createDecipheriv('sm4-ctr', cipherKey, body.subarray(0, nationalIvBytes));
    return Buffer.concat([decipher.update(body.subarray(nationalIvBytes)), decipher.final()]);
  },
};

const gcmIvBytes = 12;
const gcmTagBytes = 16;
const international: Sealing = {
  seal(key, plain, place) {
    const iv = randomBytes(gcmIvBytes);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, bytes, place) {
    if (bytes.length < gcmIvBytes + gcmTagBytes) throw new SealBroken('sealed bytes are too short');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, gcmIvBytes), { authTagLength: gcmTagBytes })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-gcmTagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(gcmIvBytes, -gcmTagBytes)), decipher.final()]);
    } catch {
      throw new SealBroken('sealed bytes were altered, moved, or made with another key');
    }
  },
};

const sealings: Record<SealingAlgorithm, Sealing> = { 'sm4-ctr+hmac-sm3': national, 'aes-256-gcm': international };

/** A fresh key for `seal`: 32 random bytes, whatever the algorithm. */
export function newSealingKey(): Buffer {
  return randomBytes(keyBytes);
}

/**
 * Encrypts and authenticates.
 * @param place where the bytes will lie (whose record, whose key): bytes put elsewhere do not open
 * @rule R-PRIV-11
 */
export function seal(algorithm: SealingAlgorithm, key: Buffer, plain: Buffer, place: string): Sealed {
  return { algorithm, bytes: sealings[algorithm].seal(key, plain, place) };
}

/** The inverse of `seal`. @throws SealBroken when a bit, the key, the place or the algorithm differs */
export function unseal({ algorithm, bytes }: Sealed, key: Buffer, place: string): Buffer {
  return sealings[algorithm].open(key, bytes, place);
}

function nationalTag(key: Buffer, body: Buffer, place: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(place));
  return createHmac('sm3', derived(key, 'authenticate')).update(length).update(place).update(body).digest();
}

function derived(key: Buffer, use: 'encrypt' | 'authenticate'): Buffer {
  return createHmac('sm3', key).update(`sm4-ctr+hmac-sm3 ${use}`).digest();
}
