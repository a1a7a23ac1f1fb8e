import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { checkoutRoot } from './checkout';

const addresses = z.record(z.string(), z.string());

/**
 * The addresses of what runs on this data folder, for commands given beside it: variables such as DATABASE_URL.
 * @returns nothing when no supervisor keeps the folder
 */
export function addressesOfHome(environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const home = environment.YIGONG_HOME ? resolve(environment.YIGONG_HOME) : join(checkoutRoot(), 'data');
  try {
    return addresses.parse(JSON.parse(readFileSync(pathIn(home), 'utf8')));
  } catch {
    return {};
  }
}

/** Written by the supervisor; readable by its own user alone, since the addresses carry passwords. */
export function publishAddresses(home: string, published: Readonly<Record<string, string>>): void {
  const draft = `${pathIn(home)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(published, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, pathIn(home));
}

export function withdrawAddresses(home: string): void {
  rmSync(pathIn(home), { force: true });
}

const pathIn = (home: string): string => join(home, 'addresses.json');
