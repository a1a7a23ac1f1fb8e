import type { NumberRow } from '#contracts/http/series';
import { numberKindLabels, numberStatusLabels } from '#labels/zh/series';

const head = ['文号', '标题', '种类', '关于', '成文日期', '状态', '作废理由'];

/** A cell that a spreadsheet takes for text, and never for a formula. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Lines for a spreadsheet, which tells by the mark at the beginning that they are UTF-8. */
export const csvOf = (rows: readonly NumberRow[]): string =>
  `\uFEFF${[
    head,
    ...rows.map((row) => [
      row.number,
      row.title,
      numberKindLabels[row.kind],
      row.subjectName,
      row.on,
      numberStatusLabels[row.status],
      row.voidReason ?? '',
    ]),
  ]
    .map((line) => line.map(cell).join(','))
    .join('\r\n')}\r\n`;
