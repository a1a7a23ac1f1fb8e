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
import { bodyOf, recordedAllFrom, recordedFrom, type Provenance } from './envelope';
import { insertRows } from './row-tables';
import { StateMemory } from './state-memory';
import { run, type Statement } from './statement';

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

/** What became of a key so far: decided, stored to be decided, or nothing. */
export type Known = Receipt | { waiting: Command } | undefined;

interface KnownRow {
  outcome: Outcome | null;
  request_hash: string | null;
  waiting: Command | null;
}
type LookRow = KnownRow &
  Pick<HeadRow, 'version' | 'state' | 'state_version' | 'domain_version'> & {
    reference_versions: Record<string, number> | null;
  };

/** What is asked of a stream: its head, and the receipt of a command. */
export interface Asked {
  stream: StreamId;
  commandId: string;
}

/** A row of `opening`: a head under lock, or no more than the version of a stream that decisions rest on. */
export type OpenedRow = HeadRow | { stream_id: StreamId; version: string; head_hash: null };
interface HeadRow {
  stream_id: StreamId;
  version: string;
  head_hash: string;
  recorded_at: Date;
  request_hash: string | null;
  outcome: Outcome | null;
  /** JSON; null where the caller knows the state of this head */
  state: string | null;
  state_version: string | null;
  domain_version: string | null;
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

/** A decision with all that is written of it. */
export interface Append {
  head: Head;
  command: Command;
  drafted: Drafted;
  outcome: Outcome;
  letters: readonly Letter[];
}

/** The append-only record: one chain of hashes per stream, written under the lock of its head. */
export class EventLog {
  private readonly memory = new StateMemory();

  constructor(private readonly algorithm: Algorithm) {}

  /**
   * Locks the heads before anything is looked up, or two tries of one command pass the duplicate check together.
   * @param references streams whose versions the decisions rest on
   */
  opening(asked: readonly Asked[], references: readonly StreamId[] = []): Statement {
    return {
      name: 'log.open_streams',
      text: `select stream_id, version, head_hash, recorded_at, request_hash, outcome, state, state_version, domain_version
               from log.open_streams($1::text[], $2::text[], $3::text[], $4::text[])`,
      values: [
        asked.map(({ stream }) => stream),
        asked.map(({ commandId }) => commandId),
        asked.map(({ stream }) => this.memory.headOf(stream)),
        references,
      ],
    };
  }

  /** The locked heads, of the rows that `opening` gave. */
  async heads(tx: EntityManager, rows: readonly OpenedRow[]): Promise<ReadonlyMap<StreamId, Head>> {
    const references = new Map<string, number>();
    const heads = new Map<StreamId, Head>();
    for (const row of rows) if (row.head_hash === null) references.set(row.stream_id, Number(row.version));
    for (const row of rows) if (row.head_hash !== null) heads.set(row.stream_id, await this.head(tx, row, references));
    return heads;
  }

  private async head(tx: EntityManager, row: HeadRow, references: ReadonlyMap<string, number>): Promise<Head> {
    const { stream_id: stream, head_hash: headHash } = row;
    const version = Number(row.version);
    return {
      stream,
      version,
      headHash,
      recordedAt: row.recorded_at.toISOString(),
      receipt: row.outcome && { requestHash: row.request_hash!, outcome: row.outcome },
      state: this.memory.at(stream, headHash) ?? (await this.remembered(tx, stream, version, row)),
      references,
    };
  }

  private async remembered(tx: EntityManager, stream: StreamId, version: number, row: HeadRow): Promise<StreamState> {
    const state = await this.stateAt(tx, stream, version, row);
    this.memory.keep(stream, row.head_hash, state);
    return state;
  }

  /** The fold of a stream now, without a lock: for reads and preflight. */
  async state(tx: EntityManager, stream: StreamId): Promise<StreamState> {
    const [row] = await run<HeadRow>(tx, {
      name: 'log.state',
      text: `select head.version, state.state, state.version as state_version, state.domain_version
               from log.stream_head head left join log.stream_state state using (stream_id) where stream_id = $1`,
      values: [stream],
    });
    return row ? this.stateAt(tx, stream, Number(row.version), row) : emptyState(stream);
  }

