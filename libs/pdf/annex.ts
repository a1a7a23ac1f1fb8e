import type { FaceTable } from '#domain/document/face';
import { linesOf } from './lines';
import { core, pitch, size, type Sheet, type Style } from './sheet';

/** 小四 would leave no room for seven columns; 五号 reads well. In points, as the paddings. */
const body: Style = { points: 10.5 };
const headStyle: Style = { ...body, face: 'bold' };
const line = 15;
const [padX, padY] = [3, 4];

interface Cell {
  left: number;
  width: number;
  align: FaceTable['columns'][number]['align'];
  lines: readonly string[];
}

/** 附件 on sheets of its own: its mark, its title, then the table, whose head stands again on each sheet. */
export function drawAnnex(sheet: Sheet, { title, columns, rows, totals }: FaceTable): void {
  sheet.turn();
  sheet.set('附件', core.left, sheet.y, { face: 'bold' });
  sheet.y += 2 * pitch;
  sheet.centered(title, sheet.y, { face: 'bold', points: size.two }, size.two * 1.5);
  sheet.y += size.two * 1.5 + 0.5 * pitch;
  const cellsOf = (texts: readonly string[], style: Style): Cell[] => cellsIn(sheet, columns, texts, style);
  const head = cellsOf(
    columns.map(({ name }) => name),
    headStyle,
  ).map((cell) => ({ ...cell, align: 'center' as const }));
  const sum = cellsOf(totals, headStyle);
  drawRow(sheet, head, headStyle);
  rows.forEach((texts, index) => {
    const row = cellsOf(texts, body);
    // the last row takes the sums along: they do not stand alone under a head
    const wanted = heightOf(row) + (index === rows.length - 1 ? heightOf(sum) : 0);
    if (sheet.y + wanted > sheet.bottom) {
      sheet.turn();
      drawRow(sheet, head, headStyle);
    }
    drawRow(sheet, row, body);
  });
  drawRow(sheet, sum, headStyle);
  sheet.y += pitch;
}

function cellsIn(sheet: Sheet, columns: FaceTable['columns'], texts: readonly string[], style: Style): Cell[] {
  let left = core.left;
  return columns.map(({ share, align }, index) => {
    const width = (core.width * share) / 100;
    const room = width - 2 * padX;
    const lines = linesOf(texts[index] ?? '', (piece) => sheet.width(piece, style), [room, room]);
    const cell = { left, width, align, lines };
    left += width;
    return cell;
  });
}

const heightOf = (cells: readonly Cell[]): number =>
  Math.max(...cells.map(({ lines }) => lines.length)) * line + 2 * padY;

function drawRow(sheet: Sheet, cells: readonly Cell[], style: Style): void {
  const height = heightOf(cells);
  for (const { left, width, align, lines } of cells) {
    sheet.pdf.rect(left, sheet.y, width, height).lineWidth(0.6).strokeColor('black').stroke();
    const top = sheet.y + (height - lines.length * line) / 2;
    lines.forEach((text, index) => {
      const gap = width - 2 * padX - sheet.width(text, style);
      const x = left + padX + (align === 'left' ? 0 : align === 'center' ? gap / 2 : gap);
      sheet.set(text, x, top + index * line, style, line);
    });
  }
  sheet.y += height;
}
