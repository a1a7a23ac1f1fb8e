import type { CivilDate } from '../calendar';
import type { RuleId } from './register/register';

/** What the integer counts; shares and multipliers are basis points, a class hour (学时) is no clock hour. */
export type ParameterUnit =
  | 'fen'
  | 'bp'
  | 'minutes'
  | 'minutesOfDay'
  | 'days'
  | 'hundredthsOfDay'
  | 'workingDays'
  | 'months'
  | 'years'
  | 'classHours'
  | 'count'
  | 'codes';

/** A later scope wins over an earlier one, from the first day of its entry. */
export const parameterScopes = ['beijing', 'district', 'project'] as const;
export type ParameterScope = (typeof parameterScopes)[number];

/** A value in force from a day on, to a last day where it has one. Null says outright that there is no value. */
export interface DatedValue<K extends string, V> {
  key: K;
  value: V;
  unit: ParameterUnit;
  scope: ParameterScope;
  from: CivilDate;
  /** the last day in force */
  to?: CivilDate;
  rule: RuleId;
  source: string;
  /** read in the source itself; else a default to be confirmed before go-live */
  confirmed: boolean;
}

type Amount = number | null;

const value =
  (confirmed: boolean) =>
  <const K extends string>(
    key: K,
    amount: Amount,
    unit: Exclude<ParameterUnit, 'codes'>,
    from: CivilDate,
    rule: RuleId,
    source: string,
  ): DatedValue<K, Amount> => ({ key, value: amount, unit, scope: 'beijing', from, rule, source, confirmed });
const seen = value(true);
const assumed = value(false);

const opinionOn = '2023-10-17';
const wages724 = '2020-05-01';
const order57 = '2023-03-01';
const pipl = '2021-11-01';
const practice = '各地通知做法';
const ours = '本系统默认值';

export const payValues = [
  seen('wageShare.centralBudget.floor', 3000, 'bp', order57, 'R-FUND-10', '国办函〔2022〕58号'),
  assumed('wageShare.fiscalTask.floor', null, 'bp', order57, 'R-FUND-11', '按计划文件'),
  seen('wageShare.localOnly.floor', null, 'bp', opinionOn, 'R-FUND-12', '意见三（四）未定比例'),
  seen('pay.cycle.max', 1, 'months', wages724, 'R-PAY-18', '国务院令第724号 第十三条'),
  seen('pay.cycle.partTime.max', 15, 'days', '2008-01-01', 'R-PAY-18', '劳动合同法 第七十二条'),
  seen('pay.laborCostTransfer.max', 1, 'months', wages724, 'R-PAY-12', '国务院令第724号 第二十四条'),
  seen('pay.account.openWithin', 30, 'days', '2021-07-07', 'R-PAY-10', '人社部发〔2021〕53号'),
  seen('pay.account.closeNotice', 30, 'days', wages724, 'R-PAY-22', '国务院令第724号 第二十七条'),
  seen('pay.cardShare.target', 10_000, 'bp', opinionOn, 'R-PAY-01', '意见三（四）'),
  assumed('pay.confirm.factors', 1, 'count', opinionOn, 'R-NAT-26', ours),
  assumed('pay.unconfirmed.notices', 2, 'count', opinionOn, 'R-CONF-01', ours),
  assumed('pay.dispute.reply', 3, 'workingDays', opinionOn, 'R-WAGE-22', ours),
  assumed('minWage.month', 2420_00, 'fen', '2023-09-01', 'R-WAGE-12', '北京市最低工资标准（2023年）'),
  assumed('minWage.month', 2540_00, 'fen', '2025-09-01', 'R-WAGE-12', '北京市最低工资标准（2025年）'),
  assumed('minWage.hour.fullTime', 13_91, 'fen', '2023-09-01', 'R-WAGE-12', '北京市最低工资标准（2023年）'),
  assumed('minWage.hour.fullTime', 14_60, 'fen', '2025-09-01', 'R-WAGE-12', '北京市最低工资标准（2025年）'),
  assumed('minWage.hour.partTime', 26_40, 'fen', '2023-09-01', 'R-WAGE-12', '北京市最低工资标准（2023年）'),
  assumed('minWage.hour.partTime', 27_70, 'fen', '2025-09-01', 'R-WAGE-12', '北京市最低工资标准（2025年）'),
  assumed('minWage.hour.partTimeHoliday', 62_00, 'fen', '2023-09-01', 'R-WAGE-12', '北京市最低工资标准（2023年）'),
  assumed('minWage.hour.partTimeHoliday', 65_00, 'fen', '2025-09-01', 'R-WAGE-12', '北京市最低工资标准（2025年）'),
  assumed('wage.daysPerMonth', 21_75, 'hundredthsOfDay', '2008-01-03', 'R-WAGE-13', '劳社部发〔2008〕3号'),
  assumed('deposit.rate.min', 100, 'bp', '2021-11-01', 'R-PAY-25', '人社部发〔2021〕65号'),
  assumed('deposit.rate.max', 300, 'bp', '2021-11-01', 'R-PAY-25', '人社部发〔2021〕65号'),
  assumed('deposit.exemptBelow', 3_000_000_00, 'fen', '2021-11-01', 'R-PAY-25', '人社部发〔2021〕65号'),
] as const;

