import { issueBreaches, issuedText, issuedWords, replacing } from '../document/issue';
import type { Handlers } from '../handlers';
import { formatYuan } from '../money';
import { isGovernment } from '../planning/state';
import { segmentOf, type Project } from '../project';
import { breach, broken, judge, type Breach } from '../rules';
import { approvalGates, approvedBy, missingDocuments } from './gates';
import { gateSetOf, replyingBodies } from './gate-sets';
import type { approvalCommands, ApprovalEvents } from './messages';
import { allot, numberBreaches, numberClaim, numberedFreely } from './numbers';
import { inApproval, listed, modeChosen, notCompetent, notFound, notLater, once } from './procedure';
import { documentRules, requirementStated } from './rules';
import { allocatedFen, isStanding, standing, standingReply } from './state';

type DocumentCommands = Pick<
  typeof approvalCommands,
  'fileDocument' | 'citeParentAct' | 'issueApprovalReply' | 'issueFundAllocation' | 'voidDocument' | 'completeApproval'
>;

/** A reply needs its documents first, but in an emergency, where they follow. */
const documentsFirst = (project: Project): Breach[] =>
  missingDocuments(project).length === 0
    ? []
    : [
        breach('P-ORDER', {
          need: '前期要件齐备',
          found: `尚缺 ${missingDocuments(project).length} 件`,
          mend: '先归档所缺要件',
        }),
      ];

/** Money follows an approval: reply, parent reference, adopting document, or the emergency decision. */
const approvalFirst = (project: Project): Breach[] =>
  approvedBy(project) !== undefined || standing(project.approval, 'emergencyDecision') !== undefined
    ? []
    : [
        breach('P-ORDER', {
          need: '立项批复有效，或已引用主体项目批复',
          found: '没有',
          mend: '先印发批复或引用主体项目批复',
        }),
      ];

/** The document with this number, who may void it, and what it is. */
function voidable({ approval }: Project, number: string) {
  const { reply, allocations, documents } = approval;
  const found =
    (reply?.number === number && { of: 'reply' as const, by: reply.organ, voided: reply.voided }) ||
    allocations
      .filter((allocation) => allocation.number === number)
      .map((one) => ({ of: 'allocation' as const, by: one.organ, voided: !isStanding(one) }))[0] ||
    documents
      .filter((document) => document.number === number)
      .map(({ filedBy, voided }) => ({ of: 'document' as const, by: filedBy, voided }))[0];
  return found || undefined;
}

