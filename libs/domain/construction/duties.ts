import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import { employerFor, rosterSupervisorOf } from '../mobilization/segment-order';
import type { Project, Segment } from '../project';

/** Who owes what while works run: start, attendance and its seals, progress, defects, completion. @clause CL-23 CL-32 */
export function constructionDuties(project: Project, { parameters }: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  if (!project.parties) return [];
  const limit = { workingDays: parameters['step.limit.default'] ?? 5 };
  return project.segments
    .filter(({ stage }) => stage === 'construction')
    .flatMap((segment) => owed(project, segment, limit));
}

function owed(project: Project, segment: Segment, limit: { workingDays: number }): DutyDraft[] {
  const { id, construction } = segment;
  const employer = employerFor(project, segment);
  const act = (key: string, command: string, rule: string, clause: string): DutyDraft => ({
    key: `construction/${id}/${key}`,
    kind: 'act',
    clause,
    rule,
    owner: { body: employer },
    command,
    segmentId: id,
    limit,
  });
  const { startedOn, progressBp, progressReports, defects, unsealedDays } = construction;
  if (startedOn === null) return [act('startWorks', 'startWorks', 'R-QUAL-01', 'CL-23')];

  const officer = { body: employer, post: 'laborPayOfficer' };
  const [oldest] = unsealedDays;
  const open = defects.filter(({ closed }) => !closed);
  const done = progressBp === 10_000;
  return [
    // Without a limit: work may rest for days; who takes attendance finds the form here all the same.
    ...(done
      ? []
      : [{ ...act('recordAttendance', 'recordAttendance', 'R-ATT-01', 'CL-32'), owner: officer, limit: undefined }]),
    // The oldest day is part of the key, so that sealing it in time counts although a newer day waits already.
    ...(oldest
      ? [{ ...act(`sealDays/${oldest}`, 'sealDay', 'R-ATT-16', 'CL-32'), owner: officer, limit: { workingDays: 1 } }]
      : []),
    ...(done
      ? []
      : [
          {
            ...act(`reportProgress/${progressReports + 1}`, 'reportProgress', 'R-QUAL-04', 'CL-23'),
            limit: { months: 1 },
          },
        ]),
    ...open.map((defect): DutyDraft => ({
      ...act(`closeDefect/${defect.id}`, 'closeDefect', 'R-QUAL-02', 'CL-23'),
      kind: 'check',
      owner: { body: rosterSupervisorOf(project, segment) },
    })),
    ...(done && !oldest && open.length === 0
      ? [act('reportCompletion', 'reportCompletion', 'R-QUAL-01', 'CL-23')]
      : []),
  ];
}
