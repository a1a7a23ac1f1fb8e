import { noAcceptance, type Acceptance } from './acceptance/state';
import { noApproval, type Approval } from './approval/state';
import { notStarted, type Construction } from './construction/state';
import { earliest, type SegmentStage, type Stage } from './lifecycle';
import { noMaintenance, type Maintenance } from './maintenance/state';
import { notMobilized, type Mobilization } from './mobilization/state';
import type { Parties } from './parties';
import type { PlannedSegment, Planning } from './planning/state';
import { noSteering, type Steering } from './steering/state';
import { notTrained, type Training } from './training/state';
import { noWages, type SegmentWages } from './wages/state';

/** A work-relief segment (用工环节 / 标段) with its own place in the stages from mobilization to wages. */
export interface Segment extends PlannedSegment {
  /** `waiting` before the project's approval is complete, `done` once its wages are settled */
  stage: 'waiting' | SegmentStage | 'done';
  mobilization: Mobilization;
  training: Training;
  construction: Construction;
  wages: SegmentWages;
}

/** One project: the parts each stage keeps. `phase` moves by recorded acts alone. */
export interface Project {
  id: string;
  status: 'none' | 'active' | 'suspended' | 'cancelled' | 'closed';
  district: string;
  phase: 'planning' | 'approval' | 'segments' | 'acceptance' | 'maintenance';
  parties: Parties | null;
  planning: Planning | null;
  approval: Approval;
  segments: readonly Segment[];
  acceptance: Acceptance;
  maintenance: Maintenance;
  steering: Steering;
}

export const noProject = (id: string): Project => ({
  id,
  status: 'none',
  district: '',
  phase: 'planning',
  parties: null,
  planning: null,
  approval: noApproval,
  segments: [],
  acceptance: noAcceptance,
  maintenance: noMaintenance,
  steering: noSteering,
});

export const newSegment = (planned: PlannedSegment): Segment => ({
  ...planned,
  stage: 'waiting',
  mobilization: notMobilized,
  training: notTrained,
  construction: notStarted,
  wages: noWages,
});

/** Upkeep segments live after completion; they do not hold up the acceptance of the works. */
export const worksSegments = (project: Project): readonly Segment[] => {
  const works = project.segments.filter(({ kind }) => kind !== 'upkeep');
  return works.length > 0 ? works : project.segments;
};

/** The rail's stage, for people to see: the earliest that any of its segments is in. It gates nothing by itself. */
export function stageOf(project: Project): Stage {
  if (project.phase !== 'segments') return project.phase;
  const underway = worksSegments(project).map(({ stage }) => stage);
  const segmentStages = underway.filter((stage): stage is SegmentStage => stage !== 'waiting' && stage !== 'done');
  return segmentStages.length > 0 ? earliest(segmentStages) : 'acceptance';
}

export const segmentOf = (project: Project, id: string): Segment | undefined =>
  project.segments.find((segment) => segment.id === id);

/** The next free ids of segments: `s1`, `s2` …, none of one that was taken out. */
export function nextSegmentIds({ segments, steering }: Project, count: number): string[] {
  const given = [...segments.map(({ id }) => id), ...steering.removedSegments].map((id) => Number(id.slice(1)) || 0);
  const last = Math.max(0, ...given);
  return Array.from({ length: count }, (_, index) => `s${last + index + 1}`);
}

/** The project with one segment changed; an unknown id changes nothing. */
export const withSegment = (project: Project, id: string, change: (segment: Segment) => Segment): Project => ({
  ...project,
  segments: project.segments.map((segment) => (segment.id === id ? change(segment) : segment)),
});
