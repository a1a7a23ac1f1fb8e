import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { applicationRole } from '#platform/database';
import { runCommand } from './command';
import type { Settings } from './home';
import { isFreeWithin } from './ports';
import { postgresPlace, type PostgresPlace } from './postgres-place';
import { endProcess, identityOf } from './process-identity';
import { Refusal } from './refusal';
import { ServerProcess } from './server-process';

export interface PostgresOptions {
  /** Folder the cluster lies in; the cluster itself is its subfolder `postgres`. */
  home: string;
  port: number;
  secrets: Settings['secrets'];
  /** Off only for tests, where a power cut loses nothing of worth. */
  durable: boolean;
  say: (line: string) => void;
  signal: AbortSignal;
}

/** Names that migrations and the compose file know as well. */
const databaseName = 'yigong';
const ownerRole = 'yigong_owner';

const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/**
 * Starts PostgreSQL on a data folder, initializing it when new and ending an orphan of a killed run first.
 * The binaries are run directly: the package's own class ends its parent's process by signal handlers of its own.
 */
export async function startPostgres(options: PostgresOptions): Promise<ServerProcess> {
  const place = await postgresPlace(options.home, options.secrets.superuser, options.say);
  const cluster = join(place.folder, 'postgres');
  await endOrphan(cluster, options.say);
  if (!(await isFreeWithin(options.port, '127.0.0.1', 3_000))) {
    throw new Refusal(
      `PostgreSQL 的端口 ${options.port} 已被别的程序占用`,
      '换一个端口：YIGONG_POSTGRES_PORT=5500 npm start',
    );
  }
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialize(cluster, place, options);
  const server = await ServerProcess.start({
    title: 'PostgreSQL',
    command: join(place.binaries, 'postgres'),
    args: ['-D', cluster, '-p', String(options.port), ...settings, ...(options.durable ? [] : fast)],
    spawnOptions: { ...place.ids, cwd: place.folder, env: { PATH: process.env.PATH, LC_MESSAGES: 'C' } },
    answers: () => asSuperuser(options, async () => {}),
    stopSignal: 'SIGINT',
    signal: options.signal,
  });
  try {
    await asSuperuser(options, (client) => ensureRolesAndDatabase(client, options));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'max_connections=150',
].flatMap((setting) => ['-c', setting]);

/** URLs of the two roles: the owner migrates, the application works. */
export function databaseUrls(port: number, { owner, application }: Settings['secrets'], database = databaseName) {
  const url = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return { owner: url(ownerRole, owner), application: url(applicationRole, application) };
}

async function initialize(
  cluster: string,
  { folder, binaries, ids }: PostgresPlace,
  options: PostgresOptions,
): Promise<void> {
  options.say('首次启动：正在建立数据库……');
  // Initialized aside and renamed: a start that is killed meanwhile leaves nothing that looks like a cluster.
  const draft = join(folder, 'postgres.new');
  const passwordFile = join(folder, 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, options.secrets.superuser, { mode: 0o600 });
  for (const path of ids ? [draft, passwordFile] : []) chownSync(path, ids?.uid ?? 0, ids?.gid ?? 0);
  try {
    await runCommand(
      join(binaries, 'initdb'),
      // Without these three a missing or foreign LANG decides the encoding.
      [
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--auth=scram-sha-256',
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        `--pgdata=${draft}`,
        ...(options.durable ? [] : ['--no-sync']),
      ],
      { ...ids, environment: { PATH: process.env.PATH }, withinMs: 120_000, signal: options.signal },
    );
    renameSync(draft, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A server that outlived a killed run holds the folder; its first line is its pid. */
async function endOrphan(cluster: string, say: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const identity = Number.isInteger(pid) && pid > 0 ? identityOf(pid) : undefined;
  if (identity?.includes(`-D ${cluster}`)) {
    say(`上次运行遗留的 PostgreSQL（进程 ${pid}）仍在，正在结束它`);
    if (!(await endProcess({ pid, identity }, 'SIGINT'))) {
      throw new Refusal(`遗留的 PostgreSQL 进程 ${pid} 结束不了`, `手工结束它：kill ${pid}，再启动一次`);
    }
  }
  // Only the supervisor that holds the folder comes here, so what is left names nobody who runs.
  rmSync(pidFile, { force: true });
}

async function asSuperuser(
  { port, secrets }: PostgresOptions,
  act: (client: Client) => Promise<void>,
  database = 'postgres',
): Promise<void> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: secrets.superuser,
    database,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {}); // The server may die at any moment; whoever waits on a query hears of it there.
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

async function ensureRolesAndDatabase(client: Client, { secrets, durable }: PostgresOptions): Promise<void> {
  const roles = [
    // In tests each spec makes a database of its own.
    [ownerRole, secrets.owner, durable ? 'NOCREATEDB' : 'CREATEDB'],
    [applicationRole, secrets.application, 'NOCREATEDB'],
  ] as const;
  for (const [role, password, right] of roles) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${escapeIdentifier(role)} login ${right} password ${escapeLiteral(password)}`);
  }
  // Specs take the application's role inside a transaction of the owner.
  if (!durable) await client.query(`grant ${applicationRole} to ${ownerRole}`);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
  if (rowCount === 0) await client.query(`create database ${databaseName} owner ${ownerRole}`);
}
