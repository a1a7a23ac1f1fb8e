import { keepRunning, quickDeathsBorne, quickMs, restartDelayMs, type Started } from './keep-running';

function deathsUntil(count: number, nowMs: number): number[] {
  return Array.from({ length: count }, (_, index) => nowMs - index);
}

class Mortal implements Started {
  die!: (why: string) => void;
  readonly ended = new Promise<string>((resolve) => {
    this.die = resolve;
  });
  stopped = false;

  async stop(): Promise<void> {
    this.stopped = true;
    this.die('stopped');
  }
}

describe('restarting what died', () => {
  it('waits longer after each quick death, and gives up after the last one it bears', () => {
    const waits = [1, 2, 3, 4, 5].map((count) => restartDelayMs(deathsUntil(count, 1_000_000), 1_000_000));
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000]);
    expect(restartDelayMs(deathsUntil(quickDeathsBorne + 1, 1_000_000), 1_000_000)).toBeUndefined();
  });

  it('forgets a death after five minutes', () => {
    expect(restartDelayMs([0, quickMs], quickMs)).toBe(500);
    expect(restartDelayMs([1, quickMs], quickMs)).toBe(1000);
  });

  it('starts again what ended, says so, and stops the new one when asked', async () => {
    const lives: Mortal[] = [];
    const said: string[] = [];
    let restored: () => void = () => {};
    const isBack = new Promise<void>((resolve) => {
      restored = resolve;
    });
    const kept = await keepRunning(
      '数据库',
      async () => {
        lives.push(new Mortal());
        return lives.at(-1)!;
      },
      {
        say: (line) => {
          said.push(line);
          if (line.includes('已恢复')) restored();
        },
        giveUp: () => {},
      },
    );
    lives[0]?.die('SIGKILL');
    await isBack;
    await kept.stop();
    expect(said[0]).toContain('SIGKILL');
    expect(lives).toHaveLength(2);
    expect(lives[1]?.stopped).toBe(true);
  });

  it('hands the failure of the first start to its caller', async () => {
    const start = () => Promise.reject(new Error('no room'));
    await expect(keepRunning('数据库', start, { say: () => {}, giveUp: () => {} })).rejects.toThrow('no room');
  });
});
