import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { ActedPost } from '#contracts/http/session';
import type { DutyGroup, DutyPage, StandIn, DutyRow } from '#contracts/http/inbox';
import type { DutyOwner, StoppedClock } from '#domain/duty';
import type { OpenDuty } from '#domain/state';
import type { StreamId } from '#domain/stream';
import type { StepsUnderWay } from '#projections/matters';
import { matterKindOf, type MatterAct } from '#domain/signoff/matter-acts';
import { run } from '#event-log/statement';
import { scopeOf } from '../access/access';
import { ownKey, Reach, type Reached, standInFor } from '../access/reach';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Calendars } from './calendars';
import { cursor, writeCursor } from './cursor';
import { DocumentChanges } from './document-changes';
import { DutyRows, type PlacedDuty } from './duty-rows';
import { dutyCount, dutyPage, pageSize, type DutyColumn } from './duty-sql';
import { soonUntil } from './lamps';
import { Owners } from './owners';
import { containing, district, search } from './query';

const dutyCursor = cursor(z.tuple([z.iso.datetime().nullable(), z.iso.datetime(), z.string(), z.string()]));
type Position = z.infer<typeof dutyCursor>;

export const dutiesQuery = z.strictObject({
  box: z.enum(['mine', 'unit', 'acting', 'area']).default('mine'),
  lamp: z.enum(['late', 'soon', 'normal', 'stopped']).optional(),
  /** a command, or the act that a matter decides about */
  kind: z.string().max(60).optional(),
  district,
  project: z.string().max(80).optional(),
  /** `<body>/<post>` or a body: of the area, whose duties alone */
  owner: z.string().max(130).optional(),
  q: search,
  later: z.literal('1').optional(),
  after: dutyCursor.optional(),
});
type DutiesQuery = z.infer<typeof dutiesQuery>;

interface Row {
  late: string;
  soon: string;
  normal: string;
  stopped_count: string;
  aside: string;
  kinds: Record<string, number> | null;
  districts: Record<string, number> | null;
  stream_id: StreamId | null;
  project_id: string | null;
  key: string;
  kind: OpenDuty['kind'];
  clause: string;
  rule: string;
  owner_body: string | null;
  owner_post: string | null;
  owner_person: string | null;
  command: string;
  segment_id: string | null;
  since: Date;
  due_at: Date | null;
  lapsed: boolean;
  provisional: boolean;
  stopped: StoppedClock | null;
  under_way: DutyRow['underWay'];
  substantive: number;
  about: string | null;
  title: string | null;
  steps: StepsUnderWay;
  round: number;
  document: number;
  urgent: boolean | null;
  seen: number[] | null;
  until: Date | null;
}

/** The inbox: open duties of one's posts, of one's whole body, of those one acts for, or of one's whole area; the soonest due first. */
@Injectable()
export class DutiesReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendars: Calendars,
    private readonly owners: Owners,
    private readonly rows: DutyRows,
    private readonly reach: Reach,
    private readonly changes: DocumentChanges,
    private readonly clock: Clock,
  ) {}

  async inbox(session: Session, query: DutiesQuery): Promise<DutyPage> {
    const now = this.clock.iso();
    const soon = new Date(Date.parse(soonUntil(await this.calendars.inForce(), now)) + 1).toISOString();
    const reached = await this.reach.sees(session.posts, now);
    const { column, owners, acted } = await this.placesOf(session, query, reached);
    const [from, to] = bounds(query.lamp, now, soon);
    const [due, since, stream, key] = query.after ?? [];
    const values = [
      owners,
      session.account.person,
      now,
      containing(query.q),
      query.project ?? null,
      query.kind ?? null,
      query.later === '1',
      from,
      to,
      since ? (due ?? 'infinity') : null,
      since ?? null,
      stream ?? null,
      key ?? null,
      soon,
      acted && JSON.stringify(acted),
      query.lamp ? query.lamp === 'stopped' : null,
      query.district ?? null,
    ];
    const found = await run<Row>(this.database.manager, { name: `duties.${column}`, text: dutyPage(column), values });
    const { late, soon: soonDue, normal, stopped_count: stopped, aside, kinds, districts } = found[0]!;
    const counts = { late: Number(late), soon: Number(soonDue), normal: Number(normal), stopped: Number(stopped) };
    const page = found.filter(({ stream_id }) => stream_id !== null);
    const shown = page.slice(0, pageSize);
    const changes = await this.changes.since(
      shown.flatMap(({ stream_id, document, seen }) => ({ stream: stream_id!, seen: seen?.at(-1), document })),
    );
    return {
      items: await this.rows.of(
        shown.map((row) => ({ ...placed(row, changes), standIn: standInOf(row, session, reached) })),
        now,
      ),
      total: query.lamp ? counts[query.lamp] : Object.values(counts).reduce((sum, count) => sum + count, 0),
      counts,
      later: Number(aside),
      kinds: kinds ?? {},
      districts: districts ?? {},
      next: page.length > pageSize ? positionOf(shown.at(-1)!) : null,
    };
  }

  /** How many there are in one of the boxes, by which nothing in particular is asked for. */
  async count(session: Session, box: DutiesQuery['box']): Promise<number> {
    const now = this.clock.iso();
    const { column, owners, acted } = await this.placesOf(session, { box }, await this.reach.sees(session.posts, now));
    const scopes = acted && JSON.stringify(acted);
    const [row] = await run<{ open: string }>(this.database.manager, {
      name: `duties.${column}.count`,
      text: dutyCount(column),
      values: [owners, session.account.person, now, scopes],
    });
    return Number(row!.open);
  }

  private async placesOf(
    session: Session,
    { box, owner }: Pick<DutiesQuery, 'box' | 'owner'>,
    reached: Reached,
  ): Promise<{ column: DutyColumn; owners: readonly string[]; acted: readonly ActedFor[] | null }> {
    if (box === 'mine' || box === 'acting') {
      const owners = this.owners.mine(session, reached);
      const acted = session.acting.map(actedFor).filter((one) => !owners.includes(one.owner));
      const others = [...new Set(acted.map((one) => one.owner))];
      return {
        column: 'owner',
        owners: box === 'acting' ? others : [...owners, ...others],
        acted: acted.length > 0 ? acted : null,
      };
    }
    const bodies =
      box === 'unit'
        ? [...new Set(session.posts.map(({ body }) => body))]
        : await this.owners.area(scopeOf(session.posts));
    if (owner === undefined) return { column: 'owner_body', owners: bodies, acted: null };
    return { column: 'owner', owners: bodies.includes(owner.split('/')[0]!) ? [owner] : [], acted: null };
  }
}

