import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Connection } from '@temporalio/client';
import { isFreeWithin } from './ports';
import { endProcess, identityOf, stillRuns } from './process-identity';
import { Refusal } from './refusal';
import { ServerProcess } from './server-process';

export interface TemporalOptions {
  binary: string;
  port: number;
  /** Folder of the database file; without one everything is in memory, for tests. */
  home?: string;
  namespace: string;
  ui: boolean;
  say: (line: string) => void;
  signal: AbortSignal;
}

const recorded = z.object({ pid: z.int().positive(), identity: z.string() });

/**
 * Starts the development server on its file. Never a second one on the same file: it would start, report itself healthy and
 * corrupt the other's data; so an orphan is found by the record beside the file and ended first.
 */
export async function startTemporal(options: TemporalOptions): Promise<ServerProcess> {
  const { binary, port, home, namespace, ui, say, signal } = options;
  const record = home === undefined ? undefined : join(home, 'temporal.pid.json');
  if (record !== undefined) await endOrphan(record, say);
  if (!(await isFreeWithin(port, '127.0.0.1', 3_000))) {
    throw new Refusal(`Temporal 的端口 ${port} 已被别的程序占用`, `换一个端口：YIGONG_TEMPORAL_PORT=7300 npm start`);
  }
  const file = home === undefined ? [] : ['--db-filename', join(home, 'temporal.db'), ...pragmas];
  return ServerProcess.start({
    title: 'Temporal',
    command: binary,
    args: [
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--namespace',
      namespace,
      '--log-level',
      'warn',
      ...settings.flatMap((setting) => ['--dynamic-config-value', setting]),
      ...(ui ? [] : ['--headless']),
      ...file,
    ],
    answers: () => answersAt(`127.0.0.1:${port}`, namespace),
    stopSignal: 'SIGTERM',
    spawned: (pid) => {
      if (record !== undefined) writeFileSync(record, JSON.stringify({ pid, identity: identityOf(pid) ?? '' }));
    },
    signal,
  });
}

/** As in the cluster's `temporal.yaml`. By default eleven signatures at once are one more than a matter takes in. */
const settings = ['limit.historyCount.suggestContinueAsNew=2000', 'history.maxInFlightUpdates=100'];

/** The default journal halves the throughput; this one is safe against `kill -9`. */
const pragmas = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'];

async function answersAt(address: string, namespace: string): Promise<void> {
  const connection = Connection.lazy({ address, connectTimeout: '1s' });
  try {
    await connection.withDeadline(Date.now() + 1_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } finally {
    await connection.close();
  }
}

async function endOrphan(record: string, say: (line: string) => void): Promise<void> {
  const orphan = readRecord(record);
  if (orphan && stillRuns(orphan)) {
    say(`上次运行遗留的 Temporal（进程 ${orphan.pid}）仍在，正在结束它`);
    if (!(await endProcess(orphan, 'SIGTERM'))) {
      throw new Refusal(`遗留的 Temporal 进程 ${orphan.pid} 结束不了`, `手工结束它：kill ${orphan.pid}，再启动一次`);
    }
  }
  rmSync(record, { force: true });
}

function readRecord(path: string): z.infer<typeof recorded> | undefined {
  try {
    return recorded.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
