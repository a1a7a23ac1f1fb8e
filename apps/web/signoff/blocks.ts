import type { MatterPage } from '#contracts/http/matters';
import { differences } from '#domain/differences';
import type { DocumentFace } from '#domain/document/face';
import type { DocumentVersion } from '#domain/signoff/versions';
import { changedLines, type Piece } from '../documents/face-lines';
import { changesBetween } from './change';
import type { Reading } from './use-reading';

/** A place that changed between two versions, in the act's fields or in the text of its document. */
export interface Block {
  /** another one when it changes again: its tick is gone */
  mark: string;
  field?: { path: string; before: unknown; after: unknown };
  line?: readonly Piece[];
  /** the version that brought it */
  version: DocumentVersion;
}

/** Every place that differs, with who brought it and when. */
export function blocksBetween({ documents }: MatterPage, { base, now, faceAt }: Reading): Block[] {
  if (!base) return [];
  const fields = changesBetween(base, now).map((field): Block => ({
    mark: `${field.path}=${JSON.stringify(field.after)}`,
    field,
    version: broughtBy(documents, now, field.path),
  }));
  return [...fields, ...linesBetween(faceAt(base), faceAt(now)).map((line) => ({ ...line, version: now }))];
}

const linesBetween = (before: DocumentFace | null, after: DocumentFace | null): Pick<Block, 'mark' | 'line'>[] =>
  before && after
    ? changedLines(before, after).map((line) => ({ mark: line.map(({ mark, text }) => mark + text).join(''), line }))
    : [];

/** The last version up to this one in which a place is not what it was before. */
function broughtBy(documents: readonly DocumentVersion[], now: DocumentVersion, path: string): DocumentVersion {
  const upTo = documents.slice(0, documents.indexOf(now) + 1);
  return (
    upTo.findLast((one, index) => {
      const before = upTo[index - 1];
      return before && differences(before.act.data, one.act.data).some((change) => change.path === path);
    }) ?? now
  );
}
