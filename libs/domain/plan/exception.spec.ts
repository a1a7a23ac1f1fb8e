import type { Project } from '../project';
import { definitionOf, registry, type CommandType } from '../registry';
import { ruleRegister } from '../rulebook/register/register';
import { mayOverride } from '../steering/override';
import { given } from '../../../test/support/given';
import { ofProject, PlanStory, signedOff } from '../../../test/support/plans';
import { fileDigest, planned } from '../../../test/support/projects';

const exception = {
  command: 'listProject' as const,
  segmentId: null,
  rules: ['R-PRIN-03' as const],
  clause: '区政府专题会议纪要〔2026〕3号',
  reason: 'text:reason',
  until: '2026-03-20',
};
/** A project without its feasibility, which a sign-off lets stand on the list all the same. */
const excepted = (change: Partial<typeof exception> = {}): Project =>
  given(planned())
    .when('overrideRule', { ...exception, ...change })
    .passes().after.subject as Project;

describe('a project that its own sign-off lets stand on the list', () => {
  const drafted = (project: Project) => PlanStory.drawnUp([project]).when('draftEntry', { entry: ofProject() });

  it('R-PRIN-03: enters the plan as one of this year, and goes with it to its approval', () => {
    drafted(excepted()).records('EntryDrafted');
    const submitted = PlanStory.drawnUp([excepted()])
      .did('draftEntry', { entry: ofProject() })
      .did('postPlan', { place: '镇政府公告栏', evidence: [] })
      .did('closePlanPosting', { evidence: [fileDigest] }, { at: '2026-03-10T02:00:00.000Z' })
      .did('submitPlan', {});
    const approving = (at: string) => submitted.when('approvePlan', {}, { basis: signedOff, at });
    approving('2026-03-20T15:59:00.000Z').records('PlanApproved');
    approving('2026-03-20T16:00:00.000Z').refuses('R-PRIN-03');
  });
  it('R-PRIN-03: does not where the exception is of another act, another rule or one segment', () => {
    drafted(planned()).refuses('R-PRIN-03');
    drafted(excepted({ command: 'completeApproval' as 'listProject' })).refuses('R-PRIN-03');
    drafted(excepted({ rules: ['R-PRIN-04' as 'R-PRIN-03'] })).refuses('R-PRIN-03');
    drafted(excepted({ segmentId: 's1' as unknown as null })).refuses('R-PRIN-03');
  });
});

/**
 * Of the rules that refuse an act of a plan one alone may be overridden, R-PRIN-03, and it speaks of a project: that project's exception
 * holds here. R-PLAN-02 and R-ORG-03 come before a plan, which has no record yet; R-PLAN-04 and R-PLAN-05 are its approval itself.
 */
describe('the rules of a plan', () => {
  const blocks = ruleRegister.filter(({ enforcement }) => enforcement === 'block');
  const acts = Object.keys(registry) as CommandType[];

  it.each(acts.filter((type) => definitionOf(type).stream === 'plan'))('%s has no exception of its own', (act) => {
    expect(blocks.filter(({ id }) => mayOverride(act, id))).toEqual([]);
    expect(definitionOf('overrideRule').schema.safeParse({ ...exception, command: act }).success).toBe(false);
  });
  it('and an act that founds a project has none either: nothing could carry it yet', () => {
    const founding = acts.filter((type) => definitionOf(type).creates && definitionOf(type).stream === 'project');
    expect(founding).toEqual(['proposeProject', 'adoptWorkRelief']);
    for (const act of founding) expect(blocks.filter(({ id }) => mayOverride(act, id))).toEqual([]);
    expect(mayOverride('listProject', 'R-PRIN-03')).toBe(true);
  });
});
