import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import type { Started } from './keep-running';

interface ServerOptions {
  title: string;
  command: string;
  args: readonly string[];
  spawnOptions?: SpawnOptions;
  /** Resolves once the server answers; tried again until it does. */
  answers: () => Promise<unknown>;
  stopSignal: NodeJS.Signals;
  /** Called before anything is waited for, so that an orphan can be found later. */
  spawned?: (pid: number) => void;
  signal?: AbortSignal;
}

const linesKept = 20;
const readyWithinMs = 60_000;
const stopWithinMs = 10_000;

/** A server that runs beside us: its last lines are kept to explain a failure. */
export class ServerProcess implements Started {
  readonly ended: Promise<string>;
  private readonly lines: string[] = [];
  private running = true;

  private constructor(
    private readonly child: ChildProcess,
    private readonly options: ServerOptions,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
        this.lines.splice(0, this.lines.length - linesKept);
      });
    }
    this.ended = new Promise((resolve) => {
      const end = (why: string) => {
        this.running = false;
        // Its last words may still be in the pipe; its own children may hold that pipe open for long, though.
        setTimeout(() => resolve(why), 100);
      };
      child.once('error', (error) => end(error.message));
      child.once('exit', (code, signal) => end(signal ? `信号 ${signal}` : `退出码 ${code}`));
    });
  }

  /** @throws Error with the server's last lines when it ends or does not answer in time */
  static async start(options: ServerOptions): Promise<ServerProcess> {
    options.signal?.throwIfAborted();
    const stdio: SpawnOptions = { stdio: ['ignore', 'pipe', 'pipe'] };
    const child = spawn(options.command, options.args, { ...options.spawnOptions, ...stdio });
    const server = new ServerProcess(child, options);
    if (child.pid !== undefined) options.spawned?.(child.pid);
    try {
      await server.ready();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    if (!this.running) return;
    this.child.kill(this.options.stopSignal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), stopWithinMs);
    await this.ended;
    clearTimeout(timer);
  }

  private async ready(): Promise<void> {
    const giveUpAt = Date.now() + readyWithinMs;
    for (;;) {
      const answered = await Promise.race([
        this.options.answers().then(
          () => true,
          () => false,
        ),
        this.ended.then(() => false),
      ]);
      this.options.signal?.throwIfAborted();
      if (!this.running) throw this.failure(`启动后即退出（${await this.ended}）`);
      if (answered) return;
      if (Date.now() > giveUpAt) throw this.failure(`${readyWithinMs / 1000} 秒内没有应答`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private failure(what: string): Error {
    const shown = this.lines.length > 0 ? ['最后的输出：', ...this.lines.map((line) => `  ${line}`)] : [];
    return new Error([`${this.options.title} ${what}`, ...shown].join('\n'));
  }
}
