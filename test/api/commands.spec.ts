import type { CommandStatus } from '../../libs/contracts/http/commands';
import type { History, Verification } from '../../libs/contracts/http/history';
import type { DutyPage } from '../../libs/contracts/http/inbox';
import type { ProjectPage, ProjectsPage } from '../../libs/contracts/http/projects';
import { systemActor } from '../../libs/domain/actor';
import { commandOf } from '../support/district';
import { proposal } from '../support/proposal';
import { newKey, testApi, type TestApi, until, type Visitor } from './api';

jest.setTimeout(90_000);
let here: TestApi;
let coop: Visitor;
let government: Visitor;
let auditor: Visitor;
beforeAll(async () => {
  here = await testApi();
  coop = await here.as('liangjia-coop.handler');
  government = await here.as('yq-gov.handler');
  auditor = await here.as('yq-fin.auditor');
});
afterAll(() => here?.stop());

const feasible = {
  qualityHolds: true,
  safetyHolds: true,
  scheduleHolds: true,
  postsNearHome: true,
  statement: '砌筑简单，当地有人会做',
};
const countOf = async (table: string, where: string): Promise<number> =>
  Number(
    (await here.system.database.query<{ n: string }[]>(`select count(*) as n from log.${table} where ${where}`))[0]!.n,
  );

describe('while no worker runs', () => {
  const key = 'proposed-while-down';
  let location = '';

  it('stores the command, says where to look, and goes on saying so to a resend', async () => {
    for (const _ of ['first', 'again']) {
      const answer = await coop.give('projects/p-down', 'proposeProject', proposal(), { key });
      expect(answer.status).toBe(202);
      expect(answer.body).toEqual({
        status: 'stored',
        commandId: key,
        location: `/api/commands/project/p-down/${key}`,
      });
      expect(answer.headers.get('location')).toBe(answer.body.location);
      location = answer.body.location!;
    }
    expect(await countOf('stored_command', `command_id = '${key}'`)).toBe(1);
    expect((await coop.get<CommandStatus>(location)).body.status).toBe('stored');
    expect((await government.get(location)).status).toBe(404);
  });

  it('refuses another request under the same key', async () => {
    const answer = await coop.give('projects/p-down', 'proposeProject', proposal({ name: '演示·另一件事' }), { key });
    expect(answer).toMatchObject({ status: 409, body: { type: expect.stringContaining('key-reused') } });
  });

  it('decides once when the worker comes up', async () => {
    await here.system.startWorker();
    const decided = await until(async () => {
      const { body } = await coop.get<CommandStatus>(location);
      return body.status === 'recorded' ? body : undefined;
    });
    expect(decided).toMatchObject({ commandId: key, stage: 'planning', headHash: expect.stringMatching(/^sm3:/) });
    expect(await countOf('event', `stream_id = 'project/p-down' and type = 'ProjectProposed'`)).toBe(1);
    const again = await coop.give('projects/p-down', 'proposeProject', proposal(), { key });
    expect(again).toMatchObject({ status: 200, body: decided });
  });
});

describe('a key', () => {
  it('gives the same answer to the same request, and decides once however often it is sent at once', async () => {
    const key = newKey();
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => coop.give('projects/p-once', 'proposeProject', proposal(), { key })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await coop.give('projects/p-once', 'proposeProject', proposal({ plannedPosts: 11 }), { key })).status).toBe(
      409,
    );
  });

  it('keeps its answer when the rules would say no by now', async () => {
    const key = newKey();
    const first = await coop.give('projects/p-once', 'stateFeasibility', feasible, { key });
    expect(first.status).toBe(200);
    // By the approved list, as the relay says it.
    const { refused } = await here.system.recorder.recordCommand(
      commandOf('project/p-once', 'listProject', { year: 2026, listVersion: '2026年第1版' }, systemActor),
    );
    expect(refused).toBeUndefined();
    expect(await coop.give('projects/p-once', 'stateFeasibility', feasible, { key })).toMatchObject({
      status: 200,
      body: first.body,
    });
  });

  it('used for a refused preflight is free again', async () => {
    const key = newKey();
    const refused = await coop.give('projects/p-free', 'proposeProject', proposal({ plannedPosts: 11 }), { key });
    expect(refused).toMatchObject({ status: 422, body: { breaches: [{ field: 'plannedPosts' }] } });
    expect(await countOf('refusal', `command_id = '${key}' and preflight`)).toBe(1);
    expect((await coop.give('projects/p-free', 'proposeProject', proposal(), { key })).status).toBe(200);
  });
});

