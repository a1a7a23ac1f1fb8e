import type { EntityManager } from 'typeorm';
import type { Command } from '#domain/command';
import { evolve } from '#domain/decider';
import type { DraftOf, Recorded } from '#domain/event';
import type { Breach } from '#domain/rules';
import type { RowSet, SealedRows } from '#domain/rows';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';
import type { Append, Drafted, Line } from './append';
import { canonical, chainHash, digestOf, type Algorithm } from './chain';
import type { Head, Outcome, Receipt } from './head';
import { HeadMemory } from './head-memory';
import { bodyOf, recordedFrom, type Provenance } from './envelope';
import { type FoldRow, Folds, type SinceRow } from './folds';
import { insertingRows } from './row-tables';
import { run, type Statement } from './statement';

/** What became of a key so far: decided, stored to be decided, or nothing. */
export type Known = Receipt | { waiting: Command } | undefined;

interface KnownRow {
  outcome: Outcome | null;
  request_hash: string | null;
  waiting: Command | null;
}
type LookRow = KnownRow & SinceRow & { reference_versions: Record<string, number> | null };

/** What is asked of a stream: its head, and the receipt of a command. */
export interface Asked {
  stream: StreamId;
  commandId: string;
}

/** A row of `opening`: a head under lock, or no more than the version of a stream that decisions rest on. */
export type OpenedRow = HeadRow | { stream_id: StreamId; version: string; head_hash: null };
interface HeadRow extends FoldRow {
  stream_id: StreamId;
  version: string;
  head_hash: string;
  recorded_at: Date;
  request_hash: string | null;
  outcome: Outcome | null;
}

/** The append-only record: one chain of hashes per stream, written under the lock of its head. */
export class EventLog {
  private readonly memory = new HeadMemory();
  private readonly folds = new Folds(this.memory);

  constructor(private readonly algorithm: Algorithm) {}

  /**
   * Locks the heads before anything is looked up, or two tries of one command pass the duplicate check together.
   * @param references streams whose versions the decisions rest on
   */
  opening(asked: readonly Asked[], references: readonly StreamId[] = []): Statement {
    return {
      name: 'log.open_streams',
      text: `select stream_id, version, head_hash, recorded_at, request_hash, outcome, state, domain_version, tail
               from log.open_streams($1::text[], $2::text[], $3::text[], $4::text[])`,
      values: [
        asked.map(({ stream }) => stream),
        asked.map(({ commandId }) => commandId),
        asked.map(({ stream }) => this.memory.hashOf(stream)),
        references,
      ],
    };
  }

  /** The locked heads, of the rows that `opening` gave. */
  async heads(tx: EntityManager, rows: readonly OpenedRow[]): Promise<ReadonlyMap<StreamId, Head>> {
    const references = new Map<StreamId, number>();
    const heads = new Map<StreamId, Head>();
    for (const row of rows) if (row.head_hash === null) references.set(row.stream_id, Number(row.version));
    for (const [stream, version] of references) this.memory.keepVersion(stream, version);
    for (const row of rows) if (row.head_hash !== null) heads.set(row.stream_id, await this.head(tx, row, references));
    return heads;
  }

  private async head(tx: EntityManager, row: HeadRow, references: ReadonlyMap<string, number>): Promise<Head> {
    const { stream_id: stream, head_hash: headHash } = row;
    const version = Number(row.version);
    this.memory.keepTime(row.recorded_at);
    return {
      stream,
      version,
      headHash,
      recordedAt: row.recorded_at.toISOString(),
      receipt: row.outcome && { requestHash: row.request_hash!, outcome: row.outcome },
      state: this.memory.stateAt(stream, headHash) ?? (await this.stateUnder(tx, stream, row)),
      references,
    };
  }

