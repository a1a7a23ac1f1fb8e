import type { EntityManager } from 'typeorm';
import { emptyState, evolve } from '#domain/decider';
import type { Recorded } from '#domain/event';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';
import { domainVersion } from './domain-version';
import { recordedAllFrom } from './envelope';
import type { HeadMemory, Remembered } from './head-memory';
import { run } from './statement';

/** The last fold that was cached and what was recorded since; all null where there is nothing, or nothing was asked. */
export interface FoldRow {
  /** JSON */
  state: string | null;
  domain_version: string | null;
  /** JSON array of bodies */
  tail: string | null;
}

/** A fold as `log.folded_since` gives it, at one instant. */
export interface SinceRow extends FoldRow {
  /** the tail goes on from what the asker knew; there is no state then */
  from_known: boolean;
  /** null where there is no such stream yet */
  head_hash: string | null;
}

/** States as they follow from the events: what is remembered or cached, folded on. None of it is truth: `verify` folds anew. */
export class Folds {
  constructor(private readonly memory: HeadMemory) {}

  /** States of streams in their order, in one look. */
  async now(tx: EntityManager, streams: readonly StreamId[]): Promise<StreamState[]> {
    const known = streams.map((stream) => this.memory.of(stream));
    const asked = streams.map((stream, place) => {
      const { version = null, headHash = null } = known[place] ?? {};
      return { stream, place, version, hash: headHash };
    });
    const rows = await run<SinceRow>(tx, {
      name: 'log.states',
      text: `select since.from_known, since.state, since.domain_version, since.tail, since.head_hash
               from json_to_recordset($1::json) as asked(stream text, place int, version bigint, hash text)
              cross join lateral log.folded_since(asked.stream, asked.version, asked.hash) since
              order by asked.place`,
      values: [JSON.stringify(asked)],
    });
    const states: StreamState[] = [];
    for (const [place, row] of rows.entries()) states.push(await this.since(tx, streams[place]!, row, known[place]));
    return states;
  }

  /** @param known what the row was asked with */
  async since(tx: EntityManager, stream: StreamId, row: SinceRow, known: Remembered | undefined): Promise<StreamState> {
    const state = row.from_known && known ? foldedOn(known.state, row.tail) : await this.cached(tx, stream, row);
    if (row.head_hash !== null)
      this.memory.keepRead({ stream, version: state.version, headHash: row.head_hash, state });
    return state;
  }

  async cached(
    tx: EntityManager,
    stream: StreamId,
    { state, domain_version: by, tail }: FoldRow,
  ): Promise<StreamState> {
    if (state === null) return foldedOn(emptyState(stream), tail);
    // Another version of the domain may have folded otherwise.
    if (by !== domainVersion) return (await this.read(tx, stream)).reduce<StreamState>(evolve, emptyState(stream));
    return foldedOn(JSON.parse(state) as StreamState, tail);
  }

  /** A stream's events in order, from their hashed bodies: one text for all, since rows and small texts cost more than their words. */
  async read(tx: EntityManager, stream: StreamId, through = Number.MAX_SAFE_INTEGER): Promise<Recorded[]> {
    const [row] = await run<{ bodies: string | null }>(tx, {
      name: 'log.read',
      text: `select '[' || string_agg(body, ',' order by version) || ']' as bodies
               from log.event where stream_id = $1 and version <= $2`,
      values: [stream, through],
    });
    return recordedAllFrom(row!.bodies ?? '[]');
  }
}

const foldedOn = (state: StreamState, tail: string | null): StreamState =>
  recordedAllFrom(tail ?? '[]').reduce<StreamState>(evolve, state);
