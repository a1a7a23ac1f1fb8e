import type { DutyPage } from '../../libs/contracts/http/inbox';
import type { MatterPage } from '../../libs/contracts/http/matters';
import type { PlanAct } from '../../libs/domain/plan/acts';
import { actorOf, commandOf } from '../support/district';
import { candidate, ofProject, purpose } from '../support/plans';
import { proposal } from '../support/proposal';
import type { Page } from '../../libs/contracts/http/paging';
import type { PlanPage, PlanRow, PoolRow } from '../../libs/contracts/http/plans';
import { testApi, until, type TestApi, type Visitor } from './api';

jest.setTimeout(90_000);
let here: TestApi;
let drc: Visitor;
let leader: Visitor;
let town: Visitor;
let builder: Visitor;
let foreigner: Visitor;
const place = 'plans/110119/2026';
beforeAll(async () => {
  here = await testApi();
  await here.system.startWorker();
  drc = await here.as('yq-drc.handler');
  leader = await here.as('yq-gov.leader-in-charge');
  town = await here.as('sihai-town.handler');
  builder = await here.as('jingxi-build.handler');
  foreigner = await here.as('mtg-gov.handler');
  const coop = await here.as('liangjia-coop.handler');
  for (const id of ['p-1', 'p-2']) {
    const named = { ...proposal(), name: `道路工程 ${id}` };
    expect((await coop.give(`projects/${id}`, 'proposeProject', named)).status).toBe(200);
  }
});
afterAll(() => here?.stop());

const page = async (who: Visitor, query = '') => (await who.get<PlanPage>(`/api/${place}${query}`)).body;
const readRevision = async () => (await page(drc)).substantive;
const give = async (type: string, data: object) => drc.give(place, type, data, { readRevision: await readRevision() });

it('is drawn up and drafted by the lead departments; a breach is told with its rule and how to mend it', async () => {
  expect((await page(drc)).may).toEqual(['drawUpPlan']);
  expect((await page(leader)).may).toEqual([]);
  expect((await give('drawUpPlan', { ...purpose, aims: [] })).body).toMatchObject({
    breaches: [{ rule: 'R-GOAL-01', clause: 'CL-01', field: 'aims' }],
  });
  expect((await give('drawUpPlan', purpose)).status).toBe(200);
  expect((await give('draftEntry', { entry: ofProject('p-1', 'reserve') })).status).toBe(200);
  expect((await give('draftEntry', { entry: candidate() })).status).toBe(200);
  expect((await give('draftEntry', { entry: ofProject('nowhere') })).body).toMatchObject({
    breaches: [{ rule: 'P-UNKNOWN', field: 'entry.project' }],
  });
  expect(await page(drc)).toMatchObject({
    plan: { status: 'drafting', entries: [{ name: '道路工程 p-1' }, { name: '四海镇村庄道路修缮' }] },
    projects: { 'p-1': { stage: 'planning' } },
    may: expect.arrayContaining(['postPlan']),
  });
});

it('is seen by its district and its townships, and does not exist for others', async () => {
  expect((await page(town)).plan.entries).toHaveLength(2);
  expect((await builder.get(`/api/${place}`)).status).toBe(404);
  expect((await foreigner.get(`/api/${place}`)).status).toBe(404);
  expect((await foreigner.get<PlanRow[]>('/api/plans')).body).toEqual([]);
  expect((await drc.get<PlanRow[]>('/api/plans?year=2026')).body).toMatchObject([
    { district: '110119', year: 2026, status: 'drafting', active: 0, reserve: 2 },
  ]);
});

it('keeps an objection’s words sealed in the record and opens them to the district', async () => {
  expect((await give('postPlan', { place: '镇政府公告栏' })).status).toBe(200);
  const on = (await page(drc)).plan.posting!.from;
  const text = '村口道路已修过，李某某反映';
  expect((await give('recordPlanObjection', { on, source: 'villager', text })).status).toBe(200);
  const { plan, texts, duties } = await page(drc);
  const kept = plan.posting!.objections[0]!.text;
  expect(kept).toMatch(/^text:/);
  expect(texts[kept]).toBe(text);
  expect(duties.map(({ command }) => command).toSorted()).toEqual(['answerPlanObjection', 'closePlanPosting']);
  expect((await give('closePlanPosting', { evidence: [] })).body).toMatchObject({
    breaches: expect.arrayContaining([expect.objectContaining({ rule: 'R-PUB-02' })]),
  });
});

