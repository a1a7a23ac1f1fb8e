import type { Command } from '#domain/command';
import type { Recorded } from '#domain/event';
import type { Instant } from '#domain/instant';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';
import { domainVersion } from './domain-version';
import type { Head, Outcome } from './head';
import type { Statement } from './statement';

/** Events between two cached folds of a stream; who reads it folds what came after the last. */
export const keptEvery = 16;

/** The events of one decision with their places in the chain, and the rows that lie beside them. */
export interface Drafted {
  events: readonly Recorded[];
  lines: readonly Line[];
  rows: readonly Statement[];
  state: StreamState;
  headHash: string;
}
export interface Line {
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
  kind: 'poke' | 'effect' | 'review';
  stream: StreamId;
  command?: Command;
  /** it waits until then */
  notBefore?: Instant;
}

/** A decision with all that is written of it. */
export interface Append {
  head: Head;
  command: Command;
  drafted: Drafted;
  outcome: Outcome;
  letters: readonly Letter[];
}

/**
 * Decisions on different streams in one statement: events, heads, cached folds, receipts and letters.
 * @param requestHashOf what a resend of a command is held against
 */
export function appending(appends: readonly Append[], requestHashOf: (command: Command) => string): Statement {
  return {
    name: 'log.append',
    text: appendText,
    values: [
      listOf(appends.map((one) => headLine(one, requestHashOf(one.command)))),
      listOf(appends.flatMap(eventLines)),
      JSON.stringify(appends.flatMap(({ letters }) => letters)),
    ],
  };
}

const headLine = ({ head, command, drafted: { state, headHash }, outcome }: Append, request: string): string =>
  withRaw(
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
      request,
      outcome,
    },
    'state',
    isKept(head.version, state.version) ? JSON.stringify(state) : 'null',
  );

const isKept = (before: number, after: number): boolean =>
  Math.floor(before / keptEvery) < Math.floor(after / keptEvery);

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
    select stream, version, domain, state::text from decided where state is not null
    on conflict (stream_id) do update
      set version = excluded.version, domain_version = excluded.domain_version, state = excluded.state),
  letter as (
    insert into log.outbox (id, kind, stream_id, command, next_try_at)
    select letter.id, letter.kind, letter.stream, letter.command, coalesce(letter."notBefore", clock_timestamp())
      from json_to_recordset($3::json) as letter(id text, kind text, stream text, command jsonb, "notBefore" timestamptz)
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
