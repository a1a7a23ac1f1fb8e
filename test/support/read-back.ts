import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface ReadBack {
  /** the text of each page */
  pages: readonly string[];
  /** how far to the right any line reaches, in points */
  right: number;
  fonts: readonly { name: string; embedded: boolean }[];
}

/** What the two-dimensional code on the last sheet of a PDF file says to a camera. */
export async function readCode(file: Buffer): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yigong-code-'));
  try {
    const path = join(folder, 'sheet.pdf');
    writeFileSync(path, file);
    return (await promisify(execFile)(process.execPath, [join(__dirname, 'read-code.mjs'), path])).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
