import type { DocumentContent, DocumentFor } from '#domain/document/content';
import type { OfficialDocument } from '#domain/document/document';
import type { CommandType } from '#domain/registry';
import type { StreamId } from '#domain/stream';

/** A document in a list. */
export interface DocumentRow {
  id: string;
  kind: DocumentFor;
  status: OfficialDocument['status'];
  organ: string;
  title: string;
  number: string | null;
  issuedOn: string | null;
  version: number;
}

/** A text as it once stood. */
export interface DocumentVersion {
  version: number;
  at: string;
  /** name of the body that set it */
  by: string;
  digest: string;
  content: DocumentContent;
  filled: Readonly<Record<string, string>>;
}

export interface DocumentPage {
  stream: StreamId;
  revision: number;
  state: OfficialDocument;
  /** oldest first */
  versions: readonly DocumentVersion[];
  /** names of bodies, the lead organ first among the issuers */
  issuers: readonly string[];
  /** null until it has its number */
  checkCode: string | null;
  commands: readonly CommandType[];
}

/** What anyone may know of a document by its check code: its own face. */
export interface CheckedDocument {
  number: string;
  title: string;
  issuers: readonly string[];
  on: string;
  /** of the text */
  digest: string;
  /** of the sealed file, where one was put on record */
  file: string | null;
  voided: boolean;
  /** the record of the document was recomputed, event by event, and agrees */
  agrees: boolean;
}
export interface CheckAnswer {
  document: CheckedDocument | null;
}