/** Half-open span of due instants of a light. */
function bounds(light: DutyGroup | undefined, now: string, soon: string): [from: string | null, to: string | null] {
  if (light === 'late') return [null, now];
  if (light === 'soon') return [now, soon];
  return light === 'normal' ? [soon, null] : [null, null];
}

const positionOf = ({ due_at, since, stream_id, key }: Row): string =>
  writeCursor([due_at?.toISOString() ?? null, since.toISOString(), stream_id!, key] satisfies Position);

const placed = (row: Row, changes: ReadonlyMap<StreamId, number>): PlacedDuty => {
  const owner: DutyOwner = row.owner_person
    ? { person: row.owner_person }
    : { body: row.owner_body!, ...(row.owner_post && { post: row.owner_post }) };
  const duty: OpenDuty = {
    key: row.key,
    kind: row.kind,
    clause: row.clause,
    rule: row.rule,
    owner,
    command: row.command,
    since: row.since.toISOString(),
    ...(row.segment_id && { segmentId: row.segment_id }),
    ...(row.due_at && { dueAt: row.due_at.toISOString() }),
    ...(row.lapsed && { lapsed: true as const }),
    ...(row.provisional && { provisional: true as const }),
    ...(row.stopped && { stopped: row.stopped }),
  };
  return {
    stream: row.stream_id!,
    projectId: row.project_id,
    substantive: row.substantive,
    duty,
    matter: matterOf(row, changes),
    underWay: row.under_way,
    asideUntil: row.until?.toISOString() ?? null,
  };
};

/** A post acted for, as the page's SQL reads it: the kinds of matter by the acts they decide about. */
const actedFor = ({ matterKinds, withinDistricts, limitFen, ...post }: ActedPost) => ({
  owner: ownKey(post),
  acts: matterKinds && acts.filter((act) => matterKinds.includes(matterKindOf[act])),
  districts: withinDistricts,
  limitFen,
});
type ActedFor = ReturnType<typeof actedFor>;
const acts = Object.keys(matterKindOf) as MatterAct['type'][];

function standInOf({ owner_body, owner_post, about }: Row, session: Session, reached: Reached): StandIn | null {
  if (!owner_body || !owner_post) return null;
  const kind = about && matterKindOf[about as MatterAct['type']];
  const acted = session.acting.find(
    ({ body, postKind, matterKinds }) =>
      body === owner_body && postKind === owner_post && (!matterKinds || (kind && matterKinds.includes(kind))),
  );
  return standInFor(session, reached, `${owner_body}/${owner_post}`, acted);
}

/** A seat is `<visit>.<n>`: its visit names the step. What is owed around a matter is of none. */
function matterOf(row: Row, changes: ReadonlyMap<StreamId, number>): PlacedDuty['matter'] {
  const { stream_id, about, title, steps, key, round, document, seen, urgent } = row;
  const step = steps?.[key.slice(0, key.lastIndexOf('.'))];
  if (about === null || title === null) return null;
  return {
    act: about,
    title,
    step: step?.name ?? null,
    agreed: step?.agreed ?? 0,
    needed: step?.needed ?? 0,
    batchable: step?.batchable === true,
    urgent: urgent === true,
    round,
    document,
    seen: seen?.at(-1) ?? null,
    changes: changes.get(stream_id!) ?? 0,
  };
}