describe('who and what was read', () => {
  it('is refused as 403 where the post is not entitled', async () => {
    const finance = await here.as('yq-fin.handler');
    const answer = await finance.give('projects/p-free', 'reserveProject', {}, { readRevision: 99 });
    expect(answer).toMatchObject({
      status: 403,
      body: { breaches: expect.arrayContaining([expect.objectContaining({ rule: 'P-WHO' })]) },
    });
    expect(
      await finance.give('projects/p-free', 'reserveProject', { year: 2026 }, { as: 'yq-gov/handler' }),
    ).toMatchObject({
      status: 400,
    });
    const asAnother = await finance.give('projects/p-free', 'reserveProject', {}, { as: 'yq-gov/handler' });
    expect(asAnother.status).toBe(403);
  });

  it('is refused as stale with the revision to read, when something changed since', async () => {
    const { body: page } = await government.get<ProjectPage>('/api/projects/p-free');
    await coop.give('projects/p-free', 'stateFeasibility', feasible);
    const reserve = (readRevision: number) =>
      government.give('projects/p-free', 'reserveProject', {}, { readRevision });
    const stale = await reserve(page.substantive);
    expect(stale).toMatchObject({
      status: 409,
      body: { revision: expect.any(Number), breaches: [{ rule: 'P-STALE' }] },
    });
    expect((await reserve(stale.body.revision!)).status).toBe(200);
  });

  it('has no address for what timers and effects say', async () => {
    expect(
      (await government.give('projects/p-free', 'lapseDuty', { key: 'x', dueAt: '2026-01-01T00:00:00Z' })).status,
    ).toBe(404);
  });
});

it('checks a form without recording anything when asked for a preflight alone', async () => {
  const check = (data: object) =>
    coop.post('/api/projects/p-check/commands/proposeProject?preflight=1', { data }, { 'idempotency-key': newKey() });
  expect(await check(proposal())).toMatchObject({ status: 200, body: { ok: true } });
  expect((await check(proposal({ plannedPosts: 11 }))).status).toBe(422);
  expect((await check({})).status).toBe(400);
  expect(await countOf('stream_head', `stream_id = 'project/p-check'`)).toBe(0);
  expect(await countOf('refusal', `stream_id = 'project/p-check'`)).toBe(0);
});

