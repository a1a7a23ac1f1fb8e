import type { StreamId } from '../stream';
import type { DocumentContent, DocumentFor } from './content';
import type { PlanList } from './plan-list';

/** An official document: drawn up, signed off as a matter's document, numbered by the issue, sealed, sent and filed. @rule R-DOC-13 */
export interface OfficialDocument {
  id: string;
  status: 'none' | 'draft' | 'numbered' | 'sealed' | 'sent' | 'archived' | 'revoked' | 'superseded';
  kind: DocumentFor;
  subject: StreamId | '';
  district: string;
  /** the lead organ */
  organ: string;
  /** the body that drew it up: the lead organ, or a department that drafts for its government */
  drawnBy: string;
  /** the text as it stands, and how often it was set anew: 1, 2, 3 … */
  content: DocumentContent | null;
  filled: Readonly<Record<string, string>>;
  /** the list that goes out with an annual plan; none with any other document */
  list: PlanList | null;
  version: number;
  issued: { number: string; on: string; version: number; matter: string | null } | null;
  /** the document that took its place */
  superseded: { by: string; document: StreamId | null; on: string } | null;
  seal: { kind: 'electronic' | 'physical'; file: string | null; on: string } | null;
}

/** How a document's standing is said, in a refusal and on a page. */
export const documentStatusLabels = {
  none: '未起草',
  draft: '草稿',
  numbered: '已编号',
  sealed: '已用印',
  sent: '已发送',
  archived: '已归档',
  revoked: '已作废',
  superseded: '已被代替',
} satisfies Record<OfficialDocument['status'], string>;

export const noDocument = (id: string): OfficialDocument => ({
  id,
  status: 'none',
  kind: 'approvalReply',
  subject: '',
  district: '',
  organ: '',
  drawnBy: '',
  content: null,
  filled: {},
  list: null,
  version: 0,
  issued: null,
  superseded: null,
  seal: null,
});

/** What a digest of a version covers: the text with its placeholders, what they stand for, and the list. */
export const textOf = ({ content, filled, list }: Pick<OfficialDocument, 'content' | 'filled' | 'list'>): object => ({
  content,
  filled,
  ...(list && { list }),
});

/** All who sign, the lead organ first. @rule R-DOC-11 */
export const issuersOf = ({ organ, content }: Pick<OfficialDocument, 'organ' | 'content'>): string[] => [
  organ,
  ...(content?.coSigners ?? []),
];
