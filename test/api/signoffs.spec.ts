import type { DutyPage } from '../../libs/contracts/http/inbox';
import type { MatterPage, SignerRow } from '../../libs/contracts/http/matters';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import type { Project } from '../../libs/domain/project';
import { proposal } from '../support/proposal';
import { systemActor } from '../../libs/domain/actor';
import { organizationStream } from '../../libs/domain/stream';
import { commandOf } from '../support/district';
import { testApi, type TestApi, type Visitor } from './api';

jest.setTimeout(90_000);
let here: TestApi;
let handler: Visitor;
let lead: Visitor;
let outsider: Visitor;
beforeAll(async () => {
  here = await testApi();
  await here.system.startWorker();
  handler = await here.as('yq-drc.handler');
  lead = await here.as('yq-drc.leader-in-charge');
  outsider = await here.as('jingxi-build.handler');
  const coop = await here.as('liangjia-coop.handler');
  expect((await coop.give('projects/p-1', 'proposeProject', proposal())).status).toBe(200);
});
afterAll(() => here?.stop());

const suspending = async () => ({
  type: 'suspendProject',
  data: { reason: '汛期停工，确保安全' },
  readRevision: (await handler.get<ProjectPage>('/api/projects/p-1')).body.substantive,
});
const digest = `sm3:${'1'.repeat(64)}`;
const page = async (who: Visitor) => (await who.get<MatterPage>('/api/signoffs/m-1')).body;

it('is started about a project one sees, and asks its signers by their inbox', async () => {
  const drafted = { title: '关于暂停项目的请示', subject: 'project/p-1', act: await suspending(), digest };
  const elsewhere = { ...drafted, subject: 'project/nowhere' };
  expect((await handler.give('signoffs/m-0', 'startMatter', elsewhere)).status).toBe(404);
  expect((await handler.give('signoffs/m-1', 'startMatter', drafted)).status).toBe(200);

  const sent = await handler.give('signoffs/m-1', 'submitDraft', { seat: 'draft#1.0', digest, round: 1 });
  expect(sent.status).toBe(200);
  const { items } = (await lead.get<DutyPage>('/api/duties')).body;
  expect(items.find(({ stream }) => stream === 'signoff/m-1')).toMatchObject({
    command: 'giveDecision',
    projectId: 'p-1',
    projectName: proposal().name,
  });
});

it('says to each what is theirs to do, what stands against it, and what an agreement would set going', async () => {
  const [drafters, leads] = await Promise.all([page(handler), page(lead)]);
  expect(drafters.mine).toEqual([]);
  expect(drafters.more.map(({ type }) => type)).toEqual([
    'recallAct',
    'copyMatter',
    'circulateMatter',
    'urgeMatter',
    'withdrawMatter',
  ]);
  expect(leads.mine).toMatchObject([{ seat: 'leads#1.0', against: [] }]);
  const { follows } = leads.mine[0]!;
  expect(follows.agree).toEqual({ opens: [], ends: null });
  expect(follows['return:draft']).toMatchObject({ opens: [{ step: 'draft', owner: { body: 'yq-drc' } }], ends: null });
  expect(leads.more.map(({ type }) => type)).toContain('superviseMatter');
  expect(leads.checks.broken).toEqual([]);
  expect(leads.documents).toMatchObject([{ version: 1, body: 'yq-drc', act: { type: 'suspendProject' } }]);
});

it('knows what each person saw when they last looked', async () => {
  expect((await page(lead)).seen).toBeNull();
  const look = { stream: 'signoff/m-1', revision: 5, document: 1 };
  expect((await lead.post('/api/desk/seen', look)).status).toBe(204);
  expect((await page(lead)).seen).toMatchObject({ revision: 5, documents: [1] });
  expect((await page(handler)).seen).toBeNull();
});

it('tells beside a seat when it was first opened by who is asked, and by nobody else', async () => {
  const { opened } = await page(handler);
  expect(opened).toEqual({ 'leads#1.0': expect.stringMatching(/^\d{4}-/) });
  await lead.post('/api/desk/seen', { stream: 'signoff/m-1', revision: 5, document: 1 });
  await handler.post('/api/desk/seen', { stream: 'signoff/m-1', revision: 5, document: 1 });
  const colleague = await here.as('yq-gov.leader-in-charge');
  await colleague.post('/api/desk/seen', { stream: 'signoff/m-1', revision: 5, document: 1 });
  expect((await page(handler)).opened).toEqual(opened);
});

it('names the posts it may be put to: those held in its district, and those who hold them by title alone', async () => {
  const { status, body } = await handler.get<SignerRow[]>('/api/signoffs/m-1/signers');
  expect(status).toBe(200);
  expect(body).toContainEqual({
    body: 'yq-fin',
    bodyName: expect.any(String),
    post: 'handler',
    postName: expect.any(String),
    names: ['handler'],
    vacant: false,
    answeredBy: 'handler',
  });
  expect(body.map((one) => one.body)).not.toContain('mtg-gov');
  expect(body.filter(({ post }) => ['auditor', 'scheduler', 'recordKeeper'].includes(post))).toEqual([]);
  expect((await outsider.get('/api/signoffs/m-1/signers')).status).toBe(404);
});

