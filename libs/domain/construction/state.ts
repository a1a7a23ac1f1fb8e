export const delayCauses = ['weather', 'materials', 'design', 'land', 'funds', 'labor', 'season', 'other'] as const;
/** 天气 · 材料 · 设计 · 用地 · 资金 · 用工 · 农时 · 其他 @rule R-QUAL-04 */
export type DelayCause = (typeof delayCauses)[number];

export const inspectionTopics = ['quality', 'safety'] as const;
export type InspectionTopic = (typeof inspectionTopics)[number];

export const attendanceMethods = ['gate', 'position', 'foreman', 'paper'] as const;
/** 闸机 · 定位 · 带班人代记 · 纸质 @rule R-ATT-10 */
export type AttendanceMethod = (typeof attendanceMethods)[number];

export interface Defect {
  id: string;
  closed: boolean;
}

/** A day whose attendance is closed. Corrections move its sums; the digest stays that of the rows first sealed. */
export interface SealedDay {
  on: string;
  /** persons who worked */
  persons: number;
  minutes: number;
  digest: string;
}

export interface Construction {
  startedOn: string | null;
  progressBp: number;
  progressReports: number;
  inspections: number;
  defects: readonly Defect[];
  lastAttendanceOn: string | null;
  /** days with attendance not yet sealed, ascending */
  unsealedDays: readonly string[];
  /** ascending by day */
  sealed: readonly SealedDay[];
  sealedDays: number;
  /** sum of sealed worked minutes, corrections included */
  sealedMinutes: number;
  completedOn: string | null;
}
export const notStarted: Construction = {
  startedOn: null,
  progressBp: 0,
  progressReports: 0,
  inspections: 0,
  defects: [],
  lastAttendanceOn: null,
  unsealedDays: [],
  sealed: [],
  sealedDays: 0,
  sealedMinutes: 0,
  completedOn: null,
};

export const isSealed = ({ sealed }: Construction, on: string): boolean => sealed.some((day) => day.on === on);
