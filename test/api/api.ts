import { createApi, type RunningApi } from '../../apps/api/create-api';
import type { Me } from '../../libs/contracts/http/session';
import type { CommandAccepted, Problem } from '../../libs/contracts/http/commands';
import type { DataSource } from 'typeorm';
import { Accounts } from '../../apps/api/auth/accounts';
import { systemActor } from '../../libs/domain/actor';
import { organizationStream } from '../../libs/domain/stream';
import { commandOf, foundDistrict } from '../support/district';
import { applicationUrlOf } from '../support/database';
import { testSystem, type TestSystem } from '../support/system';

export const password = 'right horse battery';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}
interface Sending {
  method?: string;
  body?: unknown;
  /** sent as it is, instead of JSON made from `body` */
  raw?: string;
  headers?: Record<string, string>;
}

/** Whatever a command may be answered with. */
export type CommandAnswer = Partial<Omit<CommandAccepted, 'status'>> &
  Partial<Omit<Problem, 'status'>> & { status: unknown; location?: string };

/** Someone before a browser: a cookie, a token, requests. */
export class Visitor {
  cookie = '';
  csrf = '';
  me: Me | undefined;

  constructor(readonly address: string) {}

  async send<T = Record<string, unknown>>(
    path: string,
    { method = 'GET', body, raw, headers = {} }: Sending = {},
  ): Promise<Answer<T>> {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrf && { 'x-csrf': this.csrf }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    });
    const text = await response.text();
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';', 1)[0]!;
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers };
  }

  get = <T = Record<string, unknown>>(path: string) => this.send<T>(path);
  post = <T = Record<string, unknown>>(path: string, body: unknown, headers?: Record<string, string>) =>
    this.send<T>(path, { method: 'POST', body, ...(headers && { headers }) });

  async logIn(login: string, word = password): Promise<Answer<Me & Problem>> {
    const answer = await this.post<Me & Problem>('/api/session', { login, password: word });
    if (answer.status === 200) {
      this.csrf = answer.body.csrf;
      this.me = answer.body;
    }
    return answer;
  }

  /** Gives a command under a key; a new one unless one is given. */
  give(
    place: string,
    type: string,
    data: unknown,
    { key = newKey(), ...more }: { key?: string } & Record<string, unknown> = {},
  ) {
    return this.post<CommandAnswer>(`/api/${place}/commands/${type}`, { data, ...more }, { 'idempotency-key': key });
  }
}

let keys = 0;
export const newKey = (): string => `spec-key-${process.pid}-${(keys += 1)}`;

/** The API before a founded district, with an account for every office holder: the login is `<body>.<post>`. */
export interface TestApi {
  system: TestSystem;
  api: RunningApi;
  visitor(): Visitor;
  as(login: string): Promise<Visitor>;
  /** moves the API's clock */
  pass(minutes: number): void;
  stop(): Promise<void>;
}

export async function testApi(): Promise<TestApi> {
  const system = await testSystem();
  let passed = 0;
  const api = await createApi({
    configuration: {
      ...system.configuration,
      databaseUrl: await applicationUrlOf(system.database),
      logLevel: 'silent',
    },
    administratorPassword: password,
    loginsPerMinute: 20,
    now: () => new Date(Date.now() + passed),
    pages: '/nowhere',
  });
  await foundDistrict(system.recorder);
  await foundOthers(system);
  await openAccounts(system.database, api.app.get(Accounts));
  const visitor = () => new Visitor(api.address);
  const as = async (login: string) => {
    const someone = visitor();
    const answer = await someone.logIn(login);
    if (answer.status !== 200) throw new Error(`${login}: ${JSON.stringify(answer.body)}`);
    return someone;
  };
  return {
    system,
    api,
    visitor,
    as,
    pass: (minutes) => void (passed += minutes * 60_000),
    async stop() {
      await api.stop();
      await system.stop();
    },
  };
}

/** Posts that the small district lacks, and a government of another one. */
async function foundOthers({ recorder }: TestSystem): Promise<void> {
  const posts = [
    ['yq-fin', 'auditor', 'auditor'],
    ['yq-drc', 'scheduler', 'scheduler'],
    ['yq-gov', 'keeper', 'recordKeeper'],
    ['mtg-gov', 'handler', 'handler'],
  ] as const;
  const stranger = {
    kind: 'districtGovernment',
    name: '外区人民政府',
    district: '110109',
    seriesCode: null,
    registration: null,
  } as const;
  await recorder.recordCommand(commandOf(organizationStream('mtg-gov'), 'registerBody', stranger, systemActor));
  for (const [body, postId, kind] of posts) {
    const stream = organizationStream(body);
    const person = `person-${body}-${postId}`;
    await recorder.recordCommand(commandOf(stream, 'createPost', { postId, name: postId, kind }, systemActor));
    await recorder.recordCommand(
      commandOf(stream, 'appointHolder', { postId, person, from: '2023-01-01', to: null }, systemActor),
    );
  }
}

/** One hashing for all: what passwords cost is tried elsewhere. */
async function openAccounts(database: DataSource, accounts: Accounts): Promise<void> {
  await accounts.create({ login: 'template', title: 'template', password });
  await database.query(
    `insert into auth.account (login, title, person, password, created_at, changed_at)
     select post.body_id || '.' || post.post_id, post.name, post.person, template.password, template.created_at, template.changed_at
       from read.post post, auth.account template where template.login = 'template' and post.body_id <> 'platform'`,
  );
}

/** Asks again until there is something; the test's own limit ends it. */
export async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
