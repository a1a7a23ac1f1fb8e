import type { Actor } from '../actor';
import type { Command } from '../command';
import type { PaperFact } from '../facts';
import { breach, broken, type Breach } from '../rules';
import { documentStream, type StreamId } from '../stream';
import { issuersOf, type OfficialDocument } from './document';
import type { DocumentFor } from './content';
import { spelledOut } from './placeholders';
import { clauseKept } from './requirement';

/** What an issue keeps of its document. */
export interface IssuedText {
  stream: StreamId;
  version: number;
  digest: string;
  /** the sign-off it was issued by; null where a post issued it by its own authority */
  matter: StreamId | null;
}

export const issuedText = (paper: PaperFact, { basis }: Pick<Command, 'basis'>): IssuedText => ({
  stream: documentStream(paper.document.id),
  version: paper.document.version,
  digest: paper.digest,
  matter: basis && 'signoff' in basis ? (basis.signoff as StreamId) : null,
});

/** An earlier document whose place another took. */
export interface Replaced {
  number: string;
  /** null where the record names the paper alone */
  document: StreamId | null;
}

/** What stands in the way of another document of its kind, and is not said to be replaced by it. */
type Standing = Pick<{ number: string; document?: IssuedText }, 'number' | 'document'>;

/**
 * One document of a kind stands at a time: another takes its place by naming it, or comes after it is void.
 * @param standing those that a new one could take the place of; more than one may stand where each is of its own money
 * @param single whether a second one beside them is refused
 */
export function replacing(
  paper: PaperFact | null,
  standing: readonly Standing[],
  single: boolean,
): { breaches: readonly Breach[]; replaces: { replaces?: Replaced } } {
  const named = paper?.document.content?.replaces ?? null;
  const replaced = standing.find(({ number }) => number === named);
  if (replaced)
    return {
      breaches: [],
      replaces: { replaces: { number: replaced.number, document: replaced.document?.stream ?? null } },
    };
  if (named !== null)
    return {
      breaches: [
        breach('R-DOC-10', {
          need: '现行有效的同类文件',
          found: `${named} 不是`,
          mend: '修改公文的“代替文件”：选择现行有效的文号，或不填',
          field: 'document',
        }),
      ],
      replaces: {},
    };
  const other = single ? standing[0] : undefined;
  return {
    breaches: other
      ? [
          breach('P-ONCE', {
            need: '没有现行有效的同类文件',
            found: `${other.number} 有效`,
            mend: '需重新印发的，在公文中写明代替该文件，或先作废原件',
            field: 'document',
          }),
        ]
      : [],
    replaces: {},
  };
}

/** Title and requirement of the act are those of its document. */
export const issuedWords = ({ document: { content, filled } }: PaperFact): { title: string; requirement: string } => ({
  title: spelledOut(content?.title ?? '', filled),
  requirement: spelledOut(content?.requirement ?? '', filled),
});

/** Whether the document may go out now: the text that was signed off, by its lead organ, with every co-signer's approval on file. */
export function issueBreaches(kind: DocumentFor, paper: PaperFact | null, actor: Pick<Actor, 'body'>): Breach[] {
  if (paper === null) return [];
  const { document, digest, signed } = paper;
  if (document.status !== 'draft' || document.kind !== kind || document.content === null) {
    return [
      breach('R-DOC-13', {
        need: '一份尚未印发的本类公文草稿',
        found: document.status === 'none' ? '没有这份公文' : '该公文已印发，或属另一类',
        mend: '重新选择公文',
        field: 'document',
      }),
    ];
  }
  return [
    ...broken([clauseKept(kind)], document.content),
    ...notLead(document, actor),
    ...unsigned(document, signed?.agreed ?? []),
    ...(signed?.digest && signed.digest !== digest ? [textMoved()] : []),
  ];
}

const notLead = ({ organ }: OfficialDocument, { body }: Pick<Actor, 'body'>): Breach[] =>
  body === organ
    ? []
    : [breach('P-WHO', { need: `主办机关 ${organ} 签发`, found: body, mend: '由主办机关负责人签发' })];

/** Each co-signer's approval is on file before the issue. @rule R-DOC-11 */
function unsigned(document: OfficialDocument, agreed: readonly string[]): Breach[] {
  const missing = issuersOf(document)
    .slice(1)
    .filter((body) => !agreed.includes(body));
  if (missing.length === 0) return [];
  return [
    breach('R-DOC-11', {
      need: '各联合发文机关均已会签同意',
      found: `尚未会签：${missing.join('、')}`,
      mend: '将所缺机关加入会签，待其同意后再签发',
      field: 'document',
    }),
  ];
}

const textMoved = (): Breach =>
  breach('P-STALE', {
    need: '签发的文稿就是送签的文稿',
    found: '送签后文稿又有改动',
    mend: '退回起草，以新文稿重新送签',
    field: 'document',
  });