  /** What a request is held against before it is handed on, in one look and without a lock. */
  async look(
    tx: EntityManager,
    stream: StreamId,
    commandId: string,
    references: readonly StreamId[],
  ): Promise<{ state: StreamState; known: Known; references: ReadonlyMap<string, number> }> {
    const [row] = await run<LookRow>(tx, {
      name: 'log.look',
      text: `select coalesce(head.version, 0) as version, folded.state, folded.version as state_version, folded.domain_version,
                    receipt.outcome, receipt.request_hash, stored.command as waiting,
                    (select jsonb_object_agg(named.stream, coalesce(at.version, 0))
                       from unnest($3::text[] || array['rulebook/' || nullif(head.district, '')]) as named(stream)
                       left join log.stream_head at on at.stream_id = named.stream
                      where named.stream is not null) as reference_versions
               from (select $1::text as stream_id, $2::text as command_id) asked
               left join log.stream_head head using (stream_id)
               left join log.stream_state folded using (stream_id)
               left join log.receipt receipt using (stream_id, command_id)
               left join log.stored_command stored using (stream_id, command_id)`,
      values: [stream, commandId, references],
    });
    return {
      state: await this.stateAt(tx, stream, Number(row!.version), row!),
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

  /** The cached fold when it is current, else the fold itself. The cache is never truth: `verify` compares them. */
  private async stateAt(
    tx: EntityManager,
    stream: StreamId,
    version: number,
    cached: Pick<HeadRow, 'state' | 'state_version' | 'domain_version'>,
  ): Promise<StreamState> {
    if (cached.state && Number(cached.state_version) === version && cached.domain_version === domainVersion)
      return JSON.parse(cached.state) as StreamState;
    return (await this.read(tx, stream)).reduce<StreamState>(evolve, emptyState(stream));
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
    this.memory.keep(head.stream, headHash, state);
    return { events, lines, state, headHash };
  }

  /** Decisions on different streams in one statement: events, heads, cached folds, receipts and letters. */
  appending(appends: readonly Append[]): Statement {
    return {
      name: 'log.append',
      text: appendText,
      values: [
        listOf(appends.map((one) => this.headLine(one))),
        listOf(appends.flatMap(eventLines)),
        JSON.stringify(appends.flatMap(({ letters }) => letters)),
      ],
    };
  }

  private headLine({ head, command, drafted: { state, headHash }, outcome }: Append): string {
    return withRaw(
      {
        stream: head.stream,
        command: command.id,
        at: command.at,
        recorded: head.recordedAt,
        version: state.version,
        hash: headHash,
        district: districtOf(state),
        substantive: state.substantive,
        domain: domainVersion,
        request: this.requestHash(command),
        outcome,
      },
      'state',
      JSON.stringify(state),
    );
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

  /** Unique names taken and given back. Fails with 23505 when another holds one: the transaction is tried afresh. */
  claiming(stream: StreamId, version: number, claims: readonly Claim[], releases: readonly Claim[]): Statement[] {
    const release: Statement = {
      name: 'log.release',
      text: `delete from log.claim using jsonb_to_recordset($1::jsonb) as gone(kind text, key text, holder text)
              where claim.kind = gone.kind and claim.key = gone.key and claim.holder = gone.holder`,
      values: [JSON.stringify(releases)],
    };
    const claim: Statement = {
      name: 'log.claim',
      text: `insert into log.claim (kind, key, holder, stream_id, version)
             select taken.kind, taken.key, taken.holder, $1, $2
               from jsonb_to_recordset($3::jsonb) as taken(kind text, key text, holder text)
              where not exists (select from log.claim held
                                 where held.kind = taken.kind and held.key = taken.key and held.holder = taken.holder)`,
      values: [stream, version, JSON.stringify(claims)],
    };
    return [...(releases.length > 0 ? [release] : []), ...(claims.length > 0 ? [claim] : [])];
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

// Planned once for all: rows from JSON are reckoned alike whatever they are, rows from arrays are planned each time.
const appendText = `
  with decided as materialized (
    select * from json_to_recordset($1::json)
      as head(stream text, command text, at timestamptz, recorded timestamptz, version bigint, hash text, district text,
              substantive bigint, domain text, request text, outcome jsonb, state json)),
  event as (
    insert into log.event (stream_id, version, command_id, ordinal, type, occurred_at, recorded_at, body, prev_hash, hash)
    select line.stream, line.version, line.command, line.ordinal, line.type, line.at, line.recorded, line.body::text, line.prev, line.hash
      from json_to_recordset($2::json)
           as line(stream text, version bigint, command text, ordinal smallint, type text, at timestamptz, recorded timestamptz,
                   prev text, hash text, body json)),
  head as (
    update log.stream_head head
       set version = decided.version, head_hash = decided.hash, district = decided.district, last_at = decided.at,
           substantive = decided.substantive
      from decided where head.stream_id = decided.stream),
  folded as (
    insert into log.stream_state (stream_id, version, domain_version, state)
    select stream, version, domain, state::text from decided
    on conflict (stream_id) do update
      set version = excluded.version, domain_version = excluded.domain_version, state = excluded.state),
  letter as (
    insert into log.outbox (id, kind, stream_id, command)
    select letter.id, letter.kind, letter.stream, letter.command
      from json_to_recordset($3::json) as letter(id text, kind text, stream text, command jsonb)
    on conflict do nothing)
  insert into log.receipt (stream_id, command_id, request_hash, outcome, recorded_at)
  select stream, command, request, outcome, recorded from decided`;

const eventLines = ({ head, command, drafted }: Append): string[] =>
  drafted.lines.map(({ body, ...line }) =>
    withRaw(
      { ...line, stream: head.stream, command: command.id, at: command.at, recorded: head.recordedAt },
      'body',
      body,
    ),
  );

/** JSON of a record and of one more field that is JSON already and arrives as it was, to the letter. */
const withRaw = (record: object, field: string, json: string): string =>
  `${JSON.stringify(record).slice(0, -1)},"${field}":${json}}`;

const listOf = (json: readonly string[]): string => `[${json.join(',')}]`;

const districtOf = ({ subject }: StreamState): string => (subject as { district?: string }).district ?? '';
