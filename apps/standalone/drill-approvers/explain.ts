import type { Problem } from '#contracts/http/commands';
import type { Recorded } from '#domain/event';
import type { Breach } from '#domain/rules';
import type { SignoffEvents } from '#domain/signoff/events';

/** What a session sent and what it was told. */
export interface Told {
  key: string;
  /** the seat that it decided from */
  seat: string;
  decision: 'agree' | 'disagree';
  /** 0 where the connection broke */
  status: number;
  body: unknown;
}

export const isAccepted = ({ status }: Told): boolean => status === 200;
export const breachesOf = ({ body }: Told): readonly Breach[] => (body as Problem | undefined)?.breaches ?? [];

const of = <T extends keyof SignoffEvents>(events: readonly Recorded[], type: T) =>
  events.filter((event) => event.type === type) as Recorded<T, SignoffEvents[T]>[];
const visitOf = (seat: string): string => seat.slice(0, seat.lastIndexOf('.'));

/** Answers that the log does not bear out, each in words. @param events of the matter, in order */
export function unexplained(told: readonly Told[], events: readonly Recorded[]): string[] {
  const decided = of(events, 'Decided');
  return told.flatMap((one) => {
    const own = decided.filter(({ commandId }) => commandId === one.key);
    if (isAccepted(one)) {
      const there = own.some(({ data: { seat, decision } }) => seat === one.seat && decision === one.decision);
      return there ? [] : [`${one.key}: accepted, and not in the log`];
    }
    if (own.length > 0) return [`${one.key}: answered ${one.status}, and in the log`];
    const breaches = breachesOf(one);
    const borneOut = breaches.length > 0 && breaches.every((breach) => isBorneOut(breach, one, events));
    return borneOut ? [] : [`${one.key}: ${one.status} ${JSON.stringify(one.body)}`];
  });
}

/** A refusal says that the seat, the step or the matter was settled before; the log must have that. */
function isBorneOut({ rule, found }: Breach, { seat, key }: Told, events: readonly Recorded[]): boolean {
  if (rule === 'P-HALTED') return of(events, 'MatterEnded').length > 0;
  if (rule !== 'P-ONCE') return false;
  const others = of(events, 'Decided').filter(({ commandId }) => commandId !== key);
  const own = others.find(({ data }) => data.seat === seat);
  if (own) return found.includes(own.occurredAt);
  const visit = visitOf(seat);
  const settled = [...of(events, 'StepPassed'), ...of(events, 'StepFailed')].find(({ data }) => data.visit === visit);
  const by = others.find(({ commandId }) => commandId === settled?.commandId);
  return by !== undefined && found.includes(by.occurredAt);
}

/** Whatever the log counted more than once: a seat's decision, a step's result, a matter's end, its effect. */
export function doubleCounted(events: readonly Recorded[], effects: number): string[] {
  const agreed = of(events, 'MatterEnded').filter(({ data }) => data.as === 'agreed').length;
  return [
    ...repeated(of(events, 'Decided').map(({ data }) => data.seat)).map((seat) => `${seat} decided twice`),
    ...repeated([...of(events, 'StepPassed'), ...of(events, 'StepFailed')].map(({ data }) => data.visit)).map(
      (visit) => `${visit} came to two results`,
    ),
    ...(of(events, 'MatterEnded').length > 1 ? ['the matter ended twice'] : []),
    ...(effects === agreed ? [] : [`${agreed} agreed ends, and ${effects} effects`]),
  ];
}

const repeated = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) === index && names.lastIndexOf(name) > index);
