import { z } from 'zod';
import { acceptanceCommands } from '../acceptance/messages';
import { approvalCommands } from '../approval/messages';
import { planningCommands } from '../planning/messages';
import { planCommands } from '../plan/messages';
import { steeringCommands } from '../steering/messages';
import { wagesCommands } from '../wages/messages';
import type { MatterKind } from './matter-kinds';

/** An act on the subject with the revision it rests on: it is done in the moment its matter is agreed, or not at all. */
const act = <const T extends string, S extends z.ZodType<object>>(type: T, { schema }: { schema: S }) =>
  z.strictObject({ type: z.literal(type), data: schema, readRevision: z.int().positive() });

/** Decisions that an office countersigns. Another one is a line here, its route's kind below, and its label. */
export const matterAct = z.discriminatedUnion('type', [
  act('issueApprovalReply', approvalCommands.issueApprovalReply),
  act('issueFundAllocation', approvalCommands.issueFundAllocation),
  act('suspendProject', steeringCommands.suspendProject),
  act('resumeProject', steeringCommands.resumeProject),
  act('sendBack', steeringCommands.sendBack),
  act('cancelProject', steeringCommands.cancelProject),
  act('completeApproval', approvalCommands.completeApproval),
  act('reviseProposal', planningCommands.reviseProposal),
  act('reviewSheet', wagesCommands.reviewSheet),
  act('signAcceptance', acceptanceCommands.signAcceptance),
  act('approvePlan', planCommands.approvePlan),
  act('addEntry', planCommands.addEntry),
  act('changeEntry', planCommands.changeEntry),
  act('pauseEntry', planCommands.pauseEntry),
  act('resumeEntry', planCommands.resumeEntry),
  act('removeEntry', planCommands.removeEntry),
]);
export type MatterAct = z.output<typeof matterAct>;

/** Which route an act takes. */
export const matterKindOf = {
  issueApprovalReply: 'approvalReply',
  issueFundAllocation: 'fundAllocation',
  suspendProject: 'steering',
  resumeProject: 'steering',
  sendBack: 'steering',
  cancelProject: 'steering',
  completeApproval: 'earlyDocuments',
  reviseProposal: 'projectChange',
  reviewSheet: 'paySheet',
  signAcceptance: 'acceptance',
  approvePlan: 'annualPlan',
  addEntry: 'planChange',
  changeEntry: 'planChange',
  pauseEntry: 'planChange',
  resumeEntry: 'planChange',
  removeEntry: 'planChange',
} as const satisfies Record<MatterAct['type'], MatterKind>;

/** Acts that come of their matter alone. The others a post may also do by itself, where its office wants no countersignature. */
export const comesOfMatterAlone: Readonly<Record<MatterAct['type'], boolean>> = {
  issueApprovalReply: true,
  issueFundAllocation: true,
  suspendProject: true,
  resumeProject: true,
  sendBack: true,
  cancelProject: true,
  completeApproval: false,
  reviseProposal: false,
  reviewSheet: false,
  signAcceptance: false,
  approvePlan: true,
  addEntry: true,
  changeEntry: true,
  pauseEntry: true,
  resumeEntry: true,
  removeEntry: true,
};
