/** The stages of a project's life, in order. The word is the folder name in every layer. */
export const stages = [
  'planning',
  'approval',
  'mobilization',
  'training',
  'construction',
  'wages',
  'acceptance',
  'maintenance',
] as const;
export type Stage = (typeof stages)[number];

/** Stages that belong to a work-relief segment; the others belong to the project as a whole. */
export const segmentStages = ['mobilization', 'training', 'construction', 'wages'] as const;
export type SegmentStage = (typeof segmentStages)[number];

export const isSegmentStage = (stage: Stage): stage is SegmentStage =>
  (segmentStages as readonly Stage[]).includes(stage);

export const stageIndex = (stage: Stage): number => stages.indexOf(stage);

/** The earliest of several stages: what the rail of a project with several segments shows. */
export const earliest = (some: readonly Stage[]): Stage =>
  some.reduce((first, next) => (stageIndex(next) < stageIndex(first) ? next : first));
