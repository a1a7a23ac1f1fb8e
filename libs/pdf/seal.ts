import { mm, red, type Sheet } from './sheet';

/** 42 mm across, as organs of counties and districts have them. */
export const sealRadius = 21 * mm;
const starRadius = 7 * mm;

/** The picture of a seal: ring, star and the organ's name along the ring. The name stands beside it too, as text. */
export function drawSeal(sheet: Sheet, organ: string, x: number, y: number): void {
  const { pdf } = sheet;
  pdf
    .save()
    .lineWidth(1.2 * mm)
    .strokeColor(red, 0.85)
    .circle(x, y, sealRadius - 0.6 * mm)
    .stroke();
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? starRadius : starRadius * 0.382;
    const angle = (index * Math.PI) / 5;
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)] as [number, number];
  });
  pdf
    .fillColor(red, 0.85)
    .polygon(...points)
    .fill();
  const letters = Array.from(organ);
  const arc = Math.min(1.5 * Math.PI, letters.length * 0.36);
  const height = Math.min(13, (arc * 15.5 * mm) / letters.length);
  letters.forEach((letter, index) => {
    const angle = letters.length === 1 ? 0 : -arc / 2 + (arc * index) / (letters.length - 1);
    pdf.save().rotate((angle * 180) / Math.PI, { origin: [x, y] });
    pdf.font('bold').fontSize(height).fillColor(red, 0.85);
    pdf.text(letter, x - pdf.widthOfString(letter) / 2, y - sealRadius + 2.2 * mm, { lineBreak: false });
    pdf.restore();
  });
  pdf.restore().fillColor('black', 1).strokeColor('black', 1);
}
