import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildMessage } from '#platform/child';
import type { Started } from './keep-running';

interface ProgramOptions {
  /** Short name: of its log file and in what is said about it. */
  name: string;
  /** Path of its built main module. */
  module: string;
  args?: readonly string[];
  environment: NodeJS.ProcessEnv;
  home: string;
  say: (line: string) => void;
  /** Called with its pid as soon as it runs. */
  forked: (pid: number) => void;
  /** Ends a start that is under way. */
  stopping: AbortSignal;
}

const readyWithinMs = 120_000;
const stopWithinMs = 15_000;
const rotateAboveBytes = 20 * 1024 * 1024;

/**
 * A program of ours, forked into a process group of its own: Ctrl-C reaches the supervisor alone. It is stopped by closing its
 * channel, and so stops by itself when the supervisor is killed. What it writes goes to `logs/<name>.log`.
 */
export class Program implements Started {
  readonly ended: Promise<string>;
  readonly ready: Promise<Readonly<Record<string, string>>>;
  private running = true;

  private constructor(
    private readonly child: ChildProcess,
    log: string,
    { name, say }: ProgramOptions,
  ) {
    let complaint: string | undefined;
    let begun: (detail: Readonly<Record<string, string>>) => void = () => {};
    const isReady = new Promise<Readonly<Record<string, string>>>((resolve) => {
      begun = resolve;
    });
    child.on('message', (message: ChildMessage) => {
      if (message.type === 'ready') begun(message.detail);
      else if (message.type === 'progress') say(message.text);
      else complaint = message.text;
    });
    this.ended = new Promise((resolve) => {
      const end = (why: string) => {
        this.running = false;
        resolve(complaint ?? why);
      };
      child.once('error', (error) => end(error.message));
      child.once('exit', (code, signal) => end(signal ? `信号 ${signal}` : `退出码 ${code}`));
    });
    const early = this.ended.then((why) => {
      throw new Error(
        complaint ? `${name}：${complaint}` : [`${name} 没有启动成功（${why}）`, ...lastLines(log)].join('\n'),
      );
    });
    const late = new Promise<never>((_, reject) => {
      const tooLate = () => reject(new Error(`${name} ${readyWithinMs / 1000} 秒内没有就绪，见 ${log}`));
      setTimeout(tooLate, readyWithinMs).unref();
    });
    this.ready = Promise.race([isReady, early, late]);
    this.ready.catch(() => {}); // `start` waits for it; a death after that is told by `ended`.
  }

  /** Forks it and waits until it says it is ready; one that fails is stopped before this throws. */
  static async start(options: ProgramOptions): Promise<Program> {
    const logs = join(options.home, 'logs');
    const log = join(logs, `${options.name}.log`);
    mkdirSync(logs, { recursive: true });
    rotate(log);
    options.stopping.throwIfAborted();
    const output = openSync(log, 'a', 0o640);
    const child = fork(options.module, options.args ?? [], {
      detached: true,
      env: options.environment,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    if (child.pid !== undefined) options.forked(child.pid);
    const program = new Program(child, log, options);
    const halted = new Promise<never>((_, reject) => {
      options.stopping.addEventListener('abort', () => reject(options.stopping.reason), { once: true });
    });
    halted.catch(() => {});
    try {
      await Promise.race([program.ready, halted]);
      return program;
    } catch (error) {
      await program.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    if (this.child.connected) this.child.disconnect();
    const timer = setTimeout(() => this.child.kill('SIGKILL'), stopWithinMs);
    await this.ended;
    clearTimeout(timer);
  }
}

function lastLines(log: string): string[] {
  const lines = readFileSync(log, 'utf8').slice(-8_000).trimEnd().split('\n').slice(-20);
  return [`日志 ${log} 的最后几行：`, ...lines.map((line) => `  ${line}`)];
}

function rotate(log: string): void {
  try {
    if (statSync(log).size > rotateAboveBytes) renameSync(log, `${log}.1`);
  } catch {
    // The first start has no log yet.
  }
}
