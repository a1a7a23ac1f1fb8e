import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEvent, History, RefusalRow, Verification } from '#contracts/http/history';
import type { StreamId } from '#domain/stream';
import { recordedFrom } from '#event-log/envelope';
import { verifyStream } from '#event-log/verify';
import { Names } from './names';

interface EventRow {
  version: string;
  body: string;
  prev_hash: string;
  hash: string;
  leaf: string | null;
}
interface RefusedRow {
  refused_at: Date;
  command_id: string;
  type: string;
  actor: RefusalRow['actor'];
  breaches: readonly { rule: string }[];
  after_version: string;
}

/** A stream as auditors see it: every event with its proof, refused attempts among them. */
@Injectable()
export class HistoryReader {
  constructor(
    private readonly database: DataSource,
    private readonly names: Names,
  ) {}

  async history(stream: StreamId): Promise<History> {
    const rows = await this.database.query<EventRow[]>(
      `select event.version, event.body, event.prev_hash, event.hash, sealed.leaf
         from log.event event left join log.sealed sealed using (stream_id, version)
        where event.stream_id = $1 order by event.version`,
      [stream],
    );
    const refused = await this.database.query<RefusedRow[]>(
      'select refused_at, command_id, type, actor, breaches, after_version from log.refusal where stream_id = $1 order by after_version, id',
      [stream],
    );
    const written = rows.map(({ body }) => body);
    const parsed = written.map((body) => JSON.parse(body) as unknown);
    const bodies = await this.names.bodiesIn([parsed, refused.map(({ actor }) => actor)]);
    const events = rows.map((row) => auditEvent(stream, row));
    return {
      stream,
      events,
      refusals: refused.map(refusalRow),
      bodies,
      posts: await this.names.posts(Object.keys(bodies)),
      texts: await this.names.textsIn(...written),
      people: await this.names.officials(events.flatMap((event) => [...deputyAndHolder(event), ...appointed(event)])),
      projects: await this.names.projectsIn(parsed),
    };
  }

  verify(stream: StreamId): Promise<Verification> {
    return verifyStream(this.database.manager, stream);
  }
}

const auditEvent = (stream: StreamId, { version, body, prev_hash, hash, leaf }: EventRow): AuditEvent => ({
  ...recordedFrom(body),
  eventId: `${stream}@${version}`,
  body,
  prevHash: prev_hash,
  hash,
  leaf: leaf === null ? null : Number(leaf),
});

const refusalRow = ({ refused_at, command_id, type, actor, breaches, after_version }: RefusedRow): RefusalRow => ({
  at: refused_at.toISOString(),
  commandId: command_id,
  type,
  actor: { body: actor.body, post: actor.post, person: actor.person },
  rules: breaches.map(({ rule }) => rule),
  afterVersion: Number(after_version),
});

/** Both names of an act done for another. @rule R-OA-13 */
const deputyAndHolder = ({ actor: { person, onBehalfOf } }: AuditEvent): string[] =>
  onBehalfOf ? [person, onBehalfOf.person ?? []].flat() : [];

const appointed = ({ type, data }: AuditEvent): string[] =>
  type === 'HolderAppointed' ? [(data as { person: string }).person] : [];
