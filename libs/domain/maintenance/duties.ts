import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import type { Project } from '../project';

/** Who owes what from the filed acceptance to the project's end: hand over, decide year by year, close. @clause CL-13 CL-33 */
export function maintenanceDuties(project: Project, { parameters }: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  const { phase, parties, maintenance, segments } = project;
  if (phase !== 'maintenance' || !parties) return [];
  const { handover, throughYear, offeredIn } = maintenance;
  const usual = { workingDays: parameters['step.limit.default'] ?? 5 };
  if (!handover) {
    return [
      {
        key: 'maintenance/handOver',
        kind: 'act',
        clause: 'CL-13',
        rule: 'R-MAINT-10',
        owner: { body: parties.owner },
        command: 'handOver',
        limit: usual,
      },
    ];
  }
  const waiting = segments
    .filter(
      ({ id, kind, mobilization }) =>
        kind === 'upkeep' && mobilization.publishedOn !== null && !offeredIn.includes(id) && mobilization.agreed === 0,
    )
    .map(({ id }): DutyDraft => ({
      key: `maintenance/offerUpkeepPosts/${id}`,
      kind: 'act',
      clause: 'CL-33',
      rule: 'R-MAINT-01',
      owner: { body: parties.owner },
      command: 'offerUpkeepPosts',
      segmentId: id,
      limit: usual,
    }));
  const yearEnd: DutyDraft[] =
    throughYear === null
      ? []
      : [
          {
            key: `maintenance/continueUpkeep/${throughYear + 1}`,
            kind: 'act',
            clause: 'CL-33',
            rule: 'R-MAINT-15',
            owner: { body: parties.owner },
            command: 'continueUpkeep',
            limit: { on: `${throughYear}-12-31` },
          },
        ];
  const closing: DutyDraft[] = segments.every(({ stage }) => stage === 'done')
    ? [
        {
          key: 'maintenance/closeProject',
          kind: 'act',
          clause: 'CL-13',
          rule: 'R-MAINT-10',
          owner: { body: parties.owner },
          command: 'closeProject',
          limit: throughYear === null ? { months: 12 } : { on: `${throughYear + 1}-03-31` },
        },
      ]
    : [];
  return [...waiting, ...yearEnd, ...closing];
}
