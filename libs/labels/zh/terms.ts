import { ruleRegister } from '#domain/rulebook/register/register';
import type { EntryStanding, Plan } from '#domain/plan/plan';
import type { ObjectionSource, ObjectionVerdict, PostingTopic } from '#domain/posting/messages';
import type { DocumentContent, DocumentFor } from '#domain/document/content';
import { gateSetNames } from '#domain/approval/gate-sets';
import type { ConstructionMode, DocumentKind } from '#domain/approval/state';
import type { RiskClass } from '#domain/mobilization/state';
import { sectorKinds } from '#domain/organization/roles';
import type { Aim, BenefitLink, FundSource, ScopeClass, SegmentKind } from '#domain/planning/state';
import type { Project, Segment } from '#domain/project';
import type { AttendanceRow, CourseRow, Engagement, RosterRow, WageActRow, WagePart } from '#domain/rows';
import type { MatterKind } from '#domain/signoff/matter-kinds';
import type { Decision } from '#domain/signoff/matter';
import type { StreamKind } from '#domain/stream';
import { commandLabels } from './commands';
import { parameterLabels } from './parameters';
import { bodyKindLabels, postKindLabels, roleLabels } from './roles';
import type { StopReason } from '#domain/signoff/clocks';
import { stageLabels } from './stages';

export const lampLabels = { normal: '正常', soon: '临期', late: '逾期' } as const;

export const projectStatusLabels = {
  none: '未建立',
  active: '在办',
  suspended: '已暂停',
  cancelled: '已撤销',
  closed: '已办结',
} satisfies Record<Project['status'], string>;

export const phaseLabels = {
  planning: '谋划储备',
  approval: '立项审批',
  segments: '各用工环节办理中',
  acceptance: '竣工验收',
  maintenance: '后期管护',
} satisfies Record<Project['phase'], string>;

export const segmentStageLabels = {
  waiting: '等待开工',
  mobilization: stageLabels.mobilization,
  training: stageLabels.training,
  construction: stageLabels.construction,
  wages: stageLabels.wages,
  done: '已完成',
} satisfies Record<Segment['stage'], string>;

export const streamKindLabels = {
  project: '项目',
  wages: '工资表',
  signoff: '审批事项',
  plan: '年度计划',
  evaluation: '年度评估',
  rulebook: '规则与参数',
  organization: '机构',
  document: '公文',
} satisfies Record<StreamKind, string>;

export const scopeClassLabels = {
  smallMicro: '小微工程',
  majorLabor: '重大项目具体环节',
  alreadyDecided: '已明确采取的项目',
} satisfies Record<ScopeClass, string>;

export const aimLabels = {
  skills: '提升劳动技能',
  steadyIncome: '稳定增收',
  weakCollectiveUplift: '巩固集体经济薄弱村“消薄”成果',
  lowMiddleIncome: '助力中低收入群体',
} satisfies Record<Aim, string>;

export const benefitLinkLabels = {
  laborPay: '发放劳务报酬',
  skillTraining: '就业技能培训',
  publicWelfarePosts: '增加公益性岗位',
  dividends: '资产折股量化分红',
} satisfies Record<BenefitLink, string>;

export const segmentKindLabels = {
  generalLabor: '一般劳动环节',
  siteService: '服务保障环节',
  upkeep: '后期管护环节',
} satisfies Record<SegmentKind, string>;

export const fundSourceLabels = {
  centralBudget: '中央预算内以工代赈资金',
  fiscalTask: '财政衔接资金（以工代赈任务）',
  municipal: '市级资金',
  district: '区级资金',
  township: '乡镇资金',
  collective: '集体自筹',
  social: '社会资金',
} satisfies Record<FundSource, string>;

export const modeLabels = {
  contractor: '施工单位承建',
  collective: '村集体自主建设',
  mixed: '混合',
} satisfies Record<ConstructionMode, string>;

