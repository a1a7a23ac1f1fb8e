import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { EventLog } from '#event-log/event-log';
import { FileVault } from '#persons/file-vault';
import { PersonVault } from '#persons/person-vault';
import type { Configuration } from '#platform/configuration';
import { dataSourceOptions } from '#platform/database';
import { temporalClient } from '#platform/temporal';
import { openVaultKeys } from '#platform/vault-keys';
import { FactReaders } from './facts/fact-readers';
import { Recorder } from './recorder';
import { StreamClient } from './stream-client';

type Settings = Pick<
  Configuration,
  'databaseUrl' | 'temporalAddress' | 'temporalNamespace' | 'vaultKeyFile' | 'demo' | 'hash'
>;

/** The one write path, hosted by both programs: the worker calls it from activities, the API for streams no workflow drives. */
@Global()
@Module({})
export class RecordModule {
  static with(settings: Settings, poolSize = 10): DynamicModule {
    const providers = [
      {
        provide: DataSource,
        useFactory: () => new DataSource(dataSourceOptions(settings.databaseUrl, [], [], poolSize)).initialize(),
      },
      { provide: EventLog, useFactory: () => new EventLog(settings.hash) },
      {
        provide: PersonVault,
        useFactory: () => new PersonVault(openVaultKeys(settings.vaultKeyFile), { demonstration: settings.demo }),
      },
      { provide: FileVault, useFactory: () => new FileVault(openVaultKeys(settings.vaultKeyFile)) },
      {
        provide: FactReaders,
        useFactory: (log: EventLog, vault: PersonVault) => new FactReaders(log, vault),
        inject: [EventLog, PersonVault],
      },
      {
        provide: Recorder,
        useFactory: (database: DataSource, log: EventLog, facts: FactReaders) => new Recorder(database, log, facts),
        inject: [DataSource, EventLog, FactReaders],
      },
      { provide: Client, useFactory: () => temporalClient(settings.temporalAddress, settings.temporalNamespace) },
      { provide: StreamClient, useFactory: (client: Client) => new StreamClient(client), inject: [Client] },
    ];
    return { module: RecordModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
