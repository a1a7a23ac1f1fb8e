import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { civilDateOf } from '#domain/calendar';
import type { Matter } from '#domain/signoff/matter';
import { keyOfOwner } from '#domain/signoff/route';
import { openSeats } from '#domain/signoff/tally';
import type { StreamId } from '#domain/stream';
import { Reach, ownKey } from '../access/reach';
import { Clock } from '../auth/clock';
import { actedPosts, heldPost, type ActedRow, type PostRow } from '../auth/posts';

interface Look {
  at: Date;
}

/** Who of those asked at a matter has opened it: whoever holds the post today, answers for it where it is vacant, or acts for it. */
@Injectable()
export class Openings {
  constructor(
    private readonly database: DataSource,
    private readonly reach: Reach,
    private readonly clock: Clock,
  ) {}

  /** @returns by open seat the instant of the first look at the version that lies there */
  async of(stream: StreamId, matter: Matter): Promise<Record<string, string>> {
    const seats = matter.status === 'open' ? openSeats(matter) : [];
    if (seats.length === 0) return {};
    const bodies = [...new Set(seats.map(({ owner }) => owner.body))];
    const values = [stream, matter.document.version, bodies, civilDateOf(this.clock.iso())];
    const looks = [...(await this.ofHolders(values)), ...(await this.ofDeputies(values))];
    return Object.fromEntries(
      seats.flatMap(({ id, owner }) => {
        const [first] = looks.filter(([key]) => key === keyOfOwner(owner)).sort(([, a], [, b]) => a.localeCompare(b));
        return first ? [[id, first[1]]] : [];
      }),
    );
  }

  private async ofHolders(values: unknown[]): Promise<[key: string, at: string][]> {
    const rows = await this.database.query<(PostRow & Look)[]>(
      `select post.body_id, body.name as body_name, body.kind as body_kind, body.district, post.post_id, post.name, post.kind, look.at
         from desk.look look join read.post post using (person) join read.body body using (body_id)
        where look.stream_id = $1 and look.document = $2 and post.body_id = any($3)
          and post.from_on <= $4::date and (post.to_on is null or post.to_on >= $4::date)`,
      values,
    );
    const each = await this.reach.ofEach(rows.map(heldPost), this.clock.iso());
    return rows.flatMap(({ at }, index) => each[index]!.map((key): [string, string] => [key, at.toISOString()]));
  }

  private async ofDeputies(values: unknown[]): Promise<[key: string, at: string][]> {
    const rows = await this.database.query<(ActedRow & Look)[]>(
      `select asked.*, look.at from (${actedPosts('d.body_id = any($3)')}) asked join desk.look look on look.person = asked.deputy_person
        where look.stream_id = $1 and look.document = $2 and $4::text between asked.from_on and asked.to_on and asked.ended_at is null`,
      values,
    );
    return rows.map((row) => [ownKey({ body: row.body_id, postKind: row.kind }), row.at.toISOString()]);
  }
}
