import type { DutyDraft, DutyOwner, Limit } from '../duty';
import type { AnyFacts } from '../facts';
import type { Project, Segment } from '../project';
import { employerFor, rosterSupervisorOf } from './segment-order';

type Parameters = Pick<AnyFacts, 'parameters'>;

/** Who owes what while people are found, put on the roster and agreed with. @clause CL-32 CL-34 */
export function mobilizationDuties(project: Project, { parameters }: Parameters): DutyDraft[] {
  if (!project.parties) return [];
  const limit = { workingDays: parameters['step.limit.default'] ?? 5 };
  return project.segments.flatMap((segment) => [
    ...(segment.stage === 'mobilization' ? steps(project, segment, limit, parameters) : []),
    ...(segment.stage === 'training' || segment.stage === 'construction' ? rolling(project, segment, limit) : []),
    ...supervision(project, segment, parameters),
  ]);
}

const duty = (
  { id }: Segment,
  command: string,
  rule: string,
  clause: string,
  owner: DutyOwner,
  limit: Limit,
): DutyDraft => ({
  key: `mobilization/${id}/${command}`,
  kind: 'act',
  clause,
  rule,
  owner,
  command,
  segmentId: id,
  limit,
});

function steps(project: Project, segment: Segment, limit: Limit, parameters: AnyFacts['parameters']): DutyDraft[] {
  const { basis, posts, enrolled, agreed, payChannel, laborPayOfficer, insuredFrom } = segment.mobilization;
  const employer = { body: employerFor(project, segment) };
  const township = { body: project.parties!.townships[0] ?? project.parties!.owner };
  const accountDays = { days: parameters['pay.account.openWithin'] ?? 30 };
  const owed = [
    ...(basis ? [] : [duty(segment, 'openMobilization', 'R-SURV-01', 'CL-32', township, limit)]),
    ...(posts.length > 0 ? [] : [duty(segment, 'publishPosts', 'R-JOB-01', 'CL-32', employer, limit)]),
    ...(posts.length === 0 || enrolled > 0
      ? []
      : [duty(segment, 'enrollWorkers', 'R-ROST-02', 'CL-34', employer, limit)]),
    ...(enrolled > agreed ? [duty(segment, 'signAgreements', 'R-ROST-10', 'CL-34', employer, limit)] : []),
    ...(payChannel && laborPayOfficer
      ? []
      : [duty(segment, 'readyPayChannel', 'R-PAY-10', 'CL-34', employer, accountDays)]),
    ...(insuredFrom ? [] : [duty(segment, 'recordInsurance', 'R-INS-01', 'CL-23', employer, limit)]),
  ];
  return owed.length > 0 ? owed : [duty(segment, 'confirmRoster', 'R-ROST-02', 'CL-34', employer, limit)];
}

/** Hiring goes on beside training and works: whoever is enrolled still needs an agreement. */
function rolling(project: Project, segment: Segment, limit: Limit): DutyDraft[] {
  const { enrolled, agreed } = segment.mobilization;
  if (enrolled <= agreed) return [];
  return [duty(segment, 'signAgreements', 'R-ROST-10', 'CL-34', { body: employerFor(project, segment) }, limit)];
}

/** From the first entry on the roster to the end of the works, the owner looks at it so many times a month. @rule R-ROST-01 */
function supervision(project: Project, segment: Segment, parameters: AnyFacts['parameters']): DutyDraft[] {
  const { enrolled, left, rosterChecks } = segment.mobilization;
  const underway = segment.stage === 'mobilization' || segment.stage === 'training' || segment.stage === 'construction';
  const perMonth = parameters['supervision.checks'] ?? 1;
  if (!underway || enrolled + left === 0 || perMonth === 0) return [];
  return [
    {
      ...duty(
        segment,
        'recordRosterCheck',
        'R-ROST-01',
        'CL-32',
        { body: rosterSupervisorOf(project, segment) },
        perMonth === 1 ? { months: 1 } : { days: Math.floor(30 / perMonth) },
      ),
      kind: 'check',
      key: `mobilization/${segment.id}/recordRosterCheck/${rosterChecks + 1}`,
    },
  ];
}
