import type { Handlers } from '../handlers';
import { yearOf } from '../calendar';
import { nextSegmentIds, segmentOf, type Project } from '../project';
import { breach, broken, judge, type Breach } from '../rules';
import type { maintenanceCommands, MaintenanceEvents } from './messages';
import { handoverRules, maintenanceGates, offerRules, upkeepRules } from './rules';

const inMaintenance = ({ phase }: Project): Breach[] =>
  phase === 'maintenance'
    ? []
    : [breach('P-ORDER', { need: '项目处于后期管护阶段', found: '尚未完成竣工验收', mend: '先完成竣工验收和备案' })];

const unknownBody = (known: boolean, body: string): Breach[] =>
  known
    ? []
    : [breach('P-UNKNOWN', { need: '已登记的管护单位', found: body, mend: '先登记该单位', field: 'upkeepBody' })];

/** Another year means the one after the year upkeep runs through, or this one where none is set. */
function anotherYear({ maintenance: { throughYear } }: Project, year: number, on: string): Breach[] {
  const next = throughYear === null ? yearOf(on) : throughYear + 1;
  if (year === next) return [];
  return [breach('P-ORDER', { need: `${next} 年`, found: `${year} 年`, mend: '管护逐年延续', field: 'year' })];
}

/** @clause CL-13 CL-33 */
export const decideMaintenance: Handlers<Project, typeof maintenanceCommands, MaintenanceEvents> = {
  handOver: (project, command, { bodies }) => {
    const { data } = command;
    const again = project.maintenance.handover
      ? [
          breach('P-ONCE', {
            need: '尚未移交',
            found: `${project.maintenance.handover.on} 已移交`,
            mend: '无需重复办理',
          }),
        ]
      : [];
    const breaches = [
      ...again,
      ...unknownBody(bodies[data.upkeepBody] !== undefined, data.upkeepBody),
      ...broken(handoverRules, { project, data }),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'HandedOver', data }] }));
  },

  openUpkeepSegment: (project, command, { on }) => {
    const { throughYear, ...planned } = command.data;
    const past =
      throughYear < yearOf(on)
        ? [
            breach('P-TIME', {
              need: `不早于 ${yearOf(on)} 年`,
              found: `${throughYear} 年`,
              mend: '填写管护期的最后一年',
              field: 'throughYear',
            }),
          ]
        : [];
    const breaches = [...inMaintenance(project), ...past, ...broken(upkeepRules, { project, codes: planned.codes })];
    const segment = { id: nextSegmentIds(project, 1)[0]!, kind: 'upkeep' as const, ...planned };
    return judge(command, breaches, () => ({
      events: [{ type: 'UpkeepSegmentOpened', data: { segment, throughYear } }],
    }));
  },

  offerUpkeepPosts: (project, command, facts) => {
    const { segmentId, workers, termYears } = command.data;
    const segment = segmentOf(project, segmentId);
    if (!segment) {
      return {
        refused: [
          breach('P-UNKNOWN', {
            need: '本项目的管护环节',
            found: segmentId,
            mend: '先开设管护环节',
            field: 'segmentId',
          }),
        ],
      };
    }
    const breaches = [...inMaintenance(project), ...broken(offerRules, { segment, workers, termYears, facts })];
    const toBuilders = workers.filter(({ personRef }) => facts.builders.includes(personRef)).length;
    const year = yearOf(facts.on);
    return judge(command, breaches, () => ({
      events: [{ type: 'UpkeepPostsOffered', data: { segmentId, workers, toBuilders, termYears } }],
      claims: workers.flatMap(({ personRef }) =>
        Array.from({ length: termYears }, (_, index) => ({
          kind: 'upkeepPost' as const,
          key: `${personRef}/${year + index}`,
          holder: `${project.id}/${segmentId}`,
        })),
      ),
    }));
  },

  continueUpkeep: (project, command, facts) => {
    const { year } = command.data;
    const breaches = [
      ...inMaintenance(project),
      ...(project.segments.some(({ kind }) => kind === 'upkeep')
        ? []
        : [breach('P-ORDER', { need: '已开设管护环节', found: '没有', mend: '先开设管护环节' })]),
      ...anotherYear(project, year, facts.on),
    ];
    return judge(command, breaches, () => ({ events: [{ type: 'UpkeepContinued', data: command.data }] }));
  },

  closeProject: (project, command, facts) =>
    judge(command, [...inMaintenance(project), ...broken(maintenanceGates, { project, facts, on: facts.on })], () => ({
      events: [{ type: 'ProjectClosed', data: {} }],
    })),
};
