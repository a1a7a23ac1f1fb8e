import type { EntityManager } from 'typeorm';
import type { Command } from '#domain/command';
import { emptyState, evolve } from '#domain/decider';
import type { DraftOf, Recorded } from '#domain/event';
import type { Breach, Claim } from '#domain/rules';
import type { SealedRows } from '#domain/rows';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';
import { canonical, chainHash, digestOf, type Algorithm } from './chain';
import { domainVersion } from './domain-version';
import { bodyOf, recordedFrom, type Provenance } from './envelope';
import { insertRows } from './row-tables';

/** A stream's head under lock, with what the command needs to be judged. */
export interface Head {
  stream: StreamId;
  version: number;
  headHash: string;
  /** clock of the database, read once under the lock */
  recordedAt: string;
  receipt: Receipt | null;
  state: StreamState;
}
export interface Receipt {
  requestHash: string;
  outcome: Outcome;
}

/** The stored answer to a command: decided, or refused with every broken rule. */
export interface Outcome {
  revision: number;
  stage: string | null;
  nextDueAt: string | null;
  headHash: string;
  recordedAt: string;
  /** the stream needs no engine any more */
  ended: boolean;
  refused?: readonly Breach[];
}

interface HeadRow {
  version: string;
  head_hash: string;
  recorded_at: Date;
  request_hash: string | null;
  outcome: Outcome | null;
  state: StreamState | null;
  state_version: string | null;
  domain_version: string | null;
}

export interface Appended {
  events: readonly Recorded[];
  state: StreamState;
  headHash: string;
}

/** The append-only record: one chain of hashes per stream, written under the lock of its head. */
export class EventLog {
  constructor(private readonly algorithm: Algorithm) {}

  /** Locks the head before anything is looked up, or two tries of one command pass the duplicate check together. */
  async lockHead(tx: EntityManager, stream: StreamId, commandId: string): Promise<Head> {
    await tx.query('insert into log.stream_head (stream_id) values ($1) on conflict do nothing', [stream]);
    await tx.query('select from log.stream_head where stream_id = $1 for update', [stream]);
    const [row] = await tx.query<HeadRow[]>(
      `select head.version, head.head_hash, date_trunc('milliseconds', clock_timestamp()) as recorded_at,
              receipt.request_hash, receipt.outcome,
              state.state, state.version as state_version, state.domain_version
         from log.stream_head head
         left join log.receipt receipt on receipt.stream_id = head.stream_id and receipt.command_id = $2
         left join log.stream_state state on state.stream_id = head.stream_id
        where head.stream_id = $1`,
      [stream, commandId],
    );
    const head = row!;
    const version = Number(head.version);
    return {
      stream,
      version,
      headHash: head.head_hash,
      recordedAt: head.recorded_at.toISOString(),
      receipt: head.outcome && { requestHash: head.request_hash!, outcome: head.outcome },
      state: await this.stateAt(tx, stream, version, head),
    };
  }

  /** The fold of a stream now, without a lock: for reads and preflight. */
  async state(tx: EntityManager, stream: StreamId): Promise<StreamState> {
    const [row] = await tx.query<(Omit<HeadRow, 'outcome'> & { version: string })[]>(
      `select head.version, state.state, state.version as state_version, state.domain_version
         from log.stream_head head left join log.stream_state state using (stream_id) where stream_id = $1`,
      [stream],
    );
    return row ? this.stateAt(tx, stream, Number(row.version), row) : emptyState(stream);
  }

  /** The cached fold when it is current, else the fold itself. The cache is never truth: `verify` compares them. */
  private async stateAt(
    tx: EntityManager,
    stream: StreamId,
    version: number,
    cached: Pick<HeadRow, 'state' | 'state_version' | 'domain_version'>,
  ): Promise<StreamState> {
    if (cached.state && Number(cached.state_version) === version && cached.domain_version === domainVersion)
      return cached.state;
    return (await this.read(tx, stream)).reduce<StreamState>(evolve, emptyState(stream));
  }

  /** A stream's events in order, from their hashed bodies. */
  async read(tx: EntityManager, stream: StreamId, through = Number.MAX_SAFE_INTEGER): Promise<Recorded[]> {
    const rows = await tx.query<{ body: string }[]>(
      'select body from log.event where stream_id = $1 and version <= $2 order by version',
      [stream, through],
    );
    return rows.map(({ body }) => recordedFrom(body));
  }

