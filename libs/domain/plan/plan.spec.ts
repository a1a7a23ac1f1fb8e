import { effectsOf } from '../effects';
import type { Recorded } from '../event';
import { districtReadyTo, fileDigest, planned } from '../../../test/support/projects';
import { given } from '../../../test/support/given';
import { candidate, feasible, ofProject, plan2026, PlanStory, purpose, signedOff } from '../../../test/support/plans';
import { stateAfter } from '../replay';
import { actsNow } from './acts';
import { listed, type Plan } from './plan';

const reason = 'sealed:reason';
const papers = { evidence: [fileDigest] };
const afterPosting = { at: '2026-03-10T02:00:00.000Z' };
const subjectOf = ({ state }: PlanStory): Plan => state.subject as Plan;

describe('drawing a plan up', () => {
  it('is for the lead departments of its own district, once a year', () => {
    const begun = PlanStory.begin();
    begun.when('drawUpPlan', purpose, { as: 'developmentReform' }).records('PlanDrawnUp');
    begun.when('drawUpPlan', purpose, { as: 'agriculture' }).records('PlanDrawnUp');
    begun.when('drawUpPlan', purpose, { as: 'finance' }).refuses('P-WHO');
    const elsewhere = { bodyKind: 'developmentReform', district: '110109', postKinds: [], holds: true } as const;
    begun
      .when('drawUpPlan', purpose, { facts: { authority: { ...elsewhere, organizationVersion: 1 } } })
      .refuses('P-WHO');
    PlanStory.drawnUp().when('drawUpPlan', purpose).refuses('P-ONCE');
  });
  it('R-PLAN-02 R-ORG-03: waits until the district has named its responsible body and its leader in charge', () => {
    const without = (change: Parameters<typeof districtReadyTo>[0]) => ({
      facts: { district: districtReadyTo(change) },
    });
    PlanStory.begin()
      .when('drawUpPlan', purpose, without({ mechanism: null }))
      .refuses('R-PLAN-02');
    PlanStory.begin()
      .when('drawUpPlan', purpose, without({ leader: null }))
      .refuses('R-ORG-03');
  });
  it('R-PLAN-04: is for a year that has come, or the next', () => {
    const begun = PlanStory.begin();
    begun.when('drawUpPlan', purpose, { at: '2025-06-02T02:00:00.000Z' }).records('PlanDrawnUp');
    begun.when('drawUpPlan', purpose, { at: '2024-12-31T02:00:00.000Z' }).refuses('R-PLAN-04');
  });
  it('R-GOAL-01 R-GOAL-02: names its aims and the parent measure it answers', () => {
    const begun = PlanStory.begin();
    begun.when('drawUpPlan', { ...purpose, aims: [] }).refuses('R-GOAL-01');
    begun.when('drawUpPlan', { ...purpose, parentMeasure: '' }).refuses('R-GOAL-02');
    PlanStory.drawnUp()
      .when('revisePlan', { ...purpose, aims: [] })
      .refuses('R-GOAL-01');
    PlanStory.drawnUp()
      .when('revisePlan', { ...purpose, aims: ['skills'] })
      .records('PlanRevised');
  });
  it('owes the posting without a limit of its own', () => {
    expect(PlanStory.drawnUp().state.duties).toMatchObject([{ key: 'plan/postPlan', owner: { body: 'yq-drc' } }]);
    expect(PlanStory.drawnUp().state.duties[0]).not.toHaveProperty('dueAt');
  });
});

