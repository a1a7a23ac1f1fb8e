import { monthOf } from '../calendar';
import type { Command } from '../command';
import type { Handlers } from '../handlers';
import { atSegment, byEmployer } from '../mobilization/segment-order';
import type { Project } from '../project';
import type { AttendanceRow } from '../rows';
import { breach, broken, judge, type Claim } from '../rules';
import type { StreamId } from '../stream';
import { correctingRules, recordingRules, standingRow, type Attending } from './attendance-rules';
import type { constructionCommands, ConstructionEvents } from './messages';
import { isSealed } from './state';
import { payPeriodOf } from './worked-time';

type AttendanceCommands = Pick<typeof constructionCommands, 'recordAttendance' | 'correctAttendance' | 'sealDay'>;

/** A segment as holder of a person's day. @rule R-ATT-15 */
export const holderOf = (stream: StreamId, segmentId: string): string => `${stream}/${segmentId}`;

/** One person's one day: no other segment, in whichever project, can take it. @rule R-ATT-15 */
const dayClaim = (personRef: string, on: string, holder: string): Claim => ({
  kind: 'attendanceDay',
  key: `${personRef}/${on}`,
  holder,
});

const attending = (
  project: Project,
  { stream, data }: Command<string, Pick<Attending, 'on' | 'workers'> & { segmentId: string }>,
  segment: Attending['segment'],
  facts: Attending['facts'],
): Attending => ({
  projectId: project.id,
  holder: holderOf(stream, segment.id),
  segment,
  on: data.on,
  workers: data.workers,
  facts,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

export const decideAttendance: Handlers<Project, AttendanceCommands, ConstructionEvents> = {
  recordAttendance: (project, command, facts) =>
    atSegment(project, command.data.segmentId, ['construction'], (segment) => {
      const { segmentId, on, method, workers } = command.data;
      const input = attending(project, command, segment, facts);
      return judge(command, [...byEmployer(project, segment, command.actor), ...broken(recordingRules, input)], () => ({
        events: [
          {
            type: 'AttendanceRecorded',
            data: { segmentId, on, minutes: sum(workers.map(({ minutes }) => minutes)) },
            rows: {
              table: 'attendance',
              rows: workers.map((worker): AttendanceRow => ({
                segmentId,
                on,
                method,
                edition: 1,
                countsIn: monthOf(on),
                ...worker,
              })),
            },
          },
        ],
        claims: workers.map(({ personRef }) => dayClaim(personRef, on, input.holder)),
      }));
    }),

  correctAttendance: (project, command, facts) =>
    atSegment(project, command.data.segmentId, ['construction', 'wages'], (segment) => {
      const { segmentId, on, method, reason, settlesDispute, workers } = command.data;
      const input = attending(project, command, segment, facts);
      return judge(command, [...byEmployer(project, segment, command.actor), ...broken(correctingRules, input)], () => {
        const countsIn = settlesDispute ? monthOf(on) : payPeriodOf(on, facts.sheetPeriods);
        const before = workers.map(({ personRef }) => standingRow(input, personRef));
        const worked = (rows: readonly ({ minutes: number } | undefined)[]) =>
          rows.filter((row) => (row?.minutes ?? 0) > 0).length;
        return {
          events: [
            {
              type: 'AttendanceCorrected',
              data: {
                segmentId,
                on,
                reason,
                countsIn,
                minutesGained: sum(workers.map(({ minutes }) => minutes)) - sum(before.map((row) => row?.minutes ?? 0)),
                personsGained: worked(workers) - worked(before),
              },
              rows: {
                table: 'attendance',
                rows: workers.map((worker, index): AttendanceRow => ({
                  segmentId,
                  on,
                  method,
                  edition: (before[index]?.edition ?? 0) + 1,
                  countsIn,
                  ...worker,
                })),
              },
            },
          ],
          claims: workers
            .filter(({ minutes }) => minutes > 0)
            .map(({ personRef }) => dayClaim(personRef, on, input.holder)),
          releases: workers
            .filter(({ minutes }) => minutes === 0)
            .map(({ personRef }) => dayClaim(personRef, on, input.holder)),
        };
      });
    }),

  sealDay: (project, command, facts) =>
    atSegment(project, command.data.segmentId, ['construction'], (segment) => {
      const { segmentId, on } = command.data;
      const { unsealedDays } = segment.construction;
      const open = unsealedDays.includes(on)
        ? []
        : [
            breach(isSealed(segment.construction, on) ? 'P-ONCE' : 'P-UNKNOWN', {
              need: unsealedDays.length > 0 ? `待封存的日期：${unsealedDays.join('、')}` : '有考勤且尚未封存的日期',
              found: isSealed(segment.construction, on) ? `${on} 已封存` : `${on} 没有考勤`,
              mend: '选择待封存的日期；已封存的变更用“更正考勤”办理',
              field: 'on',
            }),
          ];
      return judge(command, [...byEmployer(project, segment, command.actor), ...open], () => {
        const worked = facts.attendance.rows.filter((row) => row.on === on && row.minutes > 0);
        return {
          events: [
            {
              type: 'AttendanceSealed',
              data: {
                segmentId,
                on,
                persons: worked.length,
                minutes: sum(worked.map(({ minutes }) => minutes)),
                digest: facts.attendance.digest,
              },
            },
          ],
        };
      });
    }),
};
