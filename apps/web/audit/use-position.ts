import { useCallback } from 'react';
import type { AuditEvent } from '#contracts/http/history';
import { useAddress, useAddressParts } from '../parts/address';

export type Clock = 'recorded' | 'occurred';

export interface Position {
  /** of the event looked at; −1 before the first */
  index: number;
  clock: Clock;
  setClock: (clock: Clock) => void;
  go: (index: number) => void;
  goTo: (instant: string) => void;
}

const instantBy = (clock: Clock, { recordedAt, occurredAt }: AuditEvent): string =>
  clock === 'recorded' ? recordedAt : occurredAt;

/**
 * Where the auditor stands, kept in the address: by an event's number, or by an instant on one of two clocks. 记录时间 is what could
 * be known then; 发生时间 is what we now know was so.
 */
export function usePosition(events: readonly AuditEvent[]): Position {
  const [event] = useAddress('event');
  const [at] = useAddress('at');
  const [clock, setClock] = useAddress('clock', 'recorded');
  const setParts = useAddressParts();
  const by: Clock = clock === 'occurred' ? 'occurred' : 'recorded';
  const last = events.length - 1;
  const index =
    event !== ''
      ? Math.min(
          Math.max(
            events.findIndex(({ version }) => version === Number(event)),
            -1,
          ),
          last,
        )
      : at !== ''
        ? events.findLastIndex((one) => instantBy(by, one) <= at)
        : last;
  const go = useCallback(
    (next: number) => {
      const target = events[Math.min(Math.max(next, 0), events.length - 1)];
      if (target) setParts({ event: String(target.version), at: '' });
    },
    [events, setParts],
  );
  return {
    index,
    clock: by,
    setClock,
    go,
    goTo: (instant) => setParts({ at: instant, event: '' }),
  };
}
