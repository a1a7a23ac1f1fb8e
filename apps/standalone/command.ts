import { spawn } from 'node:child_process';

interface CommandOptions {
  environment?: NodeJS.ProcessEnv;
  withinMs: number;
  signal?: AbortSignal;
  cwd?: string;
  /** Numeric ids to run under. */
  uid?: number;
  gid?: number;
}

/**
 * Runs a program to its end.
 * @returns what it wrote to standard output
 * @throws Error with its last line when it fails, is missing, or takes too long
 */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { environment, withinMs, signal, cwd, uid, gid } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      ...(environment && { env: environment }),
      ...(uid !== undefined && { uid }),
      ...(gid !== undefined && { gid }),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    // Node's own limit keeps its timer, and so the process, when the command does not exist.
    const timer = setTimeout(() => child.kill('SIGTERM'), withinMs);
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint = (complaint + text).slice(-4_000)));
    child.once('error', (error) => {
      clearTimeout(timer);
      const missing = 'code' in error && error.code === 'ENOENT';
      reject(missing ? new Error(`没有 ${command} 这个命令`) : error);
    });
    child.once('close', (code, killedBy) => {
      clearTimeout(timer);
      if (code === 0) return resolve(output);
      const last = `${output}\n${complaint}`.trim().split('\n').at(-1) ?? '';
      reject(new Error(killedBy ? `${withinMs / 1000} 秒内没有结束` : `退出码 ${code}：${last.slice(0, 300)}`));
    });
  });
}
