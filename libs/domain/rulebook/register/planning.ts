import { law, opinion, type RuleEntry } from './entry';

/** 谋划储备 */
export const planningRules = [
  {
    id: 'R-GOAL-01',
    ...opinion('CL-01', 'planning', 'record', 'encouraged'), // aims bind nobody to an act
    zh: '计划和项目写明服务于哪些目的：提升技能、稳定增收、巩固“消薄”成果、助力中低收入群体，至少一项',
    en: 'Plan and project name the aims they serve, at least one of four',
  },
  {
    id: 'R-GOAL-02',
    ...opinion('CL-01', 'planning', 'record'),
    zh: '年度计划与《关于促进本市农民增收若干措施》相对应',
    en: 'The annual plan refers to the parent measures on raising farmers’ income',
  },
  {
    id: 'R-GOAL-03',
    ...opinion('CL-01', 'planning', 'record', 'encouraged'),
    zh: '各区、各部门可随时主动提出项目，记明提出单位和日期',
    en: 'Districts and departments may propose projects at any time; who and when is kept',
  },
  {
    id: 'R-SCOPE-01',
    ...opinion('CL-12', 'planning', 'warn', 'mainly'),
    zh: '项目位于乡村地区且属基础设施建设；不是的，说明理由',
    en: 'The project lies in the rural area and builds infrastructure, or says why not',
  },
  {
    id: 'R-SCOPE-02',
    ...opinion('CL-12', 'planning', 'block', 'openList'),
    // The class decides which documents of the basic procedure are needed, and that duty is statutory.
    otherSource: '政府投资条例（国务院令第712号）第九条、第十三条',
    zh: '项目归入一类：小微工程、重大项目具体环节、已明确采取以工代赈方式的项目，据以确定应办手续',
    en: 'The project is classed as small works, a labor segment of a major project, or already decided',
  },
  {
    id: 'R-SCOPE-03',
    ...opinion('CL-12', 'planning', 'record', 'openList'),
    zh: '标明所属领域，至少一项；农村生产生活、交通、水利、文化旅游、林业之外可另填',
    en: 'At least one field is named; the list is open',
  },
  {
    id: 'R-SCOPE-04',
    ...opinion('CL-12', 'planning', 'policy'),
    zh: '符合条件的灾后恢复重建项目作出标记并附灾情依据，资金安排时予以倾斜',
    en: 'Disaster rebuilding is marked with its evidence and counts for more money',
  },
  {
    id: 'R-SEG-01',
    ...opinion('CL-13', 'planning', 'block', 'mainly'),
    otherSource: '国办函〔2022〕58号：主体工程、附属临建、工地服务、建后管护四类用工',
    zh: '每个用工环节归入一般劳动、服务保障或后期管护',
    en: 'Every work-relief segment is general labor, site service or upkeep',
  },
  {
    id: 'R-SEG-02',
    // The guide is followed by reference only: a local addition warns.
    ...opinion('CL-13', 'planning', 'warn', 'byReference'),
    zh: '每个用工环节对应《指导目录》的环节代码；目录之外的，说明理由并经行业主管部门认可',
    en: 'Every segment carries a code of the guide catalogue; a local addition says why',
  },
  {
    id: 'R-LINK-01',
    ...opinion('CL-13', 'planning', 'block', 'openList'),
    otherSource: '国家以工代赈管理办法（国家发展改革委令第57号）第二条：参加劳动取得劳务报酬',
    zh: '项目写明利益联结方式，其中必有发放劳务报酬，可加技能培训、公益性岗位、资产折股量化分红',
    en: 'The project names its benefit links; labor pay is always one of them',
  },
  {
    id: 'R-PRIN-01',
    ...opinion('CL-21', 'planning', 'record'),
    zh: '不搞“平均主义”：不得要求各区、各乡镇、各村的项目、岗位、资金数量相等',
    en: 'No even shares of projects, posts or money between places are asked for',
  },
  {
    id: 'R-PRIN-02',
    ...opinion('CL-21', 'planning', 'policy', 'first'),
    zh: '按投资规模、技术门槛、前期工作、技能要求、当地务工需求等给候选项目评出适宜程度',
    en: 'Candidates are scored on size, technical barrier, early work, skill need and local demand for jobs',
  },
  {
    id: 'R-PRIN-03',
    // Near-home posts are encouraged only; what blocks is the statement on quality, safety and schedule.
    ...opinion('CL-21', 'planning', 'block'),
    zh: '说明使用当地劳动力能确保工程质量、安全和进度；岗位是否就近一并写明，不就近只作提示',
    en: 'It is stated that local labor can meet quality, safety and schedule; posts far from home only warn',
  },
  {
    id: 'R-PLAN-01',
    ...opinion('CL-31', 'planning', 'record'),
    zh: '市级部门对各区谋划储备的指导留有记录：日期、事项、结果',
    en: 'Guidance by municipal departments is kept: date, topic, result',
  },
  {
    id: 'R-PLAN-02',
    ...opinion('CL-31', 'planning', 'block'),
    zh: '区先明确责任单位和工作机制，再报年度计划',
    en: 'The district names its responsible body and mechanism before it files a plan',
  },
  {
    id: 'R-PLAN-03',
    ...opinion('CL-31', 'planning', 'warn'),
    zh: '候选项目关联乡村建设项目库编号；没有的，说明理由',
    en: 'A candidate is linked to the rural project pool by its id, or says why not',
  },
  {
    id: 'R-PLAN-04',
    ...opinion('CL-31', 'planning', 'block'),
    zh: '每区每年一份年度计划、一份项目清单，均为经审定的有版本文件',
    en: 'One annual plan and one list per district and year, both approved and versioned',
  },
  {
    id: 'R-PLAN-05',
    ...opinion('CL-31', 'planning', 'block'),
    overridable: false, // it binds acts of a plan, which an override does not reach
    zh: '清单动态管理：增加、移出、暂停、变更各为一次经审定的事件，任一日期的清单可以还原',
    en: 'Each change of the list is an approved event; the list at any date can be rebuilt',
  },
  {
    id: 'R-ORG-03',
    ...opinion('CL-41', 'planning', 'block'),
    zh: '区将以工代赈列入议事日程并明确分管领导，留存会议日期和纪要',
    en: 'Work-relief is on the district’s agenda and a deputy leader is in charge; date and minutes are kept',
  },
  {
    id: 'R-ORG-06',
    // The eight sectors are an open list (等行业主管部门): another one warns.
    ...opinion('CL-42', 'planning', 'warn', 'openList'),
    zh: '项目明确一个行业主管部门；不在所列八个部门之内的，说明理由',
    en: 'The project has one sector department; one outside the eight says why',
  },
  {
    id: 'R-FUND-03',
    ...opinion('CL-42', 'planning', 'record'),
    zh: '争取中央资金的申请、日期和结果留有记录',
    en: 'Efforts for central money are kept: request, date, result',
  },
  {
    id: 'R-PILOT-01',
    ...opinion('CL-54', 'planning', 'record', 'encouraged'),
    zh: '区可申请试点，写明条件、拟探索的模式和路径、审定意见',
    en: 'A district may apply for a pilot with conditions, the path to be tried and the decision',
  },
  {
    id: 'R-INV-08',
    ...law('发改农经〔2020〕1337号', 'planning', 'configured'),
    parameters: ['invest.simplified.ceiling'],
    zh: '村庄建设小型项目可简易审批，范围和投资上限由当地确定',
    en: 'Small village works may take the simplified path within the scope and ceiling set locally',
  },
] as const satisfies readonly RuleEntry[];
