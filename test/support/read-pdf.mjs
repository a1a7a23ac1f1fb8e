// Reads PDF files as another program does: `node read-pdf.mjs a.pdf b.pdf` prints text and fonts of each. Of its own, for the
// reader is an ES module that Jest's module system does not take.
import { readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

async function read(path) {
  const data = new Uint8Array(readFileSync(path));
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
  const pages = [];
  const fonts = {};
  let right = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    // what lies level: a word across the sheet does not count
    const level = items.filter(({ str, transform }) => str?.trim() && transform[1] === 0);
    right = Math.max(right, ...level.map(({ transform, width }) => transform[4] + width));
    pages.push(items.map(({ str }) => str ?? '').join(''));
    await page.getOperatorList();
    for (const [, font] of page.commonObjs) if (font?.name) fonts[font.name] = font.missingFile !== true;
  }
  return { pages, right, fonts: Object.entries(fonts).map(([name, embedded]) => ({ name, embedded })) };
}

const answers = [];
for (const path of process.argv.slice(2)) answers.push(await read(path));
process.stdout.write(JSON.stringify(answers));
