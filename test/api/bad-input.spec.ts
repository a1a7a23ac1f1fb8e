import type { Problem } from '../../libs/contracts/http/commands';
import { checkDigitOf } from '../../libs/persons/id-number';
import { proposal } from '../support/proposal';
import { newKey, testApi, type TestApi, type Visitor } from './api';

jest.setTimeout(60_000);
let here: TestApi;
let proposer: Visitor;
beforeAll(async () => {
  here = await testApi();
  proposer = await here.as('liangjia-coop.handler');
});
afterAll(() => here?.stop());

const place = '/api/projects/p-bad/commands/proposeProject';
const keyed = () => ({ 'idempotency-key': newKey() });
const faultsOf = ({ body }: { body: object }) => (body as Problem).faults ?? [];

/** Whatever is sent: an answer in Chinese with the shape of a problem, and never our fault. */
function expectProblem(
  { status, body, headers }: { status: number; body: object; headers: Headers },
  expected: number,
): void {
  expect(status).toBe(expected);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(body).toMatchObject({ status: expected, type: expect.any(String), title: expect.stringMatching(/[一-鿿]/) });
  expect(JSON.stringify(body)).not.toMatch(/\bat \/|node_modules|Error:/);
}

describe('a body', () => {
  it('of one megabyte and more is refused as too large', async () => {
    const answer = await proposer.post(place, { data: proposal({ name: '长'.repeat(400_000) }) }, keyed());
    expectProblem(answer, 413);
  });

  it('that is no JSON, or none, is refused', async () => {
    for (const raw of ['{"data": ', 'data', '"text"', '[]', 'null', '{"__proto__": {"x": 1}, "data": {}}']) {
      expectProblem(await proposer.send(place, { method: 'POST', raw, headers: keyed() }), 400);
    }
    expectProblem(await proposer.send(place, { method: 'POST', headers: keyed() }), 400);
    expectProblem(
      await proposer.send(place, { method: 'POST', raw: '<a/>', headers: { ...keyed(), 'content-type': 'text/xml' } }),
      400,
    );
  });

  it('is told every fault at once: unknown fields, fractions of a fen, days that do not exist', async () => {
    const { name: _, ...rest } = proposal();
    const data = {
      ...rest,
      plannedLaborPayFen: 300_000.5,
      plannedPosts: -1,
      color: 'red',
      fundLines: [{ source: 'lottery', amountFen: -1, floorBp: 10_001 }],
    };
    const answer = await proposer.post(place, { data, urgent: true }, keyed());
    expectProblem(answer, 400);
    expect(
      faultsOf(answer)
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual([
      'data.color',
      'data.fundLines.0.amountFen',
      'data.fundLines.0.floorBp',
      'data.fundLines.0.source',
      'data.name',
      'data.plannedLaborPayFen',
      'data.plannedPosts',
      'urgent',
    ]);
    for (const { message } of faultsOf(answer)) expect(message).toMatch(/[一-鿿]/);
    const day = await proposer.post(
      '/api/organizations/yq-gov/commands/nameLeader',
      { data: { post: 'x', agendaMeetingOn: '2026-02-30', minutesNumber: '1' } },
      keyed(),
    );
    expect(faultsOf(day)).toEqual([{ field: 'data.agendaMeetingOn', message: expect.stringContaining('日期不存在') }]);
  });
});

it('asks for an idempotency key of the agreed form', async () => {
  for (const key of [undefined, '', 'short', 'has space in it', 'x'.repeat(101), '编号编号编号编号'.slice(0, 0)]) {
    const answer = await proposer.post(
      place,
      { data: proposal() },
      key === undefined ? {} : { 'idempotency-key': key },
    );
    expectProblem(answer, 400);
    expect(faultsOf(answer)).toMatchObject([{ field: 'Idempotency-Key' }]);
  }
});

it('judges the shape before it asks who is there', async () => {
  const stranger = here.visitor();
  expectProblem(await stranger.post(place, { data: {} }, keyed()), 400);
  expectProblem(await stranger.post(place, { data: proposal() }, keyed()), 401);
  for (const path of [
    'duties',
    'projects',
    'projects/p-1',
    'my',
    'schedules',
    'changes',
    'bodies',
    'streams/project/p-1/events',
    'me',
  ]) {
    expectProblem(await stranger.get(`/api/${path}`), 401);
  }
});

it("says the same of what is unknown and of what is another district's", async () => {
  expect((await proposer.give('projects/p-seen', 'proposeProject', proposal())).status).toBe(202);
  await here.system.startWorker();
  const { body: made } = await proposer.give(
    'projects/p-foreign',
    'proposeProject',
    proposal({ name: '演示·外区看不见' }),
  );
  expect(made).toMatchObject({ status: 'recorded', revision: expect.any(Number) });
  const stranger = await here.as('mtg-gov.handler');
  const paths = (id: string) => [
    `/api/projects/${id}`,
    `/api/projects/${id}/people`,
    `/api/projects/${id}/wages`,
    `/api/projects/${id}/attendance?segment=s1&month=2026-03`,
    `/api/streams/project/${id}/events`,
    `/api/streams/project/${id}/verify`,
    `/api/wages/${id}/s1/2026-03`,
  ];
  for (const [index, path] of paths('p-foreign').entries()) {
    const [foreign, unknown] = [await stranger.get(path), await stranger.get(paths('p-none')[index]!)];
    expectProblem(foreign, 404);
    expect(foreign.body).toEqual(unknown.body);
  }
  const acts = await Promise.all(
    ['p-foreign', 'p-none'].map((id) => stranger.give(`projects/${id}`, 'reserveProject', {}, { readRevision: 1 })),
  );
  expect(acts[0]!.body).toEqual(acts[1]!.body);
  expectProblem(acts[0]!, 404);
  expectProblem(await stranger.give('projects/p-foreign', 'proposeProject', proposal()), 404);
  expect((await stranger.get<{ total: number }>('/api/projects')).body.total).toBe(0);
  expect((await proposer.get('/api/projects/p-foreign')).status).toBe(200);
});

it('answers odd addresses and questions as not found or badly asked', async () => {
  const admin = await here.as('yq-fin.auditor');
  const notFound = [
    '/api/nothing',
    '/api/projects/%00',
    '/api/projects/..%2F..%2Fetc',
    `/api/projects/${'x'.repeat(90)}`,
    '/api/streams/project/p-none',
    '/api/streams/nothing/p/events',
    '/api/streams/project/a/b/events',
    '/api/commands/project/p-none/some-key-1',
    '/api/commands/x',
    '/api/wages/p/s1/2026-13',
    '/api/wages/p/segment/2026-01',
    '/api/evaluations/mars/2026',
    '/api/evaluations/110119/1999',
    '/api/plans/mars/2026',
    '/api/plans/110119/1999',
  ];
  for (const path of notFound) expectProblem(await admin.get(path), 404);
  const badlyAsked = [
    '/api/projects?page=0',
    '/api/projects?page=x',
    '/api/projects?stage=heaven',
    '/api/projects?color=red',
    '/api/pool?standing=lost',
    '/api/pool?page=0',
    '/api/plans?year=x',
    '/api/projects?district=beijing',
    '/api/duties?lamp=blue',
    '/api/duties?box=all',
    `/api/duties?q=${'x'.repeat(61)}`,
    '/api/projects/p-foreign?at=yesterday',
    '/api/projects/p-foreign?at=2026-02-30T00:00:00Z',
    '/api/projects/p-foreign?revision=0',
    '/api/projects/p-foreign?revision=1&at=2026-01-01T00:00:00Z',
    '/api/projects/p-foreign/attendance?segment=s1',
    '/api/projects/p-foreign/attendance?segment=s1&month=2026-00',
  ];
  for (const path of badlyAsked) expectProblem(await admin.get(path), 400);
  expectProblem(await admin.send('/api/projects/%E0%A4%A', {}), 400);
});

it('registers nobody whose data are wrong, and names no value', async () => {
  const township = await here.as('sihai-town.handler');
  const answer = await township.post('/api/persons', {
    name: '',
    idNumber: '11011919900101001',
    householdVillage: '演示村',
    localRural: 'yes',
    age: 3,
  });
  expectProblem(answer, 400);
  expect(
    faultsOf(answer)
      .map(({ field }) => field)
      .toSorted(),
  ).toEqual(['age', 'idNumber', 'localRural', 'name']);
  expect(JSON.stringify(answer.body)).not.toContain('11011919900101001');
  const auditor = await here.as('yq-fin.auditor');
  const valid = {
    name: '演山杏',
    idNumber: `10011919680315001${checkDigitOf('10011919680315001')}`,
    householdVillage: '演示村',
    localRural: true,
  };
  expectProblem(await auditor.post('/api/persons', valid), 403);
});
