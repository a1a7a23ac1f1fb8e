import { z } from 'zod';
import { approvalCommands } from '../approval/messages';
import { steeringCommands } from '../steering/messages';
import type { MatterKind } from './default-routes';

/** Decisions of a project's life that an office countersigns. */
const countersigned = {
  issueApprovalReply: approvalCommands.issueApprovalReply,
  issueFundAllocation: approvalCommands.issueFundAllocation,
  suspendProject: steeringCommands.suspendProject,
  resumeProject: steeringCommands.resumeProject,
  sendBack: steeringCommands.sendBack,
  cancelProject: steeringCommands.cancelProject,
};
type Countersigned = typeof countersigned;

/** An act on the subject with the revision it rests on: it is done in the moment its matter is agreed, or not at all. */
const act = <T extends keyof Countersigned>(type: T) =>
  z.strictObject({ type: z.literal(type), data: countersigned[type].schema, readRevision: z.int().positive() });

export const matterAct = z.discriminatedUnion('type', [
  act('issueApprovalReply'),
  act('issueFundAllocation'),
  act('suspendProject'),
  act('resumeProject'),
  act('sendBack'),
  act('cancelProject'),
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
} as const satisfies Record<MatterAct['type'], MatterKind>;