export const documentKindLabels = {
  projectProposal: '项目建议书',
  feasibilityStudy: '可行性研究报告',
  preliminaryDesign: '初步设计',
  implementationPlan: '实施方案',
  estimate: '概算',
  emergencyDecision: '应急决定',
  tenderDocument: '招标文件',
  constructionPermit: '施工许可证',
  supplement: '补充文件',
} satisfies Record<DocumentKind, string>;

export const riskClassLabels = {
  light: '轻体力低风险',
  standard: '一般体力',
  hazardControlled: '危险作业管控',
} satisfies Record<RiskClass, string>;

export const engagementLabels = {
  laborContract: '劳动合同',
  laborAgreement: '劳务协议',
  partTime: '非全日制用工',
} satisfies Record<Engagement, string>;

export const throughLabels = {
  self: '本人报名',
  collective: '集体经济组织组织',
  cooperative: '合作社组织',
  team: '施工队组织',
} satisfies Record<RosterRow['through'], string>;

export const courseLabels = {
  safety: '安全生产培训',
  skill: '劳动技能培训',
  disclosure: '技术交底',
} satisfies Record<CourseRow['course'], string>;

export const methodLabels = {
  gate: '门禁',
  position: '定位打卡',
  foreman: '班组长登记',
  paper: '纸质记录',
} satisfies Record<AttendanceRow['method'], string>;

export const unitLabels = { day: '元/日', hour: '元/小时', piece: '元/计量单位' } satisfies Record<
  WagePart['unit'],
  string
>;

export const lineStatusLabels = {
  open: '待确认',
  confirmed: '已确认',
  disputed: '有异议',
  resolved: '已答复',
  unconfirmed: '未答复',
  paid: '发放中',
  returned: '退票',
  received: '已到账',
  closed: '已依法关闭',
} satisfies Record<WageActRow['act'] | 'open', string>;

export const priorityLabels = {
  disasterRelief: '因灾需救助',
  limitedEarning: '增收能力有限',
  forceMajeureStay: '因不可抗力无法外出务工',
} as const;

export const figureUnitLabels = {
  fen: '元',
  bp: '%',
  persons: '人',
  personTimes: '人次',
  days: '工日',
} as const;

/** Enumerations of single stages. */
const stageTerms = {
  inApprovedPlan: '已列入批准的规划',
  extension: '改扩建',
  smallSimple: '建设内容单一、投资规模小',
  emergency: '应急',
  organizing: '群众组织方式',
  workAndHours: '工种与工时',
  totalPay: '报酬总额',
  payRates: '报酬标准',
  assembly: '村民会议',
  households: '户代表会议',
  representatives: '村民代表会议',
  works: '建设项目',
  laborAndMoney: '投工投劳与资金',
  contract: '承包方式',
  openTender: '公开招标',
  invitedTender: '邀请招标',
  negotiated: '谈判',
  smallDirect: '小额直接发包',
  selfBuild: '业主自行建设',
  belowThreshold: '未达必须招标的规模',
  reliefFundLabor: '扶贫资金以工代赈且须使用农民工',
  disasterRelief: '抢险救灾',
  ownerBuilds: '采购人依法能够自行建设',
  irreplaceableTechnology: '不可替代的专利或专有技术',
  collectivePreference: '集体经济组织优先',
  award: '中标',
  permit: '许可',
  selfDeclared: '本人申明',
  tested: '现场考核',
  certified: '持证',
  workAndPlace: '工作内容和地点',
  payStandard: '报酬标准',
  payDate: '支付日期',
  payMethod: '支付方式',
  term: '期限',
  hours: '工作时间',
  insurance: '保险',
  protection: '劳动保护',
  specialAccount: '农民工工资专用账户',
  collectiveAccount: '村集体账户',
  fiscalCard: '财政一卡通',
  roster: '名册',
  attendance: '考勤',
  pay: '报酬发放',
  weather: '天气',
  materials: '材料',
  design: '设计',
  land: '用地',
  funds: '资金',
  labor: '用工',
  season: '农时',
  quality: '质量',
  agreed: '同意',
  returned: '退回',
  worker: '本人',
  proxy: '书面委托的人',
  corrected: '更正',
  upheld: '维持',
  incomeTax: '代扣个人所得税',
  socialInsurance: '代扣社会保险费',
  courtOrder: '法院判决、裁定代扣',
  readOut: '当面宣读',
  fingerprint: '按指印',
  phone: '电话',
  message: '短信',
  visit: '上门',
  posting: '张贴',
  card: '本人银行卡',
  cash: '现金',
  inKind: '实物或有价证券',
  forceMajeure: '不可抗力',
  ownerTransferLate: '业主人工费拨付迟延',
  bankFailure: '银行原因',
  employerDelay: '用工单位原因',
  accountClosed: '账户已销户',
  nameMismatch: '户名不符',
  accountFrozen: '账户受限',
  deposited: '已向公证机构提存',
  awarded: '按仲裁裁决或判决另行支付',
  contractDone: '完成设计和合同内容',
  technicalFiles: '技术档案和施工管理资料',
  materialReports: '材料试验报告',
  qualityPapers: '各方质量合格文件',
  warranty: '工程保修书',
  qualified: '合格',
  unqualified: '不合格',
  constructionMode: '建设方式',
  resolution: '村民议事决定',
  districtDepartment: '区级部门',
} as const;

