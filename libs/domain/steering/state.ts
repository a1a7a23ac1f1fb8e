import type { RuleId } from '../rulebook/register/register';

/** Rules that one act may pass by, once, as its sign-off agreed. */
export interface Override {
  /** `v1`, `v2` … */
  id: string;
  /** the sign-off it rests on */
  matter: string;
  command: string;
  /** null: whichever segment the act is about */
  segmentId: string | null;
  rules: readonly RuleId[];
  /** last civil date on which it may be used */
  until: string;
}

/** What steering did to a project: never an edit, always an act of its own. */
export interface Steering {
  suspendedOn: string | null;
  /** how often the project or a segment was sent back a stage */
  sentBack: number;
  /** how many overrides were agreed so far */
  overridden: number;
  /** agreed and not used yet */
  overrides: readonly Override[];
  /** events named as mistaken; the corrected statement stands in the correcting event @rule R-LAW-01 */
  corrections: readonly { version: number; on: string }[];
  /** taken out by a change or a revision: an id is never given again */
  removedSegments: readonly string[];
  removedFundLines: readonly string[];
}
export const noSteering: Steering = {
  suspendedOn: null,
  sentBack: 0,
  overridden: 0,
  overrides: [],
  corrections: [],
  removedSegments: [],
  removedFundLines: [],
};
