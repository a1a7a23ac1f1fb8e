import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '#domain/event';
import type { Organization } from '#domain/organization/organization';
import { listed, type EntryStanding, type Plan } from '#domain/plan/plan';
import { stageOf, type Project } from '#domain/project';
import type { StreamState } from '#domain/state';
import type { Matter } from '#domain/signoff/matter';
import { traitsOf } from '#domain/signoff/traits';
import { keyOf, kindOf } from '#domain/stream';
import type { Statement } from '#event-log/statement';
import { documentRow } from './documents';
import { doneRows, matterRows } from './matters';

/**
 * What brings the read models of one stream up to date, in the writer's transaction and in this order. Rows are keyed by that
 * stream alone.
 */
export function projecting(before: StreamState, state: StreamState, events: readonly Recorded[]): Statement[] {
  const moved = events.some(({ type }) => type === 'DutiesChanged' || type === 'DutyLapsed');
  return [
    ...(moved ? duties(state) : []),
    ...subjects(state, events, before),
    ...doneRows(state.stream, events, projectOf(state)),
  ];
}

function subjects(state: StreamState, events: readonly Recorded[], before: StreamState): Statement[] {
  switch (kindOf(state.stream)) {
    case 'project':
      return saysTheSame(state, before) ? [] : projectRow(state);
    case 'organization':
      return bodyRows(state);
    case 'wages':
      return periodRow(state);
    case 'plan':
      return planRow(state, events.at(-1)!);
    case 'signoff':
      return matterRows(state, events, projectOf(state));
    case 'document':
      return documentRow(state, events.at(-1)!);
    case 'rulebook':
    case 'evaluation':
      return [];
  }
}

function duties(state: StreamState): Statement[] {
  const { stream, duties: open } = state;
  const cleared = {
    name: 'read.duty.clear',
    text: 'delete from read.duty where stream_id = $1',
    values: [stream],
  };
  if (open.length === 0) return [cleared];
  const rows = open.map(({ owner, dueAt, segmentId, lapsed, provisional, stopped, ...duty }) => ({
    ...duty,
    due_at: (!stopped && dueAt) || null,
    stopped: stopped ?? null,
    segment_id: segmentId ?? null,
    lapsed: lapsed ?? false,
    provisional: provisional ?? false,
    owner_body: 'body' in owner ? owner.body : null,
    owner_post: 'body' in owner ? (owner.post ?? null) : null,
    owner_person: 'person' in owner ? owner.person : null,
  }));
  // A deputy sees what the scope covers, as the judging of the act reads it.
  const traits = traitsOf(state, { data: {} }, '');
  const written = {
    name: 'read.duty',
    text: `insert into read.duty (stream_id, key, project_id, kind, clause, rule, owner_body, owner_post, owner_person, command,
                            segment_id, since, due_at, lapsed, provisional, stopped, about, district, amount_fen)
     select $1, d.key, $2, d.kind, d.clause, d.rule, d.owner_body, d.owner_post, d.owner_person, d.command,
            d.segment_id, d.since, d.due_at, d.lapsed, d.provisional, d.stopped, $4, $5, $6
       from jsonb_to_recordset($3::jsonb) as d(key text, kind text, clause text, rule text, owner_body text, owner_post text,
            owner_person text, command text, segment_id text, since timestamptz, due_at timestamptz, lapsed boolean, provisional boolean, stopped jsonb)`,
    values: [
      stream,
      projectOf(state),
      JSON.stringify(rows),
      actDecided(state),
      traits?.district ?? '',
      traits?.amountFen ?? null,
    ],
  };
  return [cleared, written];
}

/** The act a matter decides about: what its duties are for. */
const actDecided = ({ stream, subject }: StreamState): string | null =>
  kindOf(stream) === 'signoff' ? ((subject as Matter).act?.type ?? null) : null;

/** The project a stream is about: its own, or of a matter or a document the one it is about. */
function projectOf({ stream, subject }: StreamState): string | null {
  const about = ['signoff', 'document'].includes(kindOf(stream)) && (subject as Pick<Matter, 'subject'>).subject;
  return about ? projectIdOf(about) : projectIdOf(stream);
}

/** The project a stream belongs to: itself, or the first part of a `wages/…` key. */
export function projectIdOf(stream: StreamState['stream']): string | null {
  switch (kindOf(stream)) {
    case 'project':
      return keyOf(stream);
    case 'wages':
      return keyOf(stream).split('/')[0]!;
    case 'signoff':
    case 'plan':
    case 'organization':
    case 'rulebook':
    case 'evaluation':
    case 'document':
      return null;
  }
}

/** Most decisions leave a project's row as it is; its version and the time of its last event stand at the stream's head. */
const saysTheSame = (state: StreamState, before: StreamState): boolean =>
  isDeepStrictEqual(projectRow(state), projectRow(before));

