import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same number: when it began and its command line.
 * A pid that merely lives may be someone else's by now.
 * @returns undefined when no such process runs
 */
export function identityOf(pid: number): string | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** Whether the process that was recorded under this pid still runs. */
export function stillRuns(recorded: { pid: number; identity: string }): boolean {
  return identityOf(recorded.pid) === recorded.identity;
}

/** The command line alone, for people to read. */
export function commandLineOf(identity: string): string {
  return identity.slice(identity.indexOf(' ') + 1);
}

/**
 * Ends a process and waits: the given signal first, SIGKILL when it has not gone in time.
 * @returns false when it outlived even SIGKILL, or may not be signalled
 */
export async function endProcess(
  recorded: { pid: number; identity: string },
  signal: NodeJS.Signals,
  withinMs = 10_000,
): Promise<boolean> {
  for (const [sent, patience] of [[signal, withinMs] as const, ['SIGKILL', 3_000] as const]) {
    if (!stillRuns(recorded)) return true;
    trySignal(recorded.pid, sent);
    if (await goneWithin(recorded, patience)) return true;
  }
  return !stillRuns(recorded);
}

/** Waits for a process to end by itself. */
export async function goneWithin(recorded: { pid: number; identity: string }, withinMs: number): Promise<boolean> {
  const giveUpAt = Date.now() + withinMs;
  while (stillRuns(recorded)) {
    if (Date.now() > giveUpAt) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

function trySignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already, or not ours to signal: the caller looks whether it still runs.
  }
}

function fromProc(pid: number): string | undefined {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets, which may hold spaces, come the state and, 19 fields on, the start in clock ticks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `${fields[19]} ${words.join(' ')}`;
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'lstart=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line === '' ? undefined : line.replace(/^(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+/, '$1-$2-$3-$4-$5 ');
  } catch {
    return undefined;
  }
}
