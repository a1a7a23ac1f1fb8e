import type { Breach } from '#domain/rules';
import type { Decided, HttpClient } from '../http-client';
import type { Act } from './act';

/** Who speaks for an act: the person of that post, or the record keeper in their name. */
export interface Voice {
  give(act: Act, sending: { key: string; readRevision?: number; occurredAt: string }): Promise<Decided>;
  /** sees every project of the stories */
  reader: HttpClient;
}

export class StoryRefused extends Error {
  constructor(
    readonly act: Act,
    readonly breaches: readonly Breach[],
  ) {
    const words = breaches.map(({ rule, need, found, field }) => `${rule}（${field ?? ''}）须 ${need}，现 ${found}`);
    super(`${act.stream} ${act.type}（${act.by}，${act.on}）没有办成：${words.join('；')}`);
    this.name = 'StoryRefused';
  }
}
