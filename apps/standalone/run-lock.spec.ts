import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, stillRuns } from './process-identity';
import { RunLock } from './run-lock';

const silent = () => {};
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'yigong-lock-'));
});
let orphan: ChildProcess | undefined;
afterEach(() => {
  orphan?.kill('SIGKILL');
  rmSync(home, { recursive: true });
});

function leaveBehind(run: object): void {
  writeFileSync(join(home, 'run.json'), JSON.stringify({ startedAt: '2026-01-01T00:00:00Z', children: {}, ...run }));
}

describe('one supervisor on one data folder', () => {
  it('refuses the second and says who the first is', async () => {
    await RunLock.claim(home, silent);
    await expect(RunLock.claim(home, silent)).rejects.toThrow(`进程 ${process.pid}`);
  });

  it('is free again once released', async () => {
    (await RunLock.claim(home, silent)).release();
    expect(existsSync(join(home, 'run.json'))).toBe(false);
    await expect(RunLock.claim(home, silent)).resolves.toBeInstanceOf(RunLock);
  });

  it('is not blocked by a stranger who lives under the recorded number', async () => {
    leaveBehind({ pid: process.pid, identity: '1 node dist/apps/standalone/main.js' });
    await expect(RunLock.claim(home, silent)).resolves.toBeInstanceOf(RunLock);
  });

  it('is not blocked by a file that was cut short', async () => {
    writeFileSync(join(home, 'run.json'), '{"pid": 1');
    await expect(RunLock.claim(home, silent)).resolves.toBeInstanceOf(RunLock);
  });

  it('ends a child that a killed supervisor left behind, and says so', async () => {
    orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const child = { pid: orphan.pid ?? 0, identity: identityOf(orphan.pid ?? 0) ?? '' };
    leaveBehind({ pid: 2 ** 22 + 1, identity: 'gone', children: { worker: child } });
    const said: string[] = [];
    await RunLock.claim(home, (line) => said.push(line), 50);
    expect(stillRuns(child)).toBe(false);
    expect(said.join()).toContain('worker');
  });
});
