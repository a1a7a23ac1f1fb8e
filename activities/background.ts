import type { Logger } from '@nestjs/common';

/** A round that is run again and again until stopped: at once while there is work, else after a pause. */
export class Background {
  private stopped = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  /**
   * @param round returns how much was done
   * @param pauseMs rest when there was nothing to do
   */
  constructor(
    private readonly round: () => Promise<number>,
    private readonly pauseMs: number,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Look now: something was just written. */
  nudge(): void {
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const done = await this.round().catch((error: unknown) => {
        this.logger.warn(
          { fault: error instanceof Error ? error.message : String(error) },
          'round failed, will be tried again',
        );
        return 0;
      });
      if (done === 0 && !this.stopped) await this.rest();
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.pauseMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
