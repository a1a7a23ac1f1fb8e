import type { DutyDraft, Limit } from '../duty';
import type { AnyFacts } from '../facts';
import { employerOf } from '../parties';
import { worksSegments, type Project } from '../project';
import { broken } from '../rules';
import { gateSetOf, needsAward, needsResolution, replyingBodies, uncovered } from './gate-sets';
import { approvalGates, approvedBy, deferredDocuments, missingDocuments, permitMissing, unallocated } from './gates';
import { adoptedInWorks } from './procedure';
import { standing, standingReply } from './state';

type Draft = (key: string, command: string, rule: string, body: string, more?: Partial<DutyDraft>) => DutyDraft;

const drafts =
  (clause: string, limit: Limit): Draft =>
  (key, command, rule, body, more = {}) => ({
    key: `approval/${key}`,
    kind: 'act',
    clause,
    rule,
    owner: { body },
    command,
    limit,
    ...more,
  });

/** The body that replies where several could: the sector department for small works, else development-reform. */
const replier = (project: Project): string | undefined => {
  const competent = replyingBodies(project);
  const { sectorDepartment = '' } = project.parties ?? {};
  return competent.includes(sectorDepartment) ? sectorDepartment : competent[0];
};

/** Reply and allocations: owed as soon as what they rest on is there, and again after they were voided; the handler draws them up. */
function papers(project: Project, duty: Draft): DutyDraft[] {
  const { parties } = project;
  if (!parties) return [];
  const by = replier(project);
  const replyOwed = by !== undefined && !standingReply(project.approval) && missingDocuments(project).length === 0;
  const fundable = approvedBy(project) !== undefined || standing(project.approval, 'emergencyDecision') !== undefined;
  return [
    ...(replyOwed && deferredDocuments(project).length === 0
      ? [duty('issueApprovalReply', 'issueApprovalReply', 'R-APPR-01', by, { owner: { body: by, post: 'handler' } })]
      : []),
    ...(fundable
      ? unallocated(project).map(({ id }) =>
          duty(`issueFundAllocation/${id}`, 'issueFundAllocation', 'R-FUND-02', parties.finance, {
            owner: { body: parties.finance, post: 'handler' },
          }),
        )
      : []),
  ];
}

/** Everything the gate set asks for before approval can be completed. */
function preparations(project: Project, duty: Draft): DutyDraft[] {
  const { parties, approval } = project;
  if (!parties) return [];
  const { owner } = parties;
  const { parentActs } = gateSetOf(project);
  return [
    ...parentActs
      .filter((kind) => uncovered(project, kind).length > 0)
      .map((kind) => duty(`citeParentAct/${kind}`, 'citeParentAct', 'R-APPR-01', owner)),
    ...(needsResolution(project) && !approval.resolution
      ? [duty('recordResolution', 'recordResolution', 'R-INV-27', parties.collective ?? owner)]
      : []),
    ...(approval.dutyMatrix ? [] : [duty('recordDutyMatrix', 'recordDutyMatrix', 'R-SUPV-01', owner)]),
    ...(needsAward(project) && !approval.award && approvedBy(project) !== undefined
      ? [duty('awardContract', 'awardContract', 'R-LAW-02', owner)]
      : []),
    ...(employerOf(parties)
      ? worksSegments(project)
          .filter(({ id }) => !approval.wageStandards.some(({ segmentId }) => segmentId === id))
          .map(({ id: segmentId }) =>
            duty(`fileWageStandard/${segmentId}`, 'fileWageStandard', 'R-WAGE-02', employerOf(parties) ?? owner, {
              segmentId,
            }),
          )
      : []),
  ];
}

/** Who owes what before approval is complete, and what an emergency decision put off until its own last day. @clause CL-42 CL-51 */
export function approvalDuties(project: Project, { parameters }: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  const { parties, phase, approval } = project;
  if (!parties || phase === 'planning') return [];
  const limit: Limit = { workingDays: parameters['step.limit.default'] ?? 5 };
  const makeUpBy = standing(approval, 'emergencyDecision')?.makeUpBy ?? null;
  const later: Limit = makeUpBy === null ? limit : { on: makeUpBy };
  const dated = drafts('CL-51', later);
  const owed =
    approval.mode === null ? [] : papers(project, gateSetOf(project).mayFollow ? dated : drafts('CL-42', limit));
  const putOff = makeUpBy === null ? [] : deferredDocuments(project);
  const duty = drafts('CL-51', limit);
  const missing = approval.mode === null ? [] : missingDocuments(project);
  const after = [
    ...missing.map((kind) => duty(`fileDocument/${kind}`, 'fileDocument', 'R-APPR-02', parties.owner)),
    ...owed,
    ...putOff.map((kind) => dated(`fileDocument/${kind}`, 'fileDocument', 'R-APPR-02', parties.owner)),
  ];
  const adopted = adoptedInWorks(project);
  if (phase !== 'approval' && !adopted) return approval.completedOn === null ? [] : after;
  if (approval.mode === null) {
    return [duty('chooseConstructionMode', 'chooseConstructionMode', 'R-TEAM-03', parties.owner)];
  }
  if (adopted) return preparations(project, duty);
  const permit = permitMissing(project, parameters)
    ? [duty('fileDocument/constructionPermit', 'fileDocument', 'R-INV-21', parties.owner)]
    : [];
  const open = [...preparations(project, duty), ...permit, ...after];
  const ready = broken(approvalGates, { project, facts: { parameters }, on: '' }).length === 0;
  // With nothing else to do the last act is owed all the same: its gates show what is unmet, e.g. a floor of labor pay.
  const last = standingReply(approval)?.organ ?? parties.developmentReform;
  return ready || open.length === 0
    ? [
        ...open,
        duty('completeApproval', 'completeApproval', 'R-APPR-02', last, { owner: { body: last, post: 'handler' } }),
      ]
    : open;
}
