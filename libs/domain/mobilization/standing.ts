import type { Engagement, RosterRow, SkillProof } from '../rows';

/** A person's place on a segment's roster as it stands. */
export interface Standing {
  postId: string;
  engagement: Engagement;
  skillProof: SkillProof | null;
  certifiedUntil: string | null;
  /** number of the written agreement; null until it is signed */
  agreement: string | null;
}

/**
 * The place a person holds on the roster on a civil date, from the person's rows, oldest first.
 * The day a person leaves is the first one off the roster.
 * @param on civil date; without it, the place as last recorded
 * @rule R-ROST-10
 */
export function standingOf(
  rows: readonly RosterRow[],
  segmentId: string,
  personRef: string,
  on?: string,
): Standing | undefined {
  return rows
    .filter((row) => row.segmentId === segmentId && row.personRef === personRef && (on === undefined || row.on <= on))
    .reduce<Standing | undefined>((_, { act, postId, engagement, skillProof, certifiedUntil, agreement }) => {
      if (act === 'left') return undefined;
      return { postId, engagement, skillProof, certifiedUntil, agreement };
    }, undefined);
}
