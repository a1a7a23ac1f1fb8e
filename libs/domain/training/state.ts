export const courseKinds = ['safety', 'skill'] as const;
/** 安全生产培训 · 劳动技能培训 @rule R-TRAIN-03 */
export type CourseKind = (typeof courseKinds)[number];

export interface Training {
  courses: number;
  /** course attendances passed, by kind */
  safetyPassed: number;
  skillPassed: number;
  disclosures: number;
  subsidyFen: number;
  clearedOn: string | null;
}
export const notTrained: Training = {
  courses: 0,
  safetyPassed: 0,
  skillPassed: 0,
  disclosures: 0,
  subsidyFen: 0,
  clearedOn: null,
};
