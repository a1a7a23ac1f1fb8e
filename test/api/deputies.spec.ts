import type { DelegationsPage, OfficialRow } from '../../libs/contracts/http/bodies';
import type { DutyPage } from '../../libs/contracts/http/inbox';
import type { MatterPage } from '../../libs/contracts/http/matters';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import { civilDateOf } from '../../libs/domain/calendar';
import { systemActor } from '../../libs/domain/actor';
import { organizationStream } from '../../libs/domain/stream';
import { commandOf } from '../support/district';
import { proposal } from '../support/proposal';
import { testApi, type TestApi, type Visitor } from './api';

jest.setTimeout(120_000);
let here: TestApi;
let holder: Visitor;
let deputy: Visitor;
const today = civilDateOf(new Date().toISOString());
const dayAfter = (days: number): string => civilDateOf(new Date(Date.now() + days * 86_400_000).toISOString());
const digest = `sm3:${'1'.repeat(64)}`;
const answerOf = (seat: string) => ({ seat, decision: 'agree', opinion: null, round: 1, documentVersion: 1 });
const asked = {
  postId: 'leader-in-charge',
  deputy: { body: 'yq-fin', post: 'handler', person: 'person-yq-fin-handler' },
  from: today,
  to: dayAfter(2),
};
const dutiesOf = async (who: Visitor, matter: string) =>
  (await who.get<DutyPage>('/api/duties')).body.items.filter(({ stream }) => stream === `signoff/${matter}`);
const pageOf = async (who: Visitor, matter: string) => (await who.get<MatterPage>(`/api/signoffs/${matter}`)).body;

/** A matter about suspending a project of its own, at its two leads. */
async function sent(matter: string): Promise<void> {
  const drafter = await here.as('yq-drc.handler');
  const coop = await here.as('liangjia-coop.handler');
  const project = `projects/of-${matter}`;
  expect((await coop.give(project, 'proposeProject', proposal())).status).toBe(200);
  const { substantive } = (await drafter.get<ProjectPage>(`/api/${project}`)).body;
  const act = { type: 'suspendProject', data: { reason: '汛期停工' }, readRevision: substantive };
  const drafted = { title: '关于暂停项目的请示', subject: `project/of-${matter}`, act, digest };
  expect((await drafter.give(`signoffs/${matter}`, 'startMatter', drafted)).status).toBe(200);
  const answer = await drafter.give(`signoffs/${matter}`, 'submitDraft', { seat: 'draft#1.0', digest, round: 1 });
  expect(answer.status).toBe(200);
}
const leadOf = async (matter: string): Promise<string> => {
  const { state } = await pageOf(await here.as('yq-drc.handler'), matter);
  return state.visits.at(-1)!.seats.find(({ owner }) => owner.body === 'yq-ara')!.id;
};

beforeAll(async () => {
  here = await testApi();
  await here.system.startWorker();
  holder = await here.as('yq-ara.leader-in-charge');
  deputy = await here.as('yq-fin.handler');
  await sent('m-1');
});
afterAll(() => here?.stop());

it('finds those whom one may ask: in office, of the district, not oneself', async () => {
  const officials = (await holder.get<OfficialRow[]>('/api/officials')).body;
  expect(officials).toContainEqual(expect.objectContaining(asked.deputy));
  expect(officials.filter(({ body }) => body === 'mtg-gov')).toEqual([]);
  expect(officials.filter(({ person }) => person === 'person-yq-ara-leader-in-charge')).toEqual([]);
});

it('is refused by each of its rules, and set where none is broken', async () => {
  const to = (change: object) => holder.give('organizations/yq-ara', 'delegatePost', { ...asked, ...change });
  const oneself = { body: 'yq-ara', post: 'leader-in-charge', person: 'person-yq-ara-leader-in-charge' };
  for (const change of [{ deputy: oneself }, { to: dayAfter(-1) }, { deputy: { ...asked.deputy, person: 'nobody' } }]) {
    const { status, body } = await to(change);
    expect([status, body.breaches?.some(({ rule }) => rule === 'R-OA-13')]).toEqual([422, true]);
  }
  expect((await to({ deputy: { ...asked.deputy, body: 'mtg-gov', person: 'person-mtg-gov-handler' } })).status).toBe(
    422,
  );
  expect((await to({ to: undefined })).status).toBe(400);
  expect((await to({ matterKinds: ['steering'] })).status).toBe(200);
  // The other way round, within the window, it would be a circle.
  const back = { ...asked, postId: 'handler', deputy: oneself };
  expect(await deputy.give('organizations/yq-fin', 'delegatePost', back)).toMatchObject({
    status: 422,
    body: { breaches: [{ rule: 'R-OA-13', field: 'deputy' }] },
  });
});

