import { ask } from './client';

const post = (path: string, body: unknown) => ask(`/api/desk/${path}`, { method: 'POST', body });

/** What a person keeps for themselves: no act, and no part of the record. */
export const rememberSeen = (stream: string, revision: number, document: number) =>
  post('seen', { stream, revision, document });
/**
 * Puts a duty out of one's own sight; its limit runs on.
 * @param until ISO instant; null brings it back at once
 */
export const putAside = ({ stream, key }: { stream: string; key: string }, until: string | null) =>
  post('later', { stream, key, until });
export const keepPhrases = (phrases: readonly string[]) => post('phrases', { phrases });