export const workValues = [
  seen('worktime.day', 480, 'minutes', '1995-01-01', 'R-ATT-11', '劳动法 第三十六条'),
  seen('worktime.week', 2640, 'minutes', '1995-01-01', 'R-ATT-11', '劳动法 第三十六条'),
  seen('worktime.restDays', 1, 'days', '1995-01-01', 'R-ATT-11', '劳动法 第三十八条'),
  seen('overtime.day.max', 180, 'minutes', '1995-01-01', 'R-ATT-12', '劳动法 第四十一条'),
  seen('overtime.month.max', 2160, 'minutes', '1995-01-01', 'R-ATT-12', '劳动法 第四十一条'),
  seen('overtime.multiplier.workday', 15_000, 'bp', '1995-01-01', 'R-WAGE-11', '劳动法 第四十四条'),
  seen('overtime.multiplier.restDay', 20_000, 'bp', '1995-01-01', 'R-WAGE-11', '劳动法 第四十四条'),
  seen('overtime.multiplier.holiday', 30_000, 'bp', '1995-01-01', 'R-WAGE-11', '劳动法 第四十四条'),
  seen('age.min', 16, 'years', '1995-01-01', 'R-AGE-01', '劳动法 第十五条'),
  seen('age.minor.maxExclusive', 18, 'years', '1995-01-01', 'R-AGE-02', '劳动法 第五十八条'),
  assumed('age.limit.standard.male', 60, 'years', opinionOn, 'R-AGE-03', practice),
  assumed('age.limit.standard.female', 55, 'years', opinionOn, 'R-AGE-03', practice),
  assumed('age.limit.hazard.male', 55, 'years', opinionOn, 'R-AGE-03', practice),
  assumed('age.limit.hazard.female', 45, 'years', opinionOn, 'R-AGE-03', practice),
  assumed('age.limit.light', null, 'years', opinionOn, 'R-AGE-04', '轻体力岗位不设上限'),
  assumed('age.light.extraCareFrom.male', 60, 'years', opinionOn, 'R-AGE-05', ours),
  assumed('age.light.extraCareFrom.female', 55, 'years', opinionOn, 'R-AGE-05', ours),
  seen('training.first.general', 24, 'classHours', '2006-03-01', 'R-TRAIN-14', '生产经营单位安全培训规定'),
  seen('training.first.building.company', 15, 'classHours', '1997-05-04', 'R-TRAIN-15', '建筑业安全培训教育规定'),
  seen('training.first.building.project', 15, 'classHours', '1997-05-04', 'R-TRAIN-15', '建筑业安全培训教育规定'),
  seen('training.first.building.crew', 20, 'classHours', '1997-05-04', 'R-TRAIN-15', '建筑业安全培训教育规定'),
  seen('training.yearly.other', 15, 'classHours', '1997-05-04', 'R-TRAIN-16', '建筑业安全培训教育规定'),
  seen('training.return', 20, 'classHours', '1997-05-04', 'R-TRAIN-16', '建筑业安全培训教育规定'),
  assumed('survey.refresh', 12, 'months', opinionOn, 'R-SURV-01', ours),
  assumed('supervision.checks', 1, 'count', opinionOn, 'R-ROST-01', `${ours}：每项目每月`),
  seen('forest.localLabor.plain', 6000, 'bp', '2021-11-25', 'R-MAINT-14', '关于促进本市农民增收若干措施'),
  seen('forest.localLabor.nursery', 5000, 'bp', '2021-11-25', 'R-MAINT-14', '关于促进本市农民增收若干措施'),
  seen('forest.localLabor.mountain', 8000, 'bp', '2021-11-25', 'R-MAINT-14', '关于促进本市农民增收若干措施'),
  assumed('publicPost.term', 1, 'years', opinionOn, 'R-POST-11', '公益性岗位开发管理规定'),
  assumed('publicPost.maxTotal', 3, 'years', opinionOn, 'R-POST-11', '公益性岗位开发管理规定'),
] as const;

