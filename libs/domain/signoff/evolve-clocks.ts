import type { Evolvers, Recorded } from '../event';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';

type ClockEvents = Pick<SignoffEvents, 'ClockPaused' | 'ClockResumed'>;

export const evolveClocks: Evolvers<Matter, ClockEvents> = {
  ClockPaused: (matter, { data: { pause, ...stopped } }) => ({
    ...matter,
    pauses: [...matter.pauses, { id: pause, ...stopped, to: null, resumed: null }],
  }),

  ClockResumed: (matter, { data: { pause, by, to, note } }) => ({
    ...matter,
    pauses: matter.pauses.map((one) => (one.id === pause ? { ...one, to, resumed: { by, note } } : one)),
  }),
};

/** A clock stands no longer than its step is under way: whatever ends the step ends the pause. */
const withStepsOver = (matter: Matter, at: string): Matter => {
  const active = new Set(matter.visits.filter(({ status }) => status === 'active').map(({ id }) => id));
  const isOver = ({ to, visit }: Matter['pauses'][number]): boolean => to === null && !active.has(visit);
  return matter.pauses.some(isOver)
    ? { ...matter, pauses: matter.pauses.map((pause) => (isOver(pause) ? { ...pause, to: at } : pause)) }
    : matter;
};

/** The evolvers of a matter, each of which leaves no clock standing at a step that is over. */
export function keepingClocks<E extends Evolvers<Matter, SignoffEvents>>(evolvers: E): E {
  const kept = Object.entries(evolvers).map(([type, evolve]) => {
    const fold = evolve as (matter: Matter, event: Recorded<string, never>) => Matter;
    return [
      type,
      (matter: Matter, event: Recorded<string, never>) => withStepsOver(fold(matter, event), event.occurredAt),
    ];
  });
  return Object.fromEntries(kept) as E;
}
