import qrcode from 'qrcode-generator';
import { core, mm, type Sheet } from './sheet';

const side = 18 * mm;

/** The address of the check as a two-dimensional code, below the text of the last sheet, on the side away from the page number. */
export function drawCheckMark(sheet: Sheet, address: string): void {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const cells = code.getModuleCount();
  const cell = side / cells;
  const left = sheet.pages % 2 === 1 ? core.left : core.left + core.width - side;
  const top = sheet.bottom + 3 * mm;
  const dark = Array.from({ length: cells * cells }, (_, at) => [Math.floor(at / cells), at % cells] as const).filter(
    ([row, column]) => code.isDark(row, column),
  );
  sheet.pdf.fillColor('black');
  for (const [row, column] of dark) sheet.pdf.rect(left + column * cell, top + row * cell, cell, cell);
  sheet.pdf.fill();
}
