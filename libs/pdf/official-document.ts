import { stampOf, type DocumentFace } from '#domain/document/face';
import { drawAnnex } from './annex';
import { drawCheckMark } from './check-mark';
import { rareFonts } from './fonts';
import { printedDate } from '#domain/civil-date';
import { drawSeal, sealRadius } from './seal';
import { balanced, linesOf } from './lines';
import { charWidth, core, mm, pitch, red, Sheet, size, type Style } from './sheet';

/** One line of the text with where it begins, in characters from the left edge. */
interface Line {
  text: string;
  indent: number;
  bold?: boolean;
  /** the paragraph goes on: the line reaches to both edges */
  full?: boolean;
}

/** An official document as GB/T 9704—2012 lays it out. @returns a PDF; the same face gives the same bytes */
export async function renderDocument(face: DocumentFace): Promise<Buffer> {
  const sheet = new Sheet(face.title, face.on, await rareFonts(JSON.stringify(face)));
  head(sheet, face);
  title(sheet, face);
  body(sheet, face);
  signature(sheet, face);
  if (face.annex) drawAnnex(sheet, face.annex);
  colophon(sheet, face);
  furnish(sheet, face);
  return sheet.done();
}

/** 版头: marks, the organs in red, the number, the red line. */
function head(sheet: Sheet, { marks, issuers, number }: DocumentFace): void {
  marks.forEach((mark, row) => sheet.set(mark, core.left, core.top + row * pitch, { face: 'bold' }));
  const joint = issuers.length > 1;
  const longest = Math.max(...issuers.map((name) => Array.from(name).length));
  const file = joint ? 2.4 : 2;
  const points = Math.min(
    joint ? 26 : 40,
    core.width / (longest + file),
    (joint ? 95 * mm : 60 * mm) / issuers.length / 1.12,
  );
  const style: Style = { face: 'bold', points, color: red };
  const row = points * 1.15;
  const names = longest * points;
  // 上边缘至版心上边缘 35 mm; many names begin higher, or the first page would have no text.
  const top = core.top + (joint ? Math.max(12, 35 - 2.2 * issuers.length) : 35) * mm;
  const left = core.left + (core.width - names - file * points) / 2;
  issuers.forEach((name, index) => sheet.set(name, left, top + index * row, style, row, joint ? names : undefined));
  const end = top + issuers.length * row;
  const wide: Style = joint ? { ...style, points: Math.min(36, points * 1.2) } : style;
  sheet.set('文件', left + names + (joint ? 0.4 * points : 0), top, wide, end - top);
  sheet.y = end + 2 * pitch;
  sheet.centered(number ?? '（文号待编）', sheet.y);
  sheet.y += pitch + 4 * mm;
  sheet.rule(sheet.y, 1.4, red);
}

function title(sheet: Sheet, { title: text, recipient, issuers }: DocumentFace): void {
  const crowded = issuers.length > 6;
  const style: Style = { face: 'bold', points: size.two };
  const row = size.two * 1.5;
  sheet.y += (crowded ? 1 : 2) * pitch;
  for (const line of balanced(text, (piece) => sheet.width(piece, style), core.width - 2 * size.two)) {
    sheet.centered(line, sheet.y, style, row);
    sheet.y += row;
  }
  sheet.y += (crowded ? 0.5 : 1) * pitch;
  if (recipient !== null) put(sheet, paragraph(sheet, `${recipient}：`, [0, 0]));
}

const paragraph = (sheet: Sheet, text: string, [first, rest]: readonly [number, number], bold = false): Line[] => {
  const width = (piece: string) => sheet.width(piece, { face: bold ? 'bold' : 'song' });
  const room = (indent: number) => core.width - indent * charWidth;
  const lines = linesOf(text, width, [room(first), room(rest)]);
  return lines.map((line, index) => ({
    text: line,
    indent: index === 0 ? first : rest,
    bold,
    full: index < lines.length - 1,
  }));
};

function put(sheet: Sheet, lines: readonly Line[]): void {
  for (const { text, indent, bold, full } of lines) {
    if (sheet.rows < 1) sheet.turn();
    const left = indent * charWidth;
    const style: Style = { face: bold ? 'bold' : 'song' };
    sheet.set(text, core.left + left, sheet.y, style, pitch, full ? core.width - left : undefined);
    sheet.y += pitch;
  }
}

/** 正文 and 附件说明. Its last two lines wait for the signature: no sheet bears a signature alone. */
function body(sheet: Sheet, face: DocumentFace): void {
  const lines = face.sections.flatMap(({ heading, text }) => [
    ...(heading === null ? [] : paragraph(sheet, heading, [2, 2], true)),
    ...text.split('\n').flatMap((part) => paragraph(sheet, part.trim(), [2, 0])),
  ]);
  const listed = face.attachments.flatMap((name, index) => {
    const mark = `${face.attachments.length > 1 ? `${index + 1}.` : ''}`;
    return paragraph(sheet, `${index === 0 ? '附件：' : ''}${mark}${name}`, index === 0 ? [2, 6] : [5, 6]);
  });
  const all = [...lines, ...(listed.length > 0 ? [{ text: '', indent: 0 }, ...listed] : [])];
  put(sheet, all.slice(0, -2));
  if (sheet.rows < 2 + signatureRows(face)) sheet.turn();
  put(sheet, all.slice(-2));
}

