import { noAcceptance } from '../acceptance/state';
import type { SegmentStage } from '../lifecycle';
import { segmentOf, withSegment, type Project, type Segment } from '../project';
import type { Reopened, SendBackTarget } from './messages';

/** The stage before each of a segment's own; a segment whose pay is settled goes back to its pay. */
const before: Partial<Record<Segment['stage'], SegmentStage>> = {
  training: 'mobilization',
  construction: 'training',
  wages: 'construction',
  done: 'wages',
};

const phaseBefore: Partial<Record<Project['phase'], SendBackTarget>> = {
  approval: 'planning',
  segments: 'approval',
  maintenance: 'acceptance',
};

/** Whether a segment has begun what comes after its approval: then it goes back stage by stage first. */
const begun = ({ stage }: Segment): boolean => stage !== 'waiting' && stage !== 'mobilization';

/** What came before the mode was adopted in mid-life was never walked here, so there is nothing to go back to. */
const precededAdoption = ({ planning }: Project, to: SendBackTarget | undefined): boolean =>
  planning?.adoption != null &&
  (to === 'planning' || (to === 'approval' && planning.adoption.stage === 'mobilization'));

/** The one stage the project, or the segment named, can be sent back to; undefined where there is none. */
export function targetOf(project: Project, segmentId: string | null): SendBackTarget | undefined {
  if (segmentId !== null) {
    const segment = segmentOf(project, segmentId);
    const walking = project.phase === 'segments' || project.phase === 'acceptance';
    return segment && walking ? before[segment.stage] : undefined;
  }
  const to = phaseBefore[project.phase];
  if (precededAdoption(project, to) || (to === 'approval' && project.segments.some(begun))) return undefined;
  return to;
}

/** The stage that is left behind, for the record. */
export const standingAt = (project: Project, segmentId: string | null): string =>
  (segmentId !== null && segmentOf(project, segmentId)?.stage) || project.phase;

const reopenings: Record<Reopened, (project: Project) => Project> = {
  constructionMode: (project) => ({ ...project, approval: { ...project.approval, mode: null, ground: null } }),
  resolution: (project) => ({ ...project, approval: { ...project.approval, resolution: null } }),
  award: ({ parties, ...project }) => {
    if (!parties) return { ...project, parties };
    const { contractor: _, ...others } = parties;
    return { ...project, parties: others, approval: { ...project.approval, award: null } };
  },
};

const closings: Record<SendBackTarget, (project: Project, segmentId: string) => Project> = {
  planning: (project) => ({
    ...project,
    phase: 'planning',
    planning: project.planning && { ...project.planning, listedYear: null },
  }),
  approval: (project) => ({
    ...project,
    phase: 'approval',
    approval: { ...project.approval, completedOn: null },
    segments: project.segments.map((segment) => ({ ...segment, stage: 'waiting' })),
  }),
  mobilization: (project, id) =>
    withSegment(project, id, (segment) => ({
      ...segment,
      stage: 'mobilization',
      mobilization: { ...segment.mobilization, confirmedOn: null },
    })),
  training: (project, id) =>
    withSegment(project, id, (segment) => ({
      ...segment,
      stage: 'training',
      training: { ...segment.training, clearedOn: null },
    })),
  construction: (project, id) =>
    withSegment(project, id, (segment) => ({
      ...segment,
      stage: 'construction',
      construction: { ...segment.construction, completedOn: null },
    })),
  // An acceptance under way rests on pay that is open again, so its file and signatures are gathered afresh.
  wages: (project, id) =>
    withSegment({ ...project, phase: 'segments', acceptance: noAcceptance }, id, (segment) => ({
      ...segment,
      stage: 'wages',
      wages: { ...segment.wages, settledOn: null },
    })),
  acceptance: (project) => ({
    ...project,
    phase: 'acceptance',
    acceptance: { ...project.acceptance, signatures: [], signedOn: null, filedOn: null, filingNumber: null },
  }),
};

/** The project a stage back: what closed the stage is undone, what was done within it stands unless reopened by name. */
export const sentBack = (
  project: Project,
  to: SendBackTarget,
  segmentId: string | null,
  reopen: readonly Reopened[],
): Project => reopen.reduce((part, name) => reopenings[name](part), closings[to](project, segmentId ?? ''));
