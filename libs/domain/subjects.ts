import { decideAcceptance } from './acceptance/decide';
import { acceptanceDuties } from './acceptance/duties';
import { evolveAcceptance } from './acceptance/evolve';
import type { AcceptanceEvents } from './acceptance/messages';
import { decideApproval } from './approval/decide';
import { approvalDuties } from './approval/duties';
import { evolveApproval } from './approval/evolve';
import type { ApprovalEvents } from './approval/messages';
import { decideConstruction } from './construction/decide';
import { constructionDuties } from './construction/duties';
import { evolveConstruction } from './construction/evolve';
import type { ConstructionEvents } from './construction/messages';
import { decideDocument } from './document/decide';
import { noDocument, type OfficialDocument } from './document/document';
import { documentDuties } from './document/duties';
import { evolveDocument } from './document/evolve';
import type { DutyDraft, DutyLapsed } from './duty';
import type { DraftOf } from './event';
import { decideEvaluation } from './evaluation/decide';
import { noEvaluation, type Evaluation } from './evaluation/evaluation';
import { evolveEvaluation } from './evaluation/evolve';
import type { AnyFacts } from './facts';
import { decideMaintenance } from './maintenance/decide';
import { maintenanceDuties } from './maintenance/duties';
import { evolveMaintenance } from './maintenance/evolve';
import type { MaintenanceEvents } from './maintenance/messages';
import { decideMobilization } from './mobilization/decide';
import { mobilizationDuties } from './mobilization/duties';
import { evolveMobilization } from './mobilization/evolve';
import type { MobilizationEvents } from './mobilization/messages';
import { decideOrganization } from './organization/decide';
import { evolveOrganization } from './organization/evolve';
import { unregistered, type Organization } from './organization/organization';
import { decidePlan } from './plan/decide';
import { planDuties } from './plan/duties';
import { evolvePlan } from './plan/evolve';
import { noPlan, type Plan } from './plan/plan';
import { decidePlanning } from './planning/decide';
import { planningDuties } from './planning/duties';
import { evolvePlanning } from './planning/evolve';
import type { PlanningEvents } from './planning/messages';
import { noProject, type Project } from './project';
import type { projectCommands } from './registry';
import { decideRulebook } from './rulebook/decide';
import { evolveRulebook } from './rulebook/evolve';
import { emptyRulebook, type Rulebook } from './rulebook/rulebook';
import { decideSignoff } from './signoff/decide';
import { signoffDuties } from './signoff/duties';
import { evolveSignoff } from './signoff/evolve';
import { lapsedAtMatter } from './signoff/escalation';
import { brokenInvariants, seatsWithoutDuty } from './signoff/invariants';
import { noMatter, type Matter } from './signoff/matter';
import { decideSteering } from './steering/decide';
import { evolveSteering } from './steering/evolve';
import type { SteeringEvents } from './steering/messages';
import type { StreamState } from './state';
import type { StreamKind } from './stream';
import { decideTraining } from './training/decide';
import { decideDistrictCourse, evolveDistrictCourse } from './training/district-course';
import { trainingDuties } from './training/duties';
import { evolveTraining } from './training/evolve';
import type { TrainingEvents } from './training/messages';
import { decideSegmentWages, decideWages } from './wages/decide';
import { segmentWagesDuties, wagesDuties } from './wages/duties';
import { evolveSegmentWages, evolveWages } from './wages/evolve';
import type { SegmentWagesEvents } from './wages/messages';
import { noPeriod, type WagePeriod } from './wages/period';

export interface ProjectEvents
  extends
    PlanningEvents,
    ApprovalEvents,
    MobilizationEvents,
    TrainingEvents,
    ConstructionEvents,
    SegmentWagesEvents,
    AcceptanceEvents,
    MaintenanceEvents,
    SteeringEvents {}

