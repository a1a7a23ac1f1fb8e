import { z } from 'zod';
import { command } from '../command';
import { sectorKinds } from '../organization/roles';
import type { Parties } from '../parties';
import { bodyRef, bp, civilDate, digest, fen, freeText, fundLineId, passage, segmentId, shortText } from '../shapes';
import { aims, benefitLinks, fundSources, scopeClasses, segmentKinds } from './state';
import type { FundLine, PlannedSegment, Planning } from './state';
import { suitabilityReasonsShape, suitabilityShape } from './suitability';

export const segmentPlan = z.strictObject({
  name: shortText(),
  kind: z.enum(segmentKinds),
  codes: z.array(shortText(30)).min(1).max(20).meta({ widget: 'catalogue' }),
  village: shortText(60),
  plannedPosts: z.int().min(1).max(10_000),
  plannedLaborPayFen: fen,
});

const fundLine = z.strictObject({
  source: z.enum(fundSources),
  amountFen: fen,
  floorBp: bp.nullable().default(null),
  planDocument: shortText(60).nullable().default(null),
});

export const proposal = z.strictObject({
  name: shortText(),
  scopeClass: z.enum(scopeClasses),
  disaster: z.boolean().default(false),
  /** lies in the rural area and is infrastructure; another place or kind needs a reason @rule R-SCOPE-01 */
  ruralInfrastructure: z.boolean().default(true),
  sectors: z
    .array(z.enum([...sectorKinds, 'other']))
    .min(1)
    .max(9),
  aims: z.array(z.enum(aims)).max(4),
  benefitLinks: z.array(z.enum(benefitLinks)).max(4),
  segments: z.array(segmentPlan).min(1).max(20),
  fundLines: z.array(fundLine).min(1).max(10),
  plannedLaborPayFen: fen,
  plannedPosts: z.int().min(1).max(100_000),
  suitability: suitabilityShape,
  suitabilityReasons: suitabilityReasonsShape.default({}),
  /** id in the district's pool of rural projects; null needs a reason @rule R-PLAN-03 */
  poolId: shortText(40).nullable().default(null),
  owner: bodyRef,
  sectorDepartment: bodyRef,
  townships: z.array(bodyRef).min(1).max(10),
  collective: bodyRef.optional(),
  villageSupervision: bodyRef.optional(),
});

/** a part that stands names its id, and keeps it: what else was recorded names it so. One without an id is new */
const kept = <S extends z.ZodType>(id: S) => id.optional().meta({ widget: 'kept' });

const revision = proposal.extend({
  segments: z
    .array(segmentPlan.extend({ id: kept(segmentId) }))
    .min(1)
    .max(20),
  fundLines: z
    .array(fundLine.extend({ id: kept(fundLineId) }))
    .min(1)
    .max(10),
  reason: freeText(),
});
export type ProposalRevision = z.output<typeof revision>;

const proposers = [
  'districtGovernment',
  'sectorDepartment',
  'township',
  'owner',
  'collective',
  'developmentReform',
  'agriculture',
] as const;

export const planningCommands = {
  proposeProject: command({
    stream: 'project',
    stage: 'planning',
    via: 'workflow',
    clause: 'CL-31',
    who: proposers,
    reads: ['bodies', 'districtBodies', 'district'],
    schema: proposal,
    creates: true,
  }),
  reviseProposal: command({
    stream: 'project',
    stage: 'planning',
    via: 'workflow',
    clause: 'CL-31',
    who: proposers,
    reads: ['bodies', 'districtBodies'],
    schema: revision,
    restsOnRevision: true,
  }),
  stateFeasibility: command({
    stream: 'project',
    stage: 'planning',
    via: 'workflow',
    clause: 'CL-21',
    who: ['owner', 'sectorDepartment', 'township'],
    reads: [],
    schema: z.strictObject({
      qualityHolds: z.boolean(),
      safetyHolds: z.boolean(),
      scheduleHolds: z.boolean(),
      postsNearHome: z.boolean(),
      statement: passage(),
    }),
  }),
  reserveProject: command({
    stream: 'project',
    stage: 'planning',
    via: 'workflow',
    clause: 'CL-31',
    // the system itself, once the district's approved list says so
    who: ['districtGovernment', 'developmentReform', 'agriculture', 'system'],
    reads: ['district'],
    schema: z.strictObject({}),
    restsOnRevision: true,
  }),
  listProject: command({
    stream: 'project',
    stage: 'planning',
    via: 'workflow',
    clause: 'CL-31',
    who: ['districtGovernment', 'system'],
    reads: ['district'],
    schema: z.strictObject({ year: z.int().min(2023).max(2100), listVersion: shortText(40) }),
    restsOnRevision: true,
    heard: true,
    leaves: true,
  }),
  adoptWorkRelief: command({
    stream: 'project',
    stage: 'planning',
    via: 'workflow',
    clause: 'CL-12',
    who: ['districtGovernment', 'developmentReform', 'sectorDepartment'],
    reads: ['bodies', 'districtBodies', 'district', 'series'],
    schema: proposal.extend({
      adoptedOn: civilDate,
      documentNumber: shortText(60),
      documentDigest: digest,
      requirement: z.string().trim().max(4000).meta({ widget: 'requirement' }),
      entersAt: z.enum(['approval', 'mobilization']),
    }),
    creates: true,
  }),
};

type Proposed = Omit<
  Planning,
  'feasibility' | 'reservedOn' | 'listedYear' | 'adoption' | 'proposedBy' | 'proposedOn'
> & {
  district: string;
  segments: readonly PlannedSegment[];
  fundLines: readonly FundLine[];
  parties: Parties;
};

export interface PlanningEvents {
  ProjectProposed: Proposed & { proposedBy: string };
  ProposalRevised: Proposed & { reason: string };
  FeasibilityStated: { statement: string; postsNearHome: boolean };
  ProjectReserved: object;
  ProjectListed: { year: number; listVersion: string };
  WorkReliefAdopted: Proposed & {
    proposedBy: string;
    adoptedOn: string;
    documentNumber: string;
    documentDigest: string;
    requirement: string;
    entersAt: 'approval' | 'mobilization';
  };
}
