import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StandaloneConfiguration } from '#platform/configuration';
import { publishAddresses, withdrawAddresses } from '#platform/home-addresses';
import { administratorPassword, demonstrationAccounts } from './demonstration/accounts';
import { openHome } from './home';
import { keepRunning, type Kept } from './keep-running';
import { isFreeWithin } from './ports';
import { Program } from './program';
import { Refusal } from './refusal';
import { RunLock } from './run-lock';
import { findTool, temporalCli } from './temporal-cli';

interface SupervisorOptions {
  configuration: StandaloneConfiguration;
  environment: NodeJS.ProcessEnv;
  /** Folder of the built programs. */
  programs: string;
  say: (line: string) => void;
  /** Aborted when a person or the system asks to stop. */
  stopping: AbortSignal;
}

type Addresses = Readonly<Record<string, string>>;

/**
 * Runs everything on this machine until asked to stop: services, then worker and api, each restarted when it dies.
 * @throws Refusal or Error when it cannot start, or when a program died too often; nothing is left running then
 */
export async function supervise(options: SupervisorOptions): Promise<void> {
  const { configuration, say, stopping } = options;
  const { home, host, port } = configuration;
  openHome(home);
  const lock = await RunLock.claim(home, say);
  const kept: Kept[] = [];
  const halting = new AbortController();
  stopping.addEventListener('abort', () => halting.abort(), { once: true });
  let starting: Promise<void> = Promise.resolve();
  try {
    if (!(await isFreeWithin(port, host, 3_000))) {
      throw new Refusal(`网页与接口的端口 ${port} 已被别的程序占用`, `换一个端口：PORT=${port + 1} npm start`);
    }
    const supervision = new Supervision({ ...options, stopping: halting.signal }, lock, kept);
    starting = supervision.run();
    const untilAsked = aborted(stopping);
    await Promise.race([starting.then(() => untilAsked), supervision.givenUp, untilAsked]);
  } finally {
    const toStop = kept.length > 0 || stopping.aborted;
    if (toStop) say('正在停止……');
    halting.abort();
    await starting.catch(() => {}); // Its failure is what brought us here, or it was halted.
    withdrawAddresses(home);
    // Youngest first: nobody loses what it still works with.
    for (const program of kept.toReversed()) await program.stop();
    lock.release();
    if (toStop) say('已停止');
  }
}

class Supervision {
  readonly givenUp: Promise<never>;
  private giveUp: (why: string) => void = () => {};

  constructor(
    private readonly options: SupervisorOptions,
    private readonly lock: RunLock,
    private readonly kept: Kept[],
  ) {
    this.givenUp = new Promise((_, reject) => {
      this.giveUp = (why) => reject(new Error(why));
    });
    this.givenUp.catch(() => {}); // Raced by `supervise` as long as anything runs.
  }

  async run(): Promise<void> {
    const { configuration, environment, say, stopping } = this.options;
    const addresses = await this.startServices();
    if (stopping.aborted) return;
    const settings: NodeJS.ProcessEnv = {
      ...environment,
      ...addresses,
      YIGONG_HOME: configuration.home,
      PUBLIC_URL: configuration.publicUrl ?? this.address,
      YIGONG_DEMO: configuration.demo ? 'on' : 'off',
      ...(configuration.demo && { YIGONG_ADMIN_PASSWORD: administratorPassword(environment) }),
    };
    await this.once('set-up', 'apps/standalone/set-up-main.js', settings);
    // The owner of the schema has done its work: what stays up knows the application's role alone.
    const { DATABASE_OWNER_URL: _, ...working } = settings;
    const started = await Promise.allSettled([
      this.keep('worker', 'apps/worker/main.js', working),
      this.keep('api', 'apps/api/main.js', working),
    ]);
    const failed = started.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    if (stopping.aborted) return;
    publishAddresses(configuration.home, {
      DATABASE_URL: working.DATABASE_URL ?? '',
      TEMPORAL_ADDRESS: working.TEMPORAL_ADDRESS ?? '',
      TEMPORAL_NAMESPACE: configuration.temporalNamespace,
      YIGONG_HOME: configuration.home,
      YIGONG_API: this.address,
    });
    await this.loadDemonstration(working);
    if (!stopping.aborted) say(this.welcome());
  }

  /** Starts what no address names. */
  private async startServices(): Promise<Addresses> {
    const { configuration, environment, say, stopping } = this.options;
    const given = { DATABASE_URL: configuration.databaseUrl, TEMPORAL_ADDRESS: configuration.temporalAddress };
    const known = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    if (given.DATABASE_URL && given.TEMPORAL_ADDRESS) return known;
    const temporal = given.TEMPORAL_ADDRESS
      ? {}
      : { YIGONG_TEMPORAL_BINARY: await findTool(temporalCli, { environment, say, signal: stopping }) };
    const names = [given.DATABASE_URL ? [] : ['PostgreSQL'], given.TEMPORAL_ADDRESS ? [] : ['Temporal']].flat();
    say(`正在启动 ${names.join(' 和 ')}……`);
    const started = await this.keep('services', 'apps/standalone/services-main.js', { ...environment, ...temporal });
    return { ...known, ...started };
  }

  /** Starts a program and keeps it running; its addresses stay the same when it comes back. */
  private async keep(name: string, module: string, environment: NodeJS.ProcessEnv): Promise<Addresses> {
    let detail: Addresses = {};
    if (name !== 'services') this.options.say(`正在启动 ${name}……`);
    const start = async () => {
      const program = await Program.start(this.programOptions(name, module, environment));
      detail = await program.ready;
      return program;
    };
    this.kept.push(await keepRunning(name, start, { say: this.options.say, giveUp: this.giveUp }));
    return detail;
  }

  private async once(name: string, module: string, environment: NodeJS.ProcessEnv, args?: string[]): Promise<void> {
    const program = await Program.start({ ...this.programOptions(name, module, environment), ...(args && { args }) });
    const stop = () => void program.stop();
    this.options.stopping.addEventListener('abort', stop, { once: true });
    await program.ended;
    this.options.stopping.removeEventListener('abort', stop);
  }

  private async loadDemonstration(environment: NodeJS.ProcessEnv): Promise<void> {
    const { configuration, programs, say, stopping } = this.options;
    const module = 'apps/standalone/demonstration/main.js';
    if (!configuration.demo || !existsSync(join(programs, module))) return;
    try {
      await this.once('demonstration', module, { ...environment, YIGONG_API: this.address }, [this.address]);
    } catch (error) {
      // The system itself works without its demonstration district.
      if (!stopping.aborted) say(`演示数据没有装完：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private programOptions(name: string, module: string, environment: NodeJS.ProcessEnv) {
    const { configuration, programs, say, stopping } = this.options;
    const forked = (pid: number) => this.lock.record(name, pid);
    return { name, module: join(programs, module), environment, home: configuration.home, say, forked, stopping };
  }

  private get address(): string {
    const { host, port } = this.options.configuration;
    return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
  }

  private welcome(): string {
    const { demo, home } = this.options.configuration;
    const accounts = demo ? demonstrationAccounts : [];
    return [
      '',
      `以工已就绪：${this.address}`,
      `数据目录：${home}　日志：${join(home, 'logs')}`,
      ...(accounts.length > 0 ? ['演示账号（账号 / 密码）：'] : []),
      ...accounts.map(({ login, password, title }) => `  ${login} / ${password}　${title}`),
      '按 Ctrl-C 停止',
    ].join('\n');
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
