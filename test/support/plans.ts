import { emptyState } from '../../libs/domain/decider';
import type { Project } from '../../libs/domain/project';
import type { PlanAct } from '../../libs/domain/plan/acts';
import type { CommandData } from '../../libs/domain/registry';
import type { StreamState } from '../../libs/domain/state';
import { planStream } from '../../libs/domain/stream';
import { given, type Circumstances, type Outcome } from './given';
import { bodies, districtBodies, districtReadyTo, fileDigest, planned } from './projects';

export const plan2026 = planStream('110119', 2026);
export const purpose = { aims: ['steadyIncome' as const], parentMeasure: '落实若干措施关于扩大以工代赈规模的内容' };

/** A project of the district, its feasibility stated. */
export const feasible = (id = 'p-demo'): Project => ({
  ...planned({ planning: { feasibility: { on: '2026-01-12' } } }),
  id,
});

type Entry = CommandData<'draftEntry'>['entry'];
export const ofProject = (project = 'p-demo', standing: 'active' | 'reserve' = 'active'): Entry => ({
  origin: 'project',
  project,
  standing,
  content: '河道护坡 1.2 公里，砌筑、清表采用以工代赈',
});
export const candidate = (change: Partial<Extract<Entry, { origin: 'candidate' }>> = {}): Entry => ({
  origin: 'candidate',
  name: '四海镇村庄道路修缮',
  standing: 'reserve',
  content: '村内道路修缮 3 公里',
  townships: ['sihai-town'],
  proposedBy: 'sihai-town',
  proposedOn: '2026-01-20',
  suitability: {
    smallInvestment: 90,
    lowTechnicalBarrier: 80,
    simpleEarlyWork: 80,
    lowSkillNeed: 70,
    jobDemand: 90,
    localFit: 70,
  },
  suitabilityReasons: { jobDemand: '村内待业劳动力 46 人' },
  poolId: 'XCJS-2026-0118',
  ...change,
});

export const signedOff = { signoff: 'signoff/m-1', headHash: 'sm3:1' };

/** A plan that is taken through its acts, one after the other. */
export class PlanStory {
  private constructor(
    readonly state: StreamState,
    private readonly projects: Readonly<Record<string, Project>>,
  ) {}

  static readonly begin = (projects: readonly Project[] = [feasible()]): PlanStory =>
    new PlanStory(emptyState(plan2026), Object.fromEntries(projects.map((project) => [project.id, project])));

  static readonly drawnUp = (projects?: readonly Project[]): PlanStory =>
    PlanStory.begin(projects).did('drawUpPlan', purpose);

  /** Posted on Monday 2026-03-02 for five working days: until 2026-03-09. */
  static readonly posted = (): PlanStory =>
    PlanStory.drawnUp()
      .did('draftEntry', { entry: ofProject() })
      .did('postPlan', { place: '镇政府公告栏', evidence: [] });

  static readonly submitted = (): PlanStory =>
    PlanStory.posted()
      .did('closePlanPosting', { evidence: [fileDigest] }, { at: '2026-03-10T02:00:00.000Z' })
      .did('submitPlan', {}, { at: '2026-03-10T02:00:00.000Z' });

  static readonly approved = (): PlanStory =>
    PlanStory.submitted().did('approvePlan', {}, { basis: signedOff, at: '2026-03-20T02:00:00.000Z' });

  when<T extends PlanAct | 'drawUpPlan'>(type: T, data: CommandData<T>, circumstances: Circumstances = {}): Outcome {
    const facts = {
      district: districtReadyTo(),
      districtBodies,
      bodies,
      entryProjects: this.projects,
      ...circumstances.facts,
    };
    const { lastOccurredAt } = this.state;
    return given(this.state, plan2026).when(type, data, {
      ...(lastOccurredAt && { at: lastOccurredAt }),
      ...circumstances,
      facts,
    });
  }

  /** What is expected to pass. */
  did<T extends PlanAct | 'drawUpPlan'>(type: T, data: CommandData<T>, circumstances: Circumstances = {}): PlanStory {
    return new PlanStory(this.when(type, data, circumstances).passes().after, this.projects);
  }
}
