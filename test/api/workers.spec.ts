import { Accounts } from '../../apps/api/auth/accounts';
import type { EvaluationPage, ScheduleRow } from '../../libs/contracts/http/evaluations';
import type { History } from '../../libs/contracts/http/history';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import type { MyPage } from '../../libs/contracts/http/wages';
import { checkDigitOf } from '../../libs/persons/id-number';
import { proposal } from '../support/proposal';
import { password, testApi, type TestApi, until } from './api';

jest.setTimeout(60_000);
let here: TestApi;
beforeAll(async () => {
  here = await testApi();
  await here.system.startWorker();
});
afterAll(() => here?.stop());

const first17 = '10011919680315021';
const worker = {
  name: '演山杏',
  idNumber: `${first17}${checkDigitOf(first17)}`,
  householdVillage: '演示村',
  localRural: true,
};

it('registers a worker once, by reference, for whoever may', async () => {
  const township = await here.as('sihai-town.handler');
  const first = await township.post<{ personRef: string; existing: boolean }>('/api/persons', worker);
  expect(first).toMatchObject({
    status: 200,
    body: { personRef: expect.stringMatching(/^[0-9a-f-]{36}$/), existing: false },
  });
  const officer = await here.as('jingxi-build.labor-pay-officer');
  expect((await officer.post('/api/persons', worker)).body).toEqual({
    personRef: first.body.personRef,
    existing: true,
  });
  const renamed = await officer.post('/api/persons', { ...worker, name: '演海棠' });
  expect(renamed).toMatchObject({ status: 400, body: { faults: [{ field: expect.stringContaining('name') }] } });
});

describe('a worker', () => {
  it('sees their own page, and no project, list of people or schedule', async () => {
    const township = await here.as('sihai-town.handler');
    const { personRef } = (await township.post<{ personRef: string }>('/api/persons', worker)).body;
    await here.api.app.get(Accounts).create({ login: 'xing', title: '务工人员', password, personRef });
    const self = await here.as('xing');
    expect(self.me).toMatchObject({ persona: 'worker', personRef, posts: [] });
    expect((await self.get<MyPage>('/api/my')).body).toEqual({ name: worker.name, days: [], pay: [] });

    const coop = await here.as('liangjia-coop.handler');
    expect((await coop.give('projects/p-work', 'proposeProject', proposal())).status).toBe(200);
    for (const path of ['projects/p-work', 'projects/p-work/people', 'streams/project/p-work/events', 'schedules']) {
      expect((await self.get(`/api/${path}`)).status).toBe(404);
    }
    expect((await self.give('projects/p-work', 'stateFeasibility', feasible)).status).toBe(404);
    expect((await self.give('projects/p-new', 'proposeProject', proposal())).status).toBe(403);
    expect((await self.get<{ total: number }>('/api/duties')).body.total).toBe(0);
  });
});

const feasible = { qualityHolds: true, safetyHolds: true, scheduleHolds: true, postsNearHome: true, statement: '可行' };

it('has no page for who is no worker, and answers everything about a project without people', async () => {
  const coop = await here.as('liangjia-coop.handler');
  expect((await coop.get('/api/my')).status).toBe(404);
  expect((await coop.get('/api/projects/p-work/people')).body).toEqual([]);
  expect((await coop.get('/api/projects/p-work/wages')).body).toEqual([]);
  expect((await coop.get('/api/projects/p-work/attendance?segment=s1&month=2026-03')).body).toEqual({
    segmentId: 's1',
    month: '2026-03',
    days: [],
    rows: [],
  });
  expect((await coop.get('/api/projects/p-work/attendance?segment=s9&month=2026-03')).status).toBe(404);
  expect((await coop.get('/api/wages/p-work/s1/2026-03')).status).toBe(404);
  expect((await coop.get<ProjectPage>('/api/projects/p-work')).body.people).toMatchObject({
    enrolled: 0,
    presentToday: 0,
  });
  expect((await coop.get('/api/bodies?district=110119')).body).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 'yq-gov', kind: 'districtGovernment' })]),
  );
  expect((await coop.get('/api/schedules')).body).toEqual([]);
});

it("runs a year's evaluation for who may: who asked is on record, the figures open into rows, schedules are the district's", async () => {
  const scheduler = await here.as('yq-drc.scheduler');
  const place = '/api/evaluations/110119/2026';
  expect((await scheduler.get(place)).body).toMatchObject({ status: 'none', projects: [], runs: [] });
  expect((await scheduler.get(`${place}/figures/IND-01`)).status).toBe(404);
  const started = await scheduler.post(`${place}/runs`, {});
  expect(started).toMatchObject({
    status: 202,
    body: { workflowId: 'evaluation/110119/2026', runId: expect.any(String) },
  });
  const done = await until(async () => {
    const { body } = await scheduler.get<EvaluationPage>(place);
    return body.status === 'computed' && body.runs.length > 0 ? body : undefined;
  });
  expect(done).toMatchObject({
    frozen: { leaf: expect.any(Number) },
    digest: expect.stringMatching(/^sm3:/),
    runs: [{ same: null }],
  });
  expect(done.projects).toMatchObject([
    { projectId: 'p-work', figures: { 'IND-01': { value: 0, unit: 'fen', basis: 0 } } },
  ]);
  const { body: history } = await scheduler.get<History>('/api/streams/evaluation/110119/2026/events');
  expect(history.events[0]).toMatchObject({
    type: 'EvaluationRequested',
    actor: { body: 'yq-drc', post: 'scheduler' },
  });
  for (const indicator of Object.keys(done.district!)) {
    expect((await scheduler.get(`${place}/figures/${indicator}?project=p-work`)).body).toMatchObject({
      indicator,
      total: expect.any(Number),
    });
  }
  expect((await scheduler.get(`${place}/figures/IND-99`)).status).toBe(404);
  const { body: schedules } = await scheduler.get<ScheduleRow[]>('/api/schedules');
  expect(schedules).toMatchObject([{ title: '年度评估 · 延庆区', scope: '110119', cron: '0 6 1 2 *', paused: false }]);
  const auditor = await here.as('yq-fin.auditor');
  expect((await auditor.post('/api/evaluations/110119/2026/runs', {})).status).toBe(403);
  const stranger = await here.as('mtg-gov.handler');
  expect((await stranger.post('/api/evaluations/110119/2026/runs', {})).status).toBe(404);
});