it('keeps what people write in their own words out of the log, and shows it to who may see the stream', async () => {
  await coop.give('projects/p-words', 'proposeProject', proposal());
  const { body: page } = await coop.get<ProjectPage>('/api/projects/p-words');
  const reason = '张家老三说地基要加深';
  const key = newKey();
  const revise = () =>
    coop.give(
      'projects/p-words',
      'reviseProposal',
      { ...proposal({ name: '演示·加深地基' }), reason },
      { key, readRevision: page.substantive },
    );
  const [first, again] = [await revise(), await revise()];
  expect(first.status).toBe(200);
  expect(again.body).toEqual(first.body);
  const bodies = await here.system.database.query<{ body: string }[]>(
    `select body from log.event where stream_id = 'project/p-words'`,
  );
  expect(bodies.map(({ body }) => body).join('')).not.toContain('张家');
  const { body: history } = await auditor.get<History>('/api/streams/project/p-words/events');
  const revised = history.events.find(({ type }) => type === 'ProposalRevised')!;
  const form = (revised.data as { reason: string }).reason;
  expect(form).toMatch(/^text:[0-9a-f-]{36}#[0-9a-f]{64}$/);
  expect(history.texts[form]).toBe(reason);
});

it('lets a record keeper enter the past for whoever held the post that day, and nobody else', async () => {
  const keeper = await here.as('yq-gov.keeper');
  const past = { occurredAt: '2025-03-03T02:00:00.000Z', onBehalfOf: 'liangjia-coop/handler' };
  const entered = await keeper.give('projects/p-past', 'proposeProject', proposal(), past);
  expect(entered.status).toBe(200);
  const { body: history } = await auditor.get<History>('/api/streams/project/p-past/events');
  expect(history.posts).toHaveProperty(['liangjia-coop/handler']);
  expect(history.events[0]).toMatchObject({
    occurredAt: '2025-03-03T02:00:00.000Z',
    backfilled: true,
    actor: {
      person: 'person-liangjia-coop-handler',
      body: 'liangjia-coop',
      post: 'handler',
      recordedBy: 'person-yq-gov-keeper',
    },
  });
  expect((await coop.give('projects/p-past2', 'proposeProject', proposal(), past)).status).toBe(403);
  const wrong = [
    { ...past, onBehalfOf: 'liangjia-coop/nobody' },
    { ...past, onBehalfOf: 'mtg-gov/handler' },
    { ...past, occurredAt: '2199-01-01T00:00:00Z' },
    { occurredAt: past.occurredAt },
    { onBehalfOf: past.onBehalfOf },
  ];
  for (const more of wrong)
    expect((await keeper.give('projects/p-past2', 'proposeProject', proposal(), more)).status).toBe(400);
});

describe('what is read', () => {
  it('is the inbox of the post, the list and the page with its gates and the commands at hand', async () => {
    await coop.give('projects/p-read', 'proposeProject', proposal({ name: '演示·看得见的渠' }));
    const { body: inbox } = await coop.get<DutyPage>(`/api/duties?q=${encodeURIComponent('看得见')}`);
    expect(inbox).toMatchObject({
      total: 1,
      items: [{ command: 'stateFeasibility', projectName: '演示·看得见的渠', lamp: 'normal', workingDaysLeft: 5 }],
    });
    for (const [query, total] of [
      ['lamp=late', 0],
      ['lamp=normal&box=unit', 1],
    ] as const) {
      expect((await coop.get<DutyPage>(`/api/duties?${query}&q=${encodeURIComponent('看得见')}`)).body.total).toBe(
        total,
      );
    }
    expect(
      (await here.as('mtg-gov.handler').then((stranger) => stranger.get<DutyPage>('/api/duties?box=unit'))).body.total,
    ).toBe(0);
    const stranger = await here.as('mtg-gov.handler');
    expect((await stranger.get<ProjectsPage>('/api/projects')).body).toMatchObject({ total: 0, districts: [] });
    const { body: list } = await auditor.get<ProjectsPage>(
      `/api/projects?stage=planning&q=${encodeURIComponent('看得见')}`,
    );
    expect(list).toMatchObject({
      total: 1,
      districts: ['110119'],
      items: [
        { id: 'p-read', stage: 'planning', plannedLaborPayFen: 300_000_00, fundFen: 1_000_000_00, openDuties: 1 },
      ],
    });
    const { body: page } = await government.get<ProjectPage>('/api/projects/p-read');
    expect(page).toMatchObject({
      id: 'p-read',
      stage: 'planning',
      at: null,
      people: { enrolled: 0 },
      money: { plannedPayFen: 300_000_00, floorFen: null },
    });
    expect(page.bodies['liangjia-coop']).toBe('演示村股份经济合作社');
    expect(page.may).toContain('reserveProject');
    // the one begins a stream, of the other the project hears
    expect(page.may).not.toContain('proposeProject');
    expect(page.may).not.toContain('listProject');
    const planning = page.gates.find(({ stage }) => stage === 'planning')!;
    expect(planning).toMatchObject({ state: 'now', command: 'listProject', who: ['districtGovernment'] });
    expect(planning.gates).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'R-PRIN-03', holds: false, mend: expect.any(String) })]),
    );
  });

  it('is any moment of the record, by revision or by instant, and nothing before it began', async () => {
    const { body: made } = await coop.give('projects/p-then', 'proposeProject', proposal({ name: '演示·当初的名字' }));
    const { body: page } = await coop.get<ProjectPage>('/api/projects/p-then');
    here.pass(1);
    await coop.give(
      'projects/p-then',
      'reviseProposal',
      { ...proposal({ name: '演示·后来的名字' }), reason: '改名' },
      { readRevision: page.substantive },
    );
    const nameAt = async (query: string) =>
      (await auditor.get<ProjectPage>(`/api/projects/p-then${query}`)).body.project.planning?.name;
    expect(await nameAt('')).toBe('演示·后来的名字');
    expect(await nameAt(`?revision=${made.revision}`)).toBe('演示·当初的名字');
    expect(await nameAt(`?at=${encodeURIComponent(made.recordedAt!)}`)).toBe('演示·当初的名字');
    const { body: then } = await auditor.get<ProjectPage>(`/api/projects/p-then?revision=${made.revision}`);
    expect(then).toMatchObject({ revision: made.revision, headHash: made.headHash, may: [], at: expect.any(String) });
    expect((await auditor.get('/api/projects/p-then?at=2020-01-01T00:00:00Z')).status).toBe(404);
  });

  it('is verified from the hashed bodies, refused attempts among the events', async () => {
    const { body: verified } = await auditor.get<Verification>('/api/streams/project/p-free/verify');
    expect(verified).toMatchObject({ ok: true, fault: null, algorithm: 'sm3' });
    const { body: history } = await auditor.get<History>('/api/streams/project/p-free/events');
    expect(history.events.map(({ version }) => version)).toEqual(history.events.map((_, index) => index + 1));
    expect(history.refusals.map(({ rules }) => rules).flat()).toEqual(expect.arrayContaining(['P-WHO', 'P-STALE']));
  });
});

