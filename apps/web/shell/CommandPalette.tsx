import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useProjects } from '../http/queries';
import { Dialog } from './Dialog';
import { placesOf, type Place } from './navigation';
import { useMe } from './session';

/** Goes anywhere by a few characters: pages and projects. */
export function CommandPalette({ close }: { close: () => void }) {
  const me = useMe();
  const go = useNavigate();
  const [word, setWord] = useState('');
  const [chosen, setChosen] = useState(0);
  const projects = useProjects({ q: word.trim() });
  const pages = placesOf(me).filter(({ label }) => label.includes(word.trim()));
  const found: readonly Place[] = [
    ...pages,
    ...(word.trim() === ''
      ? []
      : (projects.data?.items ?? [])
          .slice(0, 8)
          .map(({ id, name }) => ({ to: `/projects/${id}/overview`, label: name }))),
  ];
  const index = Math.min(chosen, found.length - 1);
  const open = (place: Place | undefined) => {
    if (!place) return;
    close();
    void go(place.to);
  };
  return (
    <Dialog label="命令" close={close}>
      <input
        className="native"
        role="combobox"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={`palette-${index}`}
        aria-label="去哪里"
        placeholder="页面或项目名"
        autoFocus
        value={word}
        onChange={(event) => {
          setWord(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setChosen(Math.min(index + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setChosen(Math.max(index - 1, 0));
          else if (event.key === 'Enter') open(found[index]);
          else return;
          event.preventDefault();
        }}
      />
      <ul id="palette" role="listbox" aria-label="去处" className="palette">
        {found.map((place, at) => (
          <li
            key={place.to}
            id={`palette-${at}`}
            role="option"
            aria-selected={at === index}
            onClick={() => open(place)}
          >
            {place.label}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
