import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import type { Project } from '../project';

/** Who owes what before the project stands on its district's list. @clause CL-21 CL-31 */
export function planningDuties(project: Project, { parameters }: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  const { planning, parties, phase } = project;
  if (phase !== 'planning' || !planning || !parties) return [];
  if (!planning.feasibility) {
    return [
      {
        key: 'planning/stateFeasibility',
        kind: 'act',
        clause: 'CL-21',
        rule: 'R-PRIN-03',
        owner: { body: parties.owner },
        command: 'stateFeasibility',
        limit: { workingDays: parameters['step.limit.default'] ?? 5 },
      },
    ];
  }
  // By the plan that the lead departments draw up, whose posting and sign-off have limits of their own.
  return [
    {
      key: 'planning/listProject',
      kind: 'act',
      clause: 'CL-31',
      rule: 'R-PLAN-04',
      owner: { body: parties.developmentReform },
      command: 'listProject',
    },
  ];
}
