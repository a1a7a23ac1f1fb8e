import type { EntryStanding, Plan } from '../plan/plan';
import { listed } from '../plan/plan';
import type { Planning } from '../planning/state';
import type { Project } from '../project';

/** A plan's project list as its document prints it. @rule R-PLAN-04 */
export interface PlanList {
  /** the draft of the plan it shows, and the version of the list where it was approved already */
  draft: number;
  version: number;
  lines: readonly ListLine[];
}

/** What is not known of a candidate that was not proposed yet is null. */
export interface ListLine {
  id: string;
  name: string;
  sectors: Planning['sectors'];
  /** names of the townships */
  places: readonly string[];
  standing: EntryStanding;
  paused: boolean;
  plannedLaborPayFen: number | null;
  plannedPosts: number | null;
}

type Named = Readonly<Record<string, string>>;

/** @param projects those that stand on the list, by id */
export function planListOf(plan: Plan, projects: Readonly<Record<string, Project>>, names: Named): PlanList {
  const within = areaOf((plan.leads && names[plan.leads.districtGovernment]) ?? '');
  return {
    draft: plan.draft,
    version: plan.version,
    lines: listed(plan)
      .toSorted((one, other) => Number(one.standing === 'reserve') - Number(other.standing === 'reserve'))
      .map(({ id, name, townships, standing, paused, project }): ListLine => {
        const planning = project === null ? null : (projects[project]?.planning ?? null);
        return {
          id,
          name,
          sectors: planning?.sectors ?? [],
          places: townships.map((body) => placeNamed(names[body] ?? body, within)),
          standing,
          paused,
          plannedLaborPayFen: planning?.plannedLaborPayFen ?? null,
          plannedPosts: planning?.plannedPosts ?? null,
        };
      }),
  };
}

/** What a government governs: 演示区人民政府 governs 演示区. */
export const areaOf = (government: string): string => government.replace(/(人民政府|街道办事处|管理委员会)$/, '');

/** A township as its own district calls it. */
const placeNamed = (township: string, within: string): string =>
  within !== '' && township.startsWith(within) ? areaOf(township.slice(within.length)) : areaOf(township);

/** Sums of what is known. */
export const listTotals = ({ lines }: Pick<PlanList, 'lines'>) => ({
  projects: lines.length,
  active: lines.filter(({ standing }) => standing === 'active').length,
  plannedLaborPayFen: lines.reduce((sum, line) => sum + (line.plannedLaborPayFen ?? 0), 0),
  plannedPosts: lines.reduce((sum, line) => sum + (line.plannedPosts ?? 0), 0),
});

/** Where a township lies does not move; its name may be written otherwise. */
const compared = ['id', 'name', 'sectors', 'standing', 'paused', 'plannedLaborPayFen', 'plannedPosts'] as const;

/** Whether a document still prints the plan's list as it stands: same draft, same entries, same figures. */
export function isCurrent(list: PlanList, plan: Plan, projects: Readonly<Record<string, Project>>): boolean {
  const figures = ({ draft, version, lines }: PlanList): string =>
    JSON.stringify([draft, version, lines.map((line) => compared.map((field) => line[field]))]);
  return figures(list) === figures(planListOf(plan, projects, {}));
}
