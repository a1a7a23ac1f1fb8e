import type { Pause } from '../duty';
import type { Owner } from './route';

/** 普通 · 特急: the limits of its steps count in working minutes @rule R-OA-17 */
export const urgencies = ['normal', 'extraUrgent'] as const;
export type Urgency = (typeof urgencies)[number];

/** For what the clock of a step may stand. 补正材料 · 公示 · 专家评审 · 听证 @rule R-OA-17 */
export const stopReasons = ['corrections', 'posting', 'expertReview', 'hearing'] as const;
export type StopReason = (typeof stopReasons)[number];

/** The clock of one visit of a step, standing or stood: its time counts for nobody who owes an act there. */
export interface StoppedStep extends Pause {
  /** `p1`, `p2` … */
  id: string;
  visit: string;
  reason: StopReason;
  by: Owner;
  /** why, in one's own words, sealed */
  note: string;
  /** why it runs again; null while it stands, and where the step was over before */
  resumed: { by: Owner; note: string } | null;
}

/** What goes on with a matter's clocks. */
export interface Clocks {
  pauses: readonly StoppedStep[];
}

export const noClocks: Clocks = { pauses: [] };

/** The pause of a visit that still stands. */
export const standingPause = ({ pauses }: Clocks, visit: string): StoppedStep | undefined =>
  pauses.find((pause) => pause.visit === visit && pause.to === null);

/** When the clock of a visit stood, the earliest first. */
export const pausesOf = ({ pauses }: Clocks, visit: string): Pause[] =>
  pauses
    .filter((pause) => pause.visit === visit)
    .map(({ reason, awaited, from, to }) => ({ reason, awaited, from, to }));
