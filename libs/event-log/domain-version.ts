/** Raise when the fold of recorded events gives another state than before: cached folds of older versions are not used. */
export const domainVersion = '11';
