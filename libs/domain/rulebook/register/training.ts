import { law, opinion, type RuleEntry } from './entry';

/** 务工人员培训与技术交底 */
export const trainingRules = [
  {
    id: 'R-PRIN-07',
    ...opinion('CL-22', 'training', 'policy', 'encouraged'),
    zh: '扶志扶智：跨项目保留每人技能成长记录，技能等级可对应更高报酬',
    en: 'Each worker’s skill growth is kept across projects, so that a higher grade can earn more',
  },
  {
    id: 'R-TRAIN-01',
    ...opinion('CL-33', 'training', 'block'),
    zh: '培训资金的来源、金额和每期用途留有记录，同一人同一课程不得重复申领',
    en: 'Training money is kept by source and course; no person claims a course twice',
  },
  {
    id: 'R-TRAIN-02',
    ...opinion('CL-33', 'training', 'block'),
    zh: '“培训+上岗”：岗位规定的课程合格后方可上岗',
    en: 'A worker starts only after passing the courses set for the post',
  },
  {
    id: 'R-TRAIN-03',
    ...opinion('CL-33', 'training', 'block'),
    zh: '劳动技能培训和安全生产培训都开展，施工单位参与',
    en: 'Both skill and safety courses are held, with the contractor taking part',
  },
  {
    id: 'R-TRAIN-04',
    ...opinion('CL-33', 'training', 'block', 'mainly'),
    otherSource: '安全生产法 第二十八条：未经安全生产教育和培训合格不得上岗作业',
    zh: '关键岗位人员首次上岗前完成岗前培训',
    en: 'Key posts have pre-job training before the first shift',
  },
  {
    id: 'R-DISC-01',
    ...opinion('CL-33', 'training', 'block', 'mainly'),
    otherSource: '建设工程安全生产管理条例 第二十七条',
    zh: '关键岗位作业前完成技术交底并留有记录',
    en: 'Key posts have technical disclosure on record before work',
  },
  {
    id: 'R-TRAIN-05',
    ...opinion('CL-42', 'training', 'record'),
    zh: '人力资源社会保障部门承担精准技能培训、用工组织和培训资金保障，任务在流程中可见',
    en: 'Human resources runs skill training, hiring and training money; its tasks show in the workflow',
  },
  {
    id: 'R-TRAIN-10',
    ...law('安全生产法 第二十八条', 'training', 'block'),
    zh: '未经安全生产教育和培训合格的人员不得上岗作业',
    en: 'Nobody works without having passed safety training',
  },
  {
    id: 'R-TRAIN-11',
    ...law('安全生产法 第二十八条', 'training', 'block'),
    zh: '培训档案记明时间、内容、参加人员和考核结果',
    en: 'The training file holds time, content, who took part and result',
  },
  {
    id: 'R-TRAIN-12',
    ...law('建设工程安全生产管理条例 第三十七条', 'training', 'block'),
    zh: '进入新岗位、新工地或采用新技术、新设备、新材料前再次培训',
    en: 'Training is repeated at a new post or site, and for new methods, machines or materials',
  },
  {
    id: 'R-TRAIN-14',
    ...law('生产经营单位安全培训规定', 'training', 'configured'),
    parameters: ['training.first.general'],
    zh: '岗前安全培训学时不少于一般标准',
    en: 'First safety training has the general number of class hours',
  },
  {
    id: 'R-TRAIN-15',
    ...law('建筑业企业职工安全培训教育暂行规定', 'training', 'configured'),
    parameters: ['training.first.building.company', 'training.first.building.project', 'training.first.building.crew'],
    zh: '建筑业三级安全教育：公司、项目、班组学时',
    en: 'Building trade: class hours at company, project and crew level',
  },
  {
    id: 'R-TRAIN-16',
    ...law('建筑业企业职工安全培训教育暂行规定', 'training', 'configured'),
    parameters: ['training.yearly.other', 'training.return'],
    zh: '年度再培训和转岗、复岗培训学时',
    en: 'Class hours per year, and on return or change of post',
  },
  {
    id: 'R-TRAIN-18',
    ...law('安全生产法 第三十条；建设工程安全生产管理条例 第二十五条', 'training', 'block'),
    zh: '特种作业人员持证上岗，证书在作业当日有效',
    en: 'Special operations need a certificate valid on the work date',
  },
  {
    id: 'R-DISC-10',
    ...law('建设工程安全生产管理条例 第二十七条', 'training', 'block'),
    zh: '施工前由技术负责人向班组和作业人员交底，双方签字确认',
    en: 'Before work the technical manager explains to crew and workers; both sides sign',
  },
  {
    id: 'R-ROST-12',
    ...law('建市〔2022〕59号 第八条', 'training', 'block'),
    zh: '进场前完成基本安全培训并与实名登记一并记录',
    en: 'Basic safety training is done before entry, together with the real-name entry',
  },
] as const satisfies readonly RuleEntry[];
