import type { Evolvers } from '../event';
import type { Project } from '../project';
import type { ApprovalEvents } from './messages';
import type { Approval } from './state';

const change = (project: Project, part: Partial<Approval>): Project => ({
  ...project,
  approval: { ...project.approval, ...part },
});

const marked = <D extends { number: string; voided: boolean }>(documents: readonly D[], number: string): readonly D[] =>
  documents.map((document) => (document.number === number ? { ...document, voided: true } : document));

/** Whoever a contract or the parent's award names builds, and employs. */
const withContractor = (project: Project, contractor: string): Project => ({
  ...project,
  parties: project.parties && { ...project.parties, contractor },
});

export const evolveApproval: Evolvers<Project, ApprovalEvents> = {
  ConstructionModeChosen: (project, { data: { mode, ground, projectCode } }) =>
    change(project, { mode, ground, projectCode }),
  DocumentFiled: (project, { data: { chapter: _chapter, ...document } }) =>
    change(project, { documents: [...project.approval.documents, { ...document, voided: false }] }),
  ParentActCited: (project, { data: { contractor, ...act } }) => {
    const cited = change(project, { parentActs: [...project.approval.parentActs, act] });
    return contractor === null ? cited : withContractor(cited, contractor);
  },
  VillageResolved: (project, { data: { number, heldOn, meeting } }) =>
    change(project, { resolution: { number, on: heldOn, meeting } }),
  DutyMatrixRecorded: (project, { data: { on, projectUnit, supervisingUnit } }) =>
    change(project, { dutyMatrix: { on, projectUnit, supervisingUnit } }),
  ContractAwarded: (project, { data }) => {
    const { contractor, method, ground, bidderRegistration, contractFen, contractNumber, on } = data;
    const award = { contractor, method, ground, bidderRegistration, contractFen, contractNumber, on };
    return withContractor(change(project, { award }), contractor);
  },
  WageStandardFiled: (project, { data: { setBy: _setBy, ...standard } }) =>
    change(project, { wageStandards: [...project.approval.wageStandards, standard] }),
  ApprovalReplyIssued: (project, { data: { projectCode: _projectCode, replaces: _replaces, ...reply } }) =>
    change(project, { reply: { ...reply, voided: false } }),
  FundAllocationIssued: (project, { data: { tilt: _tilt, replaces, ...allocation } }) =>
    change(project, {
      allocations: [
        ...project.approval.allocations.map((one) =>
          one.number === replaces?.number ? { ...one, replacedBy: allocation.number } : one,
        ),
        { ...allocation, voided: false },
      ],
    }),
  DocumentVoided: (project, { data: { number } }) => {
    const { documents, allocations, reply, voidedNumbers } = project.approval;
    return change(project, {
      documents: marked(documents, number),
      allocations: marked(allocations, number),
      reply: reply?.number === number ? { ...reply, voided: true } : reply,
      voidedNumbers: [...voidedNumbers, number],
    });
  },
  ApprovalCompleted: (project, { data: { on } }) => ({
    ...change(project, { completedOn: on }),
    phase: 'segments',
    segments: project.segments.map((segment) =>
      segment.stage === 'waiting' ? { ...segment, stage: 'mobilization' } : segment,
    ),
  }),
};
