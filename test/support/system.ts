import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { FactReaders } from '../../activities/record/facts/fact-readers';
import { Recorder } from '../../activities/record/recorder';
import { allMigrations } from '../../activities/record/schema';
import { StreamClient } from '../../activities/record/stream-client';
import { startWorker, type RunningWorker } from '../../apps/worker/host';
import { EventLog } from '../../libs/event-log/event-log';
import { PersonVault } from '../../libs/persons/person-vault';
import type { Configuration } from '../../libs/platform/configuration';
import { prepareNamespace, temporalClient } from '../../libs/platform/temporal';
import { openVaultKeys } from '../../libs/platform/vault-keys';
import { freshDatabase } from './database';

/** A database of its own with the recorder in hand. */
export interface TestRecord {
  home: string;
  database: DataSource;
  log: EventLog;
  vault: PersonVault;
  recorder: Recorder;
  stop(): Promise<void>;
}

/** A record with a Temporal namespace of its own; the worker comes up when asked. */
export interface TestSystem extends TestRecord {
  configuration: Configuration;
  temporal: Client;
  streams: StreamClient;
  startWorker(): Promise<RunningWorker>;
}

const vaultKeyFile = (home: string): string => join(home, 'keys', 'vault.json');

export async function testRecord(): Promise<TestRecord> {
  const database = await freshDatabase(allMigrations);
  const home = mkdtempSync(join(tmpdir(), 'yigong-test-'));
  const log = new EventLog('sm3');
  const vault = new PersonVault(openVaultKeys(vaultKeyFile(home)), { demonstration: true });
  const stop = async () => {
    await database.destroy();
    rmSync(home, { recursive: true, force: true });
  };
  return { home, database, log, vault, recorder: new Recorder(database, log, new FactReaders(log, vault)), stop };
}

export async function testSystem(): Promise<TestSystem> {
  const record = await testRecord();
  // Not counted: spec files in one Jest process would share it, and with it workflows of the same name.
  const temporalNamespace = `test-${randomUUID()}`;
  const temporalAddress = process.env.TEMPORAL_ADDRESS!;
  await prepareNamespace(temporalAddress, temporalNamespace);
  const configuration: Configuration = {
    databaseUrl: (record.database.options as { url: string }).url,
    databaseOwnerUrl: undefined,
    temporalAddress,
    temporalNamespace,
    publicUrl: 'https://yigong.example',
    host: '127.0.0.1',
    port: 0,
    home: record.home,
    logLevel: 'warn',
    vaultKeyFile: vaultKeyFile(record.home),
    hash: 'sm3',
    demo: true,
  };
  const temporal = temporalClient(temporalAddress, temporalNamespace);
  const workers: RunningWorker[] = [];
  return {
    ...record,
    configuration,
    temporal,
    streams: new StreamClient(temporal),
    async startWorker() {
      const worker = await startWorker(configuration);
      workers.push(worker);
      return worker;
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await temporal.connection.close();
      await record.stop();
    },
  };
}