/** What a kind of stream is made of: its beginning, its deciders, its evolvers, its duties, and what must hold after each act. */
const project = {
  initial: noProject,
  exists: ({ status }: Project) => status !== 'none',
  decide: {
    ...decidePlanning,
    ...decideApproval,
    ...decideMobilization,
    ...decideTraining,
    ...decideConstruction,
    ...decideSegmentWages,
    ...decideAcceptance,
    ...decideMaintenance,
    ...decideSteering,
  } satisfies Record<keyof typeof projectCommands, unknown>,
  evolve: {
    ...evolvePlanning,
    ...evolveApproval,
    ...evolveMobilization,
    ...evolveTraining,
    ...evolveConstruction,
    ...evolveSegmentWages,
    ...evolveAcceptance,
    ...evolveMaintenance,
    ...evolveSteering,
  } satisfies Record<keyof ProjectEvents, unknown>,
  duties: (state: Project, facts: Pick<AnyFacts, 'parameters'>): readonly DutyDraft[] =>
    state.status !== 'active'
      ? []
      : [
          ...planningDuties(state, facts),
          ...approvalDuties(state, facts),
          ...mobilizationDuties(state, facts),
          ...trainingDuties(state, facts),
          ...constructionDuties(state, facts),
          ...segmentWagesDuties(state, facts),
          ...acceptanceDuties(state, facts),
          ...maintenanceDuties(state, facts),
        ],
};

const wages = {
  initial: noPeriod,
  exists: ({ exists }: WagePeriod) => exists,
  decide: decideWages,
  evolve: evolveWages,
  duties: wagesDuties,
};

const signoff = {
  initial: noMatter,
  exists: ({ status }: Matter) => status !== 'none',
  decide: decideSignoff,
  evolve: evolveSignoff,
  duties: signoffDuties,
  lapsed: lapsedAtMatter,
  broken: (before: StreamState<Matter>, after: StreamState<Matter>) => [
    ...brokenInvariants(before.subject, after.subject),
    ...seatsWithoutDuty(after.subject, after.duties),
  ],
};

const plan = {
  initial: noPlan,
  exists: ({ exists }: Plan) => exists,
  decide: decidePlan,
  evolve: evolvePlan,
  duties: planDuties,
};

const organization = {
  initial: unregistered,
  exists: ({ exists }: Organization) => exists,
  decide: { ...decideOrganization, ...decideDistrictCourse },
  evolve: { ...evolveOrganization, ...evolveDistrictCourse },
  duties: () => [],
};

const rulebook = {
  initial: emptyRulebook,
  exists: ({ exists }: Rulebook) => exists,
  decide: decideRulebook,
  evolve: evolveRulebook,
  duties: () => [],
};

const evaluation = {
  initial: noEvaluation,
  exists: ({ exists }: Evaluation) => exists,
  decide: decideEvaluation,
  evolve: evolveEvaluation,
  duties: () => [],
};

const document = {
  initial: noDocument,
  exists: ({ status }: OfficialDocument) => status !== 'none',
  decide: decideDocument,
  evolve: evolveDocument,
  duties: documentDuties,
};

export const subjects = {
  project,
  signoff,
  plan,
  wages,
  organization,
  rulebook,
  evaluation,
  document,
} satisfies Record<StreamKind, unknown>;
export type SubjectOf<K extends StreamKind> = ReturnType<(typeof subjects)[K]['initial']>;

/** The same table seen from outside, where a stream's kind is known only when it runs. */
export interface AnySubject {
  initial: (key: string) => unknown;
  exists: (state: unknown) => boolean;
  decide: Readonly<Record<string, (state: unknown, command: unknown, facts: unknown) => unknown>>;
  evolve: Readonly<Record<string, (state: unknown, event: unknown) => unknown>>;
  duties: (state: unknown, facts: Pick<AnyFacts, 'parameters'>) => readonly DutyDraft[];
  /** what follows from the lapse of a duty; absent where nothing does */
  lapsed?: (state: unknown, lapse: DutyLapsed, facts: AnyFacts) => readonly DraftOf<Record<string, unknown>>[];
  /** a line in Chinese for each invariant that an act broke; absent where the kind has none of its own */
  broken?: (before: StreamState, after: StreamState) => readonly string[];
}
export const subjectFor = (kind: StreamKind): AnySubject => subjects[kind] as unknown as AnySubject;
