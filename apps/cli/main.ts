import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { isStreamId, type StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { sweepFiles } from '#persons/file-vault';
import { readConfiguration } from '#platform/configuration';
import { dataSourceOptions } from '#platform/database';
import { addressesOfHome } from '#platform/home-addresses';
import { temporalClient } from '#platform/temporal';
import { readArguments, usage, UsageError, type Invocation } from './arguments';
import { examine } from './doctor';
import { evaluateNow } from './evaluate';
import { linesOf, replayStream } from './replay';
import { lineOf, verify } from './verify';

/** @returns the exit code: 0 in order, 1 something is wrong, 2 not understood */
async function run(invocation: Invocation): Promise<number> {
  const configuration = readConfiguration({ ...addressesOfHome(process.env), ...process.env });
  const database = await new DataSource(dataSourceOptions(configuration.databaseUrl, [], [], 4)).initialize();
  const temporal = temporalClient(configuration.temporalAddress, configuration.temporalNamespace);
  try {
    switch (invocation.command) {
      case 'replay': {
        const replayed = await replayStream(
          database,
          new EventLog(configuration.hash),
          streamOf(invocation),
          invocation,
        );
        if (invocation.json)
          print(JSON.stringify({ stream: replayed.stream, revision: replayed.revision, state: replayed.state }));
        else linesOf(replayed).forEach(print);
        return replayed.steps.length > 0 ? 0 : 1;
      }
      case 'verify': {
        let wrong = 0;
        for await (const verified of verify(
          database,
          invocation.positionals.length > 0 ? streamOf(invocation) : undefined,
        )) {
          print(invocation.json ? JSON.stringify(verified) : lineOf(verified));
          if (!verified.ok) wrong += 1;
        }
        return wrong === 0 ? 0 : 1;
      }
      case 'evaluate':
        return await evaluateNow(temporal, invocation, print);
      case 'sweep': {
        const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString();
        print(`已清理 ${await sweepFiles(database.manager, monthAgo)} 个没有记录引用的文件`);
        return 0;
      }
      case 'doctor': {
        const findings = await examine(database, temporal);
        for (const { what, ok, detail } of findings) print(`${ok ? '✔' : '✘'} ${what}：${detail}`);
        return findings.every(({ ok }) => ok) ? 0 : 1;
      }
      default:
        throw new UsageError(`没有命令 ${invocation.command}`);
    }
  } finally {
    await database.destroy();
    await temporal.connection.close();
  }
}

function streamOf({ positionals: [stream] }: Invocation): StreamId {
  if (stream === undefined || !isStreamId(stream)) throw new UsageError(`不是流的写法：${stream ?? '（未写）'}`);
  return stream;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  try {
    const invocation = readArguments(process.argv.slice(2));
    if (invocation.command === 'help') {
      print(usage);
      return 0;
    }
    return await run(invocation);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof UsageError) process.stderr.write(`\n${usage}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
