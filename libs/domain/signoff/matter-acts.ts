import { z } from 'zod';
import { approvalCommands } from '../approval/messages';
import { steeringCommands } from '../steering/messages';
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
