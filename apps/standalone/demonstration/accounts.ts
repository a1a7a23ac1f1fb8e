import { createHash } from 'node:crypto';

/** An account of the demonstration district; printed after the start, so never one of a real district. */
export interface DemonstrationAccount {
  readonly login: string;
  readonly password: string;
  readonly title: string;
}

/** Who an account is for: the post held, or a worker. */
export interface Persona extends DemonstrationAccount {
  /** `<bodyId>/<postId>`; null for the worker, who acts as a person, and for the administrator, who has a post already */
  readonly post: string | null;
}

/** Known to everybody who reads this: for a district that does not exist. */
export const demonstrationPassword = 'yanshi-2026';

export const administratorLogin = 'admin';
export const workerLogin = 'worker';

const persona = (login: string, post: string | null, title: string): Persona => ({
  login,
  password: demonstrationPassword,
  title,
  post,
});

/** Every persona of the system with an account of its own. */
export const personas: readonly Persona[] = [
  persona('leader', 'ys-gov/leader', '区政府分管领导'),
  persona('gov', 'ys-gov/handler', '区政府办公室经办人'),
  persona('drc', 'ys-drc/approver', '区发展改革委审批人'),
  persona('drc-handler', 'ys-drc/handler', '区发展改革委经办人'),
  persona('drc-leader', 'ys-drc/leader', '区发展改革委分管负责人'),
  persona('agriculture', 'ys-ara/approver', '区农业农村局审批人'),
  persona('agriculture-handler', 'ys-ara/handler', '区农业农村局经办人'),
  persona('agriculture-leader', 'ys-ara/leader', '区农业农村局分管负责人'),
  persona('finance', 'ys-fin/approver', '区财政局审批人'),
  persona('finance-handler', 'ys-fin/handler', '区财政局经办人'),
  persona('finance-leader', 'ys-fin/leader', '区财政局分管负责人'),
  persona('hrss', 'ys-hrss/handler', '区人力社保局经办人'),
  persona('hrss-approver', 'ys-hrss/approver', '区人力社保局审批人'),
  persona('hrss-leader', 'ys-hrss/leader', '区人力社保局分管负责人'),
  persona('water', 'ys-wat/approver', '区水务局审批人（行业主管部门）'),
  persona('water-handler', 'ys-wat/handler', '区水务局经办人'),
  persona('water-leader', 'ys-wat/leader', '区水务局分管负责人'),
  persona('township', 'ys-xingpo/handler', '杏坡镇经办人'),
  persona('township-approver', 'ys-xingpo/approver', '杏坡镇审批人'),
  persona('township-leader', 'ys-xingpo/leader', '杏坡镇分管负责人'),
  persona('collective', 'ys-xingpo-coop/handler', '杏坡村集体经济组织经办人'),
  persona('collective-pay', 'ys-xingpo-coop/pay-officer', '杏坡村集体经济组织劳资专管员'),
  persona('village', 'ys-xingpo-jw/handler', '杏坡村村务监督委员会'),
  persona('owner', 'ys-shuijian/handler', '项目业主经办人（区水利建设中心）'),
  persona('contractor', 'ys-jingshi/handler', '施工单位经办人'),
  persona('pay', 'ys-jingshi/pay-officer', '施工单位劳资专管员'),
  persona('technical', 'ys-jingshi/technical', '施工单位技术负责人'),
  persona('auditor', 'ys-audit/auditor', '区审计局审计人员'),
  persona('scheduler', 'ys-drc/scheduler', '牵头部门评估调度员'),
  persona('keeper', 'ys-gov/keeper', '补录员'),
];

export const workerPersona = persona(workerLogin, null, '务工人员 演山杏 001');

/** The administrator's password is the demonstration's own, unless whoever starts the system gave another. */
export const administratorPassword = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment.YIGONG_ADMIN_PASSWORD || demonstrationPassword;

const administrator = persona(administratorLogin, null, '系统管理员');

/** Accounts told at the start; a password that somebody gave is not told. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...personas,
  workerPersona,
  ...(administratorPassword() === demonstrationPassword ? [administrator] : []),
];

/**
 * The reference of the person who holds a post of the district: from the post, so that loading it again names the same person.
 * A version-8 UUID (RFC 9562).
 */
export function holderOf(post: string): string {
  const bytes = createHash('sha256').update(`yigong/demonstration/${post}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
