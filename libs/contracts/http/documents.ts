import type { DocumentContent, DocumentFor } from '#domain/document/content';
import type { OfficialDocument } from '#domain/document/document';
import type { DocumentFace } from '#domain/document/face';
import type { Stretch } from '#domain/document/way';
import type { CommandType } from '#domain/registry';
import type { Matter } from '#domain/signoff/matter';
import type { StreamId } from '#domain/stream';
import type { DutyRow } from './inbox';

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
  face: DocumentFace;
}

/** `GET /api/documents/:id` */
export interface DocumentPage {
  stream: StreamId;
  revision: number;
  state: OfficialDocument;
  /** as it is printed now */
  face: DocumentFace;
  way: readonly Stretch[];
  /** oldest first */
  versions: readonly DocumentVersion[];
  /** names of bodies, the lead organ first among the issuers */
  issuers: readonly string[];
  /** all beside the lead organ, and whether their approval is on file */
  coSigners: readonly { body: string; agreed: boolean }[];
  /** of what it is about: the project, or the plan */
  subjectName: string;
  /** the sign-offs it went through, the last first */
  matters: readonly { stream: StreamId; title: string; status: Matter['status'] }[];
  /** to whom it was sent and how, and under which number it was filed; null before */
  sent: { recipients: readonly string[]; channel: string } | null;
  fileNumber: string | null;
  /** why it is void; null where it is not, or where the reason is not for this reader */
  voidReason: string | null;
  /** null until it has its number */
  checkCode: string | null;
  /** acts on its subject by which a draft may go out as things stand */
  issuedBy: readonly CommandType[];
  commands: readonly CommandType[];
  duties: readonly DutyRow[];
  bodies: Readonly<Record<string, string>>;
  /** names of those who did something with it, by reference */
  people: Readonly<Record<string, string>>;
  texts: Readonly<Record<string, string>>;
}

/** `GET /api/check/:code`, without a session. */
export interface CheckAnswer {
  document: CheckedDocument | null;
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
  /** number of the document that took its place; null while it stands */
  replacedBy: string | null;
  /** the record of the document was recomputed, event by event, and agrees */
  agrees: boolean;
  /** its whole face, where it is open to the public; else what stands above is all that is told */
  face: DocumentFace | null;
}
/** `GET /api/check/:code/files`, to hold a file against. */
export interface CheckedFiles {
  /** digest of the file that was sealed, where one was put on record */
  sealed: string | null;
  /** digests of the document as it is printed here, without and with its seal */
  printed: readonly string[];
}
