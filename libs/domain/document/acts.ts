import type { OfficialDocument } from './document';
import type { documentCommands } from './messages';

export type DocumentAct = keyof typeof documentCommands;

/** What an organ's office does next with a document that went out. */
export const nextAct = { numbered: 'sealDocument', sealed: 'sendDocument', sent: 'archiveDocument' } as const;

type Standing = Pick<OfficialDocument, 'status' | 'organ' | 'drawnBy'>;

/** The lead organ's own, or the department's that drew it up for its government. */
export const mayRevise = ({ organ, drawnBy }: Pick<Standing, 'organ' | 'drawnBy'>, body: string): boolean =>
  body === organ || body === drawnBy;

/** What a body may do with a document as it stands; none of its way is skipped, and its organ goes it. @rule R-DOC-13 */
export function actsOf(document: Standing, body: string): readonly DocumentAct[] {
  const { status, organ } = document;
  if (status === 'draft') return mayRevise(document, body) ? ['reviseDocument'] : [];
  const next = (nextAct as Partial<Record<OfficialDocument['status'], DocumentAct>>)[status];
  return next && body === organ ? [next] : [];
}
