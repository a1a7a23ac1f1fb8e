/** May not begin a line; may not end one. */
const notFirst = new Set('，。、；：？！）》」』”’〕】…—·%％,.;:?!)]}-');
const notLast = new Set('（《「『“‘〔【([{');

/** What is never parted: a run of Latin letters and digits, or one character. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9][A-Za-z0-9.,%/]*[A-Za-z0-9%]|[\s\S]/gu) ?? [];

/**
 * Breaks a paragraph into lines.
 * @param width of a piece, in points
 * @param room of a line in points: the first, and those after it
 * @param parts what a text is made of that is never parted
 */
export function linesOf(
  text: string,
  width: (piece: string) => number,
  [first, rest]: readonly [number, number],
  parts: (text: string) => string[] = pieces,
): string[] {
  const lines: string[][] = [[]];
  let used = 0;
  for (const piece of parts(text).flatMap((one) => (width(one) > rest ? Array.from(one) : [one]))) {
    const room = lines.length === 1 ? first : rest;
    const line = lines.at(-1)!;
    if (line.length > 0 && used + width(piece) > room + 0.01) {
      const carried = carriedOver(line, piece);
      lines.push([...carried, piece]);
      used = carried.reduce((sum, one) => sum + width(one), 0);
    } else {
      line.push(piece);
    }
    used += width(piece);
  }
  return lines.map((line) => line.join(''));
}

/** What leaves the line with the next piece, so that no line begins or ends with what may not stand there. */
function carriedOver(line: string[], next: string): string[] {
  const carried: string[] = [];
  const first = () => carried[0] ?? next;
  while (line.length > 1 && (notFirst.has(first()) || notLast.has(line.at(-1)!))) carried.unshift(line.pop()!);
  return carried;
}

/** Words of the trade that a dictionary of the language would part. */
const ownWords = /(以工代赈|护坡|批复|请示|印发|\d+年)/;
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** Words, each with the marks that may not begin a line after it. */
const wordsOf = (text: string): string[] =>
  text
    .split(ownWords)
    .flatMap((part) => (ownWords.test(part) ? [part] : Array.from(words.segment(part), ({ segment }) => segment)));

/** Lines of about equal length, for a title: each ends with a whole word (GB/T 9704: 回行时词意完整). */
export function balanced(text: string, width: (piece: string) => number, room: number): string[] {
  const total = width(text);
  const count = Math.ceil(total / room - 0.001);
  for (let share = total / count; share < room; share += total / 200) {
    const lines = linesOf(text, width, [share, share], wordsOf);
    if (lines.length <= count) return lines;
  }
  return linesOf(text, width, [room, room], wordsOf);
}
