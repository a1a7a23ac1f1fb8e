import type { NamedFile } from '#contracts/http/files';
import { differences } from '#domain/differences';
import { pathWords } from '../parts/path-words';

/** A file with what it is called where it stands. */
export interface Attached {
  name: string;
  digest: string;
}

/** Of the files that are here, those named anywhere in a value, each called by its place there. */
export const filesIn = (value: unknown, files: readonly NamedFile[] = []): Attached[] =>
  differences({}, { ...(value as object) }).flatMap(({ path, after }) => {
    const file = files.find(({ digest }) => digest === after);
    return file
      ? [{ name: `${pathWords(path)}（${file.kind.toUpperCase()}，${sizeWords(file.bytes)}）`, digest: file.digest }]
      : [];
  });

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
