import type { AnyFacts } from '../facts';
import { yearOf } from '../calendar';
import type { Project, Segment } from '../project';
import { check, type Check } from '../rules';
import { segmentOf as catalogued } from '../rulebook/catalogue/catalogue';
import type { Handover } from './state';

const items: Record<keyof Omit<Handover, 'on'>, string> = {
  asset: '资产',
  titleOwner: '产权人',
  upkeepBody: '管护单位',
  duty: '管护责任',
  method: '管护方式',
  moneySource: '资金来源',
};

/** What a handover is held to. @clause CL-13 */
export const handoverRules: readonly Check<{ project: Project; data: Omit<Handover, 'on'> }>[] = [
  check('R-INV-31', ({ project: { acceptance, phase } }) => ({
    holds: phase === 'maintenance' && acceptance.filedOn !== null,
    need: '竣工验收合格并备案的工程',
    found: acceptance.filedOn ? `${acceptance.filedOn} 已备案` : '尚未验收备案',
    mend: '先完成竣工验收和备案',
  })),
  check('R-MAINT-10', ({ data }) => {
    const missing = (Object.keys(items) as (keyof typeof items)[]).filter((key) => data[key] === '');
    return {
      holds: missing.length === 0,
      need: '移交记录写明资产、产权人、管护单位和责任、管护方式、资金来源',
      found: missing.length === 0 ? '齐全' : `缺${missing.map((key) => items[key]).join('、')}`,
      mend: '补齐后再移交',
      ...(missing[0] && { field: missing[0] }),
    };
  }),
];

const handedOver = check<{ project: Project }>('R-MAINT-10', ({ project: { maintenance } }) => ({
  holds: maintenance.handover !== null,
  need: '已移交管护',
  found: maintenance.handover ? `${maintenance.handover.on} 已移交` : '尚未移交',
  mend: '由业主先办理“移交管护”',
}));

/** What the opening of an upkeep segment is held to. @clause CL-33 */
export const upkeepRules: readonly Check<{ project: Project; codes: readonly string[] }>[] = [
  handedOver,
  check('R-SEG-02', ({ codes }) => {
    const unknown = codes.filter((code) => catalogued(code)?.kind !== 'postBuildMaintenance');
    return {
      holds: unknown.length === 0,
      need: '指导目录中的管护环节编码',
      found: unknown.length === 0 ? codes.join('、') : unknown.join('、'),
      mend: '从指导目录中选择',
      field: 'codes',
    };
  }),
];

interface Offering {
  segment: Segment;
  workers: readonly { personRef: string; postId: string }[];
  termYears: number;
  facts: AnyFacts;
}

/** What an offer of upkeep posts is held to. @clause CL-33 */
export const offerRules: readonly Check<Offering>[] = [
  check('R-MAINT-15', ({ segment, workers }) => {
    const posts = new Set(segment.mobilization.posts.map(({ id }) => id));
    const unknown = workers.filter(({ postId }) => !posts.has(postId)).length;
    return {
      holds: segment.kind === 'upkeep' && unknown === 0,
      need: '管护环节已公布的岗位，用工、考勤、报酬与建设期同样管理',
      found:
        segment.kind !== 'upkeep' ? '不是管护环节' : unknown === 0 ? '均为已公布岗位' : `${unknown} 人的岗位未公布`,
      mend: '先在管护环节公布岗位',
      field: 'workers',
    };
  }),
  check('R-MAINT-01', ({ workers, facts }) => {
    const builders = new Set(facts.builders);
    const others = workers.filter(({ personRef }) => !builders.has(personRef)).length;
    return {
      holds: others === 0,
      need: '优先安排参加过本项目建设的人员',
      found: others === 0 ? `${workers.length} 人均参加过建设` : `${others} 人未参加过建设`,
      mend: '优先安排参加过建设的人员，或说明理由',
      field: 'workers',
    };
  }),
  check('R-POST-11', ({ workers, termYears, facts }) => {
    const most = facts.parameters['publicPost.maxTotal'] ?? 3;
    const twice = workers.length - new Set(workers.map(({ personRef }) => personRef)).size;
    return {
      holds: termYears <= most && twice === 0,
      need: `一人一岗，期限合计不超过 ${most} 年`,
      found: twice > 0 ? `${twice} 人安排了两个岗位` : `${termYears} 年`,
      mend: '缩短期限，或去掉重复的人员',
      field: twice > 0 ? 'workers' : 'termYears',
    };
  }),
];

interface MaintenanceGate {
  project: Project;
  facts: AnyFacts;
  on: string;
}

/** Gates of maintenance: met before the project is closed. */
export const maintenanceGates: readonly Check<MaintenanceGate>[] = [
  check('R-MAINT-10', ({ project }) => handedOver.compare({ project })),
  check('P-ORDER', ({ project: { segments } }) => {
    const underway = segments.filter(({ stage }) => stage !== 'done');
    return {
      holds: underway.length === 0,
      need: '各用工环节（含管护）均已结清',
      found: underway.length === 0 ? '均已结清' : underway.map(({ name }) => name).join('、'),
      mend: '结清管护环节的报酬后再办结',
    };
  }),
  check('R-PAY-21', ({ facts: { projectPay } }) => {
    const open = projectPay?.openLines ?? 0;
    const disputedFen = projectPay?.disputedFen ?? 0;
    return {
      holds: open === 0 && disputedFen === 0,
      need: '没有未到账或有争议的报酬',
      found: open > 0 ? `${open} 笔未到账` : disputedFen > 0 ? '尚有争议报酬' : '没有',
      mend: '发放到账或依法了结后再办结',
    };
  }),
  check('R-MAINT-15', ({ project: { maintenance }, on }) => {
    const through = maintenance.throughYear;
    return {
      holds: through === null || yearOf(on) > through,
      need: through === null ? '没有在期的管护' : `${through} 年管护期满`,
      found: on,
      mend: '管护期满后再办结，或继续管护',
    };
  }),
];