/** Rows a signature wants: one organ at least, with its seal above and below the name. */
const signatureRows = ({ sealed, issuers }: DocumentFace): number => (sealed ? 6 : Math.min(issuers.length, 8) + 2);

/** 发文机关署名, 印章 and 成文日期. */
function signature(sheet: Sheet, face: DocumentFace): void {
  const date = face.on === null ? '（成文日期）' : printedDate(face.on);
  if (face.issuers.length > 1 && face.sealed) jointSeals(sheet, face.issuers, date);
  else underneath(sheet, face, date);
  if (face.note === null) return;
  if (sheet.rows < 1) sheet.turn();
  sheet.set(`（${face.note}）`, core.left + 2 * charWidth, sheet.y);
  sheet.y += pitch;
}

/** Names one under the other, the date below, four characters from the right edge. */
function underneath(sheet: Sheet, { issuers, sealed }: DocumentFace, date: string): void {
  sheet.y += (sealed ? 2.5 : 1) * pitch;
  const wide = Math.max(...issuers.map((name) => sheet.width(name)), sheet.width(date));
  const left = core.left + core.width - 4 * charWidth - Math.max(wide, sealed ? 2 * sealRadius : 0);
  const field = [left, Math.max(wide, sealed ? 2 * sealRadius : 0)] as const;
  for (const name of issuers) {
    if (sheet.rows < 2) sheet.turn();
    sheet.centered(name, sheet.y, {}, pitch, [...field]);
    sheet.y += pitch;
  }
  sheet.centered(date, sheet.y, {}, pitch, [...field]);
  // name and date a little below its middle
  if (sealed) drawSeal(sheet, issuers[0]!, left + field[1] / 2, sheet.y - 0.7 * pitch);
  sheet.y += 2 * pitch;
}

/** Two seals a row, each on its organ's name; the last on the date as well. */
function jointSeals(sheet: Sheet, issuers: readonly string[], date: string): void {
  const half = core.width / 2;
  const row = 2 * sealRadius + 2 * mm;
  for (let index = 0; index < issuers.length; index += 2) {
    if (sheet.y + row > sheet.bottom) sheet.turn();
    const middle = sheet.y + row / 2;
    issuers.slice(index, index + 2).forEach((name, column) => {
      const left = core.left + column * half;
      sheet.centered(name, middle - pitch / 2, {}, pitch, [left, half]);
      if (index + column === issuers.length - 1) sheet.centered(date, middle + pitch / 2, {}, pitch, [left, half]);
      drawSeal(sheet, name, left + half / 2, middle);
    });
    sheet.y += row;
  }
}

/** 版记 at the foot of the last sheet: copies, who printed it and when, the code to check it by. */
function colophon(sheet: Sheet, { copyTo, issuers, on, checkCode, checkAddress }: DocumentFace): void {
  const style: Style = { points: size.four };
  const row = size.four * 1.7;
  const room = core.width - 2 * size.four;
  const copies =
    copyTo.length === 0
      ? []
      : linesOf(`抄送：${copyTo.join('，')}。`, (piece) => sheet.width(piece, style), [room, room - 3 * size.four]);
  const code =
    checkCode === null ? [] : [`核验码：${checkCode}（任何人可凭此码${checkAddress ? '或下方二维码' : ''}查验）`];
  const rows = copies.length + 1 + code.length;
  if (sheet.bottom - sheet.y < rows * row + pitch) sheet.turn();
  let y = sheet.bottom - rows * row;
  const line = (text: string, indent = 1, points: number = size.four) => {
    sheet.set(text, core.left + indent * size.four, y, { points }, row);
    y += row;
  };
  sheet.rule(y, 1);
  // 回行时与冒号后的首字对齐
  copies.forEach((text, index) => line(text, index === 0 ? 1 : 4));
  if (copies.length > 0) sheet.rule(y, 0.7);
  const printed = on === null ? '' : `${printedDate(on)}印发`;
  sheet.set(printed, core.left + core.width - size.four - sheet.width(printed, style), y, style, row);
  line(issuers[0]!);
  if (code.length > 0) sheet.rule(y, 0.7);
  code.forEach((text) => line(text, 1, 10.5));
  if (checkAddress !== null) drawCheckMark(sheet, checkAddress);
  sheet.rule(sheet.bottom, 1);
}

/** Page numbers, outside; across each sheet of a paper that is not in force, what it is. */
function furnish(sheet: Sheet, face: DocumentFace): void {
  const stamp = stampOf(face);
  for (let page = 1; page <= sheet.pages; page += 1) {
    sheet.pdf.switchToPage(page - 1);
    const style: Style = { points: size.four };
    const text = `— ${page} —`;
    const left = page % 2 === 1 ? core.left + core.width - charWidth - sheet.width(text, style) : core.left + charWidth;
    sheet.set(text, left, sheet.bottom + 7 * mm, style, size.four * 1.4);
    if (stamp !== null) across(sheet, stamp);
    if (face.replacedBy !== null)
      sheet.centered(`本文已被 ${face.replacedBy} 代替`, core.top - 1.5 * pitch, { color: red });
  }
}

function across(sheet: Sheet, word: string): void {
  const { pdf } = sheet;
  const [x, y] = [core.left + core.width / 2, core.top + core.height / 2];
  pdf
    .save()
    .rotate(-35, { origin: [x, y] })
    .opacity(0.15);
  sheet.centered(word, y - 90, { face: 'bold', points: 160, color: '#555555' }, 180);
  pdf.restore().opacity(1);
}