  /** Appends the events of one decision: rows, chain, claims, head and cached fold, all in the caller's transaction. */
  async append(
    tx: EntityManager,
    head: Head,
    command: Command,
    drafts: readonly DraftOf<Record<string, unknown>>[],
    provenance?: Provenance,
  ): Promise<Appended> {
    let { state, headHash } = head;
    const events: Recorded[] = [];
    const lines: { ordinal: number; type: string; body: string; prev: string; hash: string; version: number }[] = [];
    for (const [ordinal, draft] of drafts.entries()) {
      const version = head.version + ordinal + 1;
      const rows = draft.rows && (await this.writeRows(tx, head.stream, version, draft.rows));
      const body = bodyOf(command, draft, { version, ordinal, recordedAt: head.recordedAt, rows }, provenance);
      const hash = chainHash(this.algorithm, headHash, body);
      lines.push({ ordinal, type: draft.type, body, prev: headHash, hash, version });
      headHash = hash;
      const event = recordedFrom(body);
      events.push(event);
      state = evolve(state, event);
    }
    await tx.query(
      `insert into log.event (stream_id, version, command_id, ordinal, type, occurred_at, recorded_at, body, prev_hash, hash)
       select $1, line.version, $2, line.ordinal, line.type, $3, $4, line.body, line.prev, line.hash
         from jsonb_to_recordset($5::jsonb) as line(version bigint, ordinal smallint, type text, body text, prev text, hash text)`,
      [head.stream, command.id, command.at, head.recordedAt, JSON.stringify(lines)],
    );
    await tx.query(
      `with head as (
         update log.stream_head set version = $2, head_hash = $3, district = $4, last_at = $5 where stream_id = $1)
       insert into log.stream_state (stream_id, version, domain_version, state) values ($1, $2, $6, $7)
       on conflict (stream_id) do update
         set version = excluded.version, domain_version = excluded.domain_version, state = excluded.state`,
      [head.stream, state.version, headHash, districtOf(state), command.at, domainVersion, JSON.stringify(state)],
    );
    return { events, state, headHash };
  }

  private async writeRows(
    tx: EntityManager,
    stream: StreamId,
    version: number,
    set: NonNullable<DraftOf<Record<string, unknown>>['rows']>,
  ): Promise<SealedRows> {
    const bodies = set.rows.map(canonical);
    if (bodies.length > 0) await tx.query(...insertRows(set, stream, version, bodies));
    return { table: set.table, count: bodies.length, digest: digestOf(this.algorithm, bodies.join('\n')) };
  }

  /** Unique names taken and given back. @throws QueryFailedError 23505 when another holds one: the transaction is tried afresh */
  async claim(
    tx: EntityManager,
    stream: StreamId,
    version: number,
    claims: readonly Claim[],
    releases: readonly Claim[],
  ): Promise<void> {
    if (releases.length > 0) {
      await tx.query(
        `delete from log.claim using jsonb_to_recordset($1::jsonb) as gone(kind text, key text, holder text)
          where claim.kind = gone.kind and claim.key = gone.key and claim.holder = gone.holder`,
        [JSON.stringify(releases)],
      );
    }
    if (claims.length === 0) return;
    await tx.query(
      `insert into log.claim (kind, key, holder, stream_id, version)
       select taken.kind, taken.key, taken.holder, $1, $2
         from jsonb_to_recordset($3::jsonb) as taken(kind text, key text, holder text)
        where not exists (select from log.claim held
                           where held.kind = taken.kind and held.key = taken.key and held.holder = taken.holder)`,
      [stream, version, JSON.stringify(claims)],
    );
  }

  async keepReceipt(tx: EntityManager, head: Head, command: Command, outcome: Outcome): Promise<void> {
    await tx.query(
      'insert into log.receipt (stream_id, command_id, request_hash, outcome, recorded_at) values ($1, $2, $3, $4, $5)',
      [head.stream, command.id, this.requestHash(command), JSON.stringify(outcome), head.recordedAt],
    );
  }

  async keepRefusal(
    tx: EntityManager,
    command: Command,
    afterVersion: number,
    breaches: readonly Breach[],
    preflight = false,
  ): Promise<void> {
    await tx.query(
      `insert into log.refusal (stream_id, command_id, type, actor, refused_at, after_version, breaches, preflight)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        command.stream,
        command.id,
        command.type,
        JSON.stringify(command.actor),
        command.at,
        afterVersion,
        JSON.stringify(breaches),
        preflight,
      ],
    );
  }

  /** Same key, same request? Time is left out: a resend a minute later is the same request. */
  requestHash({ stream, type, data, actor, readRevision, reasons, basis }: Command): string {
    return digestOf(this.algorithm, canonical({ stream, type, data, actor, readRevision, reasons, basis }));
  }
}

const districtOf = ({ subject }: StreamState): string => (subject as { district?: string }).district ?? '';
