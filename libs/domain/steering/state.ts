/** What steering did to a project: never an edit, always an act of its own. */
export interface Steering {
  suspendedOn: string | null;
  /** how often the project or a segment was sent back a stage */
  sentBack: number;
  /** events named as mistaken; the corrected statement stands in the correcting event @rule R-LAW-01 */
  corrections: readonly { version: number; on: string }[];
}
export const noSteering: Steering = { suspendedOn: null, sentBack: 0, corrections: [] };