  private async stateUnder(tx: EntityManager, stream: StreamId, row: HeadRow): Promise<StreamState> {
    const read = await this.folds.cached(tx, stream, row);
    // What was known when it was asked may have been forgotten since.
    return read.version === Number(row.version) ? read : this.state(tx, stream);
  }

  /**
   * Heads as this process remembers them, to judge by without asking; `confirming` must then stand first among what is written.
   * @returns undefined when it does not remember them all
   */
  remembered(asked: readonly Asked[], references: readonly StreamId[]): ReadonlyMap<StreamId, Head> | undefined {
    return this.memory.headsOf(
      asked.map(({ stream }) => stream),
      references,
    );
  }

  /** Locks the heads and fails with `movedOn` unless all stands as remembered: no head, version or receipt is newer. */
  confirming(asked: readonly Asked[], heads: ReadonlyMap<StreamId, Head>): Statement {
    const known = asked.map(({ stream }) => heads.get(stream)!);
    const { references, recordedAt } = known[0]!;
    return {
      name: 'log.confirm_streams',
      text: 'select log.confirm_streams($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::timestamptz)',
      values: [
        known.map(({ stream }) => stream),
        asked.map(({ commandId }) => commandId),
        known.map(({ headHash }) => headHash),
        [...references.keys()],
        [...references.values()],
        recordedAt,
      ],
    };
  }

  /** What was locked and is committed: where the heads stand now. */
  keep(heads: Iterable<Head>, appends: readonly Append[]): void {
    for (const head of heads) this.memory.keep(head);
    for (const { head, drafted } of appends)
      this.memory.keep({ ...head, version: drafted.state.version, headHash: drafted.headHash, state: drafted.state });
  }

  /** A commit whose end is not known: these are asked for again. */
  forget(streams: Iterable<StreamId>): void {
    this.memory.forget(streams);
  }

  /** The fold of a stream now, without a lock: for reads and preflight. */
  async state(tx: EntityManager, stream: StreamId): Promise<StreamState> {
    const [state] = await this.folds.now(tx, [stream]);
    return state!;
  }

  /** Those of several streams in their order, in one look. */
  states(tx: EntityManager, streams: readonly StreamId[]): Promise<StreamState[]> {
    return this.folds.now(tx, streams);
  }

  /** As this process saw it last, if it did: for what of it never changes. */
  lastSeen(stream: StreamId): StreamState | undefined {
    return this.memory.of(stream)?.state;
  }

  /** What a request is held against before it is handed on, in one look and without a lock. */
  async look(
    tx: EntityManager,
    stream: StreamId,
    commandId: string,
    references: readonly StreamId[],
  ): Promise<{ state: StreamState; known: Known; references: ReadonlyMap<string, number> }> {
    const remembered = this.memory.of(stream);
    const [row] = await run<LookRow>(tx, {
      name: 'log.look',
      text: `select folded.from_known, folded.state, folded.domain_version, folded.tail, folded.head_hash,
                    receipt.outcome, receipt.request_hash, stored.command as waiting,
                    (select jsonb_object_agg(named.stream, coalesce(at.version, 0))
                       from unnest($3::text[] || array['rulebook/' || nullif(head.district, '')]) as named(stream)
                       left join log.stream_head at on at.stream_id = named.stream
                      where named.stream is not null) as reference_versions
               from (select $1::text as stream_id, $2::text as command_id) asked
               left join log.stream_head head using (stream_id)
               cross join lateral log.folded_since(asked.stream_id, $4, $5) folded
               left join log.receipt receipt using (stream_id, command_id)
               left join log.stored_command stored using (stream_id, command_id)`,
      values: [stream, commandId, references, remembered?.version, remembered?.headHash],
    });
    return {
      state: await this.folds.since(tx, stream, row!, remembered),
      known: knownFrom(row!),
      references: new Map(Object.entries(row!.reference_versions ?? {})),
    };
  }

