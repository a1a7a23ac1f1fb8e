import type { Model } from './model';

interface Lapse {
  /** `step name`, or the id of the lapse that was not followed up */
  of: string;
  /** who was brought in so far, the one who was late first */
  asked: string[];
  followed: boolean;
}
interface Call {
  by: string;
  called: Set<string>;
  answered: Set<string>;
  closed: boolean;
}

/**
 * What goes on around the boxes of the model: clocks that stand, lapses brought before somebody, leaders' calls, papers sent round. A
 * table of its own, swept after each act, beside the decider's events.
 */
export class Watch {
  private readonly stopped = new Map<string, unknown>();
  private readonly lapses = new Map<string, Lapse>();
  private readonly open = new Set<string>();
  private readonly calls: Call[] = [];
  private readonly unread: Set<string>[] = [];
  private urgedFrom = '';

  constructor(private readonly model: Model) {}

  /** How many duties there are beside those of the boxes. */
  duties(): number {
    const { status } = this.model;
    const calls = this.calls
      .filter(({ closed }) => !closed)
      .map(({ called, answered }) => (status === 'open' ? called.size - answered.size : 0) || 1);
    const reading = status === 'withdrawn' ? [] : this.unread.map(({ size }) => size);
    const unfollowed = [...this.open].filter((id) => !this.lapses.get(id)!.followed);
    return [...calls, ...reading, unfollowed.length].reduce((sum, n) => sum + n, 0);
  }

  /** A box that is gone takes its standing clock along, a duty that is done its lapse. */
  sweep(): void {
    const { status, active } = this.model;
    for (const [step, box] of this.stopped)
      if (status !== 'open' || active.get(step) !== box) this.stopped.delete(step);
    const owed = new Set(this.model.owed());
    for (const id of this.open) {
      const { of } = this.lapses.get(id)!;
      const upper = this.lapses.get(of);
      const lies = upper ? this.open.has(of) && !upper.followed : owed.has(of);
      if (!lies) this.open.delete(id);
    }
  }

  stop(step: string, by: string | null): boolean {
    const box = this.mayTouch(step, by);
    const owed = this.model.owed().filter((one) => one.startsWith(`${step} `));
    if (!box || this.stopped.has(step) || owed.every((one) => this.isLate(one))) return false;
    this.stopped.set(step, box);
    return true;
  }

  start(step: string, by: string | null): boolean {
    return this.mayTouch(step, by) !== undefined && this.stopped.delete(step);
  }

  /** @returns before whom it is brought; undefined where the duty is not there, is late already, or its clock stands */
  lapse(id: string, of: string, above: readonly string[], drafter: string): string | undefined {
    const upper = this.lapses.get(of);
    const lies = upper ? this.open.has(of) && !upper.followed : this.model.owed().includes(of);
    if (!lies || this.isLate(of) || this.stopped.has(of.split(' ')[0]!)) return undefined;
    const asked = upper ? upper.asked : [of.split(' ')[1]!];
    const to = [...above, drafter].find((one) => !asked.includes(one));
    if (to === undefined) return undefined;
    this.lapses.set(id, { of, asked: [...asked, to], followed: false });
    this.open.add(id);
    return to;
  }

  follow(id: string, by: string): boolean {
    const lapse = this.lapses.get(id);
    if (!lapse || !this.open.has(id) || lapse.followed || lapse.asked.at(-1) !== by) return false;
    lapse.followed = true;
    return true;
  }

  call(by: string): boolean {
    const called = new Set(this.model.owed().map((one) => one.split(' ')[1]!));
    const again = this.calls.some((one) => one.by === by && !one.closed);
    if (this.model.status !== 'open' || called.size === 0 || again) return false;
    this.calls.push({ by, called, answered: new Set(), closed: false });
    return true;
  }

  report(nth: number, by: string): boolean {
    const call = this.calls[nth];
    if (!call || call.closed || !call.called.has(by)) return false;
    call.answered.add(by);
    return true;
  }

  close(nth: number, by: string): boolean {
    const call = this.calls[nth];
    const silent = this.model.status === 'open' && call && call.answered.size < call.called.size;
    if (!call || call.closed || call.by !== by || silent) return false;
    call.closed = true;
    return true;
  }

  circulate(readers: readonly string[]): boolean {
    const lies = readers.some((one) => this.unread.some((left) => left.has(one)));
    if (this.model.status !== 'open' || lies) return false;
    this.unread.push(new Set(readers));
    return true;
  }

  read(nth: number, by: string): boolean {
    return this.unread[nth]?.delete(by) ?? false;
  }

  /** @param again the first day on which it may be urged once more */
  urge(by: string, drafter: string, today: string, again: string): boolean {
    const running = [...this.model.active.keys()].some((step) => !this.stopped.has(step));
    if (this.model.status !== 'open' || by !== drafter || !running || today < this.urgedFrom) return false;
    this.urgedFrom = again;
    return true;
  }

  private isLate(of: string): boolean {
    return [...this.open].some((id) => this.lapses.get(id)!.of === of);
  }

  /** @param by null for a leader */
  private mayTouch(step: string, by: string | null): unknown {
    const box = this.model.status === 'open' ? this.model.active.get(step) : undefined;
    const signs = by === null || (step !== 'draft' && this.model.owed().includes(`${step} ${by}`));
    return signs ? box : undefined;
  }
}
