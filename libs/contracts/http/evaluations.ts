/** `GET /api/evaluations/:scope/:year` */
export interface EvaluationPage {
  scope: string;
  year: number;
  status: 'none' | 'requested' | 'frozen' | 'computed';
  frozen: { leaf: number; root: string; at: string } | null;
  digest: string | null;
  progress: { done: number; total: number } | null;
  district: Readonly<Record<string, FigureValue>> | null;
  projects: readonly { projectId: string; name: string; figures: Readonly<Record<string, FigureValue>> }[];
  /** `same` as the first of the same frozen position; null for that one, which has nothing to be compared with */
  runs: readonly { at: string; digest: string; same: boolean | null }[];
}

/** A figure with its unit; null where it does not apply. */
export interface FigureValue {
  value: number | null;
  unit: 'fen' | 'bp' | 'persons' | 'personTimes' | 'days';
  /** how many rows or events it opens into */
  basis: number;
}

/** `GET /api/evaluations/:scope/:year/figures/:indicator?project=` – the rows behind a figure. */
export interface FigureRows {
  indicator: string;
  rows: readonly { stream: string; version: number; on: string; what: string; value: number }[];
  total: number;
}

/** `GET /api/schedules` */
export interface ScheduleRow {
  id: string;
  title: string;
  scope: string;
  cron: string;
  timezone: 'Asia/Shanghai';
  nextAt: readonly string[];
  paused: boolean;
  note: string | null;
  recent: readonly { scheduledAt: string; startedAt: string; workflowId: string }[];
}
