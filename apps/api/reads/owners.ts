import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../access/access';
import type { Reached } from '../access/reach';
import type { Session } from '../auth/sessions';

/** Whose duties a list is of, by owner. */
@Injectable()
export class Owners {
  constructor(private readonly database: DataSource) {}

  /** One's own: of one's body as a whole, of a post like one's own in it or one that it answers for, or of oneself as a worker. */
  mine({ account, posts }: Session, reached: Reached): string[] {
    const bodies = new Set(posts.map(({ body }) => body));
    return [...reached.keys(), ...bodies, ...(account.personRef ? [account.personRef] : [])];
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
