import type { DocumentFace } from '#domain/document/face';
import { printedDate } from '#domain/civil-date';
import type { OfficialDocument } from '#domain/document/document';
import { spelledOut } from '#domain/document/placeholders';
import { keyOf, type StreamId } from '#domain/stream';
import { annexOf } from './annex';
import { urgencyLabels } from '#labels/zh/terms';

const notes = { open: '此件公开发布', onRequest: '此件依申请公开', notOpen: '此件不公开' } as const;

/** A text with what is filled in at the issue: number and date. */
export function filledAtIssue({ filled, issued }: Pick<OfficialDocument, 'filled' | 'issued'>): Record<string, string> {
  return { ...filled, ...(issued && { 文号: issued.number, 成文日期: printedDate(issued.on) }) };
}

/** By which a document is checked, and where; both null on a draft. */
export type Check = Pick<DocumentFace, 'checkCode' | 'checkAddress'>;

/** `2026年以工代赈项目清单` */
const listTitle = ({ subject }: OfficialDocument): string =>
  `${keyOf(subject as StreamId).split('/')[1]}年以工代赈项目清单`;

/** A document as it is printed. @param issuers names, the lead organ first */
export function faceOf(
  document: OfficialDocument,
  issuers: readonly string[],
  check: Check,
  replacedBy: string | null,
): DocumentFace {
  const content = document.content!;
  const filled = filledAtIssue(document);
  const say = (text: string): string => spelledOut(text, filled);
  const annex = document.list && annexOf(listTitle(document), document.list);
  return {
    number: document.issued?.number ?? null,
    issuers,
    title: say(content.title),
    recipient: content.recipient === null ? null : say(content.recipient),
    sections: [
      ...content.sections.map(({ heading, text }) => ({ heading: heading && say(heading), text: say(text) })),
      // said by the system, so that it is never forgotten: what is signed is what the field says
      ...(content.replaces ? [{ heading: null, text: `自本文印发之日起，${content.replaces}同时废止。` }] : []),
      { heading: null, text: say(content.requirement) },
    ],
    annex,
    attachments: [...(annex ? [annex.title] : []), ...content.attachments.map(({ name }) => name)],
    on: document.issued?.on ?? null,
    marks: [
      ...(content.secrecy === 'workSecret' ? ['工作秘密'] : []),
      ...(content.urgency === 'normal' ? [] : [urgencyLabels[content.urgency]]),
    ],
    note: notes[content.openness],
    copyTo: content.copyTo,
    ...check,
    sealed: document.seal !== null,
    voided: document.status === 'revoked',
    replacedBy,
  };
}
