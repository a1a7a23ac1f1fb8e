import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const targets = ['api', 'worker', 'PostgreSQL', 'Temporal'] as const;
export type Target = (typeof targets)[number];

const marks: Readonly<Record<Target, string>> = {
  api: 'apps/api/main.js',
  worker: 'apps/worker/main.js',
  PostgreSQL: 'postgres\0-D\0',
  Temporal: 'server\0start-dev\0',
};

/**
 * The process of a trial's own system that now plays this part: found among the descendants of its supervisor, so that nobody
 * else's is ever hit. Linux alone, by /proc.
 * @returns undefined while it is down
 */
export function pidOf(target: Target, supervisor: number): number | undefined {
  const running = processes();
  const parentOf = new Map(running.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === supervisor || isOurs(parentOf.get(pid)));
  return running.find(({ pid, commandLine }) => commandLine.includes(marks[target]) && isOurs(pid))?.pid;
}

/** @returns whether it was there to be killed */
export function kill(target: Target, supervisor: number): boolean {
  const pid = pidOf(target, supervisor);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

interface Running {
  pid: number;
  parent: number;
  commandLine: string;
}

function processes(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(join('/proc', name, 'stat'), 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const commandLine = readFileSync(join('/proc', name, 'cmdline'), 'utf8');
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), commandLine }];
      } catch {
        return []; // It ended while we looked.
      }
    });
}
