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
  /** the address it was opened by, with what it names */
  openedBy?: string;
}

/** How a form was opened: by which address, and the fields that it names. */
export interface Opening {
  by: string;
  names: Readonly<Record<string, unknown>>;
}

const nameOf = (login: string, form: string): string => `yigong.draft.${login}.${form}`;

export function openDraft(
  login: string,
  form: string,
  data: unknown,
  readRevision: number | null,
  { by, names }: Opening = { by: '', names: {} },
): Draft {
  const saved = sessionStorage.getItem(nameOf(login, form));
  if (saved === null) {
    return { key: newId(), data, readRevision, location: null, asked: null, savedAt: null, openedBy: by };
  }
  const draft = JSON.parse(saved) as Draft;
  const onItsWay = draft.asked !== null || draft.location !== null;
  // What another address names wins over what was typed there before; the same one leaves the changes since as they are.
  if (by === '' || by === draft.openedBy || onItsWay) return draft;
  return { ...draft, data: { ...(draft.data as object), ...names }, openedBy: by };
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
