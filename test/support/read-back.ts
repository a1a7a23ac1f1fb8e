import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface ReadBack {
  /** the text of each page */
  pages: readonly string[];
  fonts: readonly { name: string; embedded: boolean }[];
}

/** PDF files as another program reads them. */
export async function readBack(...files: readonly Buffer[]): Promise<ReadBack[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yigong-pdf-'));
  try {
    const paths = files.map((_, index) => join(folder, `${index}.pdf`));
    paths.forEach((path, index) => writeFileSync(path, files[index]!));
    const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'read-pdf.mjs'), ...paths], {
      maxBuffer: 64 * 1024 * 1024,
    });
    return JSON.parse(stdout) as ReadBack[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
