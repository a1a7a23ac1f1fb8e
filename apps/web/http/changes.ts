import type { Changed } from '#contracts/http/history';

type Listener = (change: Changed) => void;
export type Connection = 'live' | 'lost';

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let source: EventSource | undefined;
let connection: Connection = 'live';

const become = (next: Connection): void => {
  if (connection === next) return;
  connection = next;
  for (const watch of watchers) watch();
};

/** Opens the one push connection of this tab. @returns a function that closes it */
export function connect(): () => void {
  source = new EventSource('/api/changes');
  source.addEventListener('changed', (message: MessageEvent<string>) => {
    const change = JSON.parse(message.data) as Changed;
    for (const listener of listeners) listener(change);
  });
  source.addEventListener('open', () => become('live'));
  source.addEventListener('error', () => become('lost'));
  return () => {
    source?.close();
    source = undefined;
  };
}

/** Told of every change the server pushes. @returns a function that stops listening */
export const onChange = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const connectionNow = (): Connection => connection;
export const watchConnection = (watch: () => void): (() => void) => {
  watchers.add(watch);
  return () => watchers.delete(watch);
};
