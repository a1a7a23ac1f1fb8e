import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decompress } from 'wawoff2';

const { resolve } = createRequire(__filename);
const noto = '@expo-google-fonts/noto-serif-sc';

/** Noto Serif SC (SIL Open Font License 1.1, may be embedded): the basic block and extension A, whole. */
export const fontFiles = {
  song: resolve(`${noto}/400Regular/NotoSerifSC_400Regular.ttf`),
  bold: resolve(`${noto}/700Bold/NotoSerifSC_700Bold.ttf`),
} as const;
export type Face = keyof typeof fontFiles;

/** Extensions B to F in HanaMin (花園明朝, free to embed), packed by 1,024 code points a file. */
const extensions = [
  { from: 0x20000, to: 0x2a6df, block: 'B', digits: 2 },
  { from: 0x2a700, to: 0x2b73f, block: 'C', digits: 1 },
  { from: 0x2b740, to: 0x2b81f, block: 'D', digits: 0 },
  { from: 0x2b820, to: 0x2ceaf, block: 'E', digits: 1 },
  { from: 0x2ceb0, to: 0x2ebef, block: 'F', digits: 1 },
] as const;

/** The file that holds a character beyond the first plane; none for any other. */
export function rareFileOf(character: string): string | undefined {
  const point = character.codePointAt(0)!;
  const found = extensions.find(({ from, to }) => from <= point && point <= to);
  if (!found) return undefined;
  const part = found.digits === 0 ? '' : `-${String(((point - found.from) >> 10) + 1).padStart(found.digits, '0')}`;
  return `HanaMinB.CJK-Unified-Ideographs-Extension-${found.block}${part}.woff2`;
}

/** The fonts for the rare characters of a text, by file. */
export async function rareFonts(text: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = [...new Set(Array.from(text).flatMap((character) => rareFileOf(character) ?? []))];
  const folder = dirname(resolve('hanamin/package.json'));
  // One after the other: the unpacker works on one file at a time.
  const fonts = new Map<string, Buffer>();
  for (const file of files) fonts.set(file, Buffer.from(await decompress(await readFile(join(folder, file)))));
  return fonts;
}
