import { newId } from '../http/ids';

/** A form as it was left: its data, its idempotency key and what had been read, so that nothing typed is lost and nothing is sent twice. */
export interface Draft {
  key: string;
  data: unknown;
  /** last substantive revision the writer had read */
  readRevision: number | null;
  /** where a stored command's answer will be found */
  location: string | null;
  /** where the answer of what was sent can be asked for, whether or not it arrived */
  asked: string | null;
  savedAt: string | null;
}

const nameOf = (login: string, form: string): string => `yigong.draft.${login}.${form}`;

export function openDraft(login: string, form: string, data: unknown, readRevision: number | null): Draft {
  const saved = sessionStorage.getItem(nameOf(login, form));
  if (saved !== null) return JSON.parse(saved) as Draft;
  return { key: newId(), data, readRevision, location: null, asked: null, savedAt: null };
}
export const saveDraft = (login: string, form: string, draft: Draft): void =>
  sessionStorage.setItem(nameOf(login, form), JSON.stringify(draft));
export const dropDraft = (login: string, form: string): void => sessionStorage.removeItem(nameOf(login, form));

/** Forms that one began and has not sent, by the name each is kept under. */
export function draftsOf(login: string): readonly { form: string; savedAt: string }[] {
  const mine = nameOf(login, '');
  return Object.keys(sessionStorage).flatMap((name) => {
    const { savedAt } = name.startsWith(mine)
      ? (JSON.parse(sessionStorage.getItem(name)!) as Draft)
      : { savedAt: null };
    return savedAt === null ? [] : [{ form: name.slice(mine.length), savedAt }];
  });
}

/** Another person at this machine sees nothing of what was typed before. */
export function dropDraftsOfOthers(login: string): void {
  const mine = nameOf(login, '');
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith('yigong.draft.') && !name.startsWith(mine)) sessionStorage.removeItem(name);
  }
}
