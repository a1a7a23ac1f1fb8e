import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkoutRoot } from '#platform/checkout';
import { addressesOfHome } from '#platform/home-addresses';
import { freePort } from '../ports';

/** A whole system of its own in a temporary folder, started as `npm start` starts it, without the demonstration. */
export interface TrialSystem {
  home: string;
  /** e.g. `http://127.0.0.1:41234` */
  api: string;
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  administratorPassword: string;
  /** pid of the supervisor */
  pid: number;
  /** Settles with the last lines it said when the supervisor ends by itself. */
  ended: Promise<string>;
  /** Ends it in good order and removes its folder. */
  stop(): Promise<void>;
}

const readyWithinMs = 180_000;
const stopWithinMs = 30_000;
const linesKept = 40;

/**
 * @param environment variables for the supervisor beside those that make it a system of its own
 * @param say hears what the supervisor says
 * @throws Error with its last lines when it does not come up
 */
export async function startTrialSystem(
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<TrialSystem> {
  const home = mkdtempSync(join(tmpdir(), 'yigong-trial-'));
  chmodSync(home, 0o755); // Under root PostgreSQL runs as a system user, who must be able to walk in.
  const administratorPassword = randomBytes(18).toString('base64url');
  const [port, postgresPort, temporalPort] = [await freePort(), await freePort(), await freePort()];
  const { DATABASE_URL: _, TEMPORAL_ADDRESS: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(checkoutRoot(), 'dist', 'apps', 'standalone', 'main.js')], {
    env: {
      ...inherited,
      LOG_LEVEL: 'warn',
      ...environment,
      YIGONG_HOME: home,
      YIGONG_DEMO: 'off',
      YIGONG_ADMIN_PASSWORD: administratorPassword,
      PORT: String(port),
      YIGONG_POSTGRES_PORT: String(postgresPort),
      YIGONG_TEMPORAL_PORT: String(temporalPort),
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = followed(child, say);
  const stop = async () => {
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(patience);
    rmSync(home, { recursive: true, force: true });
  };
  // A trial that is interrupted leaves nothing behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    await Promise.race([
      published(home),
      ended.then((last) => {
        throw new Error(`the system ended before it was ready:\n${last}`);
      }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  const addresses = addressesOfHome({ YIGONG_HOME: home });
  return {
    home,
    api: addresses.YIGONG_API!,
    databaseUrl: addresses.DATABASE_URL!,
    temporalAddress: addresses.TEMPORAL_ADDRESS!,
    temporalNamespace: addresses.TEMPORAL_NAMESPACE!,
    administratorPassword,
    pid: child.pid!,
    ended,
    stop,
  };
}

function followed(child: ChildProcess, say: (line: string) => void): Promise<string> {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n').filter((part) => part.trim() !== '')) {
        lines.push(line);
        say(line);
      }
      lines.splice(0, lines.length - linesKept);
    });
  }
  return new Promise((resolve) => child.once('exit', () => resolve(lines.join('\n'))));
}

/** The supervisor publishes the addresses when everything has come up. */
async function published(home: string): Promise<void> {
  const giveUpAt = Date.now() + readyWithinMs;
  while (!existsSync(join(home, 'addresses.json'))) {
    if (Date.now() > giveUpAt) throw new Error(`the system was not ready within ${readyWithinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The end of a program's log in the trial's folder, to explain a failure. */
export function endOfLog(home: string, name: string, lines = 15): string {
  const path = join(home, 'logs', `${name}.log`);
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
