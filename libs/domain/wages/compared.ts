import type { Comparison } from '../rules';

/** What a check compared, in the order in which a person reads it: needed, found, how to mend it. */
export const compared = (holds: boolean, need: string, found: string, mend: string, field?: string): Comparison => ({
  holds,
  need,
  found,
  mend,
  ...(field && { field }),
});