describe('entries of a draft', () => {
  const drawnUp = PlanStory.drawnUp([feasible(), planned(), feasible('p-two')]);

  it('takes a proposed project with its own words: name, suitability with its reasons, who proposed it and when', () => {
    const { after } = drawnUp.when('draftEntry', { entry: ofProject('p-two') }).records('EntryDrafted');
    expect((after.subject as Plan).entries).toMatchObject([
      {
        id: 'e1',
        project: 'p-two',
        name: '四海镇河道护坡工程',
        suitability: 80,
        criteria: { jobDemand: { score: 80 } },
        proposedBy: 'sihai-town',
        proposedOn: '2026-01-08',
        poolId: 'XCJS-2026-0117',
        changedIn: 0,
      },
    ]);
  });
  it('R-GOAL-03 R-PRIN-02: takes a candidate as described, scored by criterion', () => {
    const { after } = drawnUp.when('draftEntry', { entry: candidate() }).records('EntryDrafted');
    expect((after.subject as Plan).entries).toMatchObject([
      {
        project: null,
        suitability: 80,
        criteria: { jobDemand: { score: 90, reason: '村内待业劳动力 46 人' } },
        proposedOn: '2026-01-20',
      },
    ]);
    drawnUp.when('draftEntry', { entry: candidate({ proposedOn: '2026-03-02' }) }).records('EntryDrafted');
    drawnUp.when('draftEntry', { entry: candidate({ proposedOn: '2026-03-03' }) }).refuses('P-TIME');
    drawnUp.when('draftEntry', { entry: candidate({ townships: ['qianjiadian-town'] }) }).refuses('P-UNKNOWN');
  });
  it('R-PLAN-03: links a candidate to the rural pool, or says why not', () => {
    const without = { entry: candidate({ poolId: null }) };
    drawnUp.when('draftEntry', without).refuses('R-PLAN-03');
    drawnUp
      .when('draftEntry', without, { reasons: { 'R-PLAN-03': '入库手续办理中' } })
      .records('WarningAccepted', 'EntryDrafted');
  });
  it('takes no project of another district, none that was given up, none twice', () => {
    const entered = PlanStory.drawnUp([
      feasible(),
      { ...feasible('p-far'), district: '110109' },
      { ...feasible('p-gone'), status: 'cancelled' },
    ]).did('draftEntry', { entry: ofProject() });
    entered.when('draftEntry', { entry: ofProject('p-far') }).refuses('P-UNKNOWN');
    entered.when('draftEntry', { entry: ofProject('p-gone') }).refuses('P-UNKNOWN');
    entered.when('draftEntry', { entry: ofProject('p-none') }).refuses('P-UNKNOWN');
    entered.when('draftEntry', { entry: ofProject() }).refuses('P-ONCE');
    entered.when('redraftEntry', { entryId: 'e1', entry: ofProject('p-demo', 'reserve') }).records('EntryRedrafted');
    const two = entered.did('draftEntry', { entry: candidate() });
    two.when('draftEntry', { entry: candidate() }).refuses('P-ONCE');
    two.did('dropEntry', { entryId: 'e2' }).when('draftEntry', { entry: candidate() }).records('EntryDrafted');
  });
  it('R-PRIN-03: enters a project without its feasibility as reserve alone', () => {
    const unstated = PlanStory.drawnUp([planned()]);
    unstated.when('draftEntry', { entry: ofProject('p-demo', 'active') }).refuses('R-PRIN-03');
    unstated.when('draftEntry', { entry: ofProject('p-demo', 'reserve') }).records('EntryDrafted');
  });
  it('never uses an entry’s number twice', () => {
    const again = PlanStory.drawnUp()
      .did('draftEntry', { entry: candidate() })
      .did('dropEntry', { entryId: 'e1' })
      .did('draftEntry', { entry: candidate() });
    expect(listed(subjectOf(again)).map(({ id }) => id)).toEqual(['e2']);
    again.when('dropEntry', { entryId: 'e1' }).refuses('P-UNKNOWN');
  });
});

