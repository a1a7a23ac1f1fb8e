/** @throws Error that names the option */
export function countOf(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`--${name} wants a whole number, not ${text}`);
  return count;
}