  /** What became of a key so far. */
  async known(tx: EntityManager, stream: StreamId, commandId: string): Promise<Known> {
    const [row] = await run<KnownRow>(tx, {
      name: 'log.known',
      text: `select receipt.outcome, receipt.request_hash, stored.command as waiting
               from (select $1::text as stream_id, $2::text as command_id) asked
               left join log.receipt receipt using (stream_id, command_id)
               left join log.stored_command stored using (stream_id, command_id)`,
      values: [stream, commandId],
    });
    return knownFrom(row!);
  }

  /** A stream's events in order, through a version. */
  read(tx: EntityManager, stream: StreamId, through?: number): Promise<Recorded[]> {
    return this.folds.read(tx, stream, through);
  }

  /** Chains the events of one decision and folds them; nothing is written yet. */
  draft(
    head: Head,
    command: Command,
    drafts: readonly DraftOf<Record<string, unknown>>[],
    provenance?: Provenance,
  ): Drafted {
    let { state, headHash } = head;
    const events: Recorded[] = [];
    const lines: Line[] = [];
    const rows: Statement[] = [];
    for (const [ordinal, draft] of drafts.entries()) {
      const version = head.version + ordinal + 1;
      const bodies = draft.rows?.rows.map(canonical) ?? [];
      if (draft.rows && bodies.length > 0) rows.push(insertingRows(draft.rows, head.stream, version, bodies));
      const sealed = draft.rows && this.sealedRows(draft.rows, bodies);
      const body = bodyOf(command, draft, { version, ordinal, recordedAt: head.recordedAt, rows: sealed }, provenance);
      const hash = chainHash(this.algorithm, headHash, body);
      lines.push({ ordinal, type: draft.type, body, prev: headHash, hash, version });
      headHash = hash;
      const event = recordedFrom(body);
      events.push(event);
      state = evolve(state, event);
    }
    return { events, lines, rows, state, headHash };
  }

  private sealedRows({ table }: RowSet, bodies: readonly string[]): SealedRows {
    return { table, count: bodies.length, digest: digestOf(this.algorithm, bodies.join('\n')) };
  }

  /** The receipt of what left no event: a refusal, or nothing to record. */
  receipting(head: Head, command: Command, outcome: Outcome): Statement {
    return {
      name: 'log.receipt',
      text: 'insert into log.receipt (stream_id, command_id, request_hash, outcome, recorded_at) values ($1, $2, $3, $4, $5)',
      values: [head.stream, command.id, this.requestHash(command), JSON.stringify(outcome), head.recordedAt],
    };
  }

  /** @param preflight refused before it was given: it uses up no key */
  refusing(command: Command, afterVersion: number, breaches: readonly Breach[], preflight = false): Statement {
    return {
      name: 'log.refusal',
      text: `insert into log.refusal (stream_id, command_id, type, actor, refused_at, after_version, breaches, preflight)
             values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      values: [
        command.stream,
        command.id,
        command.type,
        JSON.stringify(command.actor),
        command.at,
        afterVersion,
        JSON.stringify(breaches),
        preflight,
      ],
    };
  }

  async keepRefusal(
    tx: EntityManager,
    command: Command,
    afterVersion: number,
    breaches: readonly Breach[],
    preflight = false,
  ): Promise<void> {
    await run(tx, this.refusing(command, afterVersion, breaches, preflight));
  }

  /** Digest of a value's canonical form, by the log's algorithm. */
  digest(value: unknown): string {
    return digestOf(this.algorithm, canonical(value));
  }

  /** Same key, same request? Time is left out: a resend a minute later is the same request. */
  requestHash({ stream, type, data, actor, readRevision, reasons, basis }: Command): string {
    return digestOf(this.algorithm, canonical({ stream, type, data, actor, readRevision, reasons, basis }));
  }
}

function knownFrom({ outcome, request_hash: requestHash, waiting }: KnownRow): Known {
  if (outcome) return { outcome, requestHash: requestHash! };
  return waiting ? { waiting } : undefined;
}
