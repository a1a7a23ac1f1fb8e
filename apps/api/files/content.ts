import { fileTypeFromBuffer } from 'file-type';
import type { StoredFile } from '#persons/file-vault';
import { sealedWhole } from './pdf-seal';

/** What may be put on record, and how it is called. */
export const kinds = {
  pdf: 'PDF',
  ofd: 'OFD',
  docx: 'Word（.docx）',
  xlsx: 'Excel（.xlsx）',
  jpg: 'JPG',
  png: 'PNG',
} as const;
type Kind = keyof typeof kinds;

export const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  png: 'image/png',
};

/** What a file is by its content, whatever it is called; none where it is nothing that may be put on record. */
export async function contentOf(bytes: Buffer): Promise<Pick<StoredFile, 'kind' | 'signed'> | undefined> {
  const kind = await kindOf(bytes);
  return (
    kind && { kind, signed: kind === 'pdf' ? sealedWhole(bytes) : kind === 'ofd' && bytes.includes('Signatures.xml') }
  );
}

async function kindOf(bytes: Buffer): Promise<Kind | undefined> {
  const ext = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext;
  // an OFD file is an archive with one entry that names it
  if (ext === 'zip' && bytes.includes('OFD.xml')) return 'ofd';
  return ext !== undefined && Object.hasOwn(kinds, ext) ? (ext as Kind) : undefined;
}