/** Papers: what is filed, cited, issued and voided. Each number is claimed for good. @clause CL-42 CL-51 @rule R-DOC-10 */
export const decideDocuments: Handlers<Project, DocumentCommands, ApprovalEvents> = {
  fileDocument: (project, command, facts) => {
    const { data, actor } = command;
    const { chapter, ...document } = data;
    const makeUp =
      data.kind === 'emergencyDecision' && (data.makeUpBy === null || data.makeUpBy < data.on)
        ? [
            breach('P-TIME', {
              need: '应急决定写明手续补办期限',
              found: data.makeUpBy ?? '未写明',
              mend: '填写补办的最后一日',
              field: 'makeUpBy',
            }),
          ]
        : [];
    const breaches = [
      ...listed(project),
      ...modeChosen(project),
      ...once(standing(project.approval, data.kind)?.number, '需替换的，先作废原件'),
      ...notLater(data.on, facts.on, 'on'),
      ...makeUp,
      ...numberBreaches(data.number, facts.series, !numberedFreely.has(data.kind)),
      ...broken(documentRules, { project, data, facts }),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'DocumentFiled', data: { ...document, chapter, filedBy: actor.body } }],
      claims: [numberClaim(data.number, command)],
    }));
  },

  citeParentAct: (project, command, facts) => {
    const { data } = command;
    const named = project.parties?.contractor;
    const award = data.kind === 'award';
    const breaches = [
      ...listed(project),
      ...(gateSetOf(project).approval === 'parent'
        ? []
        : [
            breach('P-ORDER', {
              need: '重大项目具体环节',
              found: gateSetOf(project).name,
              mend: '本类项目自行办理，不引用主体项目',
            }),
          ]),
      ...(data.segmentId === null || segmentOf(project, data.segmentId)
        ? []
        : [notFound('本项目的用工环节', data.segmentId, 'segmentId')]),
      ...(award && (data.contractor === null || facts.bodies[data.contractor] === undefined)
        ? [notFound('主体项目发包的施工单位', data.contractor ?? '未填写', 'contractor')]
        : []),
      ...(award && named !== undefined && data.contractor !== null && data.contractor !== named
        ? [
            breach('P-ORDER', {
              need: `同一施工单位 ${named}`,
              found: data.contractor,
              mend: '由另一单位施工的环节分立项目',
              field: 'contractor',
            }),
          ]
        : []),
      ...once(
        project.approval.parentActs.find(({ kind, segmentId }) => kind === data.kind && segmentId === data.segmentId)
          ?.number,
        '无需重复引用',
      ),
      ...notLater(data.on, facts.on, 'on'),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'ParentActCited', data: { ...data, contractor: award ? data.contractor : null } }],
    }));
  },

  issueApprovalReply: (project, command, facts) => {
    const { number: given } = command.data;
    const { paper } = facts;
    const { title, requirement } = paper ? issuedWords(paper) : command.data;
    const { on, series } = facts;
    const { number, breaches: ofNumber } = allot(given, series, { on, backfilled: command.backfilled });
    const reply = standingReply(project.approval);
    const { breaches: ofPlace, replaces } = replacing(paper, reply ? [reply] : [], true);
    const breaches = [
      ...listed(project),
      ...modeChosen(project),
      ...notCompetent(replyingBodies(project), command.actor.body, project),
      ...ofPlace,
      ...documentsFirst(project),
      ...ofNumber,
      ...issueBreaches('approvalReply', paper, command.actor),
      ...broken([requirementStated('R-APPR-01', '立项批复')], { requirement }),
    ];
    const { projectCode } = project.approval;
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'ApprovalReplyIssued',
          data: {
            number,
            organ: command.actor.body,
            on,
            title,
            requirement,
            projectCode,
            ...replaces,
            ...(paper && { document: issuedText(paper, command) }),
          },
        },
      ],
      claims: [numberClaim(number, command)],
    }));
  },

  issueFundAllocation: (project, command, facts) => {
    const { number: given, document: _, ...asked } = command.data;
    const { on, series, paper } = facts;
    const { title, requirement } = paper ? issuedWords(paper) : asked;
    const data = { ...asked, title, requirement };
    const { number, breaches: ofNumber } = allot(given, series, { on, backfilled: command.backfilled });
    const line = project.planning?.fundLines.find(({ id }) => id === data.fundLineId);
    const others = project.approval.allocations.filter(
      (one) => isStanding(one) && one.fundLineId === data.fundLineId && one.organ === command.actor.body,
    );
    const { breaches: ofPlace, replaces } = replacing(paper, others, false);
    const returned = others.find(({ number: one }) => one === replaces.replaces?.number)?.amountFen ?? 0;
    const left = line ? line.amountFen - allocatedFen(project.approval, line.id) + returned : 0;
    const breaches = [
      ...listed(project),
      ...modeChosen(project),
      ...approvalFirst(project),
      ...(line && isGovernment(line.source) ? [] : [notFound('本项目的政府资金', data.fundLineId, 'fundLineId')]),
      ...(line && data.amountFen > left
        ? [
            breach('P-ORDER', {
              need: `不超过该笔资金的余额 ${formatYuan(left)}`,
              found: formatYuan(data.amountFen),
              mend: '核减金额；资金调整的，先变更项目资金',
              field: 'amountFen',
            }),
          ]
        : []),
      ...ofPlace,
      ...ofNumber,
      ...issueBreaches('fundAllocation', paper, command.actor),
      ...broken([requirementStated('R-FUND-02', '资金拨付文件')], data),
    ];
    return judge(command, breaches, () => ({
      events: [
        {
          type: 'FundAllocationIssued',
          data: {
            ...data,
            number,
            organ: command.actor.body,
            on,
            ...replaces,
            ...(paper && { document: issuedText(paper, command) }),
          },
        },
      ],
      claims: [numberClaim(number, command)],
    }));
  },

  voidDocument: (project, command) => {
    const { number, reason } = command.data;
    const found = voidable(project, number);
    const breaches = [
      ...(found ? [] : [notFound('本项目的文件', number, 'number')]),
      ...once(found?.voided ? number : null, '作废的文号不再使用'),
      ...(found && found.by !== command.actor.body
        ? [
            breach('P-WHO', {
              need: `印发或归档的单位 ${found.by}`,
              found: command.actor.body,
              mend: '由该单位办理作废',
            }),
          ]
        : []),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'DocumentVoided', data: { number, of: found!.of, reason } }],
    }));
  },

  completeApproval: (project, command, facts) => {
    const { on } = facts;
    const competent = [project.parties?.developmentReform ?? '', standingReply(project.approval)?.organ ?? ''];
    const breaches = [
      ...inApproval(project),
      ...notCompetent(competent, command.actor.body, project),
      ...broken(approvalGates, { project, facts, on }),
    ];
    return judge(command, breaches, () => ({
      events: [{ type: 'ApprovalCompleted', data: { gateSet: gateSetOf(project).id, on } }],
    }));
  },
};
