import { addWorkingDays, civilDateOf, libraryCalendar } from '../../calendar';
import type { Recorded } from '../../event';
import type { decideSignoff } from '../decide';
import { standingPause } from '../clocks';
import { followUpKey, isAnswered, lapsedAtMatter } from '../escalation';
import type { Matter, Seat, Visit } from '../matter';
import type { Owner } from '../route';
import { openSeatsOf } from '../tally';
import type { Dice } from './random-play';
import type { Watch } from './watch';

/** One act around a matter: who gives it, from which kind of post, and what the table of the watch makes of it. */
export interface ActAround {
  type: keyof typeof decideSignoff;
  data: object;
  by: string;
  leads: boolean;
  told: () => boolean;
}

/** A duty that is found late, brought before somebody: an event of the timer, not of anybody. */
export interface LapseAround {
  event: Pick<Recorded, 'type' | 'data'> | undefined;
  told: boolean;
}

const bosses = ['boss', 'chief'];
const handler = (body: string): Owner => ({ body, post: 'handler' });
const leader = (body: string): Owner => ({ body, post: 'leaderInCharge' });
const unanswered = ({ escalations }: Matter) => escalations.filter((one) => !isAnswered(one));

interface Around {
  matter: Matter;
  watch: Watch;
  people: readonly string[];
  drafter: string;
  at: string;
}

/** Mostly a call that is not closed. */
function called({ supervisions }: Matter, dice: Dice): number {
  const open = supervisions.findIndex(({ closed }) => closed === null);
  return open >= 0 && dice.below(4) > 0 ? open : dice.below(supervisions.length + 1);
}

/** Clocks stopped and started, lapses followed up, calls, papers sent round, urging: lawful and not. */
export function actAround({ matter, watch, people, drafter, at }: Around, dice: Dice): ActAround {
  // Mostly where it counts: a step under way, a clock that stands.
  const stands = matter.visits.filter(({ id }) => standingPause(matter, id));
  const place = (among: readonly Visit[]) => dice.one(among.length > 0 && dice.below(4) > 0 ? among : matter.visits);
  const sitting = (visit: Visit) => {
    const open = openSeatsOf(matter, visit);
    return { visit, seat: dice.one(open.length > 0 && dice.below(4) > 0 ? open : visit.seats) };
  };
  const boss = dice.one(bosses);
  const someone = dice.below(4) === 0 ? dice.one(people) : undefined;
  const today = civilDateOf(at);
  switch (dice.below(9)) {
    case 0:
    case 1:
      return onClock(
        stands.length > 0 ? 'resumeClock' : 'pauseClock',
        { matter, watch, ...sitting(place(stands)) },
        dice,
      );
    case 2: {
      const active = matter.visits.filter(({ status }) => status === 'active');
      return onClock(
        dice.below(6) > 0 ? 'pauseClock' : 'resumeClock',
        { matter, watch, ...sitting(place(active)) },
        dice,
      );
    }
    case 3: {
      const open = unanswered(matter);
      const late = open.length > 0 && dice.below(4) > 0 ? dice.one(open) : matter.escalations.at(-1);
      const [id, by] = [late?.id ?? 'e1', someone ?? late?.to.body ?? boss];
      const leads = bosses.includes(by);
      return act('followUpLapse', { escalation: id, note: 'x' }, by, leads, () => watch.follow(id, by));
    }
    case 4:
      return act('superviseMatter', { demand: 'x', dueOn: today }, boss, true, () => watch.call(boss));
    case 5: {
      const nth = called(matter, dice);
      const reporters = matter.supervisions[nth]?.reporters ?? [];
      const by = someone ?? (reporters.length > 0 ? dice.one(reporters).body : drafter);
      return act('reportOnSupervision', { supervision: `s${nth + 1}`, report: 'x' }, by, false, () =>
        watch.report(nth, by),
      );
    }
    case 6: {
      const nth = called(matter, dice);
      const by = dice.below(4) === 0 ? boss : (matter.supervisions[nth]?.raiser.body ?? boss);
      return act('closeSupervision', { supervision: `s${nth + 1}`, conclusion: 'x' }, by, true, () =>
        watch.close(nth, by),
      );
    }
    case 7: {
      if (dice.below(3) === 0) {
        const readers = dice.some(people, 2);
        const data = { readers: readers.map(handler) };
        return act('circulateMatter', data, drafter, false, () => watch.circulate(readers));
      }
      const nth = dice.below(matter.circulations.length + 1);
      const readers = matter.circulations[nth]?.readers ?? [];
      const by = someone ?? (readers.length > 0 ? dice.one(readers).body : drafter);
      return act('markRead', { circulation: `c${nth + 1}`, note: null }, by, false, () => watch.read(nth, by));
    }
    default: {
      const by = someone ?? drafter;
      const again = addWorkingDays(libraryCalendar, today, 2).on;
      return act('urgeMatter', {}, by, false, () => watch.urge(by, drafter, today, again));
    }
  }
}

const act = (
  type: ActAround['type'],
  data: object,
  by: string,
  leads: boolean,
  told: ActAround['told'],
): ActAround => ({ type, data, by, leads, told });

/** By whoever sits there, or by a leader over them; the model knows steps by their names, and of each the box that counts. */
function onClock(
  type: 'pauseClock' | 'resumeClock',
  { matter, watch, visit, seat }: { matter: Matter; watch: Watch; visit: Visit; seat: Seat },
  dice: Dice,
): ActAround {
  const leads = dice.below(3) === 0;
  const by = leads ? dice.one(bosses) : seat.owner.body;
  const who = leads ? null : by;
  const counts = matter.current[visit.step] === visit.id;
  if (type === 'resumeClock') {
    return act(type, { seat: seat.id, note: 'x' }, by, leads, () => counts && watch.start(visit.step, who));
  }
  const data = { seat: seat.id, reason: 'hearing', awaited: 'somebody', note: 'x' };
  return act(type, data, by, leads, () => counts && watch.stop(visit.step, who));
}

/** The timer finds an open duty late, be it a superior's. */
export function lapseAround({ matter, watch, drafter, at }: Around, dice: Dice): LapseAround {
  const open = unanswered(matter);
  const upper = open.length > 0 && dice.below(3) === 0 ? dice.one(open) : undefined;
  const visits = matter.visits.filter(({ id, step }) => matter.current[step] === id);
  if (visits.length === 0) return { event: undefined, told: false };
  const active = visits.filter((one) => openSeatsOf(matter, one).length > 0);
  const visit = dice.one(active.length > 0 ? active : visits);
  const owed = openSeatsOf(matter, visit);
  const seat = dice.one(owed.length > 0 ? owed : visit.seats);
  const superiors = dice.some(bosses, 2);
  const to = watch.lapse(
    `e${matter.escalations.length + 1}`,
    upper ? upper.id : `${visit.step} ${seat.gone === null ? seat.owner.body : ''}`,
    superiors,
    drafter,
  );
  if (to === undefined) return { event: undefined, told: false };
  const lapse = {
    key: upper ? followUpKey(upper) : seat.id,
    dueAt: `${at}/${matter.escalations.length}`,
    rule: 'R-OA-17',
    owner: upper ? upper.to : seat.owner,
  };
  const [event] = lapsedAtMatter(matter, lapse, { superiors: superiors.map(leader) });
  const brought = (event?.data as { to: Owner } | undefined)?.to.body;
  return { event, told: brought === to };
}
