import { approvalGates } from '../approval/gates';
import { standingReply } from '../approval/state';
import type { AnyFacts } from '../facts';
import { segmentOf, withSegment, type Project } from '../project';
import { isCatalogueCode } from '../rulebook/catalogue/catalogue';
import { breach, broken, type Breach } from '../rules';
import type { ChangedSegment, ProjectChange } from './messages';

/** 建设地点 · 建设规模 · 建设内容 */
export type ChangeAspect = 'place' | 'size' | 'content';

/** The organ whose reply stands; before or without a reply of its own, the government on whose list the project stands. @rule R-INV-15 */
export const originalApprover = ({ approval, parties }: Project): string | null =>
  standingReply(approval)?.organ ?? parties?.districtGovernment ?? null;

/** What of a project a change touches; nothing where all stays as it is. */
export function aspectsOf(project: Project, changed: readonly ChangedSegment[]): ChangeAspect[] {
  const pairs = changed.flatMap((after) => {
    const before = segmentOf(project, after.segmentId);
    return before ? [{ before, after }] : [];
  });
  const some = (differs: (pair: (typeof pairs)[number]) => boolean): boolean => pairs.some(differs);
  return [
    ...(some(({ before, after }) => before.village !== after.village) ? (['place'] as const) : []),
    ...(some(
      ({ before, after }) =>
        before.plannedPosts !== after.plannedPosts || before.plannedLaborPayFen !== after.plannedLaborPayFen,
    )
      ? (['size'] as const)
      : []),
    ...(some(({ before, after }) => before.name !== after.name || before.codes.join() !== after.codes.join())
      ? (['content'] as const)
      : []),
  ];
}

/** The project with its segments as changed, and its totals with them. */
export function asChanged(project: Project, changed: readonly ChangedSegment[]): Project {
  return changed.reduce<Project>((folded, { segmentId, ...planned }) => {
    const before = segmentOf(folded, segmentId);
    if (!before || !folded.planning) return folded;
    const { plannedPosts, plannedLaborPayFen } = folded.planning;
    return {
      ...withSegment(folded, segmentId, (segment) => ({ ...segment, ...planned })),
      planning: {
        ...folded.planning,
        plannedPosts: plannedPosts + planned.plannedPosts - before.plannedPosts,
        plannedLaborPayFen: plannedLaborPayFen + planned.plannedLaborPayFen - before.plannedLaborPayFen,
      },
    };
  }, project);
}

/** What a change after listing is held to: it goes back to who approved, and keeps the floors of labor pay. @rule R-INV-15 */
export function changeBreaches(
  project: Project,
  { segments }: Pick<ProjectChange, 'segments'>,
  body: string,
  facts: AnyFacts,
): Breach[] {
  const approver = originalApprover(project);
  return [
    ...notUnderWay(project),
    ...(approver === body
      ? []
      : [
          breach('R-INV-15', {
            need: `由原审批机关 ${approver ?? '（无）'} 审定`,
            found: body,
            mend: '由原审批机关的负责人最后签署',
          }),
        ]),
    ...segments.flatMap((one, at) => notToChange(project, one, `segments.${at}`)),
    ...(aspectsOf(project, segments).length > 0
      ? []
      : [breach('P-ONCE', { need: '与原批准不同的地点、规模或内容', found: '没有变化', mend: '填写变更后的内容' })]),
    ...broken(
      approvalGates.filter(({ rule }) => rule === 'R-FUND-10' || rule === 'R-FUND-11'),
      { project: asChanged(project, segments), facts, on: facts.on },
    ),
  ];
}

const notUnderWay = ({ phase }: Project): Breach[] =>
  phase === 'approval' || phase === 'segments'
    ? []
    : [
        breach('P-ORDER', {
          need: '已列入清单、尚未完工的项目',
          found: phase === 'planning' ? '尚在谋划储备' : '已进入验收或管护',
          mend: phase === 'planning' ? '列入清单前用“修改项目方案”办理' : '完工后不再变更建设内容',
        }),
      ];

function notToChange(project: Project, { segmentId, codes }: ChangedSegment, field: string): Breach[] {
  const segment = segmentOf(project, segmentId);
  if (!segment) {
    return [breach('P-UNKNOWN', { need: '本项目的用工环节', found: segmentId, mend: '从用工环节中选择', field })];
  }
  const unknown = codes.filter((code) => !isCatalogueCode(code));
  return [
    ...(segment.construction.completedOn === null
      ? []
      : [breach('P-ORDER', { need: '尚未完工的用工环节', found: '已经完工', mend: '选择尚未完工的环节', field })]),
    ...(unknown.length === 0
      ? []
      : [
          breach('R-SEG-02', {
            need: '指导目录中的用工环节编码',
            found: unknown.join('、'),
            mend: '从指导目录中选择用工环节',
            field: `${field}.codes`,
          }),
        ]),
  ];
}
