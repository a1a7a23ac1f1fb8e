import { createHmac } from 'node:crypto';
import { type NamedKey, type VaultKeys } from '#platform/vault-keys';
import { KeyRing } from './key-ring';
import { newSealingKey, seal, SealBroken, sealingAlgorithms, unseal } from './sealing';

const plain = Buffer.from('一段要封存的文字', 'utf8');

describe.each(sealingAlgorithms)('sealing with %s', (algorithm) => {
  const key = newSealingKey();

  it('opens with its key at its place', () => {
    expect(unseal(seal(algorithm, key, plain, 'here'), key, 'here')).toEqual(plain);
    expect(unseal(seal(algorithm, key, Buffer.alloc(0), 'here'), key, 'here')).toEqual(Buffer.alloc(0));
  });

  it('never looks the same twice and shows nothing of the text', () => {
    const [first, second] = [seal(algorithm, key, plain, 'here'), seal(algorithm, key, plain, 'here')];
    expect(first.bytes.equals(second.bytes)).toBe(false);
    expect(first.bytes.includes(plain)).toBe(false);
  });

  it('notices every single altered byte', () => {
    const { bytes } = seal(algorithm, key, plain, 'here');
    for (let place = 0; place < bytes.length; place += 1) {
      const altered = Buffer.from(bytes);
      altered[place]! ^= 1;
      expect(() => unseal({ algorithm, bytes: altered }, key, 'here')).toThrow(SealBroken);
    }
  });

  it('notices bytes cut short, another key and another place', () => {
    const sealed = seal(algorithm, key, plain, 'here');
    expect(() => unseal({ algorithm, bytes: sealed.bytes.subarray(0, -1) }, key, 'here')).toThrow(SealBroken);
    expect(() => unseal({ algorithm, bytes: Buffer.alloc(8) }, key, 'here')).toThrow(SealBroken);
    expect(() => unseal(sealed, newSealingKey(), 'here')).toThrow(SealBroken);
    expect(() => unseal(sealed, key, 'there')).toThrow(SealBroken);
  });

  it('is not mistaken for another algorithm', () => {
    const other = sealingAlgorithms.find((name) => name !== algorithm)!;
    expect(() => unseal({ ...seal(algorithm, key, plain, 'here'), algorithm: other }, key, 'here')).toThrow(SealBroken);
  });
});

describe('data keys and index digests', () => {
  const named = (id: string): NamedKey => ({ id, secret: newSealingKey() });
  const keysWith = (current: NamedKey, ...older: NamedKey[]): VaultKeys => ({
    current,
    wrapping: new Map([current, ...older].map(({ id, secret }) => [id, secret])),
    index: named('index'),
  });
  const first = named('first');

  it('are bound to their owner', () => {
    const ring = new KeyRing(keysWith(first), 'sm4-ctr+hmac-sm3');
    const { key, wrapped } = ring.newKey('one');
    expect(ring.unwrap(wrapped, 'one')).toEqual(key);
    expect(() => ring.unwrap(wrapped, 'another')).toThrow(SealBroken);
  });

  it('stay readable after the wrapping key and the algorithm were followed by others', () => {
    const { key, wrapped } = new KeyRing(keysWith(first), 'sm4-ctr+hmac-sm3').newKey('one');
    const later = new KeyRing(keysWith(named('second'), first), 'aes-256-gcm');
    expect(later.unwrap(wrapped, 'one')).toEqual(key);
    expect(later.newKey('one').wrapped).toMatchObject({ wrappingKeyId: 'second', algorithm: 'aes-256-gcm' });
  });

  it('are lost with their wrapping key, and the refusal says which key is missing', () => {
    const { wrapped } = new KeyRing(keysWith(first), 'sm4-ctr+hmac-sm3').newKey('one');
    expect(() => new KeyRing(keysWith(named('second')), 'sm4-ctr+hmac-sm3').unwrap(wrapped, 'one')).toThrow(/first/);
  });

  it('tell kinds apart and differ with the index key', () => {
    const keys = keysWith(first);
    const ring = new KeyRing(keys, 'sm4-ctr+hmac-sm3');
    expect(ring.digest('phone', '10000000001')).not.toEqual(ring.digest('card', '10000000001'));
    expect(ring.digest('phone', '10000000001')).not.toEqual(
      new KeyRing(keysWith(first), 'sm4-ctr+hmac-sm3').digest('phone', '10000000001'),
    );
    expect(ring.digest('phone', '1')).toEqual(createHmac('sm3', keys.index.secret).update('phone:1').digest());
  });
});