function projectRow(state: StreamState): Statement[] {
  const project = state.subject as Project;
  const { planning, parties } = project;
  if (!planning || !parties) return [];
  const bodies = [...new Set(Object.values(parties).flat())];
  const fundFen = planning.fundLines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const written = {
    name: 'read.project',
    text: `insert into read.project (project_id, stream_id, name, district, stage, status, scope_class, sectors, parties, owner,
                               planned_pay_fen, fund_fen, listed_year,
                               suitability, criteria, pool_id, proposed_by, proposed_on, reserved_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (project_id) do update set
       name = excluded.name, stage = excluded.stage, status = excluded.status, scope_class = excluded.scope_class,
       sectors = excluded.sectors, parties = excluded.parties, owner = excluded.owner,
       planned_pay_fen = excluded.planned_pay_fen, fund_fen = excluded.fund_fen, listed_year = excluded.listed_year,
       suitability = excluded.suitability, criteria = excluded.criteria, pool_id = excluded.pool_id,
       proposed_by = excluded.proposed_by, proposed_on = excluded.proposed_on, reserved_on = excluded.reserved_on`,
    values: [
      project.id,
      state.stream,
      planning.name,
      project.district,
      stageOf(project),
      project.status,
      planning.scopeClass,
      planning.sectors,
      bodies,
      parties.owner,
      planning.plannedLaborPayFen,
      fundFen,
      planning.listedYear,
      planning.suitability,
      JSON.stringify(planning.criteria),
      planning.poolId,
      planning.proposedBy,
      planning.proposedOn,
      planning.reservedOn,
    ],
  };
  return [written];
}

function planRow(state: StreamState, last: Recorded): Statement[] {
  const plan = state.subject as Plan;
  const standing = (one: EntryStanding): number =>
    listed(plan).filter((entry) => entry.standing === one && !entry.paused).length;
  const written = {
    name: 'read.plan',
    text: `insert into read.plan (stream_id, district, year, status, version, active, reserve, posted_to, approved_on, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (stream_id) do update set
       status = excluded.status, version = excluded.version, active = excluded.active, reserve = excluded.reserve,
       posted_to = excluded.posted_to, approved_on = excluded.approved_on, updated_at = excluded.updated_at`,
    values: [
      state.stream,
      plan.district,
      plan.year,
      plan.status,
      plan.version,
      standing('active'),
      standing('reserve'),
      plan.posting?.status === 'open' ? plan.posting.to : null,
      plan.approvedOn,
      last.occurredAt,
    ],
  };
  return [written];
}

function bodyRows(state: StreamState): Statement[] {
  const body = state.subject as Organization;
  if (!body.exists) return [];
  const written = {
    name: 'read.body',
    text: `insert into read.body (body_id, name, kind, district, version, registration, series_code) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (body_id) do update set name = excluded.name, kind = excluded.kind, district = excluded.district, version = excluded.version,
       registration = excluded.registration, series_code = excluded.series_code`,
    values: [
      body.id,
      body.name,
      body.kind,
      body.district,
      state.version,
      body.registration?.number ?? null,
      body.seriesCode,
    ],
  };
  const cleared = { name: 'read.post.clear', text: 'delete from read.post where body_id = $1', values: [body.id] };
  const holdings = body.posts.flatMap(({ id, name, kind, holders }) =>
    holders.map(({ person, from, to }) => ({ post_id: id, name, kind, person, from_on: from, to_on: to })),
  );
  const posts = {
    name: 'read.post',
    text: `insert into read.post (body_id, post_id, name, kind, person, from_on, to_on)
     select $1, p.post_id, p.name, p.kind, p.person, p.from_on, p.to_on
       from jsonb_to_recordset($2::jsonb) as p(post_id text, name text, kind text, person text, from_on date, to_on date)`,
    values: [body.id, JSON.stringify(holdings)],
  };
  return [written, cleared, posts, ...delegationRows(body)];
}

function delegationRows({ id: body, posts, delegations }: Organization): Statement[] {
  if (delegations.length === 0) return [];
  const kinds = new Map(posts.map(({ id, kind }) => [id, kind]));
  const rows = delegations.map(({ id, postId, person, deputy, from, to, endedAt, ...scope }) => ({
    delegation_id: id,
    post_id: postId,
    post_kind: kinds.get(postId),
    person,
    deputy_person: deputy.person,
    deputy_body: deputy.body,
    deputy_post: deputy.post,
    from_on: from,
    to_on: to,
    ended_at: endedAt,
    matter_kinds: scope.matterKinds,
    within_districts: scope.withinDistricts,
    limit_fen: scope.limitFen,
  }));
  const written = {
    name: 'read.delegation',
    text: `insert into read.delegation (body_id, delegation_id, post_id, post_kind, person, deputy_person, deputy_body, deputy_post,
                                  from_on, to_on, ended_at, matter_kinds, within_districts, limit_fen)
     select $1, d.delegation_id, d.post_id, d.post_kind, d.person, d.deputy_person, d.deputy_body, d.deputy_post,
            d.from_on, d.to_on, d.ended_at, d.matter_kinds, d.within_districts, d.limit_fen
       from jsonb_to_recordset($2::jsonb) as d(delegation_id text, post_id text, post_kind text, person text, deputy_person text,
            deputy_body text, deputy_post text, from_on date, to_on date, ended_at timestamptz, matter_kinds text[],
            within_districts text[], limit_fen bigint)
     on conflict (body_id, delegation_id) do update set ended_at = excluded.ended_at`,
    values: [body, JSON.stringify(rows)],
  };
  return [written];
}

function periodRow(state: StreamState): Statement[] {
  const [projectId, segmentId, period] = keyOf(state.stream).split('/');
  const { status } = state.subject as { status?: string };
  const written = {
    name: 'read.period',
    text: `insert into read.period (stream_id, project_id, segment_id, period, status, state, version) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (stream_id) do update set status = excluded.status, state = excluded.state, version = excluded.version`,
    values: [
      state.stream,
      projectId,
      segmentId,
      period,
      status ?? 'open',
      JSON.stringify(state.subject),
      state.version,
    ],
  };
  return [written];
}
