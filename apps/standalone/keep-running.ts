import { messageOf } from '#platform/error-code';

/** Something that runs until it is stopped or ends by itself. */
export interface Started {
  /** Settles with the reason once it no longer runs, for whatever cause; never rejects. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface Kept {
  stop(): Promise<void>;
}

/** Deaths within this time count together. */
export const quickMs = 5 * 60_000;
/** The sixth quick death is the last; the kill drill asks for more. */
export const quickDeathsBorne = Number(process.env.YIGONG_DEATHS_BORNE ?? 5);

/**
 * How long to wait before the next start, in milliseconds: half a second, doubling up to eight.
 * @param deaths instants of all deaths so far in milliseconds, this one included
 * @returns `undefined` when it died too often within five minutes to try again
 */
export function restartDelayMs(deaths: readonly number[], nowMs: number): number | undefined {
  const quick = deaths.filter((at) => at > nowMs - quickMs).length;
  return quick > quickDeathsBorne ? undefined : Math.min(500 * 2 ** (quick - 1), 8_000);
}

/**
 * Starts something and starts it again with back-off whenever it ends by itself.
 * @param start the first failure is thrown to the caller; later ones count as deaths
 * @param giveUp called once, when it died too often
 */
export async function keepRunning(
  title: string,
  start: () => Promise<Started>,
  { say, giveUp }: { say: (line: string) => void; giveUp: (why: string) => void },
): Promise<Kept> {
  let current: Started | undefined = await start();
  const stopping = new AbortController();
  const watching = watch();

  return {
    async stop() {
      stopping.abort();
      await current?.stop();
      await watching;
      // A start that was under way when stopping was asked for ends up here.
      await current?.stop();
    },
  };

  async function watch(): Promise<void> {
    const deaths: number[] = [];
    while (!stopping.signal.aborted) {
      const why: string = current ? await current.ended : 'it did not come up';
      if (stopping.signal.aborted) return;
      deaths.push(Date.now());
      const delayMs = restartDelayMs(deaths, Date.now());
      if (delayMs === undefined) {
        giveUp(`${title} 连续退出 ${deaths.length} 次，不再重启。最后一次：${why}`);
        return;
      }
      say(`${title} 意外退出（${why}），${delayMs / 1000} 秒后重启`);
      if (!(await pause(delayMs, stopping.signal))) return;
      current = await start().catch((error: unknown) => {
        if (!stopping.signal.aborted) say(`${title} 未能重启：${messageOf(error)}`);
        return undefined;
      });
      if (current && !stopping.signal.aborted) say(`${title} 已恢复`);
    }
  }
}

/** @returns false when the signal came first */
function pause(forMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), forMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
