import type { DutyLapsed } from '../duty';
import type { DraftOf } from '../event';
import type { AnyFacts } from '../facts';
import type { Instant } from '../instant';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';
import { keyOfOwner, type Owner } from './route';

/**
 * A duty that lapsed, brought before a superior of its owner, who sees to it. The owner keeps the duty; the superior answers for
 * having followed it up, until the duty is done. @rule R-OA-14
 */
export interface Escalation {
  /** `e1`, `e2` … */
  id: string;
  /** of the duty that lapsed */
  key: string;
  dueAt: Instant;
  owner: Owner;
  to: Owner;
  at: Instant;
  /** in one's own words, sealed */
  followedUp: { note: string; at: Instant } | null;
  /** since when the duty is done, or asked of nobody any more */
  over: Instant | null;
}

export interface Escalations {
  escalations: readonly Escalation[];
}
export const noEscalations: Escalations = { escalations: [] };

export const followUpKey = ({ id }: Pick<Escalation, 'id'>): string => `${id}/followUp`;

export const isAnswered = ({ followedUp, over }: Escalation): boolean => followedUp !== null || over !== null;

/** All who were brought in before a duty of a superior lapsed in its turn. */
function asked({ escalations }: Matter, key: string): Owner[] {
  const earlier = escalations.find((one) => followUpKey(one) === key);
  return earlier ? [earlier.owner, earlier.to, ...asked({ escalations } as Matter, earlier.key)] : [];
}

/**
 * Before whom a lapse is brought: of a report the leader who asked for it, then the owner's superiors, and where there is none the
 * drafter, so that somebody always hears of it. Nobody is asked twice about one duty.
 */
export function lapsedAtMatter(
  matter: Matter,
  { key, dueAt, owner }: DutyLapsed,
  { superiors = [] }: Pick<AnyFacts, 'superiors'>,
): DraftOf<SignoffEvents>[] {
  const late = owner as Owner;
  const raiser = matter.supervisions.find(({ id }) => key.startsWith(`${id}/`))?.raiser;
  const before = [late, ...asked(matter, key)].map(keyOfOwner);
  const to = [...(raiser ? [raiser] : []), ...superiors, matter.drafter.owner].find(
    (one) => !before.includes(keyOfOwner(one)),
  );
  if (!to) return [];
  const escalation = `e${matter.escalations.length + 1}`;
  return [{ type: 'LapseEscalated', data: { escalation, key, dueAt, owner: late, to } }];
}
