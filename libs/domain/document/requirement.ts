import type { RuleId } from '../rulebook/register/register';
import { check } from '../rules';
import { isOfPlan, type DocumentContent, type DocumentFor } from './content';

const clauseAbout = (works: string): string =>
  `${works}采取以工代赈方式实施。项目单位和施工单位应优先吸纳当地农村劳动力务工，组织开展劳动技能和安全生产培训，` +
  '建立用工名册和劳务报酬发放台账，经务工人员确认后，及时足额将劳务报酬通过银行卡发放至本人。';

/** The clause each of these documents carries word for word; what fits the project may be added around it. @clause CL-42 */
export const requirementClause = clauseAbout('本项目');
export const requirementClauseOf = (kind: DocumentFor): string =>
  isOfPlan(kind) ? clauseAbout('列入本计划的项目') : requirementClause;

const ruleOfKind = {
  approvalReply: 'R-APPR-01',
  fundAllocation: 'R-FUND-02',
  annualPlan: 'R-APPR-02',
  planChange: 'R-APPR-02',
} as const satisfies Record<DocumentFor, RuleId>;

const unspaced = (text: string): string => text.replaceAll(/\s/g, '');

/** The clause is a locked section: taken out or altered by a word, the document is refused. @rule R-APPR-01 R-FUND-02 R-APPR-02 */
export const clauseKept = (kind: DocumentFor) =>
  check<Pick<DocumentContent, 'requirement'>>(ruleOfKind[kind], ({ requirement }) => {
    const clause = requirementClauseOf(kind);
    const kept = unspaced(requirement).includes(clause);
    return {
      holds: kept,
      need: `以工代赈要求条款原文：“${clause}”`,
      found: kept ? '原文保留' : requirement.trim() === '' ? '条款被删除' : '条款被改动',
      mend: '恢复条款原文；结合项目的具体要求写在条款之前或之后',
      field: 'requirement',
    };
  });