describe('posting a plan', () => {
  it('R-PLAN-04: needs something on the list; the posting names the draft it shows and its term', () => {
    PlanStory.drawnUp().when('postPlan', { place: '镇政府公告栏', evidence: [] }).refuses('R-PLAN-04');
    expect(subjectOf(PlanStory.posted())).toMatchObject({
      status: 'posted',
      posting: { contentVersion: 2, from: '2026-03-02', to: '2026-03-09', status: 'open' },
    });
    expect(PlanStory.posted().state.duties).toMatchObject([
      { key: 'plan/closePosting', dueAt: '2026-03-16T09:30:00.000Z' },
    ]);
  });
  it('changes nothing while it hangs out', () => {
    PlanStory.posted().when('draftEntry', { entry: candidate() }).refuses('P-ORDER');
    PlanStory.posted().when('submitPlan', {}).refusesAtLeast('P-ORDER');
  });
  it('R-PUB-02: runs its full term and has every objection answered', () => {
    const posted = PlanStory.posted();
    posted.when('closePlanPosting', papers, { at: '2026-03-09T15:00:00.000Z' }).refuses('R-PUB-02');
    posted.when('closePlanPosting', papers, { at: '2026-03-09T16:00:00.000Z' }).records('PostingClosed');
    const objected = posted.did('recordPlanObjection', { on: '2026-03-02', source: 'villager', text: reason });
    objected.when('closePlanPosting', papers, afterPosting).refuses('R-PUB-02');
    objected
      .did('answerPlanObjection', { objection: 'o1', verdict: 'rejected', text: reason })
      .when('closePlanPosting', papers, afterPosting)
      .records('PostingClosed');
  });
  it('R-PUB-02: goes back to the drawing board with an upheld objection, and is posted again', () => {
    const upheld = PlanStory.posted()
      .did('recordPlanObjection', { on: '2026-03-02', source: 'village', text: reason })
      .did('answerPlanObjection', { objection: 'o1', verdict: 'upheld', text: reason })
      .did('closePlanPosting', papers, afterPosting);
    expect(upheld.state.duties.map(({ key }) => key)).toEqual(['plan/reopenPlan']);
    upheld.when('submitPlan', {}).refuses('R-PUB-02');
    const again = upheld.did('reopenPlan', { reason });
    again.when('submitPlan', {}).refusesAtLeast('P-ORDER', 'R-PUB-02');
    again
      .did('redraftEntry', { entryId: 'e1', entry: ofProject('p-demo', 'reserve') })
      .did('postPlan', { place: '镇政府公告栏', evidence: [] })
      .did('closePlanPosting', papers, { at: '2026-03-20T02:00:00.000Z' })
      .when('submitPlan', {})
      .records('PlanSubmitted');
  });
});

describe('approving a plan', () => {
  it('R-PLAN-04: ends a sign-off at the district government; the list becomes its first version', () => {
    const submitted = PlanStory.submitted();
    submitted.when('approvePlan', {}, { basis: { post: 'yq-gov/leader' } }).refuses('R-PLAN-04');
    submitted.when('approvePlan', {}, { as: 'developmentReform', basis: signedOff }).refuses('P-WHO');
    const { after } = submitted.when('approvePlan', {}, { basis: signedOff }).records('PlanApproved');
    expect(after.subject).toMatchObject({ status: 'approved', version: 1, approvedOn: '2026-03-10' });
    expect(after.duties).toEqual([]);
  });
  it('R-PLAN-04: a plan on paper was signed outside', () => {
    const facts = { district: districtReadyTo(), entryProjects: { 'p-demo': feasible() } };
    const plan = subjectOf(PlanStory.submitted());
    given(plan, plan2026).when('approvePlan', {}, { facts, backfilled: true }).records('PlanApproved');
    given(plan, plan2026)
      .when('approvePlan', {}, { facts, basis: { post: 'yq-gov/leader' } })
      .refuses('R-PLAN-04');
  });
  it('waits until it is submitted, and is refused where it was reopened meanwhile', () => {
    PlanStory.posted().when('approvePlan', {}, { basis: signedOff }).refusesAtLeast('P-ORDER');
    const submitted = PlanStory.submitted();
    const { substantive } = submitted.state;
    submitted
      .did('reopenPlan', { reason })
      .when('approvePlan', {}, { basis: signedOff, readRevision: substantive })
      .refuses('P-STALE');
  });
  it('R-PRIN-03: carries no active project whose feasibility is not stated', () => {
    PlanStory.submitted()
      .when('approvePlan', {}, { basis: signedOff, facts: { entryProjects: { 'p-demo': planned() } } })
      .refuses('R-PRIN-03');
  });
});

