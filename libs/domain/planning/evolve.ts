import { civilDateOf } from '../calendar';
import type { Evolvers } from '../event';
import { newSegment, segmentOf, type Project } from '../project';
import type { PlanningEvents } from './messages';
import type { Planning } from './state';

type Proposed = Omit<PlanningEvents['ProjectProposed'], 'proposedBy'>;

type Parts = readonly { id: string }[];
const gone = (before: Parts, after: Parts): string[] =>
  before.flatMap(({ id }) => (after.some((one) => one.id === id) ? [] : [id]));

/** The project as proposed: parties, segments and the proposal itself. */
function take(project: Project, proposed: Proposed, by: Pick<Planning, 'proposedBy' | 'proposedOn'>): Project {
  const { district, parties, segments, ...planning } = proposed;
  return {
    ...project,
    status: 'active',
    district,
    // Who a contract has bound stays bound when the proposal is revised on the way back.
    parties: {
      ...(project.parties?.contractor && { contractor: project.parties.contractor }),
      ...(project.parties?.supervisionEngineer && { supervisionEngineer: project.parties.supervisionEngineer }),
      ...parties,
    },
    segments: segments.map((plan) => ({ ...(segmentOf(project, plan.id) ?? newSegment(plan)), ...plan })),
    steering: {
      ...project.steering,
      removedSegments: [...project.steering.removedSegments, ...gone(project.segments, segments)],
      removedFundLines: [
        ...project.steering.removedFundLines,
        ...gone(project.planning?.fundLines ?? [], planning.fundLines),
      ],
    },
    planning: {
      feasibility: null,
      reservedOn: null,
      listedYear: null,
      adoption: null,
      ...project.planning,
      name: planning.name,
      scopeClass: planning.scopeClass,
      disaster: planning.disaster,
      sectors: planning.sectors,
      aims: planning.aims,
      benefitLinks: planning.benefitLinks,
      fundLines: planning.fundLines,
      plannedLaborPayFen: planning.plannedLaborPayFen,
      plannedPosts: planning.plannedPosts,
      suitability: planning.suitability,
      criteria: planning.criteria,
      poolId: planning.poolId,
      ...by,
    },
  };
}

export const evolvePlanning: Evolvers<Project, PlanningEvents> = {
  ProjectProposed: (project, { data, occurredAt }) =>
    take(project, data, { proposedBy: data.proposedBy, proposedOn: civilDateOf(occurredAt) }),
  ProposalRevised: (project, { data }) => {
    const { proposedBy = '', proposedOn = '' } = project.planning ?? {};
    return take(project, data, { proposedBy, proposedOn });
  },
  FeasibilityStated: (project, { occurredAt }) => ({
    ...project,
    planning: project.planning && { ...project.planning, feasibility: { on: civilDateOf(occurredAt) } },
  }),
  ProjectReserved: (project, { occurredAt }) => ({
    ...project,
    planning: project.planning && { ...project.planning, reservedOn: civilDateOf(occurredAt) },
  }),
  ProjectListed: (project, { data }) => ({
    ...project,
    phase: 'approval',
    planning: project.planning && { ...project.planning, listedYear: data.year },
  }),
  WorkReliefAdopted: (project, { data }) => {
    const taken = take(project, data, { proposedBy: data.proposedBy, proposedOn: data.adoptedOn });
    const adoption = { on: data.adoptedOn, documentNumber: data.documentNumber, stage: data.entersAt };
    return {
      ...taken,
      phase: data.entersAt === 'approval' ? 'approval' : 'segments',
      planning: taken.planning && { ...taken.planning, adoption },
      segments:
        data.entersAt === 'mobilization'
          ? taken.segments.map((segment) => ({ ...segment, stage: 'mobilization' as const }))
          : taken.segments,
    };
  },
};
