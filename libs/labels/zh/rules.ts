import { isProcedure, type ProcedureId } from '#domain/rules';
import { isRuleId, ruleOf, type RuleId } from '#domain/rulebook/register/register';
import type { Enforcement, Force, RuleEntry } from '#domain/rulebook/register/entry';

/** Order of procedure: what these refusals say beside the rules of the register. */
export const procedureLabels = {
  'P-ORDER': '办理次序不对',
  'P-ONCE': '已经办过',
  'P-UNKNOWN': '没有这一项',
  'P-WHO': '不是有权办理的岗位',
  'P-HALTED': '项目已暂停或已结束',
  'P-STALE': '核对之后又有变化',
  'P-TIME': '时间先后不对',
  'P-SUM': '分项与总额不符',
  'P-SIGNOFF': '未经会签',
} satisfies Record<ProcedureId, string>;

/** What a rule of any kind is about, in one line. */
export const ruleWords = (rule: string): string =>
  isProcedure(rule) ? procedureLabels[rule] : isRuleId(rule) ? ruleOf(rule).zh : rule;

/** What a worker lacks before a shift, by the rule that keeps them from it. */
const lackingLabels: Readonly<Record<string, string>> = {
  'R-ROST-10': '名册登记或用工协议',
  'R-QUAL-03': '在这一岗位的登记',
  'R-TRAIN-02': '上岗之前的培训',
  'R-TRAIN-04': '岗前培训',
  'R-TRAIN-10': '安全生产培训',
  'R-TRAIN-12': '新工地的安全生产培训',
  'R-TRAIN-18': '有效的特种作业证书',
  'R-DISC-01': '技术交底',
} satisfies Partial<Record<RuleId, string>>;

/** `技术交底（R-DISC-01）` */
export const lackingLabel = (rule: string): string => {
  const label = lackingLabels[rule];
  return label ? `${label}（${rule}）` : rule;
};

export const enforcementLabels = {
  block: '不满足不能办理',
  warn: '提示，说明理由可继续',
  record: '记录在案',
  policy: '计入评估',
  configured: '按参数启用',
} satisfies Record<Enforcement, string>;

export const forceLabels = {
  must: '应',
  inPrinciple: '原则上',
  first: '优先',
  encouraged: '鼓励',
  byReference: '参照',
  mainly: '主要',
  openList: '等（列举未尽）',
} satisfies Record<Force, string>;

export const sourceLabels = {
  opinion: '实施意见',
  nationalPractice: '国家以工代赈做法',
  law: '法律法规',
} satisfies Record<RuleEntry['source'], string>;

export const confidenceLabels = {
  seen: '已核对原文',
  seenPractice: '见于他地通知，作默认值',
  recalled: '待核对原文',
} satisfies Record<RuleEntry['confidence'], string>;
