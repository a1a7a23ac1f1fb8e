import type { Evolvers } from '../event';
import type { Supervision } from './around';
import type { SignoffEvents } from './events';
import type { Matter } from './matter';

type EventsAround = Pick<
  SignoffEvents,
  'Copied' | 'Circulated' | 'ReadMarked' | 'Urged' | 'SupervisionRaised' | 'SupervisionReported' | 'SupervisionClosed'
>;

const withSupervision = (matter: Matter, id: string, change: (supervision: Supervision) => Supervision): Matter => ({
  ...matter,
  supervisions: matter.supervisions.map((one) => (one.id === id ? change(one) : one)),
});

export const evolveAround: Evolvers<Matter, EventsAround> = {
  Copied: (matter, { data: { recipients }, occurredAt }) => ({
    ...matter,
    copies: [...matter.copies, { at: occurredAt, recipients }],
  }),

  Circulated: (matter, { data: { circulation, from, readers }, occurredAt }) => ({
    ...matter,
    circulations: [...matter.circulations, { id: circulation, from, at: occurredAt, readers, marks: [] }],
  }),

  ReadMarked: (matter, { data: { circulation, reader, note }, occurredAt }) => ({
    ...matter,
    circulations: matter.circulations.map((one) =>
      one.id === circulation ? { ...one, marks: [...one.marks, { by: reader, at: occurredAt, note }] } : one,
    ),
  }),

  Urged: (matter, { occurredAt }) => ({ ...matter, urges: [...matter.urges, { at: occurredAt }] }),

  SupervisionRaised: (matter, { data: { supervision, ...raised }, occurredAt }) => ({
    ...matter,
    supervisions: [...matter.supervisions, { id: supervision, at: occurredAt, ...raised, reports: [], closed: null }],
  }),

  SupervisionReported: (matter, { data: { supervision, reporter, report }, occurredAt }) =>
    withSupervision(matter, supervision, (one) => ({
      ...one,
      reports: [...one.reports, { by: reporter, at: occurredAt, report }],
    })),

  SupervisionClosed: (matter, { data: { supervision, conclusion }, occurredAt }) =>
    withSupervision(matter, supervision, (one) => ({ ...one, closed: { at: occurredAt, conclusion } })),
};
