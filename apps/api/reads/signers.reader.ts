import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SignerRow } from '#contracts/http/matters';
import { civilDateOf } from '#domain/calendar';
import type { PostKind } from '#domain/organization/roles';
import type { Matter } from '#domain/signoff/matter';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { Clock } from '../auth/clock';

const city = '110000';
/** They look after the system or its records, and take no part in what is decided. */
const apart: readonly PostKind[] = ['systemAdministrator', 'recordKeeper', 'auditor', 'scheduler'];

@Injectable()
export class SignersReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The posts held today in the matter's district and in the city, by name of body; people by their titles alone. */
  async list(stream: StreamId): Promise<SignerRow[]> {
    const { subject } = await this.log.state(this.database.manager, stream);
    return this.database.query<SignerRow[]>(
      `select post.body_id as body, body.name as "bodyName", post.kind as post, min(post.name) as "postName",
              coalesce(array_agg(distinct account.title) filter (where account.title is not null), '{}') as names
         from read.post post join read.body body using (body_id) left join auth.account account on account.person = post.person
        where body.district = any($1) and post.kind <> all($2) and post.from_on <= $3 and (post.to_on is null or post.to_on >= $3)
        group by post.body_id, body.name, body.district, post.kind
        order by body.district = '${city}', body.name, post.kind`,
      [[(subject as Matter).district, city], apart, civilDateOf(this.clock.iso())],
    );
  }
}
