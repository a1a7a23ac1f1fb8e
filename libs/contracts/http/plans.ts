import type { Stage } from '#domain/lifecycle';
import type { Plan } from '#domain/plan/plan';
import type { CriterionScores } from '#domain/planning/suitability';
import type { Project } from '#domain/project';
import type { StreamId } from '#domain/stream';
import type { DutyRow } from './inbox';

/** `GET /api/plans?year=&district=` – the year's plans in sight. */
export interface PlanRow {
  district: string;
  year: number;
  status: Plan['status'];
  version: number;
  active: number;
  reserve: number;
  postedTo: string | null;
  approvedOn: string | null;
}

/** `GET /api/plans/:district/:year?on=YYYY-MM-DD` – now, or as it stood at the end of that day. */
export interface PlanPage {
  stream: StreamId;
  plan: Plan;
  revision: number;
  substantive: number;
  headHash: string;
  /** the day it is shown as of; null for now */
  on: string | null;
  /** the civil date at the server */
  today: string;
  duties: readonly DutyRow[];
  /** commands my posts allow here now; those that end a sign-off open its start */
  may: readonly string[];
  changes: readonly PlanChange[];
  matters: readonly { stream: string; title: string; status: string; act: string; entryId: string | null }[];
  projects: Readonly<Record<string, { stage: Stage; status: Project['status'] }>>;
  bodies: Readonly<Record<string, string>>;
  texts: Readonly<Record<string, string>>;
}

/** One recorded act on a plan. */
export interface PlanChange {
  revision: number;
  at: string;
  type: string;
  body: string;
  entryId: string | null;
  /** version of the list it made; null before the approval */
  version: number | null;
  reason: string | null;
  /** the sign-off it came of */
  signoff: string | null;
  backfilled: boolean;
}

/** `GET /api/pool?district=&standing=&q=&sort=&page=` – projects proposed and not given up. */
export interface PoolRow {
  id: string;
  name: string;
  district: string;
  standing: 'candidate' | 'reserve' | 'listed';
  suitability: number;
  criteria: CriterionScores;
  poolId: string | null;
  proposedByName: string;
  proposedOn: string;
  reservedOn: string | null;
  listedYear: number | null;
  plannedLaborPayFen: number;
}
