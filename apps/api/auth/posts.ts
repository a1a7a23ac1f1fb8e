import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ActedPost, HeldPost } from '#contracts/http/session';
import type { MatterKind } from '#domain/signoff/matter-kinds';
import { civilDateOf } from '#domain/calendar';
import type { BodyKind, PostKind } from '#domain/organization/roles';
import type { Authority } from '#domain/facts';

export interface PostRow {
  body_id: string;
  body_name: string;
  body_kind: BodyKind;
  district: string;
  post_id: string;
  name: string;
  kind: string;
  /** of the body's stream */
  version: number;
}

export const heldPost = (row: PostRow): HeldPost => ({
  key: `${row.body_id}/${row.post_id}`,
  body: row.body_id,
  bodyName: row.body_name,
  bodyKind: row.body_kind,
  district: row.district,
  post: row.post_id,
  postName: row.name,
  postKind: row.kind,
});

/** The posts a person holds on a civil date in Beijing, as SQL over two of its caller's expressions. */
export const heldPosts = (person: string, on: string): string =>
  `select distinct post.body_id, body.name as body_name, body.kind as body_kind, body.district, post.post_id, post.name, post.kind,
          body.version::float8 as version
     from read.post post join read.body body using (body_id)
    where post.person = ${person} and post.from_on <= ${on} and (post.to_on is null or post.to_on >= ${on})
    order by post.body_id, post.post_id`;

export interface ActedRow extends PostRow {
  delegation_id: string;
  person: string | null;
  holder_name: string | null;
  deputy_body: string;
  deputy_post: string;
  from_on: string;
  to_on: string;
  matter_kinds: MatterKind[] | null;
  within_districts: string[] | null;
  limit_fen: number | null;
  ended_at: Date | null;
}

export const actedPost = (row: ActedRow): ActedPost => ({
  ...heldPost(row),
  delegation: row.delegation_id,
  holder: row.person,
  holderName: row.holder_name,
  own: { body: row.deputy_body, post: row.deputy_post },
  from: row.from_on,
  to: row.to_on,
  matterKinds: row.matter_kinds,
  withinDistricts: row.within_districts,
  limitFen: row.limit_fen,
});

/** The posts acted for, whenever, as SQL: of a condition on the delegation `d`; the latest window first. */
export const actedPosts = (which: string): string =>
  `select d.body_id, body.name as body_name, body.kind as body_kind, body.district, d.post_id, d.post_kind as kind,
          coalesce((select name from read.post post where post.body_id = d.body_id and post.post_id = d.post_id limit 1), d.post_kind) as name,
          d.delegation_id, d.person, (select title from auth.account where account.person = d.person limit 1) as holder_name,
          d.deputy_body, d.deputy_post, d.from_on::text, d.to_on::text, d.matter_kinds, d.within_districts,
          d.limit_fen::float8 as limit_fen, d.ended_at, d.deputy_person, body.version::float8 as version
     from read.delegation d join read.body body using (body_id)
    where ${which}
    order by d.to_on desc, d.body_id, d.post_id, d.delegation_id`;

/** Those of them that are in force on a civil date, at an instant. */
export const actedPostsNow = (person: string, on: string, at: string): string =>
  `select * from (${actedPosts(`d.deputy_person = ${person}`)}) asked where asked.from_on <= (${on})::text and asked.to_on >= (${on})::text
      and (asked.ended_at is null or asked.ended_at > ${at})
      and (asked.person is null or exists (select from read.post held where held.body_id = asked.body_id and held.post_id = asked.post_id
             and held.person = asked.person and held.from_on <= ${on} and (held.to_on is null or held.to_on >= ${on})))`;

/** Who holds which post on a day, as the organizations' streams say. */
@Injectable()
export class Posts {
  constructor(private readonly database: DataSource) {}

  /** @param at instant; null for whenever it was or will be */
  async actedFor(person: string, at: string | null): Promise<ActedPost[]> {
    const rows = at
      ? await this.database.query<ActedRow[]>(actedPostsNow('$1', '$2::date', '$3::timestamptz'), [
          person,
          civilDateOf(at),
          at,
        ])
      : await this.database.query<ActedRow[]>(actedPosts('d.deputy_person = $1'), [person]);
    return rows.map(actedPost);
  }

  /** A post with whoever holds it on that day; undefined where the post is vacant or unknown. */
  async holderOf(key: string, on: string): Promise<{ post: HeldPost; person: string } | undefined> {
    const [body, post] = key.split('/');
    const [row] = await this.database.query<(PostRow & { person: string })[]>(
      `select post.body_id, body.name as body_name, body.kind as body_kind, body.district, post.post_id, post.name, post.kind, post.person,
              body.version::float8 as version
         from read.post post join read.body body using (body_id)
        where post.body_id = $1 and post.post_id = $2 and post.from_on <= $3 and (post.to_on is null or post.to_on >= $3)
        order by post.from_on desc limit 1`,
      [body, post, on],
    );
    return row && { post: heldPost(row), person: row.person };
  }
}

/** A post as the rules see who acts from it. */
export const authorityOf = ({ bodyKind, district, postKind }: HeldPost): Authority => ({
  bodyKind,
  district,
  postKinds: [postKind as PostKind],
  holds: true,
  organizationVersion: 0,
});
