import { join } from 'node:path';
import { checkoutRoot } from '#platform/checkout';
import { ConfigurationError, readStandaloneConfiguration } from '#platform/configuration';
import { messageOf } from '#platform/error-code';
import { Refusal } from './refusal';
import { supervise } from './supervisor';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

/** A terminal that was closed takes its output with it; stopping in good order matters more than saying so. */
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

async function main(): Promise<number> {
  try {
    await supervise({
      configuration: readStandaloneConfiguration(process.env),
      environment: process.env,
      programs: join(checkoutRoot(), 'dist'),
      say: (line) => console.log(line),
      stopping: stopping.signal,
    });
    return 0;
  } catch (error) {
    if (stopping.signal.aborted) return 0;
    const expected = error instanceof Refusal || error instanceof ConfigurationError;
    console.error(`\n没有启动，或已停止：${messageOf(error)}`);
    if (!expected && process.env.LOG_LEVEL === 'debug') console.error(error);
    return 1;
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
