import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkoutRoot } from '#platform/checkout';
import { demonstrationPassword } from '../demonstration/accounts';
import { freePort } from '../ports';

export interface OwnSystem {
  address: string;
  stop(): Promise<void>;
}

const readyLine = '以工已就绪';
const stopWithinMs = 40_000;

/**
 * Starts a whole system with a folder and ports of its own, the district without its projects.
 * @param say told what it says while it starts
 */
export async function startOwnSystem(say: (line: string) => void): Promise<OwnSystem> {
  const home = mkdtempSync(join(tmpdir(), 'yigong-life-'));
  const port = await freePort();
  const {
    DATABASE_URL: _database,
    DATABASE_OWNER_URL: _owner,
    TEMPORAL_ADDRESS: _temporal,
    ...environment
  } = process.env;
  const child = spawn(process.execPath, [join(checkoutRoot(), 'dist', 'apps', 'standalone', 'main.js')], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...environment,
      YIGONG_HOME: home,
      HOST: '127.0.0.1',
      PORT: String(port),
      YIGONG_DEMO: 'on',
      YIGONG_DEMO_PROJECTS: 'off',
      YIGONG_ADMIN_PASSWORD: demonstrationPassword,
    },
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
      await exited;
      clearTimeout(timer);
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      ready(createInterface({ input: child.stdout }), say),
      exited.then(([code]) => {
        throw new Error(`the system ended while it started (exit code ${code})`);
      }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://127.0.0.1:${port}`, stop };
}

/** Reads on after that, so that the child never waits for somebody to listen. */
function ready(lines: ReturnType<typeof createInterface>, say: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      if (line.startsWith(readyLine)) resolve();
      else if (line.startsWith('正在')) say(line);
    });
  });
}