it('shows the duty to both, to the deputy with whose it is, until when and on what', async () => {
  expect(await dutiesOf(holder, 'm-1')).toMatchObject([{ standIn: null }]);
  expect(await dutiesOf(deputy, 'm-1')).toMatchObject([
    {
      ownerName: expect.stringContaining('农业农村局'),
      standIn: { ground: 'deputy', holderName: 'leaderInCharge', to: asked.to, matterKinds: ['steering'] },
    },
  ]);
  const { acting } = (await here.as('yq-fin.handler')).me!;
  expect(acting).toMatchObject([{ body: 'yq-ara', holder: 'person-yq-ara-leader-in-charge' }]);
});

it('lets the deputy decide, and both names stay', async () => {
  const seat = await leadOf('m-1');
  expect((await pageOf(deputy, 'm-1')).mine).toMatchObject([{ seat, standIn: { ground: 'deputy' } }]);
  expect((await deputy.give('signoffs/m-1', 'giveDecision', answerOf(seat))).status).toBe(200);
  const { state, people } = await pageOf(holder, 'm-1');
  const [said] = state.visits.at(-1)!.said;
  expect(said).toMatchObject({
    by: 'person-yq-fin-handler',
    onBehalfOf: { person: 'person-yq-ara-leader-in-charge', own: { body: 'yq-fin', post: 'handler' } },
  });
  expect([people[said!.by], people[said!.onBehalfOf!.person!]]).toEqual(['handler', 'leaderInCharge']);
  expect(await dutiesOf(holder, 'm-1')).toEqual([]);
});

it('ends early by the holder, at once', async () => {
  await sent('m-2');
  const seat = await leadOf('m-2');
  expect(await dutiesOf(deputy, 'm-2')).toHaveLength(1);
  const [window] = (await holder.get<DelegationsPage>('/api/delegations')).body.delegations;
  expect(window).toMatchObject({ side: 'holder', standing: 'current' });
  const ended = await holder.give('organizations/yq-ara', 'endDelegation', { delegation: window!.delegation });
  expect(ended.status).toBe(200);
  expect(await dutiesOf(deputy, 'm-2')).toEqual([]);
  const refused = await deputy.give('signoffs/m-2', 'giveDecision', answerOf(seat));
  expect(refused).toMatchObject({ status: 422, body: { breaches: [{ rule: 'R-OA-13' }] } });
});

it('a post that nobody holds is shown to the next higher of its body, who may act from it', async () => {
  const stream = organizationStream('yq-ara');
  const done = async (type: 'createPost' | 'appointHolder', data: never) =>
    expect(
      (await here.system.recorder.recordCommand(commandOf(stream, type, data, systemActor))).refused,
    ).toBeUndefined();
  await done('createPost', { postId: 'head', name: '局长', kind: 'head' } as never);
  await done('appointHolder', { postId: 'head', person: 'person-yq-water-handler', from: today, to: null } as never);
  const head = await here.as('yq-water.handler');
  expect(await dutiesOf(head, 'm-2')).toEqual([]);
  expect((await holder.give('organizations/yq-ara', 'recordAbsence', { from: today, to: today })).status).toBe(200);
  expect(await dutiesOf(head, 'm-2')).toMatchObject([{ standIn: { ground: 'higherPost' } }]);
  expect(await dutiesOf(holder, 'm-2')).toHaveLength(1);
  expect((await head.give('signoffs/m-2', 'giveDecision', answerOf(await leadOf('m-2')))).status).toBe(200);
});

it('ends by itself after its last day, and the refusal says when that was', async () => {
  await sent('m-3');
  const seat = await leadOf('m-3');
  expect((await holder.give('organizations/yq-ara', 'delegatePost', asked)).status).toBe(200);
  here.pass(3 * 24 * 60);
  const late = await here.as('yq-fin.handler');
  expect(late.me!.acting).toEqual([]);
  expect(await dutiesOf(late, 'm-3')).toEqual([]);
  const refused = await late.give('signoffs/m-3', 'giveDecision', answerOf(seat));
  expect(refused).toMatchObject({
    status: 422,
    body: { breaches: [{ rule: 'R-OA-13', need: `代办期间 ${asked.from} 至 ${asked.to} 之内` }] },
  });
});
