import { useSyncExternalStore } from 'react';

const name = 'yigong.largePrint';
const listeners = new Set<() => void>();

const saved = (): boolean | null => {
  const text = localStorage.getItem(name);
  return text === null ? null : text === 'on';
};

/** 大字版: remembered; workers' pages begin in it until it is switched off. */
export function useLargePrint(worker: boolean): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => saved() ?? worker,
  );
  const set = (next: boolean) => {
    localStorage.setItem(name, next ? 'on' : 'off');
    for (const listener of listeners) listener();
  };
  return [on, set];
}
