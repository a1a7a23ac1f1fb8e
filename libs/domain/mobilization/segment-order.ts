import type { Actor } from '../actor';
import type { EventMap } from '../event';
import { employerOf } from '../parties';
import { segmentOf, type Project, type Segment } from '../project';
import { breach, refuse, type Breach, type Decision } from '../rules';

const stageNames: Record<Segment['stage'], string> = {
  waiting: '等待立项审批',
  mobilization: '组织动员',
  training: '务工人员培训',
  construction: '建设实施',
  wages: '劳务报酬发放',
  done: '报酬已结清',
};

/** Hiring is rolling: people may be enrolled, agreed with and trained until the works are reported complete. */
export const hiringStages = ['mobilization', 'training', 'construction'] as const satisfies readonly Segment['stage'][];

/** Judges an act on a segment, once the segment is known and in one of the stages the act belongs to. */
export function atSegment<M extends EventMap>(
  project: Project,
  segmentId: string,
  stages: readonly Segment['stage'][],
  then: (segment: Segment) => Decision<M>,
): Decision<M> {
  const segment = segmentOf(project, segmentId);
  if (!segment) {
    return refuse(
      breach('P-UNKNOWN', {
        need: '本项目的用工环节',
        found: segmentId,
        mend: '选择本项目已有的用工环节',
        field: 'segmentId',
      }),
    );
  }
  if (!stages.includes(segment.stage)) {
    return refuse(
      breach('P-ORDER', {
        need: `用工环节处于${stages.map((stage) => stageNames[stage]).join('、')}阶段`,
        found: stageNames[segment.stage],
        mend: '按阶段顺序办理；已过的阶段由更正或退回办理',
        field: 'segmentId',
      }),
    );
  }
  return then(segment);
}

/**
 * The body that employs the segment's workers: contractor, or the collective that builds itself; after the works, the body that
 * takes over upkeep. Gates bind to this duty, not to a kind of company. @rule R-TEAM-03
 */
export function employerFor(project: Project, segment: Segment): string {
  const { parties, maintenance } = project;
  if (segment.kind === 'upkeep') {
    return maintenance.handover?.upkeepBody ?? parties?.collective ?? parties?.contractor ?? parties?.owner ?? '';
  }
  return (parties && employerOf(parties)) ?? parties?.owner ?? '';
}

/** Bodies that act as employer: in the mixed mode the collective hires beside the contractor. */
function employersOf(project: Project, segment: Segment): string[] {
  const { parties, approval } = project;
  const besides = approval.mode === 'mixed' && parties?.collective ? [parties.collective] : [];
  return [employerFor(project, segment), ...besides];
}

/** Whether a body employs workers of any segment. */
export const isEmployer = (project: Project, body: string): boolean =>
  project.segments.some((segment) => employersOf(project, segment).includes(body));

/** Hiring, paying and keeping attendance belong to the employer alone. @rule R-TEAM-03 */
export function byEmployer(project: Project, segment: Segment, { body }: Actor): Breach[] {
  if (employersOf(project, segment).includes(body)) return [];
  return [
    breach('P-WHO', {
      need: '本环节的用工单位（施工单位或自主建设的村集体）',
      found: body || '个人',
      mend: '由本环节的用工单位办理',
    }),
  ];
}

/** Who supervises the employer's real-name management: the owner; where the owner itself employs, the township. @rule R-ROST-01 */
export function rosterSupervisorOf(project: Project, segment: Segment): string {
  const { parties } = project;
  if (!parties) return '';
  return parties.owner !== employerFor(project, segment)
    ? parties.owner
    : (parties.townships[0] ?? parties.districtGovernment);
}

/** An act cannot be dated ahead of the day it is recorded. */
export function notAhead(on: string, today: string, field = 'on'): Breach[] {
  if (on <= today) return [];
  return [breach('P-TIME', { need: `不晚于 ${today}`, found: on, mend: '按实际发生的日期填写', field })];
}
