import { prepareNamespace } from '#platform/temporal';
import { keepSettings, type Settings } from './home';
import { keepRunning, type Kept } from './keep-running';
import { freePort } from './ports';
import { databaseUrls, startPostgres } from './postgres';
import { startTemporal } from './temporal-server';

export interface ServicesOptions {
  home: string;
  settings: Settings;
  /** Asked for by the person who starts; kept from then on. */
  postgresPort?: number;
  temporalPort?: number;
  /** The server's binary; without one no Temporal is started. */
  temporalBinary?: string;
  temporalNamespace: string;
  temporalUi: boolean;
  withPostgres: boolean;
  /** Off for tests: nothing is synced and Temporal keeps everything in memory. */
  durable: boolean;
  say: (line: string) => void;
  signal: AbortSignal;
}

export interface RunningServices {
  /** Variables for api and worker. */
  addresses: Readonly<Record<string, string>>;
  stop: () => Promise<void>;
  /** Rejects when a server died too often to be started again. */
  lost: Promise<never>;
}

const defaultTemporalPort = 7233;

/** Starts PostgreSQL and Temporal side by side and keeps them running; when one fails, the other is stopped before it throws. */
export async function startServices(options: ServicesOptions): Promise<RunningServices> {
  let lose: (why: string) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = (why) => reject(new Error(why));
  });
  lost.catch(() => {}); // Whoever waits for it hears of it; nobody may be waiting yet.
  const hooks = { say: options.say, giveUp: (why: string) => lose(why) };
  const ports = await choosePorts(options);
  const postgres = {
    ...options,
    port: ports.postgresPort,
    secrets: options.settings.secrets,
  };
  const temporal = {
    ...options,
    port: ports.temporalPort,
    namespace: options.temporalNamespace,
    ui: options.temporalUi,
  };
  const { temporalBinary: binary } = options;
  const starts: (Promise<Kept> | undefined)[] = [
    options.withPostgres ? keepRunning('PostgreSQL', () => startPostgres(postgres), hooks) : undefined,
    binary === undefined
      ? undefined
      : keepRunning(
          'Temporal',
          async () => {
            const server = await startTemporal({
              ...temporal,
              binary,
              home: options.durable ? options.home : undefined,
            });
            await prepareNamespace(`127.0.0.1:${ports.temporalPort}`, options.temporalNamespace, options.signal);
            return server;
          },
          hooks,
        ),
  ];
  const settled = await Promise.allSettled(starts.filter((start) => start !== undefined));
  const kept = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const stop = async () => void (await Promise.all(kept.map((each) => each.stop())));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed || options.signal.aborted) {
    await stop();
    throw failed ? failed.reason : options.signal.reason;
  }
  const urls = databaseUrls(ports.postgresPort, options.settings.secrets);
  const addresses = {
    ...(options.withPostgres && { DATABASE_URL: urls.application, DATABASE_OWNER_URL: urls.owner }),
    ...(binary !== undefined && { TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporalPort}` }),
  };
  return { addresses, stop, lost };
}

/** Ports are chosen once and kept, so that what reconnects after a restart finds the servers where they were. */
async function choosePorts(options: ServicesOptions): Promise<{ postgresPort: number; temporalPort: number }> {
  const { settings, home, durable } = options;
  const chosen = {
    postgresPort: options.postgresPort ?? settings.postgresPort ?? (await freePort()),
    temporalPort:
      options.temporalPort ?? settings.temporalPort ?? (await freePort(durable ? defaultTemporalPort : undefined)),
  };
  if (chosen.postgresPort !== settings.postgresPort || chosen.temporalPort !== settings.temporalPort) {
    if (durable) keepSettings(home, { ...settings, ...chosen });
  }
  return chosen;
}
