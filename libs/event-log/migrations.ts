import type { MigrationInterface, QueryRunner } from 'typeorm';
import { granting } from './granting';
import {
  ConfirmStreams1764400000000,
  FoldsAndTails1764260000000,
  FoldsSince1764410000000,
  OpenStream1764050000000,
  OpenStreams1764140000000,
  OpenStreamsPlannedOnce1764330000000,
} from './open-stream';

const hashPartitions = (table: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) =>
      `create table ${table}_${index} partition of ${table} for values with (modulus ${count}, remainder ${index})`,
  );

const log = [
  'create schema log',
  // one row per stream: the lock, and the head of its chain
  `create table log.stream_head (
    stream_id text primary key,
    version bigint not null default 0,
    head_hash text not null default 'genesis',
    district text not null default '',
    last_at timestamptz
  )`,
  `create table log.stream_state (
    stream_id text primary key references log.stream_head,
    version bigint not null,
    domain_version text not null,
    state jsonb not null
  )`,
  `create table log.event (
    stream_id text not null references log.stream_head,
    version bigint not null,
    command_id text not null,
    ordinal smallint not null,
    type text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    body text not null,
    prev_hash text not null,
    hash text not null,
    xid xid8 not null default pg_current_xact_id(),
    primary key (stream_id, version),
    unique (stream_id, command_id, ordinal)
  )`,
  'create index event_order on log.event (xid, stream_id, version)',
  'create index event_type on log.event (type, stream_id, version)',
  `create table log.receipt (
    stream_id text not null,
    command_id text not null,
    request_hash text not null,
    outcome jsonb not null,
    recorded_at timestamptz not null,
    primary key (stream_id, command_id)
  )`,
  `create table log.refusal (
    id bigint generated always as identity primary key,
    stream_id text not null,
    command_id text not null,
    type text not null,
    actor jsonb not null,
    refused_at timestamptz not null,
    after_version bigint not null,
    breaches jsonb not null,
    preflight boolean not null default false
  )`,
  'create index refusal_stream on log.refusal (stream_id, after_version)',
  `create table log.claim (
    kind text not null,
    key text not null,
    holder text not null,
    stream_id text not null,
    version bigint not null,
    primary key (kind, key)
  )`,
  'create index claim_series on log.claim (kind, key text_pattern_ops)',
  // what was accepted before it was decided: resent with the same id until a receipt exists
  `create table log.stored_command (
    stream_id text not null,
    command_id text not null,
    command jsonb not null,
    stored_at timestamptz not null default clock_timestamp(),
    settled_at timestamptz,
    next_try_at timestamptz not null default clock_timestamp() + interval '2 seconds',
    attempts int not null default 0,
    last_fault text,
    primary key (stream_id, command_id)
  )`,
  'create index stored_open on log.stored_command (next_try_at) where settled_at is null',
  // pokes ("look again") and effects on other streams: delivered until acknowledged
  `create table log.outbox (
    id text primary key,
    kind text not null check (kind in ('poke', 'effect')),
    stream_id text not null,
    command jsonb,
    created_at timestamptz not null default clock_timestamp(),
    delivered_at timestamptz,
    next_try_at timestamptz not null default clock_timestamp(),
    attempts int not null default 0,
    last_fault text
  )`,
  'create index outbox_open on log.outbox (next_try_at, created_at) where delivered_at is null',
  // which runs of the engine drove a stream
  `create table log.run (
    workflow_id text not null,
    run_id text not null,
    continued_from text,
    stream_version bigint not null,
    opened_at timestamptz not null default clock_timestamp(),
    primary key (workflow_id, run_id)
  )`,
  // the gapless order given after the fact by one sealer, and signed checkpoints of the tree over it
  `create table log.sealed (
    leaf bigint primary key,
    stream_id text not null,
    version bigint not null,
    leaf_hash text not null,
    unique (stream_id, version)
  )`,
  `create table log.sealer (
    one boolean primary key default true check (one),
    tree_size bigint not null default 0,
    frontier jsonb not null default '[]',
    last_xid xid8 not null default '0',
    last_stream text not null default '',
    last_version bigint not null default 0
  )`,
  'insert into log.sealer default values',
  `create table log.checkpoint (
    tree_size bigint primary key,
    root text not null,
    note text not null,
    published_at timestamptz not null
  )`,
];

