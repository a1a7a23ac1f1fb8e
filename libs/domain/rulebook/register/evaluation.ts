import { law, opinion, practice, type RuleEntry } from './entry';

/** 年度总结评估、激励与宣传 */
export const evaluationRules = [
  {
    id: 'R-LINK-02',
    ...opinion('CL-13', 'evaluation', 'policy', 'openList'),
    zh: '每项目每年度对照利益联结的计划与实效',
    en: 'Planned against achieved results per benefit link, project and year',
  },
  {
    id: 'R-PRIN-06',
    ...opinion('CL-22', 'evaluation', 'record', 'encouraged'),
    zh: '参建集体经济组织对困难群体的兜底帮扶留有记录：对象、方式、金额',
    en: 'A collective’s support for people in hardship is kept: who, what, how much',
  },
  {
    id: 'R-TEAM-04',
    ...opinion('CL-32', 'evaluation', 'policy', 'encouraged'),
    zh: '统计经集体经济组织、合作社或队伍组织的务工占比',
    en: 'The share of workers who come through a collective, cooperative or team is measured',
  },
  {
    id: 'R-EVAL-01',
    ...opinion('CL-52', 'evaluation', 'block'),
    zh: '发展改革、农业农村部门每年对政策落实和项目实施开展总结评估',
    en: 'Yearly evaluation by development-reform and agriculture of policy and projects',
  },
  {
    id: 'R-EVAL-02',
    ...opinion('CL-52', 'evaluation', 'record'),
    zh: '农业农村部门将成效纳入乡村振兴责任制和实绩考核',
    en: 'Agriculture hands the results to the rural-revitalization assessment',
  },
  {
    id: 'R-INC-01',
    ...opinion('CL-52', 'evaluation', 'record'),
    zh: '对积极主动、成效明显的区和部门给予激励，规则、名单和审定留有记录',
    en: 'Rewards for active and effective districts and departments: rule, list, approval',
  },
  {
    id: 'R-PROMO-01',
    ...opinion('CL-53', 'evaluation', 'record'),
    zh: '政策宣传解读活动留有记录：日期、渠道、对象',
    en: 'Publicity and policy explaining are kept: activity, date, channel, audience',
  },
  {
    id: 'R-PROMO-02',
    ...opinion('CL-53', 'evaluation', 'record'),
    zh: '好经验、好做法收集、审核、发布，先清除个人信息',
    en: 'Good practice is collected, reviewed, published; personal data are cleared first',
  },
  {
    id: 'R-PROMO-03',
    ...opinion('CL-53', 'evaluation', 'record'),
    zh: '媒体报道登记链接和媒体层级',
    en: 'Media reports are logged with link and level of medium',
  },
  {
    id: 'R-PILOT-03',
    ...opinion('CL-54', 'evaluation', 'record', 'encouraged'),
    zh: '试点结束提交总结，作出延续、推广或停止的决定',
    en: 'A pilot ends with a report and a decision: extend, spread, stop',
  },
  {
    id: 'R-EVAL-10',
    ...practice('舒城县2023年绩效目标表', 'evaluation', 'policy'),
    parameters: ['eval.satisfaction'],
    zh: '项目绩效目标：报酬占比、设施状况、务工人员满意度',
    en: 'Targets per project: wage share, state of the works, workers’ satisfaction',
  },
  {
    id: 'R-EVAL-11',
    ...practice('舒城县2023年绩效目标表', 'evaluation', 'policy'),
    parameters: ['eval.started', 'eval.paidOut', 'eval.planDone', 'eval.planSplit'],
    zh: '过程目标：计划分解时限、开工率、支付率、计划完成率',
    en: 'Process targets: time to split the plan, started, paid out, completed',
  },
  {
    id: 'R-EVAL-13',
    ...practice('国家发展改革委通报口径', 'evaluation', 'block', 'seen'),
    zh: '人数与人次分开统计，同一人再次务工只计一人',
    en: 'Persons and person-times are counted apart; one who returns is one person',
  },
  {
    id: 'R-EVAL-17',
    ...law('统计法 第七条', 'evaluation', 'block'),
    zh: '各项指标由事件计算、可追溯到原始记录，并在截止日冻结签名',
    en: 'Every indicator is computed from events, traced to its rows and frozen at the cut-off',
  },
  {
    id: 'R-INC-10',
    ...practice('各地激励做法', 'evaluation', 'configured', 'recalled'),
    parameters: ['posting.reward'],
    zh: '激励规则写明依据、提出和审定单位、方式，名单公示',
    en: 'The reward rule names grounds, proposer, approver, kind; the list is posted',
  },
] as const satisfies readonly RuleEntry[];
