import { useEffect, useEffectEvent, type KeyboardEvent as ReactKeyboardEvent } from 'react';

export type KeyTable = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const switchName = 'yigong.singleKeys';
/** Single keys can be switched off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => localStorage.getItem(switchName) !== 'off';
export const switchSingleKeys = (on: boolean): void => localStorage.setItem(switchName, on ? 'on' : 'off');

/** Letters go into a text, or look for a choice: a box to tick takes none. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  !(target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type)) &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || target.role === 'combobox');

/** What was pressed, by the physical key: `KeyJ`, `Ctrl+KeyK`, `Shift+Slash`. */
const nameOf = ({ ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): string =>
  `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shiftKey ? 'Shift+' : ''}${code}`;

/** Enter alone on the element itself, not on what stands inside it. */
export const isOpening = (event: ReactKeyboardEvent): boolean =>
  event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target === event.currentTarget;

/**
 * Keys of a page while it is shown. Single keys match the physical key and are ignored inside inputs and while a Chinese
 * input method composes; keys with Ctrl work everywhere.
 */
export function useKeys(table: KeyTable): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.defaultPrevented) return;
    const name = nameOf(event);
    const act = table[name];
    if (!act) return;
    if (!name.startsWith('Ctrl+') && (typing(event.target) || !singleKeysOn())) return;
    event.preventDefault();
    act(event);
  });
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
