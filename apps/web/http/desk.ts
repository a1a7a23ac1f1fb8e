import { ask } from './client';

const post = (path: string, body: unknown) => ask(`/api/desk/${path}`, { method: 'POST', body });

/** What a person keeps for themselves: no act, and no part of the record. */
export const rememberSeen = (stream: string, revision: number, document: number) =>
  post('seen', { stream, revision, document });
export const keepPhrases = (phrases: readonly string[]) => post('phrases', { phrases });
