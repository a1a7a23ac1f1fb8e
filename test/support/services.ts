import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ChildMessage } from '../../libs/platform/child';

let child: ChildProcess | undefined;

/**
 * Starts what system tests stand on, in a child that ends when its channel closes: `kill -9` of Jest leaves nothing behind.
 * Relative imports only here and in all that the child imports: Jest's set-up is loaded by Node, not by Jest's module system.
 * @returns variables for the tests' environment
 */
export async function startServices(): Promise<Readonly<Record<string, string>>> {
  const started = fork(join(__dirname, 'services-child.ts'), {
    detached: true,
    execArgv: ['--conditions=yigong-source', '--require', join(__dirname, 'typescript.js')],
  });
  child = started;
  return new Promise((resolve, reject) => {
    started.on('message', (message: ChildMessage) => {
      if (message.type === 'ready') resolve(message.detail);
      else if (message.type === 'failed') reject(new Error(message.text));
      else console.log(message.text);
    });
    started.once('exit', (code, signal) => reject(new Error(`the test services ended (${signal ?? code})`)));
  });
}

/** Closes the channel and waits until PostgreSQL and Temporal are gone. */
export async function stopServices(): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (child.connected) child.disconnect();
  await gone;
}
