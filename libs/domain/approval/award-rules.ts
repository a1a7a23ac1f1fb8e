import { daysBetween } from '../calendar';
import type { AnyFacts } from '../facts';
import { formatYuan, reachesShare, sumFen } from '../money';
import { isGovernment } from '../planning/state';
import type { Project } from '../project';
import { check, type Check, type Comparison } from '../rules';
import type { ApprovalData } from './messages';
import { isTender, standing, type AwardGround } from './state';

export interface Awarding {
  project: Project;
  data: ApprovalData<'awardContract'>;
  facts: AnyFacts;
}

/** Budget money of two million yuan and a tenth of the investment make works of the threshold's size subject to tender. */
const budgetFen = 200_000_000;
const budgetShareBp = 1000;

/** Whether the law asks for a tender of these works. @rule R-INV-22 */
export function mustTender({ project, data, facts }: Awarding): boolean {
  const lines = project.planning?.fundLines ?? [];
  const total = sumFen(lines.map(({ amountFen }) => amountFen));
  const budget = sumFen(lines.filter(({ source }) => isGovernment(source)).map(({ amountFen }) => amountFen));
  const threshold = facts.parameters['tender.works'];
  if (threshold === null || data.contractFen < threshold) return false;
  return budget >= budgetFen && reachesShare(budget, total, budgetShareBp);
}

/** Grounds of the law itself; below the thresholds two more will do. @rule R-INV-23 R-INV-24 */
const ofLaw: ReadonlySet<AwardGround> = new Set<AwardGround>([
  'reliefFundLabor',
  'disasterRelief',
  'ownerBuilds',
  'irreplaceableTechnology',
]);

const holds = (need: string): Comparison => ({ holds: true, need, found: '符合', mend: '' });

/** Money that the tendering law's work-relief exception speaks of: relief funds, not any project that uses the mode. */
const hasReliefFund = ({ planning }: Project): boolean =>
  planning?.fundLines.some(({ source }) => source === 'centralBudget' || source === 'fiscalTask') ?? false;

const isCollective = (kind: string | undefined): boolean => kind === 'villageCollective' || kind === 'cooperative';

const withoutTender: readonly Check<Awarding>[] = [
  check('R-INV-22', (input) => ({
    holds:
      isTender(input.data.method) || !mustTender(input) || (input.data.ground !== null && ofLaw.has(input.data.ground)),
    need: `合同估算价 ${formatYuan(input.facts.parameters['tender.works'] ?? 0)} 以上的政府投资工程应当招标，不招标须有法定情形`,
    found: `${formatYuan(input.data.contractFen)}，未招标，${input.data.ground === null ? '未写明情形' : '所写情形只适用于规模标准以下'}`,
    mend: '依法招标，或写明法定情形并附批准',
    field: 'method',
  })),
  check('R-LAW-02', ({ data: { method, ground, approver, justification } }) => ({
    holds: isTender(method) || (ground !== null && approver !== null && justification !== null),
    need: '不招标或优先发包的，法律依据、批准单位、理由齐备',
    found:
      [ground === null && '缺法律依据', approver === null && '缺批准单位', justification === null && '缺理由']
        .filter(Boolean)
        .join('、') || '齐备',
    mend: '补齐后再登记',
    field: 'ground',
  })),
  check('R-INV-23', ({ project, data: { method, ground } }) => {
    const need = '援引“利用扶贫资金实行以工代赈”的，须有以工代赈专项资金；以工代赈方式本身不免除招标';
    if (isTender(method) || ground !== 'reliefFundLabor') return holds(need);
    return {
      holds: hasReliefFund(project),
      need,
      found: hasReliefFund(project) ? '有专项资金' : '没有中央或财政以工代赈专项资金',
      mend: '依法招标，或写明确有的其他法定情形',
      field: 'ground',
    };
  }),
  check('R-INV-23', ({ project, data: { method, ground } }) => ({
    holds: isTender(method) || ground !== 'disasterRelief' || project.planning?.disaster === true,
    need: '以抢险救灾为由的，项目属灾后恢复重建',
    found: project.planning?.disaster ? '属灾后恢复重建' : '不属灾后恢复重建',
    mend: '依法招标，或写明确有的其他法定情形',
    field: 'ground',
  })),
  check('R-INV-24', ({ project, data: { ground, contractor, method } }) => ({
    holds:
      isTender(method) || (ground !== 'ownerBuilds' && method !== 'selfBuild') || contractor === project.parties?.owner,
    need: '以依法能够自行建设为由的，由业主自行建设',
    found: contractor === project.parties?.owner ? '业主自行建设' : '由其他单位承建',
    mend: '由其他单位承建的不适用此情形，按规定发包',
    field: 'contractor',
  })),
];

