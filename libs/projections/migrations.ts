import type { MigrationInterface, QueryRunner } from 'typeorm';
import { granting } from '#event-log/granting';
import { CreateBoxes1764140000000 } from './box-migrations';
import { StoppedClocks1764250000000 } from './clock-migrations';
import { SupervisedMatters1764240000000 } from './supervision-migrations';
import { DutyTraits1764210000000 } from './trait-migrations';

/** Read models: dropped and rebuilt from the log at will. */
const statements = [
  'create schema read',
  `create table read.body (
    body_id text primary key,
    name text not null,
    kind text not null,
    district text not null,
    version bigint not null
  )`,
  'create index body_office on read.body (district, kind)',
  `create table read.post (
    body_id text not null,
    post_id text not null,
    name text not null,
    kind text not null,
    person text not null,
    from_on date not null,
    to_on date,
    primary key (body_id, post_id, person, from_on)
  )`,
  'create index post_person on read.post (person)',
  `create table read.project (
    project_id text primary key,
    stream_id text not null unique,
    name text not null,
    district text not null,
    stage text not null,
    status text not null,
    scope_class text not null,
    sectors text[] not null,
    parties text[] not null,
    owner text not null,
    planned_pay_fen bigint not null,
    fund_fen bigint not null,
    listed_year int,
    version bigint not null,
    substantive bigint not null,
    updated_at timestamptz not null
  )`,
  'create index project_list on read.project (district, updated_at desc, project_id)',
  'create index project_parties on read.project using gin (parties)',
  `create table read.duty (
    stream_id text not null,
    key text not null,
    project_id text,
    kind text not null,
    clause text not null,
    rule text not null,
    owner_body text,
    owner_post text,
    owner_person text,
    command text not null,
    segment_id text,
    since timestamptz not null,
    due_at timestamptz,
    lapsed boolean not null default false,
    provisional boolean not null default false,
    primary key (stream_id, key)
  )`,
  'create index duty_inbox on read.duty (owner_body, due_at, stream_id, key)',
  'create index duty_person on read.duty (owner_person, due_at) where owner_person is not null',
  'create index duty_project on read.duty (project_id, due_at)',
  `create table read.period (
    stream_id text primary key,
    project_id text not null,
    segment_id text not null,
    period text not null,
    status text not null,
    state jsonb not null,
    version bigint not null
  )`,
  // what a frozen position of the log gives of each project, and the figures made of it: made again at will
  `create table read.evaluation_input (
    stream_id text not null,
    leaf bigint not null,
    project_id text not null,
    facts jsonb not null,
    primary key (stream_id, leaf, project_id)
  )`,
  `create table read.evaluation_figures (
    stream_id text not null,
    leaf bigint not null,
    digest text not null,
    figures jsonb not null,
    primary key (stream_id, leaf)
  )`,
  `create table read.evaluation_run (
    run_id text primary key,
    stream_id text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    leaf bigint,
    digest text
  )`,
  'create index period_project on read.period (project_id, segment_id, period)',
  granting('usage on schema read', 'select, insert, update, delete, truncate on all tables in schema read'),
];

export class CreateReadModels1763943100000 implements MigrationInterface {
  readonly name = 'CreateReadModels1763943100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema read cascade');
  }
}

/** Who acts for which post, in which window and scope. */
const delegations = [
  `create table read.delegation (
    body_id text not null,
    delegation_id text not null,
    post_id text not null,
    post_kind text not null,
    person text,
    deputy_person text not null,
    deputy_body text not null,
    deputy_post text not null,
    from_on date not null,
    to_on date not null,
    ended_at timestamptz,
    matter_kinds text[],
    within_districts text[],
    limit_fen bigint,
    primary key (body_id, delegation_id)
  )`,
  'create index delegation_deputy on read.delegation (deputy_person)',
  granting('select, insert, update, delete, truncate on read.delegation'),
];

export class CreateDelegations1764130000000 implements MigrationInterface {
  readonly name = 'CreateDelegations1764130000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of delegations) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.delegation');
  }
}

