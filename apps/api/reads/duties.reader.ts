import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { DutyRow, Lamp, Page } from '#contracts/http/reads';
import type { DutyOwner } from '#domain/duty';
import type { OpenDuty } from '#domain/state';
import type { StreamId } from '#domain/stream';
import { civilDateOf } from '#domain/calendar';
import { Clock } from '../auth/clock';
import type { Session } from '../auth/sessions';
import { Calendars } from './calendars';
import { DutyRows } from './duty-rows';
import { soonUntil } from './lamps';
import { containing, lamp, page, paged, pageSize, search } from './query';

export const dutiesQuery = z.strictObject({ box: z.enum(['mine', 'unit']).default('mine'), lamp, q: search, page });
type DutiesQuery = z.infer<typeof dutiesQuery>;

interface Row {
  stream_id: StreamId;
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
  substantive: number;
  total: string;
}

/** The inbox: open duties of one's posts, or of one's whole body. */
@Injectable()
export class DutiesReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendars: Calendars,
    private readonly rows: DutyRows,
    private readonly clock: Clock,
  ) {}

  async inbox({ account, posts }: Session, { box, lamp: light, q, page: at }: DutiesQuery): Promise<Page<DutyRow>> {
    const now = this.clock.iso();
    const [from, to] = bounds(light, now, soonUntil(await this.calendars.inForce(), now));
    const found = await this.database.query<Row[]>(
      `select duty.*, coalesce((state.state ->> 'substantive')::int, 0) as substantive, count(*) over () as total
         from read.duty duty
         left join log.stream_state state using (stream_id)
         left join read.project project using (project_id)
        where (($8::boolean and duty.owner_body = any($1)) or (not $8::boolean and (${mine})))
          and ($4::text is null or project.name ilike $4)
          and ${light === 'normal' ? '(duty.due_at is null or duty.due_at >= $5)' : '($5::timestamptz is null or duty.due_at >= $5)'}
          and ($6::timestamptz is null or duty.due_at < $6)
        order by duty.due_at nulls last, duty.since, duty.stream_id, duty.key
        limit ${pageSize} offset ${(at - 1) * pageSize}`,
      [
        [...new Set(posts.map(({ body }) => body))],
        posts.map(({ body, postKind }) => `${body}/${postKind}`),
        civilDateOf(now),
        containing(q),
        from,
        to,
        account.personRef,
        box === 'unit',
      ],
    );
    const items = await this.rows.of(found.map(placed), now);
    return paged(items, Number(found[0]?.total ?? 0), at);
  }
}

/**
 * Mine: of my body as a whole, of a post like mine in it, or of me as a worker. A vacant post's duties show to the body's head,
 * and where there is none to everyone in the body, so that none is out of sight.
 */
const mine = `duty.owner_person = $7::text
  or (duty.owner_body = any($1) and (
    duty.owner_post is null
    or duty.owner_body || '/' || duty.owner_post = any($2::text[])
    or (not exists (select from read.post held where held.body_id = duty.owner_body and held.kind = duty.owner_post
                     and held.from_on <= $3::date and (held.to_on is null or held.to_on >= $3::date))
        and (duty.owner_body || '/head' = any($2::text[])
             or not exists (select from read.post head where head.body_id = duty.owner_body and head.kind = 'head'
                             and head.from_on <= $3::date and (head.to_on is null or head.to_on >= $3::date))))))`;

/** Half-open span of due instants of a light. */
function bounds(light: Lamp | undefined, now: string, soon: string): [from: string | null, to: string | null] {
  const afterSoon = new Date(Date.parse(soon) + 1).toISOString();
  if (light === 'late') return [null, now];
  if (light === 'soon') return [now, afterSoon];
  return light === 'normal' ? [afterSoon, null] : [null, null];
}

const placed = (row: Row) => {
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
  };
  return { stream: row.stream_id, projectId: row.project_id, substantive: row.substantive, duty };
};
