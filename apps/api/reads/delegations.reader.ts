import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AbsenceRow, DelegationRow, DelegationsPage, OfficialRow } from '#contracts/http/bodies';
import { civilDateOf } from '#domain/calendar';
import type { Organization } from '#domain/organization/organization';
import { organizationStream } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Clock } from '../auth/clock';
import { actedPost, actedPosts, type ActedRow } from '../auth/posts';
import type { Session } from '../auth/sessions';
import { Names } from './names';

type Standing = DelegationRow['standing'];
const order: readonly Standing[] = ['current', 'coming', 'past'];

/** Who acts for whom, as far as it is one's own; and whom one might ask. */
@Injectable()
export class DelegationsReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly names: Names,
    private readonly clock: Clock,
  ) {}

  async page(session: Session): Promise<DelegationsPage> {
    const now = this.clock.iso();
    return { delegations: await this.delegations(session, now), absences: await this.absences(session, now) };
  }

  /** Those in office today in the districts of one's posts, oneself aside. */
  async officials({ account, posts }: Session): Promise<OfficialRow[]> {
    return this.database.query<OfficialRow[]>(
      `select distinct post.person, account.title as name, post.body_id as body, body.name as "bodyName", post.post_id as post,
              post.name as "postName"
         from read.post post join read.body body using (body_id) join auth.account account on account.person = post.person
        where body.district = any($1) and post.person <> $2 and post.from_on <= $3 and (post.to_on is null or post.to_on >= $3)
        order by body.name, post.name, account.title`,
      [[...new Set(posts.map(({ district }) => district))], account.person, civilDateOf(this.clock.iso())],
    );
  }

  private async delegations({ account: { person } }: Session, now: string): Promise<DelegationRow[]> {
    const rows = await this.database.query<(ActedRow & { deputy_person: string })[]>(
      actedPosts('$1 in (d.deputy_person, d.person)'),
      [person],
    );
    const people = await this.names.officials(rows.map(({ deputy_person }) => deputy_person));
    const bodies = await this.names.bodies(rows.map(({ deputy_body }) => deputy_body));
    return sorted(
      rows.map((row) => {
        const endedAt = row.ended_at?.toISOString() ?? null;
        return {
          ...actedPost(row),
          deputyName: people[row.deputy_person] ?? '',
          deputyBodyName: bodies[row.deputy_body] ?? '',
          side: row.deputy_person === person ? ('deputy' as const) : ('holder' as const),
          endedAt,
          standing: standingOf(row.from_on, row.to_on, endedAt, now),
        };
      }),
    );
  }

  private async absences({ account: { person }, posts }: Session, now: string): Promise<AbsenceRow[]> {
    const bodies = [...new Set(posts.map(({ body }) => body))];
    const each = await Promise.all(
      bodies.map(async (body) => {
        const { subject } = await this.log.state(this.database.manager, organizationStream(body));
        return (subject as Organization).absences
          .filter((absence) => absence.person === person)
          .map(({ id, from, to, endedAt }) => ({
            id,
            body,
            from,
            to,
            endedAt,
            standing: standingOf(from, to, endedAt, now),
          }));
      }),
    );
    return sorted(each.flat());
  }
}

function standingOf(from: string, to: string, endedAt: string | null, now: string): Standing {
  const on = civilDateOf(now);
  if (on > to || (endedAt !== null && endedAt <= now)) return 'past';
  return on < from ? 'coming' : 'current';
}

/** What runs, then what comes, then what is over; the latest first. */
const sorted = <R extends { standing: Standing; from: string }>(rows: readonly R[]): R[] =>
  rows.toSorted(
    (one, other) => order.indexOf(one.standing) - order.indexOf(other.standing) || other.from.localeCompare(one.from),
  );
