import type { Project } from '../project';
import { breach, type Breach } from '../rules';
import { gateSetOf } from './gate-sets';

/** Approval's acts begin once the project stands on its district's list. */
export const listed = ({ phase }: Project): Breach[] =>
  phase === 'planning'
    ? [breach('P-ORDER', { need: '项目已列入以工代赈项目清单', found: '尚在谋划储备', mend: '先由区人民政府列入清单' })]
    : [];

/** Where the mode was adopted once works had begun, who builds is put on record there and then. */
export const adoptedInWorks = ({ planning, phase }: Project): boolean =>
  planning?.adoption?.stage === 'mobilization' && phase === 'segments';

/** Acts that settle who builds, by what right: in approval, or on adoption in mid-life. */
export const beforeWorks = (project: Project): Breach[] => (adoptedInWorks(project) ? [] : inApproval(project));

/** Acts that settle the shape of the project belong to approval alone. */
export const inApproval = ({ phase }: Project): Breach[] =>
  phase === 'approval'
    ? []
    : [
        breach('P-ORDER', {
          need: '项目处于立项审批阶段',
          found: phase === 'planning' ? '尚在谋划储备' : '立项审批已完成',
          mend: phase === 'planning' ? '先由区人民政府列入清单' : '需要变更的，由区人民政府退回立项审批',
        }),
      ];

export const notLater = (on: string, today: string, field: string): Breach[] =>
  on <= today
    ? []
    : [breach('P-TIME', { need: `不晚于办理日 ${today}`, found: on, mend: '按文件上的日期填写', field })];

export const once = (done: string | null | undefined, mend: string): Breach[] =>
  done == null ? [] : [breach('P-ONCE', { need: '尚未办理', found: `已办理：${done}`, mend })];

export const notFound = (what: string, found: string, field?: string): Breach =>
  breach('P-UNKNOWN', { need: what, found, mend: '核对后重新选择', ...(field && { field }) });

/** The mode decides the gate set, so it comes first. */
export const modeChosen = (project: Project): Breach[] =>
  project.approval.mode === null
    ? [breach('P-ORDER', { need: '已选定建设方式', found: '未选定', mend: '先办理“选定建设方式”' })]
    : [];

export const notCompetent = (bodies: readonly string[], actor: string, project: Project): Breach[] =>
  bodies.includes(actor)
    ? []
    : [
        breach('P-WHO', {
          need: `${gateSetOf(project).name}：${bodies.length === 0 ? '无须另行批复' : '有权批复的部门'}`,
          found: actor,
          mend: bodies.length === 0 ? '引用已有的批复或补充文件' : '由有权批复的部门办理',
        }),
      ];
