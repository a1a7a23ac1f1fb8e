import type { StreamState } from '#domain/state';
import { rulebookStream, type StreamId } from '#domain/stream';
import type { Head } from './head';

const headsAtMost = 500;
const versionsAtMost = 5_000;

export interface Remembered extends Pick<Head, 'stream' | 'version' | 'headHash' | 'state'> {
  /** not before the head's own; null where it was only read, without a lock */
  recordedAt: string | null;
}

/**
 * Heads as this process last saw them under lock or left them, and versions of streams that decisions rest on. Others may have
 * moved them since: what is remembered is confirmed before it counts.
 */
export class HeadMemory {
  private readonly heads = new Map<StreamId, Remembered>();
  private readonly versions = new Map<StreamId, number>();
  private clock: { database: number; here: number } | undefined;

  of(stream: StreamId): Remembered | undefined {
    return this.heads.get(stream);
  }

  hashOf(stream: StreamId): string | null {
    return this.heads.get(stream)?.headHash ?? null;
  }

  /** A hash names one history: a state is right for its hash, whatever became of the stream. */
  stateAt(stream: StreamId, headHash: string): StreamState | undefined {
    const known = this.heads.get(stream);
    return known?.headHash === headHash ? known.state : undefined;
  }

  keep({ stream, version, headHash, recordedAt, state }: Remembered): void {
    this.heads.delete(stream);
    this.heads.set(stream, { stream, version, headHash, recordedAt, state });
    if (this.heads.size > headsAtMost) this.heads.delete(this.heads.keys().next().value!);
    if (this.versions.has(stream)) this.versions.set(stream, version);
  }

  /** What a read found; it says nothing new of a head that is known better, or of a later one. */
  keepRead(read: Omit<Remembered, 'recordedAt'>): void {
    const known = this.heads.get(read.stream);
    if (!known || known.version < read.version) this.keep({ ...read, recordedAt: null });
  }

  keepVersion(stream: StreamId, version: number): void {
    if (this.versions.size >= versionsAtMost) this.versions.clear();
    this.versions.set(stream, version);
  }

  /** @param instant the database's clock, read a moment ago */
  keepTime(instant: Date): void {
    this.clock = { database: instant.getTime(), here: performance.now() };
  }

  /**
   * Heads to judge by without asking, all with one instant and the versions they rest on.
   * @returns undefined when any of it is not known here
   */
  headsOf(streams: readonly StreamId[], references: readonly StreamId[]): ReadonlyMap<StreamId, Head> | undefined {
    const known = streams.map((stream) => this.heads.get(stream));
    if (!this.clock || !known.every(wasLocked)) return undefined;
    const restedOn = [...references, ...known.flatMap(({ state }) => rulebookOf(state))];
    const versions = new Map(restedOn.map((stream) => [stream, this.versions.get(stream)]));
    if (!allKnown(versions)) return undefined;
    const now = new Date(this.clock.database + Math.floor(performance.now() - this.clock.here)).toISOString();
    const recordedAt = known.reduce((latest, head) => (head.recordedAt > latest ? head.recordedAt : latest), now);
    return new Map(known.map((head) => [head.stream, { ...head, recordedAt, receipt: null, references: versions }]));
  }

  forget(streams: Iterable<StreamId>): void {
    for (const stream of streams) this.heads.delete(stream);
  }
}

const wasLocked = (head: Remembered | undefined): head is Remembered & { recordedAt: string } =>
  typeof head?.recordedAt === 'string';

const rulebookOf = ({ subject }: StreamState): StreamId[] => {
  const { district } = subject as { district?: string };
  return district ? [rulebookStream(district)] : [];
};

const allKnown = (versions: Map<StreamId, number | undefined>): versions is Map<StreamId, number> =>
  [...versions.values()].every((version) => version !== undefined);