/** Row tables: append-only, each row bound to the event that seals it. */
const rows = [
  'create schema rows',
  ...[
    [
      'roster',
      'segment_id text not null, person_ref uuid not null, act text not null, post_id text not null, on_date date not null',
    ],
    [
      'course',
      'segment_id text, person_ref uuid not null, course text not null, skill text, on_date date not null, passed boolean not null',
    ],
    [
      'attendance',
      'segment_id text not null, person_ref uuid not null, post_id text not null, on_date date not null, minutes int not null, output_milli bigint not null, edition smallint not null, counts_in text not null',
    ],
    [
      'wage_line',
      'person_ref uuid not null, gross_fen bigint not null, net_fen bigint not null, edition smallint not null',
    ],
    [
      'wage_act',
      'person_ref uuid not null, act text not null, edition smallint not null, amount_fen bigint not null, on_date date not null',
    ],
  ].flatMap(([table, columns]) => [
    `create table rows.${table} (
      stream_id text not null,
      version bigint not null,
      ordinal int not null,
      ${columns},
      body text not null,
      primary key (stream_id, version, ordinal)
    ) partition by hash (stream_id)`,
    ...hashPartitions(`rows.${table}`, 8),
    `create index ${table}_person on rows.${table} (person_ref, stream_id)`,
  ]),
  'create index attendance_day on rows.attendance (stream_id, segment_id, on_date)',
  'create index attendance_period on rows.attendance (stream_id, segment_id, counts_in)',
  'create index wage_act_line on rows.wage_act (stream_id, person_ref, version)',
];

const guarded = [
  'log.event',
  'log.receipt',
  'log.refusal',
  'log.sealed',
  'log.checkpoint',
  'rows.roster',
  'rows.course',
  'rows.attendance',
  'rows.wage_line',
  'rows.wage_act',
];

/** No one edits the record: a trigger beside the rights, so that a careless owner is stopped as well. @rule R-LAW-01 */
const guards = [
  `create function log.refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the record is append-only: % on %.%', tg_op, tg_table_schema, tg_table_name using errcode = '42501'; end $$`,
  ...guarded.flatMap((table) => [
    `create trigger append_only before update or delete on ${table} for each row execute function log.refuse_change()`,
    `create trigger no_truncate before truncate on ${table} for each statement execute function log.refuse_change()`,
  ]),
];

/** The application's role: inserts and reads the record, changes bookkeeping alone. */
const rights = granting(
  'usage on schema log, rows',
  'select, insert on all tables in schema log, rows',
  'update on log.stream_head, log.stream_state, log.stored_command, log.outbox, log.sealer',
  'delete on log.claim',
  'usage on all sequences in schema log',
);

export class CreateLog1763943000000 implements MigrationInterface {
  readonly name = 'CreateLog1763943000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...log, ...rows, ...guards, rights]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema rows cascade');
    await runner.query('drop schema log cascade');
  }
}

/** A document is found by its check code, the beginning of the hash of the event that numbered it. */
export class FindByCheckCode1764201000000 implements MigrationInterface {
  readonly name = 'FindByCheckCode1764201000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index event_check_code on log.event (left(split_part(hash, ':', 2), 24)) where type = 'DocumentNumbered'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index log.event_check_code');
  }
}

/** A review of open duties goes out like what else an event sets going, on its day. */
export class ReviewLetters1764335000000 implements MigrationInterface {
  readonly name = 'ReviewLetters1764335000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table log.outbox drop constraint outbox_kind_check, add check (kind in ('poke', 'effect', 'review'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from log.outbox where kind = 'review'`);
    await runner.query(
      `alter table log.outbox drop constraint outbox_kind_check, add check (kind in ('poke', 'effect'))`,
    );
  }
}

export const logMigrations = [
  CreateLog1763943000000,
  OpenStream1764050000000,
  FindByCheckCode1764201000000,
  OpenStreams1764140000000,
  FoldsAndTails1764260000000,
  OpenStreamsPlannedOnce1764330000000,
  ReviewLetters1764335000000,
  ConfirmStreams1764400000000,
  FoldsSince1764410000000,
];
