import { z } from 'zod';
import { acceptanceCommands } from '../acceptance/messages';
import { approvalCommands } from '../approval/messages';
import type { DocumentFor } from '../document/content';
import { planCommands } from '../plan/messages';
import type { RuleId } from '../rulebook/register/register';
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
  act('overrideRule', steeringCommands.overrideRule),
  act('changeProject', steeringCommands.changeProject),
  act('reviewSheet', wagesCommands.reviewSheet),
  act('signAcceptance', acceptanceCommands.signAcceptance),
  act('approvePlan', planCommands.approvePlan),
  act('issuePlanDocument', planCommands.issuePlanDocument),
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
  changeProject: 'projectChange',
  overrideRule: 'ruleOverride',
  reviewSheet: 'paySheet',
  signAcceptance: 'acceptance',
  approvePlan: 'annualPlan',
  issuePlanDocument: 'annualPlan',
  addEntry: 'planChange',
  changeEntry: 'planChange',
  pauseEntry: 'planChange',
  resumeEntry: 'planChange',
  removeEntry: 'planChange',
} as const satisfies Record<MatterAct['type'], MatterKind>;

/** The rule an act breaks that does not come of its matter. */
export const brokenWithoutMatter: Readonly<Record<MatterAct['type'], RuleId | 'P-SIGNOFF'>> = {
  issueApprovalReply: 'P-SIGNOFF',
  issueFundAllocation: 'P-SIGNOFF',
  suspendProject: 'P-SIGNOFF',
  resumeProject: 'P-SIGNOFF',
  sendBack: 'P-SIGNOFF',
  cancelProject: 'P-SIGNOFF',
  completeApproval: 'P-SIGNOFF',
  changeProject: 'R-INV-15',
  overrideRule: 'P-SIGNOFF',
  reviewSheet: 'P-SIGNOFF',
  signAcceptance: 'P-SIGNOFF',
  approvePlan: 'R-PLAN-04',
  issuePlanDocument: 'R-PLAN-04',
  addEntry: 'R-PLAN-05',
  changeEntry: 'R-PLAN-05',
  pauseEntry: 'R-PLAN-05',
  resumeEntry: 'R-PLAN-05',
  removeEntry: 'R-PLAN-05',
};

/** The acts by which a document of each kind goes out. */
export const issuingActs = {
  approvalReply: ['issueApprovalReply'],
  fundAllocation: ['issueFundAllocation'],
  annualPlan: ['approvePlan', 'issuePlanDocument'],
  planChange: ['addEntry', 'changeEntry', 'pauseEntry', 'resumeEntry', 'removeEntry'],
} as const satisfies Record<DocumentFor, readonly MatterAct['type'][]>;

/** Signed by every party for itself: an organ's signature is countersigned, an owner's, a builder's or an engineer's is its own word. */
export const ofEachParty: readonly MatterAct['type'][] = ['signAcceptance'];
