import { workerLoginOf } from './worker-accounts';
import { HttpClient } from '../http-client';
import { demonstrationPassword, personas } from '../demonstration/accounts';
import { logIn } from '../demonstration/district';
import type { Voice } from '../demonstration/voice';

/** Everybody acts for themselves, from the post the act names, now. */
export class LiveVoice implements Voice {
  private readonly people = new Map<string, Promise<HttpClient>>();

  private constructor(
    private readonly address: string,
    readonly reader: HttpClient,
  ) {}

  static async at(address: string): Promise<LiveVoice> {
    return new LiveVoice(address, await logIn(address, 'auditor'));
  }

  async give(...[act, { key, readRevision }]: Parameters<Voice['give']>): ReturnType<Voice['give']> {
    const person = await this.person(act.by);
    return person.command(act.stream, act.type, act.data as never, {
      key,
      ...(!act.by.startsWith('worker/') && { as: act.by }),
      ...(readRevision !== undefined && { readRevision }),
      ...(act.reasons && { reasons: act.reasons }),
    });
  }

  private person(by: string): Promise<HttpClient> {
    const known = this.people.get(by) ?? this.welcome(by);
    this.people.set(by, known);
    return known;
  }

  private async welcome(by: string): Promise<HttpClient> {
    if (by.startsWith('worker/')) {
      const worker = new HttpClient(this.address);
      await worker.logIn(workerLoginOf(by.slice('worker/'.length)), demonstrationPassword);
      return worker;
    }
    const persona = personas.find(({ post }) => post === by);
    if (!persona) throw new Error(`nobody has an account for the post ${by}`);
    return logIn(this.address, persona.login);
  }
}