const tendered: readonly Check<Awarding>[] = [
  check('R-NAT-13', ({ project, data: { method } }) => ({
    holds: !isTender(method) || standing(project.approval, 'tenderDocument') !== undefined,
    need: '招标文件已归档，写明用工和报酬条件',
    found: standing(project.approval, 'tenderDocument') ? '已归档' : '未归档',
    mend: '先归档写明以工代赈要求的招标文件',
    field: 'method',
  })),
  check('R-INV-25', ({ data: { method, tender } }) => ({
    holds: !isTender(method) || (tender !== null && daysBetween(tender.documentsFrom, tender.bidsDueOn) >= 20),
    need: '投标时间不少于二十日',
    found: tender ? `${daysBetween(tender.documentsFrom, tender.bidsDueOn)} 日` : '未填写招标日程',
    mend: '填写招标日程；投标时间不足的，重新招标',
    field: 'tender',
  })),
  check('R-INV-25', ({ data: { method, tender }, facts }) => {
    const days = facts.parameters['posting.tenderCandidate'] ?? 0;
    const late = tender ? daysBetween(tender.reportOn, tender.postedFrom) : 0;
    const long = tender ? daysBetween(tender.postedFrom, tender.postedThrough) : 0;
    return {
      holds: !isTender(method) || (tender !== null && late >= 0 && late <= 3 && long >= days),
      need: `收到评标报告三日内公示中标候选人，公示不少于 ${days} 日`,
      found: tender ? `${late} 日后公示，公示 ${long} 日` : '未填写招标日程',
      mend: '按期公示后再定标',
      field: 'tender',
    };
  }),
];

/** What every award is held to. @clause CL-24 CL-32 */
export const awardRules: readonly Check<Awarding>[] = [
  ...withoutTender,
  ...tendered,
  check('R-NAT-13', ({ data: { laborClause } }) => ({
    holds: laborClause.length > 0,
    need: '合同约定组织当地群众务工、培训和足额按时支付报酬的责任',
    found: laborClause.length > 0 ? '已约定' : '未约定',
    mend: '在合同中写入相应条款',
    field: 'laborClause',
  })),
  check('R-PAY-12', ({ data: { laborCostMonths }, facts }) => {
    const most = facts.parameters['pay.laborCostTransfer.max'];
    return {
      holds: most === null || laborCostMonths <= most,
      need: most === null ? '人工费用拨付周期已约定' : `人工费用拨付周期不超过 ${most} 个月`,
      found: `${laborCostMonths} 个月`,
      mend: '修改合同中的人工费用拨付周期',
      field: 'laborCostMonths',
    };
  }),
  check('R-PAY-24', ({ data: { paymentGuarantee } }) => ({
    holds: paymentGuarantee !== null,
    need: '业主提供工程款支付担保',
    found: paymentGuarantee ?? '未提供',
    mend: '业主办理支付担保，填写保函或担保编号',
    field: 'paymentGuarantee',
  })),
  check('R-INV-26', ({ project, data: { contractor }, facts }) => {
    const suits = project.planning?.scopeClass === 'smallMicro' && project.parties?.collective !== undefined;
    return {
      holds: !suits || isCollective(facts.bodies?.[contractor]?.kind),
      need: '适宜的政府支持项目优先由符合条件的农村集体经济组织承担',
      found: '由其他单位承担',
      mend: '由集体经济组织承担，或说明不采用的理由',
      field: 'contractor',
    };
  }),
];