/** Every value an enumeration of a command or a state may take, where no field asks for another word. */
export const valueLabels: Readonly<Record<string, string>> = {
  ...bodyKindLabels,
  ...postKindLabels,
  ...roleLabels,
  ...Object.fromEntries(sectorKinds.map((kind) => [kind, bodyKindLabels[kind]])),
  ...segmentStageLabels,
  ...stageLabels,
  ...projectStatusLabels,
  ...scopeClassLabels,
  ...aimLabels,
  ...benefitLinkLabels,
  ...segmentKindLabels,
  ...riskClassLabels,
  ...engagementLabels,
  ...throughLabels,
  ...courseLabels,
  ...methodLabels,
  ...lineStatusLabels,
  ...documentKindLabels,
  ...stageTerms,
  ...priorityLabels,
  other: '其他',
};

/** Where one word means different things by field, the field decides. */
const decisionLabels = {
  agree: '同意',
  agreeInPrinciple: '原则同意',
  disagree: '不同意',
  opinion: '协办意见',
} satisfies Record<Decision, string>;

export const matterKindLabels = {
  approvalReply: '立项批复',
  fundAllocation: '资金拨付文件',
  earlyDocuments: '前期要件的以工代赈要求',
  projectChange: '项目地点、规模、内容变更',
  steering: '暂停、恢复、退回或撤销项目',
  paySheet: '报酬表核对',
  acceptance: '竣工验收',
  ruleOverride: '突破可突破的规则',
  annualPlan: '年度计划和项目清单',
  planChange: '计划和清单调整',
} satisfies Record<MatterKind, string>;

const modeWays = { all: '会签', any: '或签', inOrder: '依次签', share: '票决（按比例）', number: '票决（按票数）' };
export const entryStandingLabels = { active: '当年实施', reserve: '储备' } satisfies Record<EntryStanding, string>;
export const planStatusLabels = {
  none: '尚未编制',
  drafting: '编制中',
  posted: '公示中',
  submitted: '送审中',
  approved: '已审定',
} satisfies Record<Plan['status'], string>;
export const objectionSourceLabels = {
  villager: '村民',
  village: '村（村委会、集体经济组织）',
  enterprise: '企业',
  organ: '机关单位',
  anonymous: '匿名',
} satisfies Record<ObjectionSource, string>;
export const objectionVerdictLabels = {
  upheld: '异议成立，改正后重新公示',
  rejected: '异议不成立',
} satisfies Record<ObjectionVerdict, string>;
const postingTopicLabels = {
  projectList: '年度计划和项目清单',
  wageBatch: '劳务报酬',
  planNotice: '计划下达',
  rosterPriority: '优先人员',
  acceptance: '竣工验收',
  reward: '激励',
} satisfies Record<PostingTopic, string>;

