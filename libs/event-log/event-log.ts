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
import { runPrepared } from './statement';

/** A stream's head under lock, with what the command needs to be judged. */
export interface Head {
  stream: StreamId;
  version: number;
  headHash: string;
  /** clock of the database, read once under the lock */
  recordedAt: string;
  receipt: Receipt | null;
  state: StreamState;
  /** versions of the streams asked for and of the district's rulebook, 0 where there is none yet */
  references: ReadonlyMap<string, number>;
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
  reference_versions: Record<string, number>;
}

/** The events of one decision with their places in the chain. */
export interface Drafted {
  events: readonly Recorded[];
  lines: readonly Line[];
  state: StreamState;
  headHash: string;
}
interface Line {
  ordinal: number;
  type: string;
  body: string;
  prev: string;
  hash: string;
  version: number;
}

/** What goes out with a decision; delivered until acknowledged. */
export interface Letter {
  id: string;
  kind: 'poke' | 'effect';
  stream: StreamId;
  command?: Command;
}

/** The append-only record: one chain of hashes per stream, written under the lock of its head. */
export class EventLog {
  constructor(private readonly algorithm: Algorithm) {}

  /**
   * Locks the head before anything is looked up, or two tries of one command pass the duplicate check together.
   * @param references streams whose versions the decision rests on
   */
  async lockHead(
    tx: EntityManager,
    stream: StreamId,
    commandId: string,
    references: readonly StreamId[] = [],
  ): Promise<Head> {
    const [row] = await runPrepared<HeadRow>(
      tx,
      'log.open_stream',
      `select version, head_hash, recorded_at, request_hash, outcome, state, state_version, domain_version, reference_versions
         from log.open_stream($1, $2, $3::text[])`,
      [stream, commandId, references],
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
      references: new Map(Object.entries(head.reference_versions ?? {})),
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

  /** Chains the events of one decision and folds them; their rows are written, the events not yet. */
  async draft(
    tx: EntityManager,
    head: Head,
    command: Command,
    drafts: readonly DraftOf<Record<string, unknown>>[],
    provenance?: Provenance,
  ): Promise<Drafted> {
    let { state, headHash } = head;
    const events: Recorded[] = [];
    const lines: Line[] = [];
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
    return { events, lines, state, headHash };
  }

  /** Writes one decision in one statement: events, head, cached fold, receipt and letters, in the caller's transaction. */
  async append(
    tx: EntityManager,
    head: Head,
    command: Command,
    { lines, state, headHash }: Drafted,
    outcome: Outcome,
    letters: readonly Letter[] = [],
  ): Promise<void> {
    await runPrepared(tx, 'log.append', appendStatement, [
      head.stream,
      command.id,
      command.at,
      head.recordedAt,
      lines.map(({ version }) => version),
      lines.map(({ ordinal }) => ordinal),
      lines.map(({ type }) => type),
      lines.map(({ body }) => body),
      lines.map(({ prev }) => prev),
      lines.map(({ hash }) => hash),
      state.version,
      headHash,
      districtOf(state),
      domainVersion,
      JSON.stringify(state),
      this.requestHash(command),
      JSON.stringify(outcome),
      JSON.stringify(letters),
    ]);
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

const appendStatement = `
  with event as (
    insert into log.event (stream_id, version, command_id, ordinal, type, occurred_at, recorded_at, body, prev_hash, hash)
    select $1, line.version, $2, line.ordinal, line.type, $3, $4, line.body, line.prev, line.hash
      from unnest($5::bigint[], $6::smallint[], $7::text[], $8::text[], $9::text[], $10::text[])
           as line(version, ordinal, type, body, prev, hash)),
  head as (
    update log.stream_head set version = $11, head_hash = $12, district = $13, last_at = $3 where stream_id = $1),
  folded as (
    insert into log.stream_state (stream_id, version, domain_version, state) values ($1, $11, $14, $15)
    on conflict (stream_id) do update
      set version = excluded.version, domain_version = excluded.domain_version, state = excluded.state),
  letter as (
    insert into log.outbox (id, kind, stream_id, command)
    select letter.id, letter.kind, letter.stream, letter.command
      from jsonb_to_recordset($18::jsonb) as letter(id text, kind text, stream text, command jsonb)
    on conflict do nothing)
  insert into log.receipt (stream_id, command_id, request_hash, outcome, recorded_at) values ($1, $2, $16, $17, $4)`;

const districtOf = ({ subject }: StreamState): string => (subject as { district?: string }).district ?? '';
