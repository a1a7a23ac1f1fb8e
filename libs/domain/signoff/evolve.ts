import type { Actor } from '../actor';
import type { Evolvers } from '../event';
import { evolveAround } from './evolve-around';
import { evolveClocks, keepingClocks } from './evolve-clocks';
import type { SignoffEvents } from './events';
import { currentVisit, visitOf, type Matter, type Said, type Seat, type Visit } from './matter';
import { stepsAfter } from './route';

const withVisit = (matter: Matter, id: string, change: (visit: Visit) => Visit): Matter => ({
  ...matter,
  visits: matter.visits.map((visit) => (visit.id === id ? change(visit) : visit)),
});

const withSeat = (visit: Visit, id: string, change: (seat: Seat) => Seat): Visit => ({
  ...visit,
  seats: visit.seats.map((seat) => (seat.id === id ? change(seat) : seat)),
});

/** An act at a visit: it is counted, and the visit knows when it was last touched. */
const acted = (matter: Matter, visitId: string, change: (visit: Visit) => Visit): Matter => {
  const acts = matter.acts + 1;
  return withVisit({ ...matter, acts }, visitId, (visit) => ({ ...change(visit), lastActAt: acts }));
};

const saying = (visit: Visit, said: Said): Visit => ({ ...visit, said: [...visit.said, said] });

/** Who said it, and for whom: both names stay. */
const spokenBy = ({ person, onBehalfOf }: Actor): Pick<Said, 'by' | 'onBehalfOf'> => ({
  by: person,
  ...(onBehalfOf && { onBehalfOf }),
});

/** A matter that bears the title of what it puts out bears it still where that was revised. */
const named = (matter: Matter, before: Matter): Matter => {
  const [title, was] = [matter, before].map(({ act }) => (act?.data as { title?: string } | undefined)?.title);
  return title !== undefined && before.title === was ? { ...matter, title } : matter;
};

const visitIdOf = (matter: Matter, seat: string): string => visitOf(matter, seat)!.id;

/** Walk again: all from the target on lies ahead anew. Jump back: only the target; what was under way pauses. */
function goneBack(matter: Matter, to: string, onward: 'again' | 'back'): Matter {
  const touched = new Set([to, ...stepsAfter(matter.route.flow, to)]);
  const ahead = onward === 'again' ? touched : new Set([to]);
  const stops = (visit: Visit): boolean =>
    touched.has(visit.step) && (visit.status === 'active' || (onward === 'again' && visit.status === 'paused'));
  return {
    ...matter,
    round: matter.round + 1,
    returnedTo: to,
    visits: matter.visits.map((visit) =>
      stops(visit) ? { ...visit, status: onward === 'again' ? 'returned' : 'paused' } : visit,
    ),
    current: Object.fromEntries(Object.entries(matter.current).filter(([step]) => !ahead.has(step))),
  };
}

const isRunning = ({ status }: Visit): boolean => status === 'active' || status === 'paused';

/** A new version of the document: votes of steps under way were given on an older one and are owed again, in full sight. */
function revised(matter: Matter): Matter {
  const votes = new Set(['agree', 'agreeInPrinciple', 'disagree']);
  return {
    ...matter,
    visits: matter.visits.map((visit) =>
      isRunning(visit)
        ? {
            ...visit,
            said: visit.said.map((one) =>
              one.standing === 'stands' && votes.has(one.decision) && one.document < matter.document.version
                ? { ...one, standing: 'old' as const }
                : one,
            ),
          }
        : visit,
    ),
  };
}

/** What the recalled act had set going stands still again: steps it opened are closed, steps it let go on pause. */
function undone(matter: Matter, visit: Visit): Matter {
  const after = new Set(stepsAfter(matter.route.flow, visit.step));
  // A step may have passed by itself since, where all who sit there sign elsewhere.
  const moved = matter.visits.filter(
    ({ id, step, status, passedAt }) =>
      after.has(step) &&
      matter.current[step] === id &&
      (status === 'active' || (status === 'passed' && passedAt >= visit.lastActAt)),
  );
  const closed = new Set(moved.filter(({ openedAt }) => openedAt >= visit.lastActAt).map(({ id }) => id));
  const stopped = new Set(moved.map(({ id }) => id));
  return {
    ...matter,
    visits: matter.visits.map((one) => {
      if (one.id === visit.id) return { ...one, status: 'active' };
      if (closed.has(one.id)) return { ...one, status: 'cancelled' };
      return stopped.has(one.id) ? { ...one, status: 'paused' } : one;
    }),
    current: Object.fromEntries(Object.entries(matter.current).filter(([, id]) => !closed.has(id))),
  };
}

