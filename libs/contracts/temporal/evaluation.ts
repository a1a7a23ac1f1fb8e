/** How the yearly evaluation is started: for a year, or by its Schedule, whose run is for the year before the scheduled one. */
export interface EvaluationRequest {
  /** `beijing` or a district's six-digit code */
  scope: string;
  year?: number;
}

export interface EvaluationProgress {
  step: 'requested' | 'frozen' | 'gathering' | 'recorded';
  done: number;
  total: number;
}

/** What a run ends with. */
export interface EvaluationSummary {
  scope: string;
  year: number;
  leaf: number;
  digest: string;
  projects: number;
}

export interface Frozen {
  leaf: number;
  root: string;
  at: string;
}

export const evaluationProgress = 'progress';
export const evaluationScheduleId = (scope: string): string => `annual-evaluation-${scope}`;
