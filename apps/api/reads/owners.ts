import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { postKinds } from '#domain/organization/roles';
import type { Scope } from '../access/access';
import type { Session } from '../auth/sessions';

/**
 * Whose duties are a person's own, by owner: of their body as a whole, of a post like theirs in it, or of themselves as a worker.
 * A vacant post's duties show to the body's head, and where there is none to everyone in the body, so that none is out of sight.
 */
@Injectable()
export class Owners {
  constructor(private readonly database: DataSource) {}

  /** @param on civil date in Beijing */
  async mine({ account, posts }: Session, on: string): Promise<string[]> {
    const own = posts.map(({ body, postKind }) => `${body}/${postKind}`);
    const bodies = [...new Set(posts.map(({ body }) => body))];
    const held = await this.database.query<{ body: string; kinds: string[] }[]>(
      `select body_id as body, array_agg(distinct kind) as kinds from read.post
        where body_id = any($1) and from_on <= $2 and (to_on is null or to_on >= $2) group by body_id`,
      [bodies, on],
    );
    const vacant = held.flatMap(({ body, kinds }) => {
      if (kinds.includes('head') && !own.includes(`${body}/head`)) return [];
      return postKinds.filter((kind) => !kinds.includes(kind)).map((kind) => `${body}/${kind}`);
    });
    return [...own, ...bodies, ...vacant, ...(account.personRef ? [account.personRef] : [])];
  }

  /** The bodies of the districts that somebody looks after. */
  async area({ all, districts }: Scope): Promise<string[]> {
    const rows = await this.database.query<{ body: string }[]>(
      'select body_id as body from read.body where $1 or district = any($2) order by body_id',
      [all, districts],
    );
    return rows.map(({ body }) => body);
  }
}
