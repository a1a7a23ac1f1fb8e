/** Stretches of serials that are missing between the first and the last, as 「3」 or 「7—9」. @param serials ascending @rule R-DOC-10 */
export const missingIn = (serials: readonly number[]): string[] =>
  serials.flatMap((serial, index) => {
    const before = serials[index - 1] ?? serial - 1;
    if (serial === before + 1) return [];
    return [serial === before + 2 ? `${before + 1}` : `${before + 1}—${serial - 1}`];
  });
