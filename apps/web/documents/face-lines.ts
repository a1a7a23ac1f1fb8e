import { diffArrays, diffChars } from 'diff';
import type { DocumentFace } from '#domain/document/face';

/** A stretch of a line: kept, taken out, or put in. */
export interface Piece {
  text: string;
  mark: 'same' | 'out' | 'in';
}

const linesOf = (face: DocumentFace): string[] => {
  const { marks, issuers, title, recipient, sections, annex, attachments, note, copyTo } = face;
  return [
    ...marks,
    ...issuers,
    title,
    ...(recipient === null ? [] : [`${recipient}：`]),
    ...sections.flatMap(({ heading, text }) => [...(heading === null ? [] : [heading]), ...text.split('\n')]),
    ...attachments.map((name) => `附件：${name}`),
    ...(note === null ? [] : [`（${note}）`]),
    ...(copyTo.length > 0 ? [`抄送：${copyTo.join('，')}。`] : []),
    ...(annex?.rows ?? []).map((row) => row.join('｜')),
  ];
};

/** Lines that differ between two faces, each in pieces; a line that was altered stands once, with what left it and what came. */
export function changedLines(before: DocumentFace, after: DocumentFace): Piece[][] {
  const changes = diffArrays(linesOf(before), linesOf(after));
  return changes.flatMap(({ added, removed, value }, index): Piece[][] => {
    if (removed) {
      const next = changes[index + 1];
      const against = next?.added ? next.value : [];
      return value.map((line, row) => piecesOf(line, against[row]));
    }
    if (!added) return [];
    const previous = changes[index - 1];
    const paired = previous?.removed ? previous.value.length : 0;
    return value.slice(paired).map((text) => [{ text, mark: 'in' }]);
  });
}

const piecesOf = (before: string, after: string | undefined): Piece[] =>
  after === undefined
    ? [{ text: before, mark: 'out' }]
    : diffChars(before, after).map(({ value, added, removed }) => ({
        text: value,
        mark: added ? 'in' : removed ? 'out' : 'same',
      }));
