import { useEffect, useState } from 'react';
import type { DocumentFace } from '#domain/document/face';
import type { MatterPage } from '#contracts/http/matters';
import type { DocumentVersion } from '#domain/signoff/versions';
import { rememberSeen } from '../http/desk';
import { useDocument } from '../http/queries';
import { useAddress } from '../parts/address';

/** What is being read of a matter: a version, the one it is held against, and what stands in the official document then. */
export interface Reading {
  now: DocumentVersion;
  base: DocumentVersion | undefined;
  /** the version I saw last before the one that lies there now; none where I see the first */
  seen: number | null;
  setBase: (version: string) => void;
  setNow: (version: string) => void;
  /** the official document as it stood with each version; null where the act has none */
  faceAt: (version: DocumentVersion | undefined) => DocumentFace | null;
  attachments: readonly { name: string; digest: string }[];
}

/** The version read and its base stand in the address; that I looked is kept on my desk. */
export function useReading(page: MatterPage): Reading {
  const { documents, stream, revision, state } = page;
  const latest = documents.at(-1)!;
  const [rev, setNow] = useAddress('rev', String(latest.version));
  const now = documents.find(({ version }) => String(version) === rev) ?? latest;
  // as it was when the page was opened: looking now must not move the base under the reader
  const [first] = useState(page.seen);
  const seen = first?.documents.findLast((version) => version < now.version) ?? null;
  const [base, setBase] = useAddress('base', String(seen ?? now.version - 1));
  useEffect(() => {
    void rememberSeen(stream, revision, state.document.version).catch(() => undefined);
  }, [stream, revision, state.document.version]);
  const { document: id } = now.act.data as { document?: string };
  const paper = useDocument(id ?? null).data;
  const textAt = (version: DocumentVersion | undefined) =>
    version && paper?.versions.findLast(({ at }) => at <= (version === latest ? '9' : version.at));
  return {
    now,
    base: documents.find(({ version }) => String(version) === base),
    seen,
    setBase,
    setNow,
    faceAt: (version) => textAt(version)?.face ?? null,
    attachments: textAt(now)?.content.attachments ?? [],
  };
}
