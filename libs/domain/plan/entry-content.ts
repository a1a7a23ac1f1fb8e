import type { BaseFacts, FactValues } from '../facts';
import { scored } from '../planning/suitability';
import type { Project } from '../project';
import { breach, type Breach } from '../rules';
import { listedPast } from '../steering/override';
import type { EntryInput } from './messages';
import { listed, type EntryContent, type Plan } from './plan';

type Entering = BaseFacts & Partial<Pick<FactValues, 'bodies' | 'entryProjects'>>;

/** What an entry says: a proposed project's own words as they stand now, or the candidate's as given. */
export function contentOf(input: EntryInput, { entryProjects = {} }: Entering): EntryContent {
  const { standing, content } = input;
  if (input.origin === 'candidate') {
    const { name, townships, proposedBy, proposedOn, poolId } = input;
    return { standing, content, project: null, name, townships, proposedBy, proposedOn, poolId, ...scored(input) };
  }
  const { planning, parties } = entryProjects[input.project] as Project;
  const { name, proposedBy, proposedOn, suitability, criteria, poolId } = planning!;
  const { townships } = parties!;
  return {
    standing,
    content,
    project: input.project,
    name,
    townships,
    proposedBy,
    proposedOn,
    suitability,
    criteria,
    poolId,
  };
}

/** What stands against an entry. @param except the entry that is being changed */
export function entryBreaches(plan: Plan, input: EntryInput, facts: Entering, except?: string): Breach[] {
  const others = listed(plan).filter(({ id }) => id !== except);
  return input.origin === 'project'
    ? ofProject(plan, input, facts, new Set(others.map(({ project }) => project)))
    : ofCandidate(plan, input, facts, new Set(others.map(({ name }) => name)));
}

const twice = (found: string, field: string): Breach =>
  breach('P-ONCE', { need: '清单中尚无的项目', found: `${found} 已在清单中`, mend: '改为变更清单中的这一项', field });

function ofProject(
  { district }: Plan,
  { project: id, standing }: Extract<EntryInput, { origin: 'project' }>,
  { entryProjects = {}, on }: Entering,
  taken: ReadonlySet<string | null>,
): Breach[] {
  const project = entryProjects[id];
  if (!project?.planning || project.district !== district || ['cancelled', 'closed'].includes(project.status)) {
    const mend = '从本区已提出且未撤销的项目中选择';
    return [breach('P-UNKNOWN', { need: '本区已提出的项目', found: id, mend, field: 'entry.project' })];
  }
  return [
    ...(taken.has(id) ? [twice(project.planning.name, 'entry.project')] : []),
    ...(standing === 'active' ? unfeasible([project], on) : []),
  ];
}

function ofCandidate(
  { district }: Plan,
  { name, townships, proposedBy, proposedOn, poolId }: Extract<EntryInput, { origin: 'candidate' }>,
  { bodies = {}, on }: Entering,
  taken: ReadonlySet<string>,
): Breach[] {
  const unknown = [...townships, proposedBy].filter((id) => bodies[id]?.district !== district);
  return [
    ...unknown.map((found) =>
      breach('P-UNKNOWN', { need: '本区已登记的机构', found, mend: '从本区机构中选择，或先登记该机构' }),
    ),
    ...(taken.has(name) ? [twice(name, 'entry.name')] : []),
    ...(proposedOn > on
      ? [
          breach('P-TIME', {
            need: `不晚于办理日 ${on}`,
            found: proposedOn,
            mend: '填写提出的日期',
            field: 'entry.proposedOn',
          }),
        ]
      : []),
    ...(poolId === null
      ? [
          breach('R-PLAN-03', {
            need: '乡村建设项目库编号',
            found: '未填写',
            mend: '填写项目库编号，或说明未入库的理由',
            field: 'entry.poolId',
          }),
        ]
      : []),
  ];
}

/**
 * A project that is to be carried out this year has its statement on feasibility, or the exception that a sign-off made for its
 * listing. The exception is the project's and stands in its record: a plan has none of its own.
 * @param on civil date of the act
 */
export function unfeasible(projects: readonly Project[], on: string): Breach[] {
  const missing = projects.filter(
    (project) =>
      project.phase === 'planning' && project.planning?.feasibility === null && !listedPast(project, 'R-PRIN-03', on),
  );
  return missing.map(({ planning }) =>
    breach('R-PRIN-03', {
      need: '当年实施的项目已说明用当地劳动力能保证质量、安全和进度',
      found: `${planning!.name} 尚未说明`,
      mend: '由业主、行业主管部门或乡镇先办理“说明可行性”，或先列为储备；确需突破的，在该项目中为“列入年度项目清单”提请',
    }),
  );
}
