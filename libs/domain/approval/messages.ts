import { z } from 'zod';
import { command } from '../command';
import type { Replaced } from '../document/issue';
import {
  bodyRef,
  civilDate,
  digest,
  documentRef,
  fen,
  freeText,
  fundLineId,
  passage,
  segmentId,
  shortText,
} from '../shapes';
import type { GateSetId } from './gate-sets';
import {
  awardGrounds,
  awardMethods,
  constructionModes,
  documentKinds,
  grounds,
  meetingKinds,
  payUnits,
  planChapterItems,
} from './state';
import type { Allocation, Award, DutyMatrix, FiledDocument, IssuedDocument, ParentAct, WageStandard } from './state';

const number = shortText(60).meta({ widget: 'documentNumber' });
/** The text that a document must carry; may come empty, so that the refusal can name the clause. */
const requirement = z.string().trim().max(4000).meta({ widget: 'requirement' });
/** A number from paper, when a record is entered afterwards; else the series gives it. */
/** The document that goes out: its title and requirement are those of the act. */
const document = documentRef.optional();
const givenNumber = number.nullable().default(null);

const responsible = z.strictObject({
  body: bodyRef,
  /** reference of the person who answers, as registered in the body's posts */
  person: shortText(64).meta({ widget: 'official' }),
  acceptedOn: civilDate.nullable().default(null),
});

const dutyText = passage(2000).or(z.literal('')).default('');

/** The course of a tender in civil dates. @rule R-INV-25 */
const tender = z.strictObject({
  documentsFrom: civilDate,
  bidsDueOn: civilDate,
  reportOn: civilDate,
  postedFrom: civilDate,
  postedThrough: civilDate,
});

const repliers = ['developmentReform', 'sectorDepartment', 'township'] as const;

