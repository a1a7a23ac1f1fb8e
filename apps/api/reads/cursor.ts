import { z } from 'zod';

/** The last row of a page, as an opaque text: what follows it is the same whatever came or went before it. */
export const writeCursor = (position: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Reads what `writeCursor` wrote; anything else is refused. */
export const cursor = <T extends z.ZodType>(position: T) =>
  z
    .string()
    .max(400)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: '请从上一页继续' });
        return z.NEVER;
      }
    })
    .pipe(position);
