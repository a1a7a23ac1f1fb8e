import type { AnyFacts } from '../facts';
import type { Project, Segment } from '../project';
import { check, type Check } from '../rules';
import { refreshMonths, standardSet, validUntil, withoutStandard, yes } from './act-rules';

/** What a stage's gates look at: the same on the page as in the decision. */
export interface AtGate {
  project: Project;
  segment?: Segment;
  facts: AnyFacts;
  /** civil date of the look */
  on: string;
}

/** Gates of mobilization: met before the segment goes on to training. @clause CL-32 CL-11 CL-34 */
export const mobilizationGates: readonly Check<AtGate>[] = [
  check('R-COORD-01', ({ segment }) =>
    yes(
      segment?.mobilization.basis != null,
      '已引用本区劳务沟通协调机制',
      segment?.mobilization.basis ? segment.mobilization.basis.mechanismId : '尚未引用',
      '由乡镇或业主办理“启动组织动员”',
    ),
  ),
  check('R-SURV-01', ({ segment, facts, on }) => {
    const dates = (facts.district?.surveys ?? []).map((survey) => survey.on);
    const basis = segment?.mobilization.basis;
    const latest = [...dates, ...(basis ? [basis.surveyedOn] : [])].toSorted().at(-1);
    const until = latest && validUntil({ on: latest }, facts);
    return yes(
      basis != null && until !== undefined && until >= on,
      `摸底调查在 ${refreshMonths(facts)} 个月有效期内`,
      latest ? `${latest} 的调查，有效至 ${until}` : '没有摸底调查',
      '由区人民政府更新摸底调查',
    );
  }),
  check('R-JOB-01', ({ segment }) => {
    const posts = segment?.mobilization.posts.length ?? 0;
    return yes(posts > 0, '岗位已公布', posts > 0 ? `已公布 ${posts} 个岗位` : '尚未公布', '由用工单位办理“公布岗位”');
  }),
  check('R-WAGE-02', ({ project, segment, on }) =>
    standardSet(segment ? withoutStandard(project, segment.id, segment.mobilization.posts, on) : []),
  ),
  check('R-ROST-02', ({ facts }) => {
    const enrolled = facts.coverage?.enrolled ?? 0;
    return yes(enrolled > 0, '统一用工名册上有人员', `在册 ${enrolled} 人`, '由用工单位办理“列入名册”');
  }),
  check('R-QUAL-03', ({ segment, facts }) => {
    const vacant = (segment?.mobilization.posts ?? []).filter(
      ({ id, key }) => key && !(facts.coverage?.byPost[id] ?? 0),
    );
    return yes(
      vacant.length === 0,
      '每个关键岗位至少有一名已签协议的人员',
      vacant.length > 0 ? `${vacant.map(({ title }) => `“${title}”`).join('、')}无人` : '关键岗位均有人员',
      '为关键岗位招用具备技能的人员',
    );
  }),
  check('R-ROST-10', ({ facts }) => {
    const { enrolled = 0, agreed = 0 } = facts.coverage ?? {};
    return yes(
      agreed >= enrolled,
      '在册人员均有劳动合同或用工书面协议',
      `在册 ${enrolled} 人，已签 ${agreed} 人`,
      '由用工单位办理“登记用工协议”，或为未签人员办理离场',
    );
  }),
  check('R-PAY-16', ({ facts }) => {
    const { agreed = 0, withCard = 0 } = facts.coverage ?? {};
    return yes(
      withCard >= agreed,
      '每人登记本人名下的银行卡或社保卡',
      `已签 ${agreed} 人，已登记卡 ${withCard} 人`,
      '为每人登记本人的卡',
    );
  }),
  check('R-PAY-10', ({ segment }) => {
    const channel = segment?.mobilization.payChannel;
    return yes(
      channel != null,
      '报酬发放账户已开立',
      channel ? `${channel.bank}，${channel.openedOn} 开立` : '尚未开立',
      '由用工单位办理“落实发放渠道”',
    );
  }),
  check('R-ROST-18', ({ segment }) =>
    yes(
      segment?.mobilization.laborPayOfficer === true,
      '已配备劳资专管员',
      segment?.mobilization.laborPayOfficer ? '已配备' : '尚未配备',
      '在“落实发放渠道”中写明劳资专管员岗位',
    ),
  ),
  check('R-INS-01', ({ segment }) => {
    const from = segment?.mobilization.insuredFrom;
    return yes(
      from != null,
      '已参加工伤保险（可按项目参保）',
      from ? `自 ${from} 起` : '尚未参保',
      '由用工单位办理“登记保险”',
    );
  }),
];