export const approvalCommands = {
  chooseConstructionMode: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-32',
    who: ['owner', 'developmentReform', 'sectorDepartment', 'township', 'collective'],
    reads: [],
    schema: z.strictObject({
      mode: z.enum(constructionModes),
      ground: z.enum(grounds).nullable().default(null),
      projectCode: z
        .string()
        .regex(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/, '请按在线平台项目代码填写，如“2026-110119-48-01-000123”')
        .nullable()
        .default(null),
    }),
  }),
  fileDocument: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-51',
    who: ['owner', 'developmentReform', 'sectorDepartment', 'township', 'collective', 'districtGovernment'],
    reads: ['series'],
    schema: z.strictObject({
      kind: z.enum(documentKinds),
      organ: shortText(),
      number,
      on: civilDate,
      digest,
      requirement,
      /** what its work-relief chapter covers @rule R-NAT-15 */
      chapter: z.array(z.enum(planChapterItems)).max(5).default([]),
      totalFen: fen.nullable().default(null),
      makeUpBy: civilDate.nullable().default(null),
    }),
  }),
  citeParentAct: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-12',
    who: ['owner', 'developmentReform', 'sectorDepartment', 'contractor'],
    reads: ['bodies'],
    schema: z.strictObject({
      kind: z.enum(['approval', 'award', 'permit', 'acceptance']),
      segmentId: segmentId.nullable().default(null),
      organ: shortText(),
      number,
      on: civilDate,
      digest,
      /** whom the parent project's award names */
      contractor: bodyRef.nullable().default(null),
    }),
  }),
  recordResolution: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-32',
    who: ['collective', 'township'],
    reads: [],
    schema: z.strictObject({
      meeting: z.enum(meetingKinds),
      number: shortText(60),
      /** notice of an assembly, or posting of the agenda */
      announcedOn: civilDate,
      heldOn: civilDate,
      /** adult villagers, households, or members of the representatives' meeting */
      entitled: z.int().min(1).max(100_000),
      present: z.int().nonnegative().max(100_000),
      agreed: z.int().nonnegative().max(100_000),
      decided: z.array(z.enum(['works', 'laborAndMoney', 'contract'])).max(3),
    }),
  }),
  recordDutyMatrix: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-51',
    who: ['owner', 'districtGovernment', 'developmentReform', 'sectorDepartment'],
    reads: [],
    schema: z.strictObject({
      /** 业主 · 施工单位或自建集体 · 监理或监督 · 乡镇 · 区 @rule R-SUPV-01 */
      duties: z.strictObject({
        owner: dutyText,
        builder: dutyText,
        supervisor: dutyText,
        township: dutyText,
        district: dutyText,
      }),
      projectUnit: responsible,
      supervisingUnit: responsible,
    }),
  }),
  awardContract: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-24',
    who: ['owner'],
    reads: ['bodies'],
    schema: z.strictObject({
      contractor: bodyRef,
      method: z.enum(awardMethods),
      ground: z.enum(awardGrounds).nullable().default(null),
      /** who approved an award without tender, and why */
      approver: bodyRef.nullable().default(null),
      justification: passage(1000).nullable().default(null),
      tender: tender.nullable().default(null),
      contractFen: fen,
      contractNumber: shortText(60),
      on: civilDate,
      /** the contract's clause on local workers, training and full pay in time @rule R-NAT-13 */
      laborClause: z.string().trim().max(4000).meta({ widget: 'passage' }),
      /** the contract's cycle for transferring labor cost, in months @rule R-PAY-12 */
      laborCostMonths: z.int().min(1).max(24),
      /** number of the owner's payment guarantee @rule R-PAY-24 */
      paymentGuarantee: shortText(60).nullable().default(null),
    }),
  }),
  fileWageStandard: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-34',
    who: ['contractor', 'collective', 'owner'],
    reads: [],
    schema: z.strictObject({
      segmentId,
      postClass: shortText(40),
      unit: z.enum(payUnits),
      rateFen: fen.min(1),
      from: civilDate,
      basis: passage(1000),
    }),
  }),
  issueApprovalReply: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-42',
    who: repliers,
    reads: ['series', 'paper'],
    schema: z.strictObject({ title: shortText(), requirement, number: givenNumber, document }),
    restsOnRevision: true,
  }),
  issueFundAllocation: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-42',
    who: ['finance'],
    reads: ['series', 'paper'],
    schema: z.strictObject({
      fundLineId,
      amountFen: fen.min(1),
      title: shortText(),
      requirement,
      /** why more money goes to this project @rule R-FUND-01 */
      tilt: passage(1000).nullable().default(null),
      number: givenNumber,
      document,
    }),
    restsOnRevision: true,
  }),
  voidDocument: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-24',
    who: [...repliers, 'finance', 'owner', 'collective', 'districtGovernment'],
    reads: [],
    schema: z.strictObject({ number, reason: freeText() }),
    restsOnRevision: true,
  }),
  completeApproval: command({
    stream: 'project',
    stage: 'approval',
    via: 'workflow',
    clause: 'CL-51',
    who: repliers,
    reads: [],
    schema: z.strictObject({}),
    restsOnRevision: true,
    leaves: true,
  }),
};

type Data<T extends keyof typeof approvalCommands> = z.output<(typeof approvalCommands)[T]['schema']>;

export interface ApprovalEvents {
  ConstructionModeChosen: Data<'chooseConstructionMode'> & { gateSet: GateSetId };
  DocumentFiled: Omit<FiledDocument, 'voided'> & Pick<Data<'fileDocument'>, 'chapter'>;
  ParentActCited: ParentAct & { contractor: string | null };
  VillageResolved: Data<'recordResolution'>;
  DutyMatrixRecorded: DutyMatrix & { duties: Data<'recordDutyMatrix'>['duties'] };
  ContractAwarded: Award & Omit<Data<'awardContract'>, keyof Award>;
  WageStandardFiled: WageStandard & { setBy: string };
  ApprovalReplyIssued: Omit<IssuedDocument, 'voided'> & { projectCode: string | null; replaces?: Replaced };
  FundAllocationIssued: Omit<Allocation, 'voided' | 'replacedBy'> & { tilt: string | null; replaces?: Replaced };
  DocumentVoided: { number: string; of: 'document' | 'reply' | 'allocation'; reason: string };
  ApprovalCompleted: { gateSet: GateSetId; on: string };
}
export type ApprovalData<T extends keyof typeof approvalCommands> = Data<T>;
