import type { BodyKind, PostKind, Role } from '#domain/organization/roles';

export const bodyKindLabels = {
  districtGovernment: '区人民政府',
  developmentAreaCommittee: '经开区管委会',
  developmentReform: '发展改革',
  agriculture: '农业农村',
  finance: '财政',
  humanResources: '人力资源社会保障',
  housingConstruction: '住房城乡建设',
  transport: '交通',
  water: '水务',
  cultureTourism: '文化旅游',
  health: '卫生健康',
  landscapeForestry: '园林绿化',
  sports: '体育',
  township: '乡镇人民政府',
  subdistrict: '街道办事处',
  villageCollective: '农村集体经济组织',
  villageSupervision: '村务监督委员会',
  cooperative: '合作社',
  enterprise: '企业',
  supervisionEngineer: '监理单位',
  audit: '审计机关',
  municipalDepartment: '市级部门',
  platform: '系统运行单位',
} satisfies Record<BodyKind, string>;

export const postKindLabels = {
  head: '主要负责人',
  leaderInCharge: '分管领导',
  approver: '审批人',
  handler: '经办人',
  laborPayOfficer: '劳资专管员',
  technicalManager: '技术负责人',
  safetyOfficer: '安全员',
  auditor: '审计人员',
  scheduler: '评估调度员',
  recordKeeper: '补录员',
  systemAdministrator: '系统管理员',
} satisfies Record<PostKind, string>;

export const postKindName = (kind: string): string =>
  (postKindLabels as Readonly<Record<string, string>>)[kind] ?? kind;

export const roleLabels = {
  districtGovernment: '区人民政府',
  developmentReform: '发展改革部门',
  agriculture: '农业农村部门',
  finance: '财政部门',
  humanResources: '人力资源社会保障部门',
  sectorDepartment: '行业主管部门',
  township: '乡镇人民政府',
  owner: '项目业主',
  contractor: '施工单位',
  collective: '农村集体经济组织',
  villageSupervision: '村务监督委员会',
  supervisionEngineer: '监理单位',
  municipalDepartment: '市级部门',
  leaderInCharge: '分管领导',
  laborPayOfficer: '劳资专管员',
  technicalManager: '技术负责人',
  auditor: '审计人员',
  scheduler: '评估调度员',
  recordKeeper: '补录员',
  systemAdministrator: '系统管理员',
  worker: '务工人员本人',
  system: '系统',
} satisfies Record<Role, string>;

export const roleName = (role: string): string => (roleLabels as Readonly<Record<string, string>>)[role] ?? role;
