import type { Actor } from '../actor';
import type { DraftOf } from '../event';
import type { Handlers } from '../handlers';
import { atSegment, byEmployer, employerFor, notAhead } from '../mobilization/segment-order';
import type { Project, Segment } from '../project';
import { breach, broken, judge, type Breach } from '../rules';
import { apart } from '../separation';
import { decideAttendance } from './decide-attendance';
import type { constructionCommands, ConstructionEvents } from './messages';
import { constructionGates, progressRules, startRules } from './rules';

const recorded = (event: DraftOf<ConstructionEvents>) => ({ events: [event] });

const notStartedYet = ({ construction: { startedOn } }: Segment): Breach[] =>
  startedOn === null ? [breach('P-ORDER', { need: '已开工', found: '尚未开工', mend: '先办理“开工”' })] : [];

/** Quality and safety are looked at by others than the employer. @rule R-QUAL-02 */
function notItself(project: Project, segment: Segment, actor: Actor): Breach[] {
  const builders = [employerFor(project, segment), project.parties?.contractor ?? ''];
  const { holds, ...compared } = apart('checkSite', actor, { employer: builders });
  return holds ? [] : [breach('R-OA-16', compared)];
}

export const decideConstruction: Handlers<Project, typeof constructionCommands, ConstructionEvents> = {
  ...decideAttendance,

  startWorks: (project, command, facts) =>
    atSegment(project, command.data.segmentId, ['construction'], (segment) => {
      const { data, actor } = command;
      const { startedOn } = segment.construction;
      const again = startedOn
        ? [breach('P-ONCE', { need: '尚未开工', found: `${startedOn} 已开工`, mend: '无需重复办理' })]
        : [];
      return judge(
        command,
        [
          ...byEmployer(project, segment, actor),
          ...again,
          ...notAhead(data.on, facts.on),
          ...broken(startRules, { project, segment, data, facts }),
        ],
        () => recorded({ type: 'WorksStarted', data: { segmentId: segment.id, on: data.on } }),
      );
    }),

  reportProgress: (project, command) =>
    atSegment(project, command.data.segmentId, ['construction'], (segment) => {
      const { data, actor } = command;
      return judge(
        command,
        [
          ...byEmployer(project, segment, actor),
          ...notStartedYet(segment),
          ...broken(progressRules, { segment, data }),
        ],
        () => recorded({ type: 'ProgressReported', data }),
      );
    }),

  recordInspection: (project, command, { on: today }) =>
    atSegment(project, command.data.segmentId, ['construction'], (segment) => {
      const { data, actor } = command;
      const { defects, ...inspection } = data;
      const known = segment.construction.defects.length;
      return judge(
        command,
        [...notItself(project, segment, actor), ...notStartedYet(segment), ...notAhead(data.on, today)],
        () =>
          recorded({
            type: 'InspectionRecorded',
            data: {
              ...inspection,
              by: actor.body,
              defects: defects.map((defect, index) => ({ id: `d${known + index + 1}`, ...defect })),
            },
          }),
      );
    }),

  closeDefect: (project, command, { on: today }) =>
    atSegment(project, command.data.segmentId, ['construction'], (segment) => {
      const { data, actor } = command;
      const defect = segment.construction.defects.find(({ id }) => id === data.defectId);
      const wrong =
        defect?.closed === false
          ? []
          : [
              breach(defect ? 'P-ONCE' : 'P-UNKNOWN', {
                need: '尚未闭合的问题',
                found: defect ? `${data.defectId} 已闭合` : data.defectId,
                mend: '选择尚未闭合的问题',
                field: 'defectId',
              }),
            ];
      return judge(command, [...notItself(project, segment, actor), ...wrong, ...notAhead(data.on, today)], () =>
        recorded({ type: 'DefectClosed', data: { ...data, by: actor.body } }),
      );
    }),

  reportCompletion: (project, command, facts) =>
    atSegment(project, command.data.segmentId, ['construction'], (segment) => {
      const { data, actor } = command;
      const { lastAttendanceOn } = segment.construction;
      const early =
        lastAttendanceOn !== null && data.on < lastAttendanceOn
          ? [
              breach('P-ORDER', {
                need: `不早于末日考勤 ${lastAttendanceOn}`,
                found: data.on,
                mend: '核对完工日期',
                field: 'on',
              }),
            ]
          : [];
      return judge(
        command,
        [
          ...byEmployer(project, segment, actor),
          ...notAhead(data.on, facts.on),
          ...early,
          ...broken(constructionGates, { project, segment, facts, on: facts.on }),
        ],
        () => recorded({ type: 'CompletionReported', data }),
      );
    }),
};
