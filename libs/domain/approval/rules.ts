import type { AnyFacts } from '../facts';
import { formatYuan, roundDown, shareOf, sumFen, timesMinutes } from '../money';
import type { Project } from '../project';
import type { RuleId } from '../rulebook/register/register';
import { check, type Check } from '../rules';

import type { approvalCommands, ApprovalData } from './messages';
import { planChapterItems, standing, type DocumentKind, type PlanChapterItem } from './state';

export interface Judged<T extends keyof typeof approvalCommands> {
  project: Project;
  data: ApprovalData<T>;
  facts: AnyFacts;
}

/** A licence is printed on its own form and has no room for the text; every other paper carries it. */
const withoutText: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['constructionPermit']);

/** The text of the work-relief requirement: there, and about work-relief. @clause CL-42 CL-51 */
const states = (text: string): boolean => text.includes('以工代赈');

/** A document that must state the requirement is refused without it. @rule R-APPR-01 R-FUND-02 R-APPR-02 */
export const requirementStated = (rule: Extract<RuleId, 'R-APPR-01' | 'R-FUND-02' | 'R-APPR-02'>, paper: string) =>
  check<{ requirement: string }>(rule, ({ requirement }) => ({
    holds: states(requirement),
    need: `${paper}写明以工代赈要求`,
    found: requirement === '' ? '未写明' : states(requirement) ? '已写明' : '所填文字未提及以工代赈',
    mend: `在${paper}正文中写入以工代赈要求后再办理`,
    field: 'requirement',
  }));

const totalOf = ({ planning }: Project): number => sumFen(planning?.fundLines.map(({ amountFen }) => amountFen) ?? []);

export const modeRules: readonly Check<Judged<'chooseConstructionMode'>>[] = [
  check('R-INV-08', ({ project, data: { ground }, facts }) => {
    const ceiling = facts.parameters['invest.simplified.ceiling'];
    const simplified = ground === 'smallSimple' || (ground === null && project.planning?.scopeClass === 'smallMicro');
    return {
      holds: !simplified || ceiling === null || totalOf(project) <= ceiling,
      need: ceiling === null ? '本区未定简易审批投资上限' : `简易审批的总投资不超过 ${formatYuan(ceiling)}`,
      found: formatYuan(totalOf(project)),
      mend: '超过上限的按基本建设程序办理，或改变项目类别',
      field: 'ground',
    };
  }),
];

const chapterLabels: Record<PlanChapterItem, string> = {
  organizing: '群众组织方式',
  workAndHours: '工种与工时',
  totalPay: '报酬总额',
  payRates: '报酬标准',
  training: '培训',
};

export const documentRules: readonly Check<Judged<'fileDocument'>>[] = [
  check('R-APPR-02', ({ data: { kind, requirement } }) => ({
    ...requirementStated('R-APPR-02', '该要件').compare({ requirement }),
    ...(withoutText.has(kind) && { holds: true }),
  })),
  check('R-NAT-15', ({ data: { kind, chapter } }) => {
    const missing = planChapterItems.filter((item) => !chapter.includes(item));
    return {
      holds: (kind !== 'feasibilityStudy' && kind !== 'implementationPlan') || missing.length === 0,
      need: '设以工代赈专章：群众组织方式、工种与工时、报酬总额与标准、培训',
      found: missing.length === 0 ? '五项齐备' : `缺：${missing.map((item) => chapterLabels[item]).join('、')}`,
      mend: '补写专章后再归档',
      field: 'chapter',
    };
  }),
  check('R-INV-06', ({ project, data: { kind, totalFen }, facts }) => {
    const study = standing(project.approval, 'feasibilityStudy')?.totalFen ?? null;
    const overrun = facts.parameters['invest.estimateOverrun'];
    const most = study === null || overrun === null ? null : study + shareOf(study, overrun, roundDown);
    return {
      holds: kind !== 'estimate' || totalFen === null || most === null || totalFen <= most,
      need: most === null ? '可研估算未填' : `概算不超过可研估算的规定比例，即 ${formatYuan(most)}`,
      found: totalFen === null ? '未填写' : formatYuan(totalFen),
      mend: '报原审批部门；必要时重编可研',
      field: 'totalFen',
    };
  }),
];

const parties = {
  owner: '业主',
  builder: '施工单位或自建集体',
  supervisor: '监理或监督单位',
  township: '乡镇',
  district: '区',
};

export const dutyMatrixRules: readonly Check<Judged<'recordDutyMatrix'>>[] = [
  check('R-SUPV-01', ({ data: { duties } }) => {
    const silent = (Object.keys(parties) as (keyof typeof parties)[]).filter((party) => duties[party] === '');
    return {
      holds: silent.length === 0,
      need: '业主、施工、监理、乡镇、区各方责任均已写明',
      found: silent.length === 0 ? '均已写明' : `未写明：${silent.map((party) => parties[party]).join('、')}`,
      mend: '逐方写明责任',
      field: 'duties',
    };
  }),
  check('R-NAT-30', ({ data: { projectUnit, supervisingUnit } }) => {
    const accepted = projectUnit.acceptedOn !== null && supervisingUnit.acceptedOn !== null;
    const apart = projectUnit.body !== supervisingUnit.body && projectUnit.person !== supervisingUnit.person;
    return {
      holds: accepted && apart,
      need: '项目单位和日常监管单位各明确一名责任人，并书面接受',
      found: !apart ? '两个单位或责任人相同' : accepted ? '均已接受' : '有一方尚未书面接受',
      mend: '由两个不同单位各指定一名责任人，取得书面接受后登记',
      field: 'supervisingUnit',
    };
  }),
];

const minutesPerHour = 60;

export const wageStandardRules: readonly Check<Judged<'fileWageStandard'>>[] = [
  check('R-WAGE-12', ({ data: { unit, rateFen }, facts: { parameters } }) => {
    const hourFen = parameters['minWage.hour.fullTime'] ?? 0;
    const least = unit === 'hour' ? hourFen : timesMinutes(hourFen, parameters['worktime.day'] ?? 480, minutesPerHour);
    return {
      // Piece pay is held to the minimum by what is earned in the hours worked, when the sheet is made.
      holds: unit === 'piece' || rateFen >= least,
      need:
        unit === 'piece' ? '计件单价' : `不低于最低工资 ${formatYuan(least)}（每${unit === 'day' ? '日' : '小时'}）`,
      found: formatYuan(rateFen),
      mend: '提高标准，鼓励高于当地务工市场水平',
      field: 'rateFen',
    };
  }),
];