it('is not approved but by a sign-off, which the government’s post cannot pass by', async () => {
  const bare = await leader.give(place, 'approvePlan', {}, { readRevision: await readRevision() });
  expect(bare.body).toMatchObject({
    breaches: expect.arrayContaining([expect.objectContaining({ rule: 'R-PLAN-04' })]),
  });
});

it('stands as it stood on any day: nothing before it began, everything today', async () => {
  const today = (await page(drc)).plan.posting!.from;
  expect(await page(drc, '?on=2026-01-01')).toMatchObject({ plan: { exists: false }, may: [], changes: [] });
  expect(await page(drc, `?on=${today}`)).toMatchObject({ on: today, may: [], plan: { status: 'posted' } });
  expect((await drc.get(`/api/${place}?on=2026-02-30`)).status).toBe(400);
  expect((await page(drc)).changes.map(({ type }) => type)).toEqual([
    'PlanDrawnUp',
    'EntryDrafted',
    'EntryDrafted',
    'PostingOpened',
    'ObjectionRaised',
  ]);
});

it('shows an approval that is owed as under way while its sign-off is, and leads there', async () => {
  const plan = 'plan/110119/2027';
  const acts: readonly [PlanAct | 'drawUpPlan', object, string][] = [
    ['drawUpPlan', purpose, '2026-03-02'],
    ['draftEntry', { entry: candidate() }, '2026-03-02'],
    ['postPlan', { place: '区政府网站', evidence: [`sm3:${'2'.repeat(64)}`] }, '2026-03-02'],
    ['closePlanPosting', { evidence: [] }, '2026-03-10'],
    ['submitPlan', {}, '2026-03-10'],
  ];
  const { recorder, log, database } = here.system;
  const revision = async () => (await log.state(database.manager, plan)).substantive;
  for (const [type, data, on] of acts) {
    const resting = { at: `${on}T02:00:00.000Z`, readRevision: await revision() };
    const { refused } = await recorder.recordCommand(commandOf(plan, type, data as never, actorOf('yq-drc'), resting));
    expect(refused).toBeUndefined();
  }
  const owed = async () =>
    (await drc.get<DutyPage>('/api/duties')).body.items.find(({ command }) => command === 'approvePlan');
  expect(await owed()).toMatchObject({ stream: plan, underWay: null });
  const drafted = {
    title: '关于年度计划的请示',
    subject: plan,
    act: { type: 'approvePlan', data: {}, readRevision: await revision() },
    digest: `sm3:${'1'.repeat(64)}`,
  };
  expect((await drc.give('signoffs/m-plan', 'startMatter', drafted)).status).toBe(200);
  expect(await owed()).toMatchObject({ underWay: { stream: 'signoff/m-plan', title: '关于年度计划的请示' } });
  expect((await drc.get<MatterPage>('/api/signoffs/m-plan')).body.projectName).toBe('延庆区 2027 年度计划');
  expect((await drc.give('signoffs/m-plan', 'withdrawMatter', { reason: '另行起草' })).status).toBe(200);
  expect(await owed()).toMatchObject({ underWay: null });
});

describe('the reserve pool', () => {
  const pool = async (who: Visitor, query = '') => (await who.get<Page<PoolRow>>(`/api/pool${query}`)).body;

  it('has a project from the day it is proposed, with its suitability by criterion', async () => {
    const { items, total } = await pool(drc);
    expect(total).toBe(2);
    expect(items[0]).toMatchObject({
      standing: 'candidate',
      suitability: expect.any(Number),
      criteria: { jobDemand: { score: expect.any(Number) } },
    });
    expect(await pool(foreigner)).toMatchObject({ total: 0 });
  });
  it('is sorted, searched and filtered', async () => {
    expect((await pool(drc, '?sort=name')).items.map(({ name }) => name)).toEqual(['道路工程 p-1', '道路工程 p-2']);
    expect(await pool(drc, '?q=p-2')).toMatchObject({ total: 1, items: [{ id: 'p-2' }] });
    expect((await drc.get('/api/pool?sort=secret')).status).toBe(400);
    const revision = (await drc.get<{ substantive: number }>('/api/projects/p-2')).body.substantive;
    expect((await drc.give('projects/p-2', 'reserveProject', {}, { readRevision: revision })).status).toBe(200);
    await until(async () => ((await pool(drc, '?standing=reserve')).total === 1 ? true : undefined));
    expect(await pool(drc, '?standing=candidate')).toMatchObject({ total: 1, items: [{ id: 'p-1' }] });
  });
});
