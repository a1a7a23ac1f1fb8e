import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onChange } from './changes';

/** Kinds of reads that one stream's change may touch. */
const kinds = ['project', 'people', 'attendance', 'wages', 'history', 'verify', 'evaluation', 'my'];

/**
 * Pushed changes of a stream, or of all streams under a prefix, counted but not applied: they never move what is being read.
 * @returns how many came since, and what applies them
 */
export function usePending(prefix: string): { pending: number; update: () => void } {
  const client = useQueryClient();
  const [pending, setPending] = useState(0);
  useEffect(() => onChange(({ stream }) => stream.startsWith(prefix) && setPending((count) => count + 1)), [prefix]);
  const update = () => {
    setPending(0);
    for (const kind of kinds) void client.invalidateQueries({ queryKey: [kind] });
  };
  return { pending, update };
}

/** Refreshes a kind of reads by itself: for counts, lights and lists whose selection does not move with them. */
export function useAutoUpdate(kind: string, concerns: (stream: string) => boolean = () => true): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onChange(({ stream }) => {
        if (concerns(stream)) void client.invalidateQueries({ queryKey: [kind] });
      }),
    [client, kind, concerns],
  );
}

/** After an own act everything may look different. */
export function useRefreshAll(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries();
}
