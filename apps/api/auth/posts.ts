import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HeldPost } from '#contracts/http/session';
import type { BodyKind, PostKind } from '#domain/organization/roles';
import type { Authority } from '#domain/facts';

export interface PostRow {
  body_id: string;
  body_name: string;
  body_kind: string;
  district: string;
  post_id: string;
  name: string;
  kind: string;
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
  `select distinct post.body_id, body.name as body_name, body.kind as body_kind, body.district, post.post_id, post.name, post.kind
     from read.post post join read.body body using (body_id)
    where post.person = ${person} and post.from_on <= ${on} and (post.to_on is null or post.to_on >= ${on})
    order by post.body_id, post.post_id`;

/** Who holds which post on a day, as the organizations' streams say. */
@Injectable()
export class Posts {
  constructor(private readonly database: DataSource) {}

  /** @param on civil date in Beijing */
  async heldBy(person: string, on: string): Promise<HeldPost[]> {
    const rows = await this.database.query<PostRow[]>(heldPosts('$1', '$2::date'), [person, on]);
    return rows.map(heldPost);
  }

  /** A post with whoever holds it on that day; undefined where the post is vacant or unknown. */
  async holderOf(key: string, on: string): Promise<{ post: HeldPost; person: string } | undefined> {
    const [body, post] = key.split('/');
    const [row] = await this.database.query<(PostRow & { person: string })[]>(
      `select post.body_id, body.name as body_name, body.kind as body_kind, body.district, post.post_id, post.name, post.kind, post.person
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
  bodyKind: bodyKind as BodyKind,
  district,
  postKinds: [postKind as PostKind],
  holds: true,
  organizationVersion: 0,
});