it('pushes what changed to who may see it, and to nobody else', async () => {
  const stranger = await here.as('mtg-gov.handler');
  const [heard, unheard] = [new AbortController(), new AbortController()];
  const follow = (visitor: Visitor, { signal }: AbortController) =>
    fetch(`${here.api.address}/api/changes`, { headers: { cookie: visitor.cookie }, signal });
  const [mine, theirs] = [await follow(coop, heard), await follow(stranger, unheard)];
  expect(mine.headers.get('content-type')).toContain('text/event-stream');
  const reading = readUntil(mine, 'project/p-push');
  const other = readUntil(theirs, 'organization/mtg-gov');
  await coop.give('projects/p-push', 'proposeProject', proposal());
  expect(await reading).toMatch(
    /event: changed\ndata: {"stream":"project\/p-push","version":\d+,"types":\["ProjectProposed"/,
  );
  const admin = await here.as('admin');
  const post = { postId: 'second', name: '第二岗', kind: 'handler' };
  expect((await admin.give('organizations/mtg-gov', 'createPost', post)).status).toBe(200);
  expect(await other).not.toContain('p-push');
  heard.abort();
  unheard.abort();
});

it('describes itself: health, documents of every command', async () => {
  const visitor = here.visitor();
  expect(await visitor.get('/api/health/live')).toMatchObject({ status: 200 });
  expect(await visitor.get('/api/health/ready')).toMatchObject({
    status: 200,
    body: { database: 'up', temporal: 'up' },
  });
  const { body } = await visitor.get<{ paths: Record<string, unknown> }>('/api/openapi.json');
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining(['/api/projects/{id}/commands/proposeProject', '/api/session']),
  );
  expect(Object.keys(body.paths).join()).not.toContain('lapseDuty');
  const page = await visitor.get<string>('/api/docs');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
});

async function readUntil(response: Response, wanted: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(wanted)) break;
  }
  return text;
}
