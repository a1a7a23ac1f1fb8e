import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Changed } from '#contracts/http/history';
import { onChange } from './changes';

/** Kinds of reads that one stream's change may touch. */
const kinds = [
  'project',
  'people',
  'attendance',
  'wages',
  'history',
  'verify',
  'evaluation',
  'my',
  'document',
  'matter',
  'files',
];

/** How far own acts have taken each stream: their push, which comes before or after the answer, is no news. */
const own = new Map<string, number>();
const refreshed = new Set<() => void>();

/**
 * Pushed changes of a stream, or of all streams under a prefix, counted but not applied: they never move what is being read.
 * @returns how many came since, and what applies them
 */
export function usePending(prefix: string): { pending: number; update: () => void } {
  const client = useQueryClient();
  const [news, setNews] = useState<readonly Changed[]>([]);
  useEffect(
    () => onChange((change) => change.stream.startsWith(prefix) && setNews((before) => [...before, change])),
    [prefix],
  );
  useEffect(() => {
    const forget = () => setNews([]);
    refreshed.add(forget);
    return () => void refreshed.delete(forget);
  }, []);
  const update = () => {
    setNews([]);
    for (const kind of kinds) void client.invalidateQueries({ queryKey: [kind] });
  };
  return { pending: news.filter(({ stream, version }) => version > (own.get(stream) ?? 0)).length, update };
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

/** After an own act everything may look different. The act, with the revision it came to, is no news to who did it. */
export function useRefreshAll(): (act?: { stream: string; revision: number }) => void {
  const client = useQueryClient();
  return (act) => {
    if (act) own.set(act.stream, Math.max(act.revision, own.get(act.stream) ?? 0));
    for (const forget of refreshed) forget();
    // an inbox that is opened next must not begin with what has just been done
    for (const kind of ['duties', 'boxes']) client.removeQueries({ queryKey: [kind], type: 'inactive' });
    void client.invalidateQueries();
  };
}
