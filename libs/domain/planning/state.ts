import type { SectorKind } from '../organization/roles';
import type { CriterionScores } from './suitability';

export const scopeClasses = ['smallMicro', 'majorLabor', 'alreadyDecided'] as const;
/** 小微工程 · 重大项目具体环节 · 已明确采取的项目 @rule R-SCOPE-02 */
export type ScopeClass = (typeof scopeClasses)[number];

export const aims = ['skills', 'steadyIncome', 'weakCollectiveUplift', 'lowMiddleIncome'] as const;
export type Aim = (typeof aims)[number];

export const benefitLinks = ['laborPay', 'skillTraining', 'publicWelfarePosts', 'dividends'] as const;
export type BenefitLink = (typeof benefitLinks)[number];

export const segmentKinds = ['generalLabor', 'siteService', 'upkeep'] as const;
/** 一般劳动环节 · 服务保障环节 · 后期管护环节 @rule R-SEG-01 */
export type SegmentKind = (typeof segmentKinds)[number];

export const fundSources = [
  'centralBudget',
  'fiscalTask',
  'municipal',
  'district',
  'township',
  'collective',
  'social',
] as const;
export type FundSource = (typeof fundSources)[number];
/** Money of government: each such line needs an allocation document that states the requirement. @rule R-FUND-02 */
export const isGovernment = (source: FundSource): boolean => source !== 'collective' && source !== 'social';

export interface FundLine {
  id: string;
  source: FundSource;
  amountFen: number;
  /** the plan document's own floor for labor pay, in basis points of its base; it wins when higher @rule R-FUND-10 R-FUND-11 */
  floorBp: number | null;
  planDocument: string | null;
}

export interface PlannedSegment {
  id: string;
  name: string;
  kind: SegmentKind;
  codes: readonly string[];
  village: string;
  plannedPosts: number;
  plannedLaborPayFen: number;
}

/** The proposal as it stands, and how far it has come on the way to the district's list. */
export interface Planning {
  name: string;
  scopeClass: ScopeClass;
  /** rebuilding after a disaster @rule R-SCOPE-04 */
  disaster: boolean;
  sectors: readonly (SectorKind | 'other')[];
  aims: readonly Aim[];
  benefitLinks: readonly BenefitLink[];
  fundLines: readonly FundLine[];
  plannedLaborPayFen: number;
  plannedPosts: number;
  /** mean of the criteria, 0 to 100 @rule R-PRIN-02 */
  suitability: number;
  criteria: CriterionScores;
  poolId: string | null;
  /** @rule R-GOAL-03 */
  proposedBy: string;
  proposedOn: string;
  feasibility: { on: string } | null;
  reservedOn: string | null;
  listedYear: number | null;
  /** the mode was adopted in mid-life: gates before that day are marked as preceding it */
  adoption: { on: string; documentNumber: string; stage: 'approval' | 'mobilization' } | null;
}
