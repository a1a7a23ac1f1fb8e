import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '#platform/error-code';
import { commandLineOf, endProcess, goneWithin, identityOf, stillRuns } from './process-identity';
import { Refusal } from './refusal';

const recorded = z.object({ pid: z.int().positive(), identity: z.string() });
const runFile = recorded.extend({ startedAt: z.string(), children: z.record(z.string(), recorded) });

type Run = z.infer<typeof runFile>;

/** One supervisor at a time on one data folder; what it leaves behind when it is killed can be found by the next. */
export class RunLock {
  private constructor(
    private readonly path: string,
    private run: Run,
  ) {}

  /**
   * Takes the folder, ending what a killed supervisor left behind.
   * @param selfStopMs how long a child may take to end by itself once its channel has closed
   * @throws Refusal that says who is running
   */
  static async claim(home: string, say: (line: string) => void, selfStopMs = 6_000): Promise<RunLock> {
    const path = join(home, 'run.json');
    const run: Run = {
      pid: process.pid,
      identity: identityOf(process.pid) ?? '',
      startedAt: new Date().toISOString(),
      children: {},
    };
    while (!createOnly(path, run)) {
      const previous = readRun(path);
      if (previous && stillRuns(previous)) throw alreadyRunning(home, previous);
      if (previous) await endOrphans(previous, say, selfStopMs);
      discard(path, previous);
    }
    return new RunLock(path, run);
  }

  /** Records a child, so that it can be found should this process be killed. */
  record(name: string, pid: number): void {
    const identity = identityOf(pid);
    if (identity === undefined) return;
    this.run = { ...this.run, children: { ...this.run.children, [name]: { pid, identity } } };
    const draft = `${this.path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(this.run));
    renameSync(draft, this.path);
  }

  release(): void {
    if (readRun(this.path)?.pid === process.pid) rmSync(this.path, { force: true });
  }
}

async function endOrphans(previous: Run, say: (line: string) => void, selfStopMs: number): Promise<void> {
  for (const [name, child] of Object.entries(previous.children)) {
    if (!stillRuns(child) || (await goneWithin(child, selfStopMs))) continue;
    say(`上次运行遗留的 ${name}（进程 ${child.pid}）仍在，正在结束它`);
    await endProcess(child, 'SIGTERM');
  }
}

function alreadyRunning(home: string, { pid, identity, startedAt }: Run): Refusal {
  return new Refusal(
    `${home} 正由另一个以工使用：进程 ${pid}，启动于 ${startedAt}，命令 ${commandLineOf(identity)}`,
    `先停掉它（在它的窗口按 Ctrl-C，或 kill ${pid}），或另用一个目录和端口：YIGONG_HOME=/别的/目录 PORT=8081 npm start`,
  );
}

/** A link appears whole and never replaces: of two that start together one wins. */
function createOnly(path: string, run: Run): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(run));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves a stale file away; when another starter was quicker and it is theirs by now, it is put back. */
function discard(path: string, judged: Run | undefined): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // Another starter has moved it already.
  }
  const moved = readRun(aside);
  if (moved && moved.identity !== judged?.identity) createOnly(path, moved);
  rmSync(aside, { force: true });
}

function readRun(path: string): Run | undefined {
  try {
    return runFile.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
