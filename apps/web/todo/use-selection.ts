import { useEffect, useRef } from 'react';
import { useNavigation } from 'react-router';
import { useAddress } from '../parts/address';

/**
 * Roving focus over a list: one row can be tabbed to, the keys move from row to row. The selected row is kept by its key in the
 * address, so that it never jumps when rows come or go.
 */
export function useSelection(keys: readonly string[]) {
  const [chosen, select] = useAddress('sel');
  const [first = ''] = keys;
  // The first where the address names none that is here; it can be acted on before the address holds it.
  const selected = keys.includes(chosen) ? chosen : first;
  const list = useRef<HTMLDivElement>(null);
  const index = keys.indexOf(selected);
  const move = (by: number) => {
    const next =
      keys[Math.min(Math.max((index === -1 ? (by > 0 ? -1 : keys.length) : index) + by, 0), keys.length - 1)];
    if (next === undefined) return;
    select(next);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
  };
  /** Moves on from what is about to go. */
  const leave = () => {
    const next = keys[index + 1] ?? keys[index - 1] ?? '';
    select(next);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
  };
  // whoever is on the way to another page is not called back
  const stays = useNavigation().state === 'idle';
  useEffect(() => {
    if (stays && selected !== chosen && selected !== '') select(selected);
  }, [stays, chosen, selected, select]);
  return { selected, select, move, leave, list };
}
