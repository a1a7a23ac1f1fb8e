import type { DocumentPage } from '#contracts/http/documents';
import { sm3Digest } from '../forms/digest';
import { read } from '../http/client';

/** What a matter's document is known by: the text of the official document it issues, or the act itself. */
export async function digestOfAct(act: { type: string; data: unknown }): Promise<string> {
  const { document: id } = act.data as { document?: string };
  if (id === undefined) return sm3Digest(new TextEncoder().encode(JSON.stringify(act)));
  const { versions } = await read<DocumentPage>(`/api/documents/${id}`);
  return versions.at(-1)!.digest;
}
