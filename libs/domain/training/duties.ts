import type { DutyDraft, DutyOwner } from '../duty';
import type { AnyFacts } from '../facts';
import { employerFor } from '../mobilization/segment-order';
import type { Project, Segment } from '../project';

/** Who owes training before the first shift: the employer safety, human resources skill, the technical manager disclosure. @clause CL-33 */
export function trainingDuties(project: Project, { parameters }: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  const { parties } = project;
  if (!parties) return [];
  const limit = { workingDays: parameters['step.limit.default'] ?? 5 };
  return project.segments
    .filter(({ stage }) => stage === 'training')
    .flatMap((segment) =>
      owed(project, segment).map(([name, command, rule, owner]): DutyDraft => ({
        key: `training/${segment.id}/${name}`,
        kind: 'act',
        clause: 'CL-33',
        rule,
        owner,
        command,
        segmentId: segment.id,
        limit,
      })),
    );
}

type Owed = [name: string, command: string, rule: string, owner: DutyOwner];

function owed(project: Project, segment: Segment): Owed[] {
  const { safetyPassed, skillPassed, disclosures } = segment.training;
  const employer = employerFor(project, segment);
  const hasKeyPosts = segment.mobilization.posts.some(
    ({ key, id }) => key && (segment.mobilization.placesTaken[id] ?? 0) > 0,
  );
  const open: Owed[] = [
    ...(safetyPassed > 0 ? [] : [['safety', 'recordCourse', 'R-TRAIN-10', { body: employer }] satisfies Owed]),
    ...(!hasKeyPosts || skillPassed > 0
      ? []
      : [['skill', 'recordCourse', 'R-TRAIN-05', { body: project.parties!.humanResources }] satisfies Owed]),
    ...(!hasKeyPosts || disclosures > 0
      ? []
      : [['disclosure', 'recordDisclosure', 'R-DISC-01', { body: employer, post: 'technicalManager' }] satisfies Owed]),
  ];
  return open.length > 0 ? open : [['clearFirstShift', 'clearFirstShift', 'R-TRAIN-02', { body: employer }]];
}