const evolvers: Evolvers<Matter, SignoffEvents> = {
  MatterStarted: (matter, { data: { digest, ...data } }) => ({
    ...matter,
    ...data,
    status: 'open',
    round: 1,
    document: { version: 1, digest },
  }),

  StepOpened: (matter, { data: { visit, step, passedOver = [] } }) => ({
    ...matter,
    visits: [
      ...matter.visits,
      {
        id: visit,
        step,
        status: 'active',
        seats: matter.route.steps[step]!.signers.map((owner, line) => ({
          id: `${visit}.${line}`,
          kind: 'vote' as const,
          line,
          owner,
          addedBy: null,
          gone: null,
        })),
        said: [],
        passedOver,
        openedAt: matter.acts,
        lastActAt: -1,
        passedAt: -1,
      },
    ],
    current: { ...matter.current, [step]: visit },
  }),

  StepResumed: (matter, { data: { visit: id, passedOver = [] } }) =>
    withVisit(matter, id, (visit) => ({ ...visit, status: 'active', passedOver })),

  DraftSubmitted: (matter, { data: { seat, version, digest, act }, actor, occurredAt }) => {
    const submitted = acted({ ...matter, act, document: { version, digest } }, visitIdOf(matter, seat), (visit) =>
      saying(visit, {
        seat,
        decision: 'agree',
        ...spokenBy(actor),
        at: occurredAt,
        document: version,
        opinion: null,
        standing: 'stands',
      }),
    );
    return named(version > matter.document.version ? revised(submitted) : submitted, matter);
  },

  Decided: (matter, { data: { seat, decision, opinion, documentVersion }, actor, occurredAt }) =>
    acted(matter, visitIdOf(matter, seat), (visit) =>
      saying(visit, {
        seat,
        decision,
        ...spokenBy(actor),
        at: occurredAt,
        document: documentVersion,
        opinion,
        standing: 'stands',
      }),
    ),

  StepPassed: (matter, { data }) =>
    withVisit(matter, data.visit, (visit) => ({ ...visit, status: 'passed', passedAt: matter.acts })),
  StepFailed: (matter, { data }) => withVisit(matter, data.visit, (visit) => ({ ...visit, status: 'failed' })),

  Returned: (matter, { data: { seat, toStep, onward, reason, documentVersion }, actor, occurredAt }) => {
    const said = acted(matter, visitIdOf(matter, seat), (visit) =>
      saying(visit, {
        seat,
        decision: 'return',
        ...spokenBy(actor),
        at: occurredAt,
        document: documentVersion,
        opinion: reason,
        standing: 'stands',
      }),
    );
    return goneBack(said, toStep, onward);
  },
  StepSentBack: (matter, { data: { toStep } }) => goneBack(matter, toStep, 'again'),

  Recalled: (matter, { data: { seat } }) => {
    const visit = visitOf(matter, seat)!;
    const standing = visit.status === 'passed' ? undone(matter, visit) : matter;
    return acted(standing, visit.id, (one) => ({
      ...one,
      said: one.said.map((said) =>
        said.seat === seat && said.standing === 'stands' && said.decision !== 'return'
          ? { ...said, standing: 'withdrawn' }
          : said,
      ),
    }));
  },

  SignerAdded: (matter, { data: { seat, from, position, signer } }) =>
    acted(matter, visitIdOf(matter, from), (visit) => {
      const { line } = visit.seats.find(({ id }) => id === from)!;
      return {
        ...visit,
        seats: [...visit.seats, { id: seat, kind: position, line, owner: signer, addedBy: from, gone: null }],
      };
    }),

  SignerRemoved: (matter, { data: { seat } }) =>
    acted(matter, visitIdOf(matter, seat), (visit) => withSeat(visit, seat, (one) => ({ ...one, gone: 'removed' }))),

  SeatReassigned: (matter, { data: { seat, toSeat, signer } }) =>
    acted(matter, visitIdOf(matter, seat), (visit) => {
      const from = visit.seats.find(({ id }) => id === seat)!;
      const seats = visit.seats.map((one) => {
        if (one.id === seat) return { ...one, gone: 'reassigned' as const };
        return one.addedBy === seat ? { ...one, addedBy: toSeat } : one;
      });
      return { ...visit, seats: [...seats, { ...from, id: toSeat, owner: signer }] };
    }),

  ...evolveAround,
  ...evolveClocks,

  MatterEnded: (matter, { data }) => ({
    ...matter,
    status: data.as,
    visits: matter.visits.map((visit) => (isRunning(visit) ? { ...visit, status: 'cancelled' } : visit)),
  }),
};

export const evolveSignoff: Evolvers<Matter, SignoffEvents> = keepingClocks(evolvers);

/** Whether a step may be returned to from another: it comes before, and was passed. @rule R-OA-09 */
export const mayReturnTo = (matter: Matter, from: string, to: string): boolean =>
  stepsAfter(matter.route.flow, to).includes(from) && currentVisit(matter, to)?.status === 'passed';
