import type { DocumentFor } from '#domain/document/content';
import type { OfficialDocument } from '#domain/document/document';
import type { StreamId } from '#domain/stream';
import type { Page } from './paging';

/** A number of a series, and what went out under it. */
export interface NumberRow {
  number: string;
  serial: number;
  /** `filed`: a paper of the organ's that was numbered outside and put on file here */
  kind: DocumentFor | 'filed';
  title: string;
  on: string;
  subject: StreamId;
  subjectName: string;
  /** none where the record names the paper alone */
  document: string | null;
  status:
    | Extract<OfficialDocument['status'], 'numbered' | 'sealed' | 'sent' | 'archived' | 'revoked' | 'superseded'>
    | 'onPaper';
  /** null where it is not void, or where the reason is not for this reader */
  voidReason: string | null;
}

/** An organ with numbers of its own. */
export interface SeriesOrgan {
  id: string;
  name: string;
  code: string;
  district: string;
}

/** `GET /api/series?organ=&year=&kind=&q=&page=` – an organ's numbers of a year, the last first. @rule R-DOC-10 */
export interface SeriesPage extends Page<NumberRow> {
  /** those in sight; none where a person sees no organ that issues documents */
  organs: readonly SeriesOrgan[];
  organ: SeriesOrgan | null;
  year: number;
  /** of the whole series, whatever is filtered */
  standing: {
    first: number;
    last: number;
    taken: number;
    voided: number;
    /** numbers between the first and the last that this system did not give and that nobody put on file, as 「3」 or 「7—9」 */
    missing: readonly string[];
  } | null;
}
