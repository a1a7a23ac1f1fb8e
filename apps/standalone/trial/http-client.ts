import { Agent, request } from 'node:http';
import type { Me } from '#contracts/http/session';

export interface Answer {
  status: number;
  body: unknown;
}

/** One person's session at the API, on connections that are kept. */
export class HttpClient {
  private cookie = '';
  private csrf = '';
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  /** @param timeoutMs how long to wait for an answer */
  constructor(
    private readonly api: string,
    private readonly timeoutMs = 20_000,
  ) {}

  /** @throws Error when the login is refused */
  async logIn(login: string, password: string): Promise<Me> {
    const { status, body } = await this.send('POST', '/api/session', { login, password });
    if (status !== 200) throw new Error(`login ${login}: ${status} ${JSON.stringify(body)}`);
    const me = body as Me;
    this.csrf = me.csrf;
    return me;
  }

  /**
   * @param path e.g. `/api/projects/<id>/commands/<type>`
   * @param key Idempotency-Key
   * @throws Error of the connection: whether the command arrived is then unknown
   */
  command(path: string, data: object, key: string, more: object = {}): Promise<Answer> {
    return this.send('POST', path, { data, ...more }, { 'idempotency-key': key });
  }

  send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.api}${path}`,
        {
          method,
          agent: this.agent,
          timeout: this.timeoutMs,
          headers: {
            ...(body && { 'content-type': 'application/json' }),
            ...(this.cookie && { cookie: this.cookie }),
            ...(this.csrf && { 'x-csrf': this.csrf }),
            ...headers,
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.once('error', reject);
          response.once('end', () => {
            const [cookie] = response.headers['set-cookie'] ?? [];
            if (cookie) this.cookie = cookie.split(';', 1)[0]!;
            const text = Buffer.concat(parts).toString('utf8');
            resolve({ status: response.statusCode ?? 0, body: text === '' ? undefined : jsonOf(text) });
          });
        },
      );
      asked.once('timeout', () => asked.destroy(new Error(`no answer within ${this.timeoutMs} ms`)));
      asked.once('error', reject);
      asked.end(body && JSON.stringify(body));
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