it('offers a vacant post with the one that answers for it, and one that nobody answers for as none to sign', async () => {
  const posts = [
    ['approver', 'approver'],
    ['head', 'head'],
  ] as const;
  for (const [postId, kind] of posts) {
    const create = commandOf(organizationStream('yq-fin'), 'createPost', { postId, name: postId, kind }, systemActor);
    expect((await here.system.recorder.recordCommand(create)).refused).toBeUndefined();
  }
  const { body } = await handler.get<SignerRow[]>('/api/signoffs/m-1/signers');
  const ofFinance = Object.fromEntries(body.filter((row) => row.body === 'yq-fin').map((row) => [row.post, row]));
  expect(ofFinance).toMatchObject({
    approver: { names: [], vacant: true, answeredBy: 'leaderInCharge' },
    head: { names: [], vacant: true, answeredBy: null },
  });
  // Who drew the matter up signs nothing of their own.
  expect(body.find((row) => row.body === 'yq-drc' && row.post === 'handler')).toMatchObject({
    vacant: false,
    answeredBy: 'leaderInCharge',
  });
  const seen = { seat: 'leads#1.0', round: 1, documentVersion: 1 };
  const adding = (post: string) => ({ ...seen, position: 'assist', signer: { body: 'yq-fin', post } });
  const none = await lead.give('signoffs/m-1', 'addSigner', adding('head'));
  expect(none).toMatchObject({ status: 422, body: { breaches: [{ rule: 'R-OA-14', field: 'signer' }] } });
  expect((await lead.give('signoffs/m-1', 'addSigner', adding('approver'))).status).toBe(200);
  const finance = await here.as('yq-fin.leader-in-charge');
  const advice = (await page(finance)).mine.map(({ seat }) => seat);
  expect(advice).toHaveLength(1);
  expect((await lead.give('signoffs/m-1', 'removeSigner', { seat: advice[0] })).status).toBe(200);
});

it('says of a duty whose clock stands for what and whom it waits, until it runs again', async () => {
  const mine = async () =>
    (await lead.get<DutyPage>('/api/duties')).body.items.find(({ stream }) => stream === 'signoff/m-1')!;
  const { dueAt } = await mine();
  const stop = { seat: 'leads#1.0', reason: 'corrections', awaited: 'liangjia-coop', note: '缺概算批复' };
  expect((await lead.give('signoffs/m-1', 'pauseClock', { ...stop, awaited: 'nowhere' })).status).toBe(422);
  expect((await handler.give('signoffs/m-1', 'pauseClock', stop)).status).toBe(403);
  expect((await lead.give('signoffs/m-1', 'pauseClock', stop)).status).toBe(200);
  const stopped = await mine();
  expect(stopped).toMatchObject({ lamp: 'normal', workingDaysLeft: null, stopped: { reason: 'corrections' } });
  expect(stopped.stopped).toMatchObject({ awaited: 'liangjia-coop', awaitedName: expect.any(String) });
  expect(stopped.dueAt).toBeUndefined();
  expect((await page(lead)).more.map(({ type }) => type)).toContain('resumeClock');
  expect((await lead.give('signoffs/m-1', 'resumeClock', { seat: 'leads#1.0', note: '材料已补齐' })).status).toBe(200);
  expect((await mine()).stopped).toBeNull();
  expect((await mine()).dueAt! >= dueAt!).toBe(true);
});

it('keeps opinions sealed in the record and opens them to who takes part', async () => {
  const answer = { seat: 'leads#1.0', decision: 'agree', opinion: '同意，请王某某落实', round: 1, documentVersion: 1 };
  expect((await lead.give('signoffs/m-1', 'giveDecision', answer)).status).toBe(200);
  const { state, texts } = await page(handler);
  const [said] = state.visits.at(-1)!.said;
  expect(said!.opinion).toMatch(/^text:/);
  expect(texts[said!.opinion!]).toBe('同意，请王某某落实');
});

it('does not exist for who has no part in it', async () => {
  expect((await outsider.get('/api/signoffs/m-1')).status).toBe(404);
  expect((await outsider.give('signoffs/m-1', 'urgeMatter', {})).status).toBe(404);
});

it('tells the second of two what happened, and whose seat it is', async () => {
  const answer = { seat: 'leads#1.0', decision: 'agree', round: 1, documentVersion: 1 };
  const again = await lead.give('signoffs/m-1', 'giveDecision', answer);
  expect(again).toMatchObject({ status: 422, body: { breaches: [{ rule: 'P-ONCE' }] } });
  const other = await handler.give('signoffs/m-1', 'giveDecision', { ...answer, seat: 'leads#1.1' });
  expect(other).toMatchObject({ status: 403, body: { breaches: [{ rule: 'P-WHO' }] } });
});

it('moves its project with the last signature', async () => {
  const sign = async (login: string, seat: string) => {
    const answer = { seat, decision: 'agree', round: 1, documentVersion: 1 };
    return (await here.as(login)).give('signoffs/m-1', 'giveDecision', answer);
  };
  expect((await page(await here.as('yq-ara.leader-in-charge'))).mine).toMatchObject([
    { follows: { agree: { opens: [{ step: 'decide', owner: { body: 'yq-gov', post: 'leaderInCharge' } }] } } },
  ]);
  expect((await sign('yq-ara.leader-in-charge', 'leads#1.1')).status).toBe(200);
  expect((await page(await here.as('yq-gov.leader-in-charge'))).mine).toMatchObject([
    { follows: { agree: { ends: 'agreed' }, disagree: { ends: 'refused' } } },
  ]);
  expect((await sign('yq-gov.leader-in-charge', 'decide#1.0')).status).toBe(200);
  const { state, ended } = await page(handler);
  expect(state.status).toBe('agreed');
  expect(ended?.revision).toBeGreaterThan(5);
  const { project } = (await handler.get<ProjectPage>('/api/projects/p-1')).body;
  expect((project as Project).status).toBe('suspended');
});
