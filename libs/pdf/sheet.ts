import PDFDocument from 'pdfkit';
import { fontFiles, rareFileOf, type Face } from './fonts';

export const mm = 72 / 25.4;

/** 版心 of GB/T 9704—2012: 156 × 225 mm on A4, 28 mm from the left and 37 mm from the top; 22 lines of 28 characters. */
export const core = { left: 28 * mm, top: 37 * mm, width: 156 * mm, height: 225 * mm };
export const charWidth = core.width / 28;
export const pitch = core.height / 22;
export const red = '#d00000';
/** 二号, 三号 on the grid, 四号: in points */
export const size = { two: 22, three: charWidth, four: 14 } as const;

export interface Style {
  face?: Face;
  points?: number;
  color?: string;
}

/** A document of A4 sheets on which lines are set. The same calls give the same bytes. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  /** where the next line's row begins, in points from the top of the sheet */
  y = core.top;
  pages = 1;
  private readonly chunks: Buffer[] = [];

  /** @param rare fonts by file, for the characters that the faces lack */
  constructor(
    title: string,
    on: string | null,
    private readonly rare: ReadonlyMap<string, Buffer>,
  ) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: 'zh-CN',
      pdfVersion: '1.7',
      // A day, not the moment of printing: the same document is the same file.
      info: {
        Title: title,
        CreationDate: new Date(`${on ?? '2000-01-01'}T00:00:00Z`),
        Producer: 'Yigong',
        Creator: 'Yigong',
      },
    });
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    for (const [name, font] of [...Object.entries(fontFiles), ...rare]) this.pdf.registerFont(name, font);
  }

  get bottom(): number {
    return core.top + core.height;
  }
  /** whole rows left on this sheet */
  get rows(): number {
    return Math.floor((this.bottom - this.y) / pitch + 0.01);
  }

  turn(): void {
    this.pdf.addPage();
    this.pages += 1;
    this.y = core.top;
  }

  width(text: string, { face = 'song', points = size.three }: Style = {}): number {
    this.pdf.fontSize(points);
    return this.runs(text, face).reduce((sum, run) => sum + this.pdf.font(run.font).widthOfString(run.text), 0);
  }

  /** Sets one line in a row that begins at `y`, its ink in the middle. @param fill spreads it to this width; a line of text so short that gaps would show is left as it is */
  set(text: string, x: number, y: number, style: Style = {}, row: number = pitch, fill?: number): void {
    const { face = 'song', points = size.three, color = 'black' } = style;
    const gaps = Array.from(text).length - 1;
    const slack = fill === undefined || gaps === 0 ? 0 : (fill - this.width(text, style)) / gaps;
    const spacing = fill !== undefined && face === 'song' && slack > points / 4 ? 0 : slack;
    this.pdf.fontSize(points).fillColor(color);
    let left = x;
    for (const run of this.runs(text, face)) {
      const top = y + (row - this.pdf.font(run.font).currentLineHeight()) / 2;
      this.pdf.text(run.text, left, top, { lineBreak: false, characterSpacing: spacing });
      left += this.pdf.widthOfString(run.text) + Array.from(run.text).length * spacing;
    }
  }

  /** Stretches of text with the font that has them. */
  private runs(text: string, face: Face): { font: string; text: string }[] {
    if (this.rare.size === 0) return text === '' ? [] : [{ font: face, text }];
    const runs: { font: string; text: string }[] = [];
    for (const character of text) {
      const font = rareFileOf(character) ?? face;
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }

  centered(
    text: string,
    y: number,
    style: Style = {},
    row: number = pitch,
    [left, width] = [core.left, core.width],
  ): void {
    this.set(text, left! + (width! - this.width(text, style)) / 2, y, style, row);
  }

  rule(y: number, weight: number, color = 'black'): void {
    this.pdf
      .moveTo(core.left, y)
      .lineTo(core.left + core.width, y)
      .lineWidth(weight)
      .strokeColor(color)
      .stroke();
  }

  done(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.pdf.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.pdf.on('error', reject);
      this.pdf.end();
    });
  }
}
