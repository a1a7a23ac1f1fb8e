import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CheckAnswer, DocumentPage, DocumentRow, DocumentVersion } from '#contracts/http/documents';
import { evolve, emptyState } from '#domain/decider';
import { issuersOf, textOf, type OfficialDocument } from '#domain/document/document';
import type { Recorded } from '#domain/event';
import type { StreamState } from '#domain/state';
import type { StreamId } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { verifyStream } from '#event-log/verify';
import { renderDocument } from '#pdf/official-document';
import { Names } from '../reads/names';
import { relevantCommands } from '../reads/relevant-commands';
import type { Session } from '../auth/sessions';
import { notFound } from '../problems/problem';
import { faceOf } from './face';

const codeLength = 24;

/** Documents as they stand and stood, printed, and checked by their codes. */
@Injectable()
export class DocumentsReader {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
    private readonly names: Names,
  ) {}

  /** Documents about a subject, the last first. */
  about(subject: StreamId): Promise<DocumentRow[]> {
    return this.database.query<DocumentRow[]>(
      `select document_id as id, document.kind, status, coalesce(body.name, organ) as organ, title, number,
              to_char(issued_on, 'YYYY-MM-DD') as "issuedOn", document.version
         from read.document document left join read.body body on body.body_id = document.organ
        where subject = $1 order by updated_at desc, document_id`,
      [subject],
    );
  }

  /** @throws ProblemError 404 where no such document was drawn up */
  async page(stream: StreamId, session: Session): Promise<DocumentPage> {
    const events = await this.eventsOf(stream);
    const state = events.reduce<StreamState>(evolve, emptyState(stream));
    const document = state.subject as OfficialDocument;
    const bodies = await this.names.bodiesIn([issuersOf(document), events.map(({ actor }) => actor.body)]);
    return {
      stream,
      revision: state.substantive,
      state: document,
      versions: this.versionsOf(stream, events, bodies),
      issuers: issuersOf(document).map((body) => bodies[body] ?? body),
      checkCode: await this.codeOf(stream),
      commands: relevantCommands(state, session),
    };
  }

  /** The document printed: the text that was issued, or a version of the draft. @throws ProblemError 404 */
  async printed(stream: StreamId, version?: number): Promise<Buffer> {
    const events = await this.eventsOf(stream);
    const document = events.reduce<StreamState>(evolve, emptyState(stream)).subject as OfficialDocument;
    const wanted = version ?? document.issued?.version ?? document.version;
    const text = this.versionsOf(stream, events, {}).find((one) => one.version === wanted);
    if (!text) throw notFound();
    const { content, filled } = text;
    const issued = document.issued?.version === wanted ? document.issued : null;
    const shown: OfficialDocument = { ...document, content, filled, issued, seal: issued && document.seal };
    const names = await this.names.bodies(issuersOf(shown));
    const issuers = issuersOf(shown).map((body) => names[body] ?? body);
    return renderDocument(faceOf(shown, issuers, issued && (await this.codeOf(stream))));
  }

  /** A document by its check code, its face alone; a code that is none gets an answer of the same form. */
  async checked(code: string): Promise<CheckAnswer> {
    const [found] = await this.database.query<{ stream_id: StreamId }[]>(
      `select stream_id from log.event
        where type = 'DocumentNumbered' and left(split_part(hash, ':', 2), ${codeLength}) = $1`,
      [code],
    );
    if (!found) return { document: null };
    const events = await this.eventsOf(found.stream_id);
    const document = events.reduce<StreamState>(evolve, emptyState(found.stream_id)).subject as OfficialDocument;
    const { number, on, version } = document.issued!;
    const text = this.versionsOf(found.stream_id, events, {}).find((one) => one.version === version)!;
    const issued = { ...document, content: text.content, filled: text.filled };
    const names = await this.names.bodies(issuersOf(issued));
    const issuers = issuersOf(issued).map((body) => names[body] ?? body);
    const { ok } = await verifyStream(this.database.manager, found.stream_id);
    return {
      document: {
        number,
        title: faceOf(issued, issuers, null).title,
        issuers,
        on,
        digest: text.digest,
        file: document.seal?.file ?? null,
        voided: document.status === 'revoked',
        agrees: ok,
      },
    };
  }

  private async eventsOf(stream: StreamId): Promise<Recorded[]> {
    const events = await this.log.read(this.database.manager, stream);
    if (events.length === 0) throw notFound();
    return events;
  }

  private versionsOf(
    stream: StreamId,
    events: readonly Recorded[],
    bodies: Readonly<Record<string, string>>,
  ): DocumentVersion[] {
    let state = emptyState(stream);
    const versions: DocumentVersion[] = [];
    for (const event of events) {
      state = evolve(state, event);
      const { version, content, filled } = state.subject as OfficialDocument;
      if (version === versions.length || content === null) continue;
      versions.push({
        version,
        at: event.occurredAt,
        by: bodies[event.actor.body] ?? event.actor.body,
        digest: this.log.digest(textOf({ content, filled })),
        content,
        filled,
      });
    }
    return versions;
  }

  /** The beginning of the hash of the event that numbered it: nobody knows it beforehand, and the log alone gives it. */
  private async codeOf(stream: StreamId): Promise<string | null> {
    const [row] = await this.database.query<{ code: string }[]>(
      `select left(split_part(hash, ':', 2), ${codeLength}) as code from log.event
        where stream_id = $1 and type = 'DocumentNumbered'`,
      [stream],
    );
    return row ? row.code.replaceAll(/(.{4})(?=.)/g, '$1-') : null;
  }
}
