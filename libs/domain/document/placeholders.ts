import { printedDate } from '../civil-date';
import { formatYuan, sumFen } from '../money';
import { areaOf, listTotals, planListOf } from './plan-list';
import { listVersion, standingPlanDocument, type Plan } from '../plan/plan';
import type { Project } from '../project';
import type { DraftingFact } from '../facts';
import { breach, type Breach } from '../rules';
import { textsOf, type DocumentContent } from './content';

const form = /\{\{([^{}]*)\}\}/g;

/** Known when the document is issued, and filled then. */
export const filledAtIssue = ['文号', '成文日期'] as const;

/** 元, to the fen: `4,860,000.05元`. */
const yuan = (amountFen: number): string => `${formatYuan(amountFen).replace('¥', '')}元`;

type Values = Record<string, string | null>;

/** What placeholders may stand for, out of the record of what the document is about; null where that has nothing yet. */
export function valuesOf({ project, plan, entryProjects, names }: DraftingFact): Values {
  if (plan) return ofPlan(plan, listTotals(planListOf(plan, entryProjects, names)), names);
  return project ? ofProject(project, names) : {};
}

function ofPlan(plan: Plan, totals: ReturnType<typeof listTotals>, names: Readonly<Record<string, string>>): Values {
  const { leads, year, version, parentMeasure, posting, approvedOn } = plan;
  const issued = standingPlanDocument(plan);
  return {
    区名: areaOf((leads && names[leads.districtGovernment]) ?? '') || null,
    年度: `${year}年`,
    项目数: `${totals.projects}个`,
    当年实施项目数: `${totals.active}个`,
    储备项目数: `${totals.projects - totals.active}个`,
    计划劳务报酬合计: yuan(totals.plannedLaborPayFen),
    计划用工合计: `${totals.plannedPosts}人`,
    落实增收措施: parentMeasure || null,
    公示期: posting && `${printedDate(posting.from)}至${printedDate(posting.to)}`,
    审定日期: approvedOn && printedDate(approvedOn),
    清单版本: version === 0 ? null : listVersion(plan),
    计划文号: issued?.number ?? null,
  };
}

function ofProject({ planning, approval, parties }: Project, names: Readonly<Record<string, string>>): Values {
  if (!planning || !parties) return {};
  return {
    项目名称: planning.name,
    项目代码: approval?.projectCode ?? null,
    项目单位: names[parties.owner] ?? null,
    施工单位: (parties.contractor && names[parties.contractor]) ?? null,
    资金总额: yuan(sumFen(planning.fundLines.map(({ amountFen }) => amountFen))),
    计划劳务报酬: yuan(planning.plannedLaborPayFen),
    计划用工人数: `${planning.plannedPosts}人`,
    列入年度: planning.listedYear === null ? null : `${planning.listedYear}年`,
    ...Object.fromEntries(planning.fundLines.map(({ id, amountFen }) => [`资金${id}`, yuan(amountFen)])),
  };
}

const namesIn = (text: string): string[] => [...text.matchAll(form)].map(([, name]) => name!.trim());

/** What each placeholder of a text stands for; what is known at the issue alone is left out. */
export function fill(
  content: DocumentContent,
  values: Readonly<Record<string, string | null>>,
): { filled: Record<string, string>; breaches: Breach[] } {
  const filled: Record<string, string> = {};
  const breaches: Breach[] = [];
  for (const [place, text] of textsOf(content)) {
    for (const name of namesIn(text)) {
      if ((filledAtIssue as readonly string[]).includes(name)) continue;
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (typeof value === 'string') filled[name] = value;
      else breaches.push(unknown(place, name, value === null, values));
    }
  }
  return { filled, breaches };
}

const unknown = (field: string, name: string, known: boolean, values: object): Breach =>
  breach('R-DOC-12', {
    need: known ? '记录中已有此项内容' : `可用的填充项：${[...Object.keys(values), ...filledAtIssue].join('、')}`,
    found: known ? `“${name}”尚无内容` : `“{{${name}}}”不是填充项`,
    mend: known ? '先登记该项内容，或直接写明' : '改用所列填充项，或直接写明',
    field,
  });

/** A text with its placeholders filled; what is not known yet stays to be seen. */
export const spelledOut = (text: string, filled: Readonly<Record<string, string>>): string =>
  text.replaceAll(form, (whole, name: string) => filled[name.trim()] ?? whole);
