import type { Breach } from '#domain/rules';

/** Why something cannot be done, and what helps: `上次催办 2026-11-26，2026-11-30 起可再次催办（R-OA-11）`. */
export const mendWords = ({ rule, found, mend }: Breach): string =>
  `${found}，${mend}${rule.startsWith('P-') ? '' : `（${rule}）`}`;