export const documentForLabels = {
  approvalReply: '立项批复',
  fundAllocation: '资金拨付文件',
  annualPlan: '年度计划文件',
  planChange: '计划调整文件',
} satisfies Record<DocumentFor, string>;

export const urgencyLabels = { normal: '普通', urgent: '加急', extraUrgent: '特急' } satisfies Record<
  DocumentContent['urgency'],
  string
>;
export const opennessLabels = { open: '主动公开', onRequest: '依申请公开', notOpen: '不予公开' } satisfies Record<
  DocumentContent['openness'],
  string
>;

export const stopReasonLabels = {
  corrections: '补正材料',
  posting: '公示',
  expertReview: '专家评审',
  hearing: '听证',
} satisfies Record<StopReason, string>;
export const stopReasonLabel = (reason: string): string => stopReasonLabels[reason as StopReason] ?? reason;

const valueLabelsByField: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  phase: phaseLabels,
  urgency: urgencyLabels,
  openness: opennessLabels,
  secrecy: { none: '一般', workSecret: '工作秘密' },
  seal: { electronic: '电子印章', physical: '实物印章' },
  channel: { exchange: '公文交换系统', paper: '纸质寄送', inPerson: '当面送达' },
  gateSet: gateSetNames,
  source: { ...fundSourceLabels, ...objectionSourceLabels },
  mode: modeLabels,
  unit: unitLabels,
  engagement: engagementLabels,
  through: throughLabels,
  course: courseLabels,
  method: { ...stageTerms, ...methodLabels },
  ground: { ...stageTerms, disasterRelief: '抢险救灾' },
  chapter: { ...stageTerms, training: '培训' },
  topic: { quality: '质量', safety: '安全', ...postingTopicLabels },
  topics: { roster: '名册', attendance: '考勤', pay: '报酬发放' },
  outcome: { agreed: '同意', returned: '退回', corrected: '更正', upheld: '维持', received: '已到账' },
  payee: { worker: '务工人员本人', other: '他人' },
  by: {
    worker: '本人',
    proxy: '书面委托的人',
    relation: '按与项目的关系',
    office: '按机构类别',
    body: '指定机构',
  },
  way: { ...stageTerms, paper: '纸质签字', ...modeWays },
  level: { city: '市级部门', district: '区级单位', township: '乡镇' },
  relation: {
    ...roleLabels,
    employer: '用工单位',
    checker: '报酬表核对单位',
    originalApprover: '原审批机关',
    draftingBody: '起草单位',
  },
  of: { district: '本区', city: '市级' },
  dedupe: { none: '每个环节都签', first: '只认首次签署', last: '只在最后签署' },
  onRefusal: { return: '退回起草', end: '事项终止' },
  origin: { project: '已提出的项目', candidate: '尚未提出的候选项目' },
  standing: entryStandingLabels,
  verdict: { ...stageTerms, ...objectionVerdictLabels },
  entersAt: { approval: '立项审批', mobilization: '组织动员' },
  priority: priorityLabels,
  key: parameterLabels,
  decision: decisionLabels,
  reason: stopReasonLabels,
  type: commandLabels,
  command: commandLabels,
  rules: Object.fromEntries(ruleRegister.map(({ id, zh }) => [id, `${id} ${zh}`])),
  kind: {
    ...documentForLabels,
    ...matterKindLabels,
    vote: '签署',
    before: '加签（在前）',
    after: '加签（在后）',
    assist: '协办',
  },
  matterKinds: matterKindLabels,
  onward: { again: '重新逐级走', back: '改后直接回到我' },
  position: { before: '加签在前（办后回到我）', after: '加签在后（我办后接着办）', assist: '请协办（只提意见）' },
  partyTypes: { ...roleLabels, districtDepartment: '区级部门' },
};

/** The label of an enumeration's value in a field; undefined where none is known. */
export const valueLabel = (value: string, field?: string): string | undefined =>
  (field !== undefined ? valueLabelsByField[field]?.[value] : undefined) ?? valueLabels[value];
