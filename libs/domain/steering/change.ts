import { approvalGates } from '../approval/gates';
import { standingReply } from '../approval/state';
import type { AnyFacts } from '../facts';
import { workedAt } from '../named-by';
import type { PlannedSegment } from '../planning/state';
import { newSegment, nextSegmentIds, segmentOf, withSegment, type Project } from '../project';
import { isCatalogueCode } from '../rulebook/catalogue/catalogue';
import { breach, broken, type Breach } from '../rules';
import type { ChangedSegment, ProjectChange, SteeringEvents } from './messages';

/** 建设地点 · 建设规模 · 建设内容 */
export type ChangeAspect = 'place' | 'size' | 'content';

/** The organ whose reply stands; before or without a reply of its own, the government on whose list the project stands. @rule R-INV-15 */
export const originalApprover = ({ approval, parties }: Project): string | null =>
  standingReply(approval)?.organ ?? parties?.districtGovernment ?? null;

type Changed = SteeringEvents['ProjectChanged'];
type Difference = Pick<Changed, 'segments' | 'added' | 'removed'>;

/** A change as it is recorded: ids given to what is added, and what of the project it touches. */
export function changeOf(project: Project, { added, ...change }: ProjectChange): Changed {
  const ids = nextSegmentIds(project, added.length);
  const difference = { ...change, added: added.map((planned, index) => ({ id: ids[index]!, ...planned })) };
  return { ...difference, aspects: aspectsOf(project, difference) };
}

/** What of a project a change touches; nothing where all stays as it is. */
function aspectsOf(project: Project, { segments, added = [], removed = [] }: Difference): ChangeAspect[] {
  const pairs = segments.flatMap((after) => {
    const before = segmentOf(project, after.segmentId);
    return before ? [{ before, after }] : [];
  });
  const some = (differs: (pair: (typeof pairs)[number]) => boolean): boolean => pairs.some(differs);
  const villages = new Set(project.segments.map(({ village }) => village));
  const others = added.length + removed.length > 0;
  return [
    ...(some(({ before, after }) => before.village !== after.village) ||
    added.some(({ village }) => !villages.has(village))
      ? (['place'] as const)
      : []),
    ...(others ||
    some(
      ({ before, after }) =>
        before.plannedPosts !== after.plannedPosts || before.plannedLaborPayFen !== after.plannedLaborPayFen,
    )
      ? (['size'] as const)
      : []),
    ...(others || some(({ before, after }) => before.name !== after.name || before.codes.join() !== after.codes.join())
      ? (['content'] as const)
      : []),
  ];
}

const inTotal = (segments: readonly PlannedSegment[], of: 'plannedPosts' | 'plannedLaborPayFen'): number =>
  segments.reduce((sum, segment) => sum + segment[of], 0);

/** The project with its segments as changed, added and taken out, and its totals with them. */
export function asChanged(project: Project, { segments, added = [], removed = [] }: Difference): Project {
  const { planning, steering, phase } = project;
  if (!planning) return project;
  const stage = phase === 'segments' ? 'mobilization' : 'waiting';
  const after = [
    ...segments
      .reduce(
        (folded, { segmentId, ...plan }) => withSegment(folded, segmentId, (one) => ({ ...one, ...plan })),
        project,
      )
      .segments.filter(({ id }) => !removed.includes(id)),
    ...added.map((one) => ({ ...newSegment(one), stage }) as const),
  ];
  const more = (of: 'plannedPosts' | 'plannedLaborPayFen'): number =>
    inTotal(after, of) - inTotal(project.segments, of);
  return {
    ...project,
    segments: after,
    planning: {
      ...planning,
      plannedPosts: planning.plannedPosts + more('plannedPosts'),
      plannedLaborPayFen: planning.plannedLaborPayFen + more('plannedLaborPayFen'),
    },
    steering: { ...steering, removedSegments: [...steering.removedSegments, ...removed] },
  };
}

/** What a change after listing is held to: it goes back to who approved, and keeps the floors of labor pay. @rule R-INV-15 */
export function changeBreaches(project: Project, change: ProjectChange, body: string, facts: AnyFacts): Breach[] {
  const approver = originalApprover(project);
  const changed = changeOf(project, change);
  const after = asChanged(project, changed);
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
    ...change.segments.flatMap((one, at) => notToChange(project, one, `segments.${at}`)),
    ...change.added.flatMap((one, at) => notInCatalogue(one, `added.${at}`)),
    ...change.removed.flatMap((id, at) => notToRemove(project, id, `removed.${at}`)),
    ...namedTwice(change),
    ...(after.segments.some(({ kind }) => kind !== 'upkeep') ? [] : [nothingLeft]),
    ...(changed.aspects.length > 0
      ? []
      : [breach('P-ONCE', { need: '与原批准不同的地点、规模或内容', found: '没有变化', mend: '填写变更后的内容' })]),
    ...broken(
      approvalGates.filter(({ rule }) => rule === 'R-FUND-10' || rule === 'R-FUND-11'),
      { project: after, facts, on: facts.on },
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

const nothingLeft = breach('R-INV-15', {
  need: '变更后至少有一个用工环节',
  found: '没有用工环节',
  mend: '保留或新增用工环节；不再建设的，办理“撤销项目”',
  field: 'removed',
});

const unknownSegment = (id: string, field: string): Breach =>
  breach('P-UNKNOWN', { need: '本项目的用工环节', found: id, mend: '从用工环节中选择', field });

function notToChange(project: Project, { segmentId, codes }: ChangedSegment, field: string): Breach[] {
  const segment = segmentOf(project, segmentId);
  if (!segment) return [unknownSegment(segmentId, field)];
  return [
    ...(segment.construction.completedOn === null
      ? []
      : [breach('P-ORDER', { need: '尚未完工的用工环节', found: '已经完工', mend: '选择尚未完工的环节', field })]),
    ...notInCatalogue({ codes }, field),
  ];
}

function notInCatalogue({ codes }: { codes: readonly string[] }, field: string): Breach[] {
  const unknown = codes.filter((code) => !isCatalogueCode(code));
  return unknown.length === 0
    ? []
    : [
        breach('R-SEG-02', {
          need: '指导目录中的用工环节编码',
          found: unknown.join('、'),
          mend: '从指导目录中选择用工环节',
          field: `${field}.codes`,
        }),
      ];
}

/** Where people were hired, trained, at work or paid, their rights rest on the segment: it stays. */
function notToRemove(project: Project, id: string, field: string): Breach[] {
  const segment = segmentOf(project, id);
  if (!segment) return [unknownSegment(id, field)];
  const rests = workedAt(segment);
  return rests.length === 0
    ? []
    : [
        breach('R-INV-15', {
          need: '没有花名册、培训、开工、考勤和报酬记录的用工环节',
          found: `${segment.name}：${rests.join('、')}`,
          mend: '保留该环节，按实际变更其规模和内容',
          field,
        }),
      ];
}

/** A segment is changed or taken out, and named once. */
function namedTwice({ segments, removed }: ProjectChange): Breach[] {
  const named = [...segments.map(({ segmentId }) => segmentId), ...removed];
  const twice = [...new Set(named.filter((id, at) => named.indexOf(id) !== at))];
  return twice.length === 0
    ? []
    : [
        breach('P-SUM', {
          need: '每个用工环节只写一次',
          found: twice.join('、'),
          mend: '去掉重复；同一环节或变更，或撤下',
          field: 'removed',
        }),
      ];
}
