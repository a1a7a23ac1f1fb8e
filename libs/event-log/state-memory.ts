import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';

const keptAtMost = 500;

/**
 * States this process folded last, each by the hash of its head: a hash names one history, so that a state whose transaction
 * was undone is never taken for the stream's.
 */
export class StateMemory {
  private readonly kept = new Map<StreamId, { headHash: string; state: StreamState }>();

  headOf(stream: StreamId): string | null {
    return this.kept.get(stream)?.headHash ?? null;
  }

  at(stream: StreamId, headHash: string): StreamState | undefined {
    const known = this.kept.get(stream);
    return known?.headHash === headHash ? known.state : undefined;
  }

  keep(stream: StreamId, headHash: string, state: StreamState): void {
    this.kept.delete(stream);
    this.kept.set(stream, { headHash, state });
    if (this.kept.size > keptAtMost) this.kept.delete(this.kept.keys().next().value!);
  }
}
