import type { Evolvers } from '../event';
import { withSegment, type Project, type Segment } from '../project';
import type { ConstructionEvents } from './messages';
import { isSealed, type Construction } from './state';

const built = (
  project: Project,
  segmentId: string,
  change: (construction: Construction) => Partial<Construction>,
): Project =>
  withSegment(project, segmentId, (segment): Segment => ({
    ...segment,
    construction: { ...segment.construction, ...change(segment.construction) },
  }));

const later = (a: string | null, b: string): string => (a !== null && a > b ? a : b);

export const evolveConstruction: Evolvers<Project, ConstructionEvents> = {
  WorksStarted: (project, { data }) => built(project, data.segmentId, () => ({ startedOn: data.on })),
  AttendanceRecorded: (project, { data: { segmentId, on } }) =>
    built(project, segmentId, ({ unsealedDays, lastAttendanceOn }) => ({
      unsealedDays: unsealedDays.includes(on) ? unsealedDays : [...unsealedDays, on].toSorted(),
      lastAttendanceOn: later(lastAttendanceOn, on),
    })),
  AttendanceCorrected: (project, { data: { segmentId, on, minutesGained, personsGained } }) =>
    built(project, segmentId, (construction) =>
      isSealed(construction, on)
        ? {
            sealed: construction.sealed.map((day) =>
              day.on === on
                ? { ...day, persons: day.persons + personsGained, minutes: day.minutes + minutesGained }
                : day,
            ),
            sealedMinutes: construction.sealedMinutes + minutesGained,
          }
        : {},
    ),
  AttendanceSealed: (project, { data: { segmentId, on, persons, minutes, digest } }) =>
    built(project, segmentId, ({ unsealedDays, sealed, sealedDays, sealedMinutes }) => ({
      unsealedDays: unsealedDays.filter((day) => day !== on),
      sealed: [...sealed, { on, persons, minutes, digest }].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
      sealedDays: sealedDays + 1,
      sealedMinutes: sealedMinutes + minutes,
    })),
  ProgressReported: (project, { data }) =>
    built(project, data.segmentId, ({ progressReports }) => ({
      progressBp: data.progressBp,
      progressReports: progressReports + 1,
    })),
  InspectionRecorded: (project, { data }) =>
    built(project, data.segmentId, ({ inspections, defects }) => ({
      inspections: inspections + 1,
      defects: [...defects, ...data.defects.map(({ id }) => ({ id, closed: false }))],
    })),
  DefectClosed: (project, { data }) =>
    built(project, data.segmentId, ({ defects }) => ({
      defects: defects.map((defect) => (defect.id === data.defectId ? { ...defect, closed: true } : defect)),
    })),
  CompletionReported: (project, { data }) =>
    withSegment(
      built(project, data.segmentId, () => ({ completedOn: data.on })),
      data.segmentId,
      (segment) => ({ ...segment, stage: 'wages' }),
    ),
};
