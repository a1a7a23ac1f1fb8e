import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * One part of the page's state, kept in the address, so that copying it shows a colleague the same thing.
 * An empty value, or the fallback itself, leaves the address. Changes replace the entry of the browser's history unless `push`.
 */
export function useAddress(name: string, fallback = '', push = false): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === '' || value === fallback) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: !push },
      ),
    [setParams, name, fallback, push],
  );
  return [params.get(name) ?? fallback, set];
}

/** Sets several parts at once; an empty value leaves the address. */
export function useAddressParts(): (parts: Readonly<Record<string, string>>) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (parts) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(parts)) {
            if (value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
}