describe('changing the approved list', () => {
  const approved = PlanStory.approved();

  it('R-PLAN-05: adds, changes, pauses, resumes and removes, each an approved act that makes a version', () => {
    const by = { basis: signedOff };
    const changed = approved
      .did('addEntry', { entry: candidate(), reason }, by)
      .did('changeEntry', { entryId: 'e2', entry: candidate({ standing: 'active' }), reason }, by)
      .did('pauseEntry', { entryId: 'e2', reason }, by)
      .did('resumeEntry', { entryId: 'e2', reason }, by)
      .did('removeEntry', { entryId: 'e2', reason }, by);
    expect(subjectOf(changed)).toMatchObject({
      version: 6,
      entries: [
        { id: 'e1', changedIn: 0, removed: false },
        { id: 'e2', changedIn: 6, removed: true, standing: 'active' },
      ],
    });
  });
  it('R-PLAN-05: does none of it without a sign-off', () => {
    approved
      .when('addEntry', { entry: candidate(), reason }, { basis: { post: 'yq-gov/leader' } })
      .refuses('R-PLAN-05');
    approved.when('removeEntry', { entryId: 'e1', reason }, { basis: { post: 'yq-gov/leader' } }).refuses('R-PLAN-05');
    approved.when('draftEntry', { entry: candidate() }).refuses('P-ORDER');
  });
  it('pauses what is not paused and resumes what is', () => {
    const by = { basis: signedOff };
    approved.when('resumeEntry', { entryId: 'e1', reason }, by).refuses('P-ONCE');
    approved
      .did('pauseEntry', { entryId: 'e1', reason }, by)
      .when('pauseEntry', { entryId: 'e1', reason }, by)
      .refuses('P-ONCE');
    approved.when('pauseEntry', { entryId: 'e7', reason }, by).refuses('P-UNKNOWN');
  });
  it('refuses a change of an entry that was touched since it was read, and leaves changes of others be', () => {
    const two = approved.did('addEntry', { entry: candidate(), reason }, { basis: signedOff });
    const read = two.state.substantive;
    const paused = two.did('pauseEntry', { entryId: 'e1', reason }, { basis: signedOff });
    const by = { basis: signedOff, readRevision: read };
    paused.when('removeEntry', { entryId: 'e1', reason }, by).refuses('P-STALE');
    paused.when('removeEntry', { entryId: 'e2', reason }, by).records('EntryRemoved');
  });
});

describe('what an approved list tells its projects', () => {
  const effectsAfter = (story: PlanStory, type: string, data: object = {}) =>
    effectsOf({ stream: story.state.stream, type, data } as Recorded, story.state);

  it('lists the active ones and reserves the others, those that are proposed here', () => {
    const story = PlanStory.drawnUp([feasible(), { ...planned(), id: 'p-two' }])
      .did('draftEntry', { entry: ofProject() })
      .did('draftEntry', { entry: ofProject('p-two', 'reserve') })
      .did('draftEntry', { entry: candidate() });
    expect(effectsAfter(story, 'PlanApproved')).toEqual([
      { stream: 'project/p-demo', type: 'listProject', data: { year: 2026, listVersion: '2026年第0版' } },
      { stream: 'project/p-two', type: 'reserveProject', data: {} },
    ]);
  });
  it('tells a project that is added or resumed, and nobody of a pause', () => {
    const story = PlanStory.approved();
    expect(effectsAfter(story, 'EntryChanged', { id: 'e1' })).toMatchObject([{ data: { listVersion: '2026年第1版' } }]);
    expect(effectsAfter(story, 'EntryPaused', { id: 'e1' })).toEqual([]);
  });
});

it('offers at each standing what the rules let pass, and the list of any moment is a fold of its events', () => {
  expect(actsNow(subjectOf(PlanStory.drawnUp()))).toContain('postPlan');
  expect(actsNow(subjectOf(PlanStory.approved()))).toContain('removeEntry');
  expect(actsNow({ status: 'none', posting: null, documents: [] })).toEqual([]);
  expect(stateAfter('plan/110119/2026', []).subject).toMatchObject({ district: '110119', year: 2026, exists: false });
});
