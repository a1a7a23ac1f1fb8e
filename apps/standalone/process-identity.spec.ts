import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandLineOf, endProcess, identityOf, stillRuns } from './process-identity';

describe('whose process a pid is', () => {
  it('knows this very process, and not one that never ran', () => {
    expect(commandLineOf(identityOf(process.pid) ?? '')).toContain('node');
    expect(identityOf(2 ** 22 + 1)).toBeUndefined();
  });

  it('does not take another process under the same number for the recorded one', () => {
    const identity = identityOf(process.pid) ?? '';
    expect(stillRuns({ pid: process.pid, identity })).toBe(true);
    expect(stillRuns({ pid: process.pid, identity: `0 ${commandLineOf(identity)}` })).toBe(false);
  });

  it('ends a process that ignores the first signal', async () => {
    const stubborn = spawn(process.execPath, [
      '-e',
      "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')",
    ]);
    await once(stubborn.stdout, 'data');
    const recorded = { pid: stubborn.pid ?? 0, identity: identityOf(stubborn.pid ?? 0) ?? '' };
    expect(await endProcess(recorded, 'SIGTERM', 100)).toBe(true);
    expect(stillRuns(recorded)).toBe(false);
  });
});
