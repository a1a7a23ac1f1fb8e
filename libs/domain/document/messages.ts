import { z } from 'zod';
import { command } from '../command';
import { civilDate, digest, freeText, shortText } from '../shapes';
import { isStreamId, type StreamId } from '../stream';
import type { PlanList } from './plan-list';
import { contentShape, documentsFor, type DocumentContent, type DocumentFor } from './content';

const shared = { stream: 'document', stage: 'cross', via: 'direct', clause: 'CL-42' } as const;
/** Organs that issue documents. */
const organs = [
  'districtGovernment',
  'developmentReform',
  'finance',
  'agriculture',
  'sectorDepartment',
  'township',
] as const;

export const documentCommands = {
  draftDocument: command({
    ...shared,
    who: organs,
    reads: ['drafting', 'files'],
    creates: true,
    schema: z.strictObject({
      kind: z.enum(documentsFor),
      /** what it is about: a project, or a district's plan of a year */
      subject: z.string().refine(isStreamId, '请选择项目').meta({ widget: 'subject' }),
      ...contentShape,
    }),
  }),
  reviseDocument: command({
    ...shared,
    who: organs,
    reads: ['drafting', 'files'],
    restsOnRevision: true,
    schema: z.strictObject(contentShape),
  }),
  /** follows from the issue in the subject's stream */
  numberDocument: command({
    ...shared,
    who: ['system'],
    reads: [],
    schema: z.strictObject({
      number: shortText(60),
      on: civilDate,
      version: z.int().positive(),
      matter: z.string().max(200).nullable(),
    }),
  }),
  sealDocument: command({
    ...shared,
    who: organs,
    reads: ['files'],
    schema: z.strictObject({
      seal: z.enum(['electronic', 'physical']),
      /** digest of the sealed fixed-layout file, and whether the signature on it was checked and holds @rule R-DOC-15 */
      file: digest.nullable().default(null),
      signatureHolds: z.boolean(),
    }),
  }),
  sendDocument: command({
    ...shared,
    who: organs,
    reads: [],
    schema: z.strictObject({
      recipients: z.array(shortText()).min(1).max(50),
      channel: z.enum(['exchange', 'paper', 'inPerson']),
    }),
  }),
  archiveDocument: command({
    ...shared,
    who: organs,
    reads: [],
    schema: z.strictObject({ fileNumber: shortText(60) }),
  }),
  /** follows from the issue of the document that takes its place; the number stays taken */
  supersedeDocument: command({
    ...shared,
    who: ['system'],
    reads: [],
    schema: z.strictObject({ by: shortText(60), document: z.string().refine(isStreamId).nullable(), on: civilDate }),
  }),
  /** follows from the voiding in the subject's stream; the number stays taken */
  revokeDocument: command({
    ...shared,
    who: ['system'],
    reads: [],
    schema: z.strictObject({ number: shortText(60), reason: freeText(200) }),
  }),
};

type Data<T extends keyof typeof documentCommands> = z.output<(typeof documentCommands)[T]['schema']>;

export interface DocumentEvents {
  DocumentDrafted: {
    kind: DocumentFor;
    subject: StreamId;
    district: string;
    /** the lead organ, that drew it up and will issue it */
    organ: string;
    content: DocumentContent;
    /** what placeholders in the text stand for, as the log had it */
    filled: Readonly<Record<string, string>>;
    /** the project list that goes out with an annual plan, as the log had it */
    list?: PlanList;
  };
  DocumentRevised: Pick<DocumentEvents['DocumentDrafted'], 'content' | 'filled' | 'list'>;
  DocumentNumbered: Data<'numberDocument'>;
  DocumentSealed: Data<'sealDocument'> & { on: string };
  DocumentSent: Data<'sendDocument'> & { on: string };
  DocumentArchived: Data<'archiveDocument'> & { on: string };
  DocumentSuperseded: { by: string; document: StreamId | null; on: string };
  DocumentRevoked: Data<'revokeDocument'>;
}
