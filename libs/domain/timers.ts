import type { AnyFacts } from './facts';
import type { Instant } from './instant';
import type { Decision } from './rules';
import type { OpenDuty, StreamState } from './state';
import { kindOf } from './stream';
import { subjectFor } from './subjects';

/** What a duty waits for next, and when: a reminder of its owner, then its lapse; nothing while its clock stands, or afterwards. */
function timerOf({ dueAt, remindAt, reminded, lapsed, stopped }: OpenDuty): Instant | undefined {
  if (lapsed || stopped) return undefined;
  return reminded ? dueAt : (remindAt ?? dueAt);
}

/** The next instant at which the clock brings a stream something; none while the past is being entered. */
export const nextDueAt = ({ duties, backfilling }: Pick<StreamState, 'duties' | 'backfilling'>): Instant | null =>
  backfilling
    ? null
    : duties.reduce<Instant | null>((next, duty) => {
        const at = timerOf(duty);
        return at !== undefined && (next === null || at < next) ? at : next;
      }, null);

interface Remind {
  id: string;
  type: 'remindDuty';
  data: { key: string; remindAt: Instant };
}
interface Lapse {
  id: string;
  type: 'lapseDuty';
  data: { key: string; dueAt: Instant };
}

/**
 * All that the clock has brought by an instant, as commands whose ids come from duty and instant: given twice, they record nothing
 * twice. Who is late is not reminded any more.
 */
export const broughtBy = ({ duties }: Pick<StreamState, 'duties'>, now: Instant): (Remind | Lapse)[] =>
  duties.flatMap((duty): (Remind | Lapse)[] => {
    const next = timerOf(duty);
    if (next === undefined || next > now) return [];
    const { key, dueAt } = duty;
    return dueAt! <= now
      ? [{ id: `${key}#lapsed@${dueAt}`, type: 'lapseDuty', data: { key, dueAt: dueAt! } }]
      : [{ id: `${key}#reminded@${next}`, type: 'remindDuty', data: { key, remindAt: next } }];
  });

const running = ({ lapsed, stopped }: OpenDuty): boolean => !lapsed && !stopped;

/** @rule R-OA-11 */
export function remindDuty({ duties }: StreamState, { key, remindAt }: Remind['data']): Decision {
  const duty = duties.find((one) => one.key === key && one.remindAt === remindAt && !one.reminded && running(one));
  if (!duty) return { events: [] };
  return { events: [{ type: 'DutyReminded', data: { key, dueAt: duty.dueAt, rule: duty.rule, owner: duty.owner } }] };
}

/** A lapse, with what its kind of stream makes of it: whom it is brought before. */
export function lapseDuty(state: StreamState, { key, dueAt }: Lapse['data'], facts: AnyFacts): Decision {
  const duty = state.duties.find((one) => one.key === key && one.dueAt === dueAt && running(one));
  if (!duty) return { events: [] };
  const { rule, owner } = duty;
  const brought = subjectFor(kindOf(state.stream)).lapsed?.(state.subject, { key, dueAt, rule, owner }, facts) ?? [];
  return { events: [{ type: 'DutyLapsed', data: { key, dueAt, rule, owner } }, ...brought] };
}
