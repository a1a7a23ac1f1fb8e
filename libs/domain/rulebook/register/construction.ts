import { control, law, opinion, type RuleEntry } from './entry';

/** 建设实施与考勤 */
export const constructionRules = [
  {
    id: 'R-QUAL-01',
    ...opinion('CL-23', 'construction', 'block'),
    overridable: false, // the basic construction procedure is statutory: 国务院令第712号, 建筑法
    zh: '严格履行基本建设程序：该类项目应有的批准和开工条件不齐，不得开工',
    en: 'No start of works before the approvals and conditions of its class are on file',
  },
  {
    id: 'R-QUAL-02',
    ...opinion('CL-23', 'construction', 'record'),
    zh: '质量标准、检查、缺陷和整改留有记录，供验收使用',
    en: 'Quality standards, inspections, defects and repairs are kept and used at acceptance',
  },
  {
    id: 'R-QUAL-03',
    ...opinion('CL-23', 'construction', 'block'),
    zh: '务工人员技能水平符合岗位要求方可安排到岗',
    en: 'A worker is put on a post only with the skill it needs',
  },
  {
    id: 'R-QUAL-04',
    ...opinion('CL-23', 'construction', 'warn'),
    zh: '对照计划跟踪进度，滞后的注明原因；不得以用工为由降低安全质量',
    en: 'Progress is tracked against plan, a delay carries its cause; hiring never excuses safety or quality',
  },
  {
    id: 'R-LAW-03',
    ...opinion('CL-24', 'construction', 'warn'),
    zh: '识别“借以工代赈之名”：没有当地务工人员、没有报酬发放或占比远低于计划的，报区分管领导',
    en: 'Work-relief in name only (no local workers, no pay, share far below plan) is raised to the district lead',
  },
  {
    id: 'R-ROST-01',
    ...opinion('CL-32', 'construction', 'block'),
    parameters: ['supervision.checks'],
    zh: '业主督促指导施工单位的台账登记、报酬发放、日常考勤等实名制管理，检查留有记录',
    en: 'The owner supervises the contractor’s real-name management, and each check is recorded',
  },
  {
    id: 'R-ATT-01',
    ...opinion('CL-32', 'construction', 'block'),
    zh: '考勤按人按日记录',
    en: 'Attendance is kept per person per day',
  },
  {
    id: 'R-WAGE-01',
    ...opinion('CL-34', 'construction', 'policy'),
    zh: '计划岗位、扩充岗位与实际到岗对照',
    en: 'Planned and added posts are compared with actual ones',
  },
  {
    id: 'R-ORG-04',
    ...opinion('CL-41', 'construction', 'record'),
    zh: '区与业主、施工单位就用工、两类培训和报酬发放的沟通留有记录',
    en: 'The district’s contacts with owner and contractor on hiring, training and pay are kept',
  },
  {
    id: 'R-INV-13',
    ...law('国务院令第712号 第二十条、第二十二条；国务院令第724号 第二十三条', 'construction', 'block'),
    zh: '不具备开工条件或资金未落实的，不得开工',
    en: 'No start without the building conditions or without arranged funds',
  },
  {
    id: 'R-INV-15',
    ...law('国务院令第712号 第二十一条', 'construction', 'block'),
    zh: '变更建设地点，或较大变更建设规模、建设内容的，应当报原审批机关审批',
    en: 'A change of place, or a larger one of size or content, goes back to the organ that approved',
  },
  {
    id: 'R-INV-14',
    ...law('国务院令第712号 第二十二条；国务院令第724号 第二十三条', 'construction', 'block'),
    zh: '不得由施工单位垫资建设',
    en: 'The contractor does not pre-finance the works',
  },
  {
    id: 'R-ATT-10',
    ...law('国务院令第724号 第十五条、第二十八条', 'construction', 'block'),
    zh: '考勤记明人员、日期、上下工时间、地点、方式、记录人和环节；补记更正保留原值和理由',
    en: 'An attendance entry holds worker, date, times, place, method, recorder, segment; corrections keep the old value and a reason',
  },
  {
    id: 'R-ATT-11',
    ...law('劳动法 第三十六条、第三十八条', 'construction', 'warn'),
    parameters: ['worktime.day', 'worktime.week', 'worktime.restDays'],
    zh: '每日工作不超过八小时，每周平均不超过四十四小时，每周至少休息一日',
    en: 'Eight hours a day, 44 a week on average, one rest day a week',
  },
  {
    id: 'R-ATT-12',
    ...law('劳动法 第四十一条', 'construction', 'warn'),
    parameters: ['overtime.day.max', 'overtime.month.max'],
    zh: '加班一般每日不超过一小时，最多三小时，每月不超过三十六小时',
    en: 'Overtime: usually one hour, at most three a day, 36 a month',
  },
  {
    id: 'R-ATT-15',
    ...control('R-PRIN-05：防止重复计工', 'construction', 'block'),
    zh: '同一人同一时间不得在两个项目出勤；名册外人员的考勤先挂起核查',
    en: 'One person is not on two projects at once; attendance off the roster is held for review',
  },
  {
    id: 'R-ATT-16',
    ...control('R-WAGE-17：核算依据固定', 'construction', 'block'),
    zh: '当期考勤封存后方可核算；封存后的变更走更正批次，不改原记录',
    en: 'Attendance is closed before pay is calculated; a later change is a correction batch, not an edit',
  },
  {
    id: 'R-PAY-27',
    ...law('国务院令第724号 第三十四条', 'construction', 'block'),
    zh: '施工现场设立维权信息告示牌：各方单位和专管员、最低工资与支付日期、投诉仲裁和法律援助渠道',
    en: 'A rights board stands on site: units and officer, minimum wage and pay date, where to turn',
  },
  {
    id: 'R-ROST-21',
    ...law('建市〔2019〕18号 第十三条', 'construction', 'block'),
    parameters: ['retention.attendanceMedia'],
    confidence: 'recalled',
    zh: '考勤和影像记录按期限保存',
    en: 'Attendance and image records are kept for their term',
  },
] as const satisfies readonly RuleEntry[];
