import type { Parties } from '../parties';
import type { Project } from '../project';
import { worksSegments } from '../project';
import type { ConstructionMode, DocumentKind, Ground, ParentAct } from './state';

export const gateSetIds = ['adopted', 'parentSegments', 'emergency', 'simplified', 'fullProcedure'] as const;
export type GateSetId = (typeof gateSetIds)[number];

type ReplyingParty = Extract<keyof Parties, 'developmentReform' | 'sectorDepartment' | 'townships'>;

/** What a project of one shape must have on file before it leaves approval. */
export interface GateSet {
  id: GateSetId;
  /** 名称, as shown above the gates */
  name: string;
  /** where the set comes from, as shown below the gates */
  basis: string;
  documents: readonly DocumentKind[];
  /** documents, reply and allocations that may follow once works have begun, by the day the emergency decision names */
  deferred: readonly DocumentKind[];
  mayFollow: boolean;
  /** whose act approves: our own reply, the parent project's, or the document by which the mode was adopted */
  approval: 'reply' | 'parent' | 'adoption';
  replyBy: readonly ReplyingParty[];
  award: 'own' | 'parent';
  parentActs: readonly ParentAct['kind'][];
  /** a construction permit is needed from the ceiling of small works on @rule R-INV-21 */
  permit: boolean;
}

interface Shape {
  adopted: boolean;
  scopeClass: string;
  ground: Ground | null;
}

const own = { deferred: [], mayFollow: false, approval: 'reply', award: 'own', parentActs: [], permit: false } as const;

/** In order: the first that fits a project's shape is its gate set. @rule R-APPR-02 R-INV-01 R-INV-07 */
const table: readonly { when: (shape: Shape) => boolean; set: GateSet }[] = [
  {
    when: ({ adopted }) => adopted,
    set: {
      ...own,
      id: 'adopted',
      name: '中途采用以工代赈方式',
      basis: '京发改〔2023〕1336号 一（二）：已明确采取以工代赈方式的项目；采用之前的手续不再补写要求',
      documents: [],
      approval: 'adoption',
      replyBy: [],
    },
  },
  {
    when: ({ scopeClass }) => scopeClass === 'majorLabor',
    set: {
      ...own,
      id: 'parentSegments',
      name: '重大项目具体环节',
      basis:
        '京发改〔2023〕1336号 一（二）、五（一）；国办函〔2022〕58号：主体项目的批复和发包按文号引用，补充文件写明要求',
      documents: ['supplement'],
      approval: 'parent',
      replyBy: [],
      award: 'parent',
      parentActs: ['approval', 'award'],
    },
  },
  {
    when: ({ ground }) => ground === 'emergency',
    set: {
      ...own,
      id: 'emergency',
      name: '灾后应急',
      basis: '京发改〔2023〕1336号 一（二）；国务院令第712号第十三条：应急决定可先开工，手续限期补办',
      documents: ['emergencyDecision'],
      deferred: ['implementationPlan'],
      mayFollow: true,
      replyBy: ['developmentReform', 'sectorDepartment', 'townships'],
    },
  },
  {
    when: ({ scopeClass, ground }) => scopeClass === 'smallMicro' || ground !== null,
    set: {
      ...own,
      id: 'simplified',
      name: '小微工程简易审批',
      basis: '国务院令第712号第十三条；发改农经〔2020〕1337号：合并编制实施方案，专章写明要求',
      documents: ['implementationPlan'],
      replyBy: ['developmentReform', 'sectorDepartment', 'townships'],
    },
  },
  {
    when: () => true,
    set: {
      ...own,
      id: 'fullProcedure',
      name: '基本建设程序',
      basis: '国务院令第712号第九条、第十一条；建筑法第七条',
      documents: ['projectProposal', 'feasibilityStudy', 'preliminaryDesign', 'estimate'],
      replyBy: ['developmentReform'],
      permit: true,
    },
  },
];

export const gateSetNames: Readonly<Record<string, string>> = Object.fromEntries(
  table.map(({ set: { id, name } }) => [id, name]),
);

/** What the mode of construction asks for besides: a contract, a village resolution, or both. @rule R-TEAM-03 R-INV-27 */
const byMode: Record<ConstructionMode, { award: boolean; resolution: boolean }> = {
  contractor: { award: true, resolution: false },
  collective: { award: false, resolution: true },
  mixed: { award: true, resolution: true },
};

/** The gate set of a project: by class, ground and adoption. Before a mode is chosen it shows what the class alone asks for. */
export function gateSetOf({ planning, approval }: Project): GateSet {
  const shape: Shape = {
    adopted: planning?.adoption != null,
    scopeClass: planning?.scopeClass ?? 'alreadyDecided',
    ground: approval.ground,
  };
  return table.find(({ when }) => when(shape))!.set;
}

/** Whether a contract of our own must be on file. */
export const needsAward = (project: Project): boolean =>
  gateSetOf(project).award === 'own' && project.approval.mode !== null && byMode[project.approval.mode].award;

/** Whether the village must have decided. */
export const needsResolution = ({ approval: { mode } }: Project): boolean => mode !== null && byMode[mode].resolution;

/** The bodies competent for the reply. */
export function replyingBodies(project: Project): readonly string[] {
  const { parties } = project;
  if (!parties) return [];
  return gateSetOf(project).replyBy.flatMap((party) => parties[party]);
}

/** Segments that no act of the parent project of this kind covers yet. */
export const uncovered = (project: Project, kind: ParentAct['kind']): readonly string[] => {
  const acts = project.approval.parentActs.filter((act) => act.kind === kind);
  if (acts.some(({ segmentId }) => segmentId === null)) return [];
  return worksSegments(project)
    .map(({ id }) => id)
    .filter((id) => !acts.some(({ segmentId }) => segmentId === id));
};
