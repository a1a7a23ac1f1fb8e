import { useState } from 'react';
import { newId } from '../http/ids';
import { now } from '../parts/format';
import { dropDraft, openDraft, saveDraft, type Draft, type Opening } from './draft';

type Change = Partial<Draft> | ((before: Draft) => Partial<Draft>);

/** The draft of one form: every change is saved at once, its key lives until an answer is final. */
export function useDraft(
  login: string,
  form: string,
  readRevision: number | null,
  initial: () => unknown,
  opening?: Opening,
) {
  const [draft, setDraft] = useState<Draft>(() => openDraft(login, form, initial(), readRevision, opening));
  const change = (part: Change) =>
    setDraft((before) => {
      const next = { ...before, ...(typeof part === 'function' ? part(before) : part), savedAt: now() };
      saveDraft(login, form, next);
      return next;
    });
  return {
    draft,
    change,
    renew: () => change({ key: newId(), location: null, asked: null }),
    drop: () => dropDraft(login, form),
  };
}
