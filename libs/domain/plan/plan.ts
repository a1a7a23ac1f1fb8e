import type { Aim } from '../planning/state';
import type { CriterionScores } from '../planning/suitability';
import type { IssuedText } from '../document/issue';
import type { Posting } from '../posting/posting';

/**
 * A district's work-relief plan and project list of one year (年度计划、项目清单). Not the government investment plan, whose entries
 * have entry conditions and amounts of their own: projects stand here before or after their approval, and nothing is shared out.
 * @clause CL-31 CL-21
 */
export interface Plan {
  id: string;
  exists: boolean;
  district: string;
  year: number;
  status: 'none' | 'drafting' | 'posted' | 'submitted' | 'approved';
  aims: readonly Aim[];
  /** how it answers the parent measures on raising farmers’ income @rule R-GOAL-02 */
  parentMeasure: string;
  leads: Leads | null;
  /** every entry ever drawn up, those removed included; the list is `listed` of them */
  entries: readonly Entry[];
  /** counts the drafts before the approval: what is posted names the one it shows */
  draft: number;
  /** of the approved list: 1 with the approval, one more with each change; 0 before @rule R-PLAN-04 */
  version: number;
  approvedOn: string | null;
  posting: Posting | null;
  /** what went out under a number of the district government, in the order of issue, what is void included */
  documents: readonly PlanDocument[];
}

export interface PlanDocument {
  kind: 'annualPlan' | 'planChange';
  number: string;
  on: string;
  title: string;
  document: IssuedText;
  /** of the list it put out */
  listVersion: number;
  voided: boolean;
  /** number of the document that took its place */
  replacedBy?: string;
}

/** The bodies that draw the plan up and the one that approves it. */
export interface Leads {
  developmentReform: string;
  agriculture: string;
  districtGovernment: string;
}

export const entryStandings = ['active', 'reserve'] as const;
/** 当年实施 · 储备 */
export type EntryStanding = (typeof entryStandings)[number];

/** A project on the list, as it was when it was entered or last changed. */
export interface Entry extends EntryContent {
  /** `e1`, `e2` … never used twice */
  id: string;
  paused: boolean;
  removed: boolean;
  /** version of the list that last touched it; 0 before the approval */
  changedIn: number;
  /** record number of the act that last touched it: who rests on an older one is stale */
  revision: number;
}

export interface EntryContent {
  standing: EntryStanding;
  /** its project, where one has been proposed */
  project: string | null;
  name: string;
  townships: readonly string[];
  /** what is to be built, and with which work-relief segments */
  content: string;
  /** @rule R-GOAL-03 */
  proposedBy: string;
  proposedOn: string;
  suitability: number;
  criteria: CriterionScores;
  /** id in the pool of rural construction projects @rule R-PLAN-03 */
  poolId: string | null;
}

/** @param id `<district>/<year>` */
export function noPlan(id: string): Plan {
  const [district = '', year = ''] = id.split('/');
  return {
    id,
    exists: false,
    district,
    year: Number(year),
    status: 'none',
    aims: [],
    parentMeasure: '',
    leads: null,
    entries: [],
    draft: 0,
    version: 0,
    approvedOn: null,
    posting: null,
    documents: [],
  };
}

/** What stands on the list: paused entries keep their place, removed ones have none. */
export const listed = ({ entries }: Plan): readonly Entry[] => entries.filter(({ removed }) => !removed);

export const entryOf = (plan: Plan, id: string): Entry | undefined => listed(plan).find((entry) => entry.id === id);

/** Neither void nor replaced. */
export const isInForce = ({ voided, replacedBy }: PlanDocument): boolean => !voided && replacedBy === undefined;

/** The document by which the plan stands; none where it went out on paper alone, or is void. */
export const standingPlanDocument = ({ documents }: Pick<Plan, 'documents'>): PlanDocument | undefined =>
  documents.findLast((one) => one.kind === 'annualPlan' && isInForce(one));

/** `2026年第3版` */
export const listVersion = ({ year, version }: Pick<Plan, 'year' | 'version'>): string => `${year}年第${version}版`;
