// Reads the two-dimensional code of a PDF file as a phone does: its last sheet is made a picture, and the code is sought in it.
// `node read-code.mjs a.pdf` prints what it says. Of its own, for the readers are ES modules that Jest's module system does not take.
import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import decode from 'qr/decode.js';

const data = new Uint8Array(readFileSync(process.argv[2]));
const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
const page = await document.getPage(document.numPages);
const viewport = page.getViewport({ scale: 2 });
const canvas = createCanvas(viewport.width, viewport.height);
await page.render({ canvas, viewport }).promise;
const { width, height } = canvas;
process.stdout.write(decode({ width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data }));