export const procedureValues = [
  assumed('posting.wageBatch', 7, 'days', opinionOn, 'R-NAT-25', practice),
  assumed('posting.planNotice', 10, 'workingDays', opinionOn, 'R-NAT-27', practice),
  assumed('posting.projectList', 5, 'workingDays', opinionOn, 'R-PUB-01', ours),
  assumed('posting.rosterPriority', 5, 'workingDays', opinionOn, 'R-PUB-01', ours),
  assumed('posting.acceptance', 7, 'days', opinionOn, 'R-NAT-28', ours),
  assumed('posting.reward', 5, 'workingDays', opinionOn, 'R-INC-10', ours),
  seen('posting.tenderCandidate', 3, 'days', '2012-02-01', 'R-INV-25', '招标投标法实施条例 第五十四条'),
  seen('disclosure.government', 20, 'workingDays', '2019-05-15', 'R-PUB-03', '政府信息公开条例 第二十六条'),
  seen('invest.estimateOverrun', 1000, 'bp', '2019-07-01', 'R-INV-06', '国务院令第712号 第十二条'),
  assumed('invest.simplified.ceiling', null, 'fen', opinionOn, 'R-INV-08', '由各区确定'),
  assumed('permit.smallWorks.ceiling', 300_000_00, 'fen', opinionOn, 'R-INV-21', '建筑工程施工许可管理办法 第二条'),
  seen('tender.works', 4_000_000_00, 'fen', '2018-06-01', 'R-INV-22', '国家发展改革委令第16号 第五条'),
  seen('tender.goods', 2_000_000_00, 'fen', '2018-06-01', 'R-INV-22', '国家发展改革委令第16号 第五条'),
  assumed('tender.services', 1_000_000_00, 'fen', '2018-06-01', 'R-INV-22', '国家发展改革委令第16号 第五条'),
  seen('accept.filing', 15, 'days', '2000-01-30', 'R-INV-32', '建设工程质量管理条例 第四十九条'),
  seen('accept.archiveTransfer', 6, 'months', '2016-01-01', 'R-INV-33', '北京市建设工程质量条例 第五十二条'),
  seen('accept.finalAccounts', 3, 'months', '2016-09-01', 'R-INV-36', '财建〔2016〕503号 第二条'),
  seen('accept.finalAccounts.extension', 2, 'months', '2016-09-01', 'R-INV-36', '财建〔2016〕503号 第二条'),
  seen('retention.payLedger', 3, 'years', wages724, 'R-LEDG-11', '国务院令第724号 第十五条'),
  seen('retention.hiringLedger', 3, 'years', wages724, 'R-ROST-19', '国务院令第724号 第二十八条'),
  assumed('retention.attendanceMedia', 2, 'years', '2019-03-01', 'R-ROST-21', '建市〔2019〕18号 第十三条'),
  assumed('retention.workReliefPayArchive', 30, 'years', opinionOn, 'R-NAT-33', ours),
  seen('retention.log', 180, 'days', '2017-06-01', 'R-SEC-01', '网络安全法 第二十一条'),
  assumed('retention.log.product', 1095, 'days', opinionOn, 'R-SEC-01', ours),
  seen('retention.piaReport', 3, 'years', pipl, 'R-PRIV-10', '个人信息保护法 第五十六条'),
  assumed('eval.satisfaction', 9000, 'bp', opinionOn, 'R-EVAL-10', practice),
  assumed('eval.started', 9500, 'bp', opinionOn, 'R-EVAL-11', practice),
  assumed('eval.paidOut', 9500, 'bp', opinionOn, 'R-EVAL-11', practice),
  assumed('eval.planDone', 9500, 'bp', opinionOn, 'R-EVAL-11', practice),
  assumed('eval.planSplit', 20, 'workingDays', opinionOn, 'R-EVAL-11', practice),
  assumed('step.limit.default', 5, 'workingDays', opinionOn, 'R-OA-17', ours),
  assumed('step.limit.extraUrgent', 240, 'minutes', opinionOn, 'R-OA-17', ours),
  assumed('office.morning.from', 8 * 60 + 30, 'minutesOfDay', opinionOn, 'R-OA-17', ours),
  assumed('office.morning.to', 12 * 60, 'minutesOfDay', opinionOn, 'R-OA-17', ours),
  assumed('office.afternoon.from', 13 * 60, 'minutesOfDay', opinionOn, 'R-OA-17', ours),
  assumed('office.afternoon.to', 17 * 60 + 30, 'minutesOfDay', opinionOn, 'R-OA-17', ours),
  assumed('urge.interval', 2, 'workingDays', opinionOn, 'R-OA-11', ours),
  assumed('urge.before', 1, 'workingDays', opinionOn, 'R-OA-11', ours),
  assumed('urge.before.extraUrgent', 60, 'minutes', opinionOn, 'R-OA-11', ours),
  assumed('escalation.limit', 2, 'workingDays', opinionOn, 'R-OA-14', ours),
  assumed('privacy.requestReply', 15, 'workingDays', pipl, 'R-PRIV-08', ours),
  assumed('attachment.maxMegabytes', 20, 'count', opinionOn, 'R-DOC-12', ours),
  assumed('login.maxTries', 5, 'count', opinionOn, 'R-SEC-05', 'GB/T 22239-2019'),
  assumed('login.idleMinutes', 30, 'minutes', opinionOn, 'R-SEC-05', 'GB/T 22239-2019'),
] as const;

/** Costs that never count as labor pay: the first two as read in notices, the rest of our own. */
export const excludedCosts: DatedValue<'wageShare.excludedCosts', readonly string[] | null> = {
  key: 'wageShare.excludedCosts',
  value: ['vehicleHire', 'machineHire', 'material', 'management'],
  unit: 'codes',
  scope: 'beijing',
  from: opinionOn,
  rule: 'R-NAT-20',
  source: practice,
  confirmed: false,
};
