import type { Handlers } from '../handlers';
import type { Project } from '../project';
import type { approvalCommands, ApprovalEvents } from './messages';
import { decideBuilders } from './decide-builders';
import { decideDocuments } from './decide-documents';

export const decideApproval: Handlers<Project, typeof approvalCommands, ApprovalEvents> = {
  ...decideDocuments,
  ...decideBuilders,
};
