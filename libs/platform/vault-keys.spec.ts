import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVaultKeys } from './vault-keys';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yigong-keys-'));
  path = join(folder, 'below', 'vault.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the vault key file', () => {
  it('is made on first use, for its owner alone, and read ever after', () => {
    const made = openVaultKeys(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'below'))).toEqual(['vault.key']);
    expect(openVaultKeys(path)).toEqual(made);
    expect(made.wrapping.get(made.current.id)).toEqual(made.current.secret);
    expect(made.current.secret.equals(made.index.secret)).toBe(false);
  });

  it('is refused when others can read it', () => {
    openVaultKeys(path);
    chmodSync(path, 0o640);
    expect(() => openVaultKeys(path)).toThrow(/chmod 600/);
  });

  it('is refused, never replaced, when damaged', () => {
    openVaultKeys(path);
    writeFileSync(path, '{"version":1');
    expect(() => openVaultKeys(path)).toThrow(/not a vault key file/);
    expect(readFileSync(path, 'utf8')).toBe('{"version":1');
  });

  it('is refused when it lacks the key it calls current', () => {
    openVaultKeys(path);
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), current: 'gone' }));
    expect(() => openVaultKeys(path)).toThrow(/does not hold/);
  });
});
