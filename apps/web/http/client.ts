import type { Problem } from '#contracts/http/commands';

/** The API answered, and said no. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}
/** No answer: the network is down, or the server is. */
export class Unreachable extends Error {}

let csrf = '';
/** Unsafe requests carry this token; it comes with the session. */
export const rememberCsrf = (token: string): void => {
  csrf = token;
};

export const csrfToken = (): string => csrf;

type Listener = () => void;
const expired = new Set<Listener>();
const answered = new Set<Listener>();
const listenTo =
  (listeners: Set<Listener>) =>
  (listener: Listener): Listener => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
/** Told when the session has ended. @returns a function that stops listening */
export const onExpired = listenTo(expired);
/** Told at every answer of the API: the idle limit counts from the last one. */
export const onAnswered = listenTo(answered);

export interface Answer<T> {
  status: number;
  body: T;
}
interface Asking {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** asking who one is: 401 is then an answer, not an expiry */
  quiet?: boolean;
}

/**
 * One request to the API.
 * @throws ProblemError when it answers 4xx or 5xx, Unreachable when it does not answer
 */
export async function ask<T>(
  path: string,
  { method = 'GET', body, headers, signal, quiet }: Asking = {},
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { 'x-csrf': csrf }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Unreachable('网络已断开', { cause });
  }
  if (response.status === 502 || response.status === 504) throw new Unreachable('服务没有应答');
  const text = await response.text();
  const parsed = parse(text);
  if (response.status === 401 && !quiet) for (const listener of expired) listener();
  if (!response.ok) throw new ProblemError(problemIn(parsed, response.status));
  for (const listener of answered) listener();
  return { status: response.status, body: parsed as T };
}

export const read = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await ask<T>(path, signal ? { signal } : {})).body;

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const problemIn = (parsed: unknown, status: number): Problem =>
  typeof parsed === 'object' && parsed !== null && 'title' in parsed
    ? { ...(parsed as Problem), status }
    : { type: 'about:blank', title: '没有加载成功', status };

/** Query string of what is set; empty values are left out. */
export function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString()}`;
}
