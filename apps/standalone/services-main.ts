import { runProgram, tellProgress } from '#platform/child';
import { readStandaloneConfiguration } from '#platform/configuration';
import { openHome } from './home';
import { startServices } from './services';

/** PostgreSQL and Temporal, in a program of their own: what api and worker do cannot take them down. */
runProgram('services', async (signal) => {
  const configuration = readStandaloneConfiguration(process.env);
  const { addresses, stop, lost } = await startServices({
    ...configuration,
    settings: openHome(configuration.home),
    temporalBinary: process.env.YIGONG_TEMPORAL_BINARY,
    withPostgres: configuration.databaseUrl === undefined,
    durable: true,
    say: tellProgress,
    signal,
  });
  return { stop, ended: lost, detail: addresses };
});
