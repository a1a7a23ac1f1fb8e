import { useEffect, useSyncExternalStore } from 'react';

const name = 'yigong.largePrint';
const listeners = new Set<() => void>();

const saved = (): boolean | null => {
  const text = localStorage.getItem(name);
  return text === null ? null : text === 'on';
};

const narrow = window.matchMedia('(max-width: 767px)');

/** In one column, and tables as cards: in large print, and on narrow screens. */
function useLayout(large: boolean): void {
  useEffect(() => {
    const { classList } = document.documentElement;
    const layOut = () => {
      classList.toggle('large', large);
      classList.toggle('rows-as-cards', large || narrow.matches);
    };
    layOut();
    narrow.addEventListener('change', layOut);
    return () => narrow.removeEventListener('change', layOut);
  }, [large]);
}

/** 大字版: remembered; workers' pages begin in it until it is switched off. */
export function useLargePrint(worker: boolean): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => saved() ?? worker,
  );
  useLayout(on);
  const set = (next: boolean) => {
    localStorage.setItem(name, next ? 'on' : 'off');
    for (const listener of listeners) listener();
  };
  return [on, set];
}
