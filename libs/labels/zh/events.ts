import type { EvaluationEvents } from '#domain/evaluation/messages';
import type { GenericEvents } from '#domain/generic';
import type { OrganizationEvents } from '#domain/organization/messages';
import type { RulebookEvents } from '#domain/rulebook/messages';
import type { SignoffEvents } from '#domain/signoff/events';
import type { ProjectEvents } from '#domain/subjects';
import type { DistrictCourseEvents } from '#domain/training/district-course';
import type { WagesEvents } from '#domain/wages/messages';

export type EventType =
  | keyof ProjectEvents
  | keyof SignoffEvents
  | keyof WagesEvents
  | keyof OrganizationEvents
  | keyof RulebookEvents
  | keyof EvaluationEvents
  | keyof DistrictCourseEvents
  | keyof GenericEvents;

/** What happened, as one line of a timeline begins. */
export const eventLabels = {
  MatterStarted: '发起审批',
  StepOpened: '进入环节',
  StepResumed: '环节继续办理',
  DraftSubmitted: '送审',
  Decided: '提出审批意见',
  StepPassed: '环节通过',
  StepFailed: '环节未通过',
  Returned: '退回',
  StepSentBack: '退回起草',
  Recalled: '撤回意见',
  SignerAdded: '加签或请协办',
  SignerRemoved: '减签',
  SeatReassigned: '转办',
  Copied: '抄送',
  Urged: '催办',
  MatterEnded: '审批办结',
  ProjectProposed: '提出项目',
  ProposalRevised: '修改项目方案',
  FeasibilityStated: '说明可行性',
  ProjectReserved: '列入储备',
  ProjectListed: '列入年度项目清单',
  WorkReliefAdopted: '中途采用以工代赈',
  ConstructionModeChosen: '确定建设方式',
  DocumentFiled: '登记前期要件',
  ParentActCited: '引用上级项目文件',
  VillageResolved: '村民议事决定',
  DutyMatrixRecorded: '明确各方责任',
  ContractAwarded: '发包',
  WageStandardFiled: '备案劳务报酬标准',
  ApprovalReplyIssued: '印发立项批复',
  FundAllocationIssued: '印发资金下达文件',
  DocumentVoided: '作废文件',
  ApprovalCompleted: '立项审批完成',
  MobilizationOpened: '启动组织动员',
  PostsPublished: '公布岗位',
  WorkersEnrolled: '登记务工人员',
  AgreementsSigned: '签订用工协议',
  WorkerWithdrawn: '务工人员退出',
  PayChannelReadied: '发薪账户就绪',
  InsuranceRecorded: '参加保险',
  RosterChecked: '抽查名册',
  RosterConfirmed: '确认用工名册',
  CourseRecorded: '培训',
  DisclosureRecorded: '技术交底',
  FirstShiftCleared: '首班可以上岗',
  WorksStarted: '开工',
  AttendanceRecorded: '登记考勤',
  AttendanceCorrected: '更正考勤',
  AttendanceSealed: '封存考勤',
  ProgressReported: '报告工程进度',
  InspectionRecorded: '检查',
  DefectClosed: '问题已整改',
  CompletionReported: '完工',
  PeriodOpened: '开立工资期间',
  WageSheetSealed: '编制工资表',
  SheetReviewed: '复核工资表',
  LineConfirmed: '本人确认工资',
  LineDisputed: '本人提出异议',
  LineConfirmedOnSite: '现场确认工资',
  DisputeResolved: '答复异议',
  LineCorrected: '更正工资',
  DisputedReserved: '预留有争议的款项',
  LinesMarkedUnconfirmed: '标注未答复',
  PaymentRecorded: '发放',
  ReceiptsRecorded: '银行回执',
  LineClosed: '依法关闭',
  LedgerFiled: '备案发放台账',
  PeriodSettled: '本期结清',
  WagePeriodNoted: '工资期间开立',
  WagePeriodSettlementNoted: '工资期间结清',
  SegmentWagesSettled: '劳务报酬结清',
  AcceptanceFilePrepared: '编制验收材料',
  AcceptanceSigned: '签署验收意见',
  AcceptanceFiled: '验收备案',
  HandedOver: '移交',
  UpkeepSegmentOpened: '设立管护环节',
  UpkeepPostsOffered: '提供管护岗位',
  UpkeepContinued: '续接管护',
  ProjectClosed: '办结项目',
  EvaluationRequested: '启动年度评估',
  EvaluationFrozen: '冻结评估依据',
  ResultRecorded: '得出评估结果',
  RerunRequested: '要求重算',
  ProjectSuspended: '暂停项目',
  ProjectResumed: '恢复项目',
  SentBack: '退回前面的阶段',
  ProjectCancelled: '撤销项目',
  EventCorrected: '更正记录',
  DistrictCourseRecorded: '区级培训',
  BodyRegistered: '登记机构',
  PostCreated: '设立岗位',
  HolderAppointed: '任职',
  AppointmentEnded: '卸任',
  LeaderNamed: '明确分管领导',
  MechanismEstablished: '建立工作机制',
  LaborMechanismEstablished: '建立劳务沟通协调机制',
  LaborSurveyed: '劳动力摸底',
  GuidanceRecorded: '指导意见',
  ParameterSet: '设定参数',
  CalendarYearLoaded: '装入年度日历',
  DutiesChanged: '待办变动',
  DutyLapsed: '逾期',
  WarningAccepted: '说明理由后继续',
} satisfies Record<EventType, string>;

/** The label of an event whose name comes from data. */
export const eventLabel = (type: string): string => (eventLabels as Readonly<Record<string, string>>)[type] ?? type;