/** Annual plans, and what the reserve pool shows of a project. */
const planStatements = [
  `create table read.plan (
    stream_id text primary key,
    district text not null,
    year int not null,
    status text not null,
    version int not null,
    active int not null,
    reserve int not null,
    posted_to date,
    approved_on date,
    updated_at timestamptz not null
  )`,
  'create index plan_year on read.plan (year, district)',
  `alter table read.project
    add column suitability int not null default 0,
    add column criteria jsonb not null default '{}',
    add column pool_id text,
    add column proposed_by text,
    add column proposed_on date,
    add column reserved_on date`,
  'create index project_pool on read.project (district, suitability desc, project_id)',
  granting('select, insert, update, delete, truncate on read.plan'),
];

export class AddPlans1764200000000 implements MigrationInterface {
  readonly name = 'AddPlans1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of planStatements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.plan');
    await runner.query(
      'alter table read.project drop column suitability, drop column criteria, drop column pool_id, drop column proposed_by, drop column proposed_on, drop column reserved_on',
    );
  }
}

const documents = [
  `create table read.document (
    document_id text primary key,
    subject text not null,
    district text not null,
    kind text not null,
    status text not null,
    organ text not null,
    title text not null,
    number text,
    issued_on date,
    version int not null,
    updated_at timestamptz not null
  )`,
  'create index document_subject on read.document (subject, updated_at)',
  granting('select, insert, update, delete, truncate on read.document'),
];

export class CreateDocuments1764202000000 implements MigrationInterface {
  readonly name = 'CreateDocuments1764202000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of documents) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read.document');
  }
}

/** When a stream moved, and how far, its head says; a project's row is written when what it says of the project changes. */
export class LeanProjectRows1764140100000 implements MigrationInterface {
  readonly name = 'LeanProjectRows1764140100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read.project_list');
    await runner.query('alter table read.project drop column version, drop column substantive, drop column updated_at');
    await runner.query('create index project_district on read.project (district)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read.project_district');
    await runner.query(`alter table read.project add column version bigint not null default 0,
      add column substantive bigint not null default 0, add column updated_at timestamptz not null default now()`);
    await runner.query('create index project_list on read.project (district, updated_at desc, project_id)');
  }
}

/** What an award asks of a collective stands in its row. */
export class BodyRegistrations1764251000000 implements MigrationInterface {
  readonly name = 'BodyRegistrations1764251000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.body add column registration text');
    await runner.query(`update read.body set registration = folded.state::jsonb #>> '{subject,registration,number}'
      from log.stream_state folded where folded.stream_id = 'organization/' || body_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.body drop column registration');
  }
}

/** 特急 is seen in the lists. No matter was started so before the column. */
export class UrgentMatters1764270000000 implements MigrationInterface {
  readonly name = 'UrgentMatters1764270000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.matter add column urgent boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.matter drop column urgent');
  }
}

/** The organs that number documents, and the documents by their number. */
export class SeriesCodes1764280000000 implements MigrationInterface {
  readonly name = 'SeriesCodes1764280000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table read.body add column series_code text');
    await runner.query(`update read.body set series_code = folded.state::jsonb #>> '{subject,seriesCode}'
      from log.stream_state folded where folded.stream_id = 'organization/' || body_id`);
    await runner.query('create index document_number on read.document (number) where number is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index read.document_number');
    await runner.query('alter table read.body drop column series_code');
  }
}

export const projectionMigrations = [
  CreateReadModels1763943100000,
  CreateDelegations1764130000000,
  CreateBoxes1764140000000,
  AddPlans1764200000000,
  CreateDocuments1764202000000,
  LeanProjectRows1764140100000,
  DutyTraits1764210000000,
  SupervisedMatters1764240000000,
  StoppedClocks1764250000000,
  BodyRegistrations1764251000000,
  UrgentMatters1764270000000,
  SeriesCodes1764280000000,
];
