import { setTimeout as rest } from 'node:timers/promises';
import type { z } from 'zod';
import type { CommandAccepted, CommandStatus, CommandStored, Problem } from '#contracts/http/commands';
import type { Me } from '#contracts/http/session';
import type { CommandType, Registry } from '#domain/registry';
import { keyOf, kindOf, type StreamId, type StreamKind } from '#domain/stream';

/** What a form sends: a command's data before its defaults are filled in. */
export type CommandInput<T extends CommandType> = z.input<Registry[T]['schema']>;

export interface SendOptions {
  /** Idempotency-Key; the same key is the same act */
  key: string;
  /** the post acted from, `<bodyId>/<postId>` */
  as?: string;
  readRevision?: number;
  reasons?: Readonly<Record<string, string>>;
  /** record keepers alone: instant, and the post or `worker/<ref>`, that a past act is entered for */
  occurredAt?: string;
  onBehalfOf?: string;
}

export type Decided = CommandAccepted | { status: 'refused'; commandId: string; problem: Problem };

/** An answer that is neither a decision nor a refusal by rules. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly status: number,
    path: string,
    readonly problem: Problem | undefined,
  ) {
    const faults = problem?.faults?.map(({ field, message }) => `${field} ${message}`).join('；');
    super([`${path}：${status}`, problem?.title, problem?.detail, faults].filter(Boolean).join(' '));
    this.name = 'UnexpectedAnswer';
  }
}

const roots: Readonly<Record<StreamKind, string>> = {
  project: 'projects',
  wages: 'wages',
  organization: 'organizations',
  rulebook: 'rulebooks',
  signoff: 'signoffs',
  evaluation: 'evaluations',
  plan: 'plans',
  document: 'documents',
};

const decidedWithinMs = 60_000;
const tries = 5;

/** One person before the running system: the session's cookie and token, commands and reads. */
export class HttpClient {
  private cookie = '';
  private csrf = '';

  constructor(readonly address: string) {}

  /** @throws UnexpectedAnswer when the account or its password is not known */
  async logIn(login: string, password: string): Promise<Me> {
    const { body, headers } = await this.request<Me>('POST', '/api/session', { login, password });
    this.cookie = headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    this.csrf = body.csrf;
    return body;
  }

  /** @throws UnexpectedAnswer for anything but 200 */
  async read<T>(path: string): Promise<T> {
    return (await this.request<T>('GET', path)).body;
  }

  async post<T>(path: string, body: object): Promise<T> {
    return (await this.request<T>('POST', path, body)).body;
  }

  /**
   * Gives a command and waits for its decision, also where it was only stored at first.
   * @returns the record, or the refusal with every broken rule
   * @throws UnexpectedAnswer when the form itself is wrong, or nothing was decided in a minute
   */
  async command<T extends CommandType>(
    stream: StreamId,
    type: T,
    data: CommandInput<T>,
    { key, ...options }: SendOptions,
  ): Promise<Decided> {
    const path = `/api/${roots[kindOf(stream)]}/${keyOf(stream)}/commands/${type}`;
    try {
      const { body } = await this.request<CommandAccepted | CommandStored>(
        'POST',
        path,
        { data, ...options },
        { 'idempotency-key': key },
      );
      return body.status === 'recorded' ? body : await this.decision(body.location);
    } catch (error) {
      if (error instanceof UnexpectedAnswer && error.problem?.breaches) {
        return { status: 'refused', commandId: key, problem: error.problem };
      }
      throw error;
    }
  }

  private async decision(location: string): Promise<Decided> {
    const giveUpAt = Date.now() + decidedWithinMs;
    while (Date.now() < giveUpAt) {
      const status = await this.read<CommandStatus>(location);
      if (status.status !== 'stored') return status;
      await rest(300);
    }
    throw new UnexpectedAnswer(202, location, undefined);
  }

  private async request<T>(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ body: T; headers: Headers }> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.send(method, path, body, headers);
      // An outage says so, and that nothing was recorded: the same key may be sent again.
      if (response.status === 503 && attempt < tries) {
        await rest(attempt * 1_000);
        continue;
      }
      const answer: unknown = response.headers.get('content-type')?.includes('json')
        ? await response.json()
        : await response.text();
      if (response.ok) return { body: answer as T, headers: response.headers };
      throw new UnexpectedAnswer(response.status, path, typeof answer === 'object' ? (answer as Problem) : undefined);
    }
  }

  private send(
    method: string,
    path: string,
    body: object | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrf && { 'x-csrf': this.csrf }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }
}
