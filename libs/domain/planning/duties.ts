import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import type { Project } from '../project';

/** Who owes what before the project stands on its district's list. @clause CL-21 CL-31 */
export function planningDuties(project: Project, { parameters }: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  const { planning, parties, phase } = project;
  if (phase !== 'planning' || !planning || !parties) return [];
  const limit = { workingDays: parameters['step.limit.default'] ?? 5 };
  if (!planning.feasibility) {
    return [
      {
        key: 'planning/stateFeasibility',
        kind: 'act',
        clause: 'CL-21',
        rule: 'R-PRIN-03',
        owner: { body: parties.owner },
        command: 'stateFeasibility',
        limit,
      },
    ];
  }
  const listing = {
    kind: 'act',
    clause: 'CL-31',
    rule: 'R-PLAN-04',
    owner: { body: parties.districtGovernment },
    command: 'listProject',
  } as const;
  // What lies in the reserve pool waits for its year, not for a day.
  return planning.reservedOn === null
    ? [{ ...listing, key: 'planning/listProject', limit }]
    : [{ ...listing, key: 'planning/listReserved' }];
}
