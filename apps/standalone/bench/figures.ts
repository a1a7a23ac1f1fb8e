/** One line of the bench's output. */
export interface Figure {
  name: string;
  value: number;
  /** what the same work costs at the least, measured in the same run */
  floor: number;
  ratio: number;
  unit: string;
  aim: string;
  reached: boolean;
}

interface Measured {
  name: string;
  value: number;
  floor: number;
  unit: string;
}

/** A duration: the smaller the better. @param most the ratio aimed at */
export const atMost = ({ value, floor, ...figure }: Measured, most: number): Figure =>
  figureOf({ value, floor, ...figure }, `≤ ${most} ×`, value / floor <= most);

/** A rate: the greater the better. @param least the ratio aimed at */
export const atLeast = ({ value, floor, ...figure }: Measured, least: number): Figure =>
  figureOf({ value, floor, ...figure }, `≥ ${least} ×`, value / floor >= least);

const figureOf = ({ name, value, floor, unit }: Measured, aim: string, reached: boolean): Figure => ({
  name,
  value: rounded(value),
  floor: rounded(floor),
  ratio: rounded(value / floor),
  unit,
  aim,
  reached,
});

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** @param share e.g. 0.5 for the median */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A round on a busy machine ends here, so that the whole bench stays within three minutes. */
const roundMs = 3_500;

/** Samples of rounds that were run in turn with those of the floor. */
export class Samples {
  readonly ms: number[] = [];
  private busyMs = 0;

  /** Runs `count` acts at most by `clients` in a closed loop. @param act told which client and which act it is */
  async round(clients: number, count: number, act: (client: number, index: number) => Promise<unknown>): Promise<void> {
    let next = 0;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        for (let index = next++; index < count && performance.now() < began + roundMs; index = next++) {
          const before = performance.now();
          await act(client, index);
          this.ms.push(performance.now() - before);
        }
      }),
    );
    this.busyMs += performance.now() - began;
  }

  get p50(): number {
    return percentile(this.ms, 0.5);
  }
  get p95(): number {
    return percentile(this.ms, 0.95);
  }
  get perSecond(): number {
    return (this.ms.length / this.busyMs) * 1000;
  }
}
