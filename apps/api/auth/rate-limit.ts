import { Injectable } from '@nestjs/common';
import { tooMany } from '../problems/problem';
import { Clock } from './clock';

const windowMs = 60_000;

/** So many tries an address and minute; each program counts for itself. */
@Injectable()
export class RateLimit {
  private readonly seen = new Map<string, { since: number; tries: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly most = 60,
  ) {}

  /** @throws ProblemError 429 */
  count(address: string, word: string): void {
    const now = this.clock.now().getTime();
    if (this.seen.size > 10_000) this.forget(now);
    const entry = this.seen.get(address);
    const current = entry && now - entry.since < windowMs ? entry : { since: now, tries: 0 };
    current.tries += 1;
    this.seen.set(address, current);
    if (current.tries > this.most) throw tooMany(word, Math.ceil((current.since + windowMs - now) / 1000));
  }

  private forget(now: number): void {
    for (const [address, { since }] of this.seen) if (now - since >= windowMs) this.seen.delete(address);
  }
}
