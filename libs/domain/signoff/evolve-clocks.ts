import type { Evolvers, Recorded } from '../event';
import type { Instant } from '../instant';
import { keysOwed } from './duties';
import { followUpKey, isAnswered, type Escalation } from './escalation';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';

type ClockEvents = Pick<SignoffEvents, 'ClockPaused' | 'ClockResumed' | 'LapseEscalated' | 'LapseFollowedUp'>;

export const evolveClocks: Evolvers<Matter, ClockEvents> = {
  ClockPaused: (matter, { data: { pause, ...stopped } }) => ({
    ...matter,
    pauses: [...matter.pauses, { id: pause, ...stopped, to: null, resumed: null }],
  }),

  ClockResumed: (matter, { data: { pause, by, to, note } }) => ({
    ...matter,
    pauses: matter.pauses.map((one) => (one.id === pause ? { ...one, to, resumed: { by, note } } : one)),
  }),

  LapseEscalated: (matter, { data: { escalation, ...lapse }, occurredAt: at }) => ({
    ...matter,
    escalations: [...matter.escalations, { id: escalation, ...lapse, at, followedUp: null, over: null }],
  }),

  LapseFollowedUp: (matter, { data: { escalation, note }, occurredAt: at }) => ({
    ...matter,
    escalations: matter.escalations.map((one) => (one.id === escalation ? { ...one, followedUp: { note, at } } : one)),
  }),
};

/** A clock stands no longer than its step is under way: whatever ends the step ends the pause. */
const withStepsOver = (matter: Matter, at: Instant): Matter => {
  const active = new Set(matter.visits.filter(({ status }) => status === 'active').map(({ id }) => id));
  const isOver = ({ to, visit }: Matter['pauses'][number]): boolean => to === null && !active.has(visit);
  return matter.pauses.some(isOver)
    ? { ...matter, pauses: matter.pauses.map((pause) => (isOver(pause) ? { ...pause, to: at } : pause)) }
    : matter;
};

/** Nobody answers any more for the lapse of what is done by now, or for who did in their turn. */
function withLapsesOver(matter: Matter, at: Instant): Matter {
  if (matter.escalations.every(({ over }) => over !== null)) return matter;
  const owed = keysOwed(matter);
  const escalations = matter.escalations.map((one): Escalation => {
    if (one.over !== null) return one;
    if (!owed.has(one.key)) return { ...one, over: at };
    if (!isAnswered(one)) owed.add(followUpKey(one));
    return one;
  });
  return { ...matter, escalations };
}

/** The evolvers of a matter, each of which leaves no clock standing and no lapse open for what is over. */
export function keepingClocks<E extends Evolvers<Matter, SignoffEvents>>(evolvers: E): E {
  const kept = Object.entries(evolvers).map(([type, evolve]) => {
    const fold = evolve as (matter: Matter, event: Recorded<string, never>) => Matter;
    return [
      type,
      (matter: Matter, event: Recorded<string, never>) => {
        const { occurredAt: at } = event;
        return withLapsesOver(withStepsOver(fold(matter, event), at), at);
      },
    ];
  });
  return Object.fromEntries(kept) as E;
}
