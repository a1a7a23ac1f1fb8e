import { messageOf } from './error-code';

/** What a program says to the supervisor that forked it. */
export type ChildMessage =
  | { type: 'ready'; detail: Readonly<Record<string, string>> }
  | { type: 'progress'; text: string }
  | { type: 'failed'; text: string };

/** A program that has come up. */
export interface Running {
  /** Ends it in good order; called once. */
  stop(): Promise<void>;
  /** Settles when it can no longer go on by itself, which ends the process with exit code 1. */
  ended?: Promise<unknown>;
  /** Set by a program whose work is done when it has come up; it then ends with exit code 0. */
  finished?: true;
  /** Facts for the parent, such as addresses. */
  detail?: Readonly<Record<string, string>>;
}

/** Less than the supervisor's patience of 15 s, so that a program can still say what it waited for. */
const stopWithinMs = 13_000;

/**
 * Runs a program until it is told to stop: by SIGTERM, SIGINT or SIGHUP, or, when it was forked, by the end of its parent.
 * The same `main` therefore serves under the supervisor and alone in a container. It listens before anything starts; otherwise
 * a parent killed during the start would leave it behind.
 * @param start brings the program up; its signal is aborted when stopping is asked for meanwhile
 */
export function runProgram(name: string, start: (stopping: AbortSignal) => Promise<Running>): void {
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  process.on('disconnect', () => stopping.abort());
  if (process.send && !process.connected) stopping.abort();
  void asked.then(() => setTimeout(() => exit(name, `did not stop within ${stopWithinMs} ms`), stopWithinMs).unref());
  run(start, stopping.signal, asked).then(
    () => process.exit(0),
    (error: unknown) => exit(name, stopping.signal.aborted ? undefined : error),
  );
}

/** Tells the parent how the start goes on; without a parent it is printed. */
export function tellProgress(text: string): void {
  tell({ type: 'progress', text });
}

async function run(
  start: (stopping: AbortSignal) => Promise<Running>,
  signal: AbortSignal,
  asked: Promise<void>,
): Promise<void> {
  const running = await start(signal);
  if (!signal.aborted) tell({ type: 'ready', detail: running.detail ?? {} });
  if (running.finished) return running.stop();
  let endedByItself = false;
  const ended = (running.ended ?? new Promise<never>(() => {})).then(() => {
    endedByItself = !signal.aborted;
  });
  try {
    await Promise.race([asked, ended]);
  } finally {
    await running.stop();
  }
  if (endedByItself) throw new Error('ended though nobody asked for it');
}

function exit(name: string, error: unknown): void {
  if (error === undefined) process.exit(0);
  const text = messageOf(error);
  console.error(`${name}: ${error instanceof Error ? (error.stack ?? text) : text}`);
  if (!process.send || !process.connected) process.exit(1);
  process.send({ type: 'failed', text } satisfies ChildMessage, () => process.exit(1));
}

function tell(message: ChildMessage): void {
  if (process.send && process.connected) process.send(message);
  else if (message.type === 'progress') console.log(message.text);
}
