import type { OfficialDocument } from '#domain/document/document';
import { spelledOut } from '#domain/document/placeholders';
import type { Recorded } from '#domain/event';
import type { StreamState } from '#domain/state';
import type { Statement } from '#event-log/statement';

/** One line a document, for lists. */
export function documentRow(state: StreamState, last: Recorded): Statement[] {
  const { id, subject, district, kind, status, organ, content, filled, issued, version } =
    state.subject as OfficialDocument;
  const title = spelledOut(content?.title ?? '', filled);
  const written = {
    name: 'read.document',
    text: `insert into read.document (document_id, subject, district, kind, status, organ, title, number, issued_on, version, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (document_id) do update set
       status = excluded.status, title = excluded.title, number = excluded.number, issued_on = excluded.issued_on,
       version = excluded.version, updated_at = excluded.updated_at`,
    values: [
      id,
      subject,
      district,
      kind,
      status,
      organ,
      title,
      issued?.number ?? null,
      issued?.on ?? null,
      version,
      last.occurredAt,
    ],
  };
  return [written];
}
