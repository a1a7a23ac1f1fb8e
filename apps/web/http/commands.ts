import type { CommandAccepted, CommandStatus, CommandStored } from '#contracts/http/commands';
import { keyOf, kindOf, type StreamId, type StreamKind } from '#domain/stream';
import { ask } from './client';

const roots = {
  project: '/api/projects',
  wages: '/api/wages',
  organization: '/api/organizations',
  rulebook: '/api/rulebooks',
  signoff: '/api/signoffs',
  evaluation: '/api/evaluations',
  plan: '/api/plans',
  document: '/api/documents',
} satisfies Record<StreamKind, string>;

export const commandPath = (stream: StreamId, type: string): string =>
  `${roots[kindOf(stream)]}/${keyOf(stream)}/commands/${type}`;

export interface Order {
  stream: StreamId;
  type: string;
  data: unknown;
  as?: string;
  readRevision?: number;
  reasons?: Readonly<Record<string, string>>;
}

/** Sends a command under its idempotency key: sent twice under one key, it is decided once. */
export async function sendCommand(
  { stream, type, ...body }: Order,
  key: string,
): Promise<CommandAccepted | CommandStored> {
  const { body: answer } = await ask<CommandAccepted | CommandStored>(commandPath(stream, type), {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key },
  });
  return answer;
}

/** Where the answer to a command can be asked for. */
export const statusPath = (stream: StreamId, key: string): string => `/api/commands/${stream}/${key}`;

export const commandStatus = async (location: string, signal?: AbortSignal): Promise<CommandStatus> =>
  (await ask<CommandStatus>(location, signal ? { signal } : {})).body;
