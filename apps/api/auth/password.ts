import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

const cost = { N: 2 ** 15, r: 8, p: 1 };
const memory = (N: number, r: number): number => 256 * N * r;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** @returns `scrypt$N$r$p$<salt>$<key>`, both base64url */
export async function sealPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { ...cost, maxmem: memory(cost.N, cost.r) });
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the sealed one, in a time that does not tell how far it agrees. */
export async function isPassword(password: string, sealed: string): Promise<boolean> {
  const [, N = '', r = '', p = '', salt = '', key = ''] = sealed.split('$');
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: memory(Number(N), Number(r)) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), options);
  return timingSafeEqual(derived, Buffer.from(key, 'base64url'));
}
