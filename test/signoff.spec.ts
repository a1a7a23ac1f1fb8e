import { randomUUID } from 'node:crypto';
import { snapshot, type Snapshot } from '#contracts/temporal/messages';
import type { Actor } from '#domain/actor';
import type { Project } from '#domain/project';
import type { Matter } from '#domain/signoff/matter';
import { projectStream, type StreamId } from '#domain/stream';
import { verifyStream } from '#event-log/verify';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { proposal } from './support/proposal';
import { testSystem, type TestSystem } from './support/system';

let system: TestSystem;
beforeAll(async () => {
  system = await testSystem();
  await foundDistrict(system.recorder);
  await system.startWorker();
}, 120_000);
afterAll(() => system?.stop(), 60_000);

const drc = actorOf('yq-drc');
const owner = actorOf('liangjia-coop');
const leaderOf = (body: string): Actor => actorOf(body, 'leader-in-charge');
const digest = (digit: string) => `sm3:${digit.repeat(64)}`;
const bothLeads = ['yq-drc', 'yq-ara'];

const proposed = async (): Promise<StreamId> => {
  const project = projectStream(randomUUID());
  await system.streams.execute(commandOf(project, 'proposeProject', proposal(), drc), 20_000);
  return project;
};
const stateOf = (stream: StreamId) => system.log.state(system.database.manager, stream);
const matterOf = async (stream: StreamId) => (await stateOf(stream)).subject as Matter;
const typesOf = async (stream: StreamId) =>
  (await system.log.read(system.database.manager, stream)).map(({ type }) => type);

/** A matter that would suspend the project, started and sent by its drafter. */
async function sent(project: StreamId): Promise<StreamId> {
  const matter: StreamId = `signoff/${randomUUID()}`;
  const act = {
    type: 'suspendProject' as const,
    data: { reason: '汛期停工', until: null },
    readRevision: (await stateOf(project)).substantive,
  };
  const drafted = { title: '关于暂停项目的请示', subject: project, act, digest: digest('1') };
  await did(commandOf(matter, 'startMatter', drafted, drc));
  await did(commandOf(matter, 'submitDraft', { seat: 'draft#1.0', act: null, digest: digest('1'), round: 1 }, drc));
  return matter;
}

async function did(command: Parameters<TestSystem['streams']['execute']>[0]) {
  const outcome = await system.streams.execute(command, 20_000);
  expect(outcome?.refused).toBeUndefined();
  return outcome!;
}

/** What a post answers to the seat it has at the matter now. */
async function deciding(matter: StreamId, by: Actor) {
  const { visits, round, document } = await matterOf(matter);
  const seat = visits.flatMap(({ seats }) => seats).findLast((one) => one.owner.body === by.body)!;
  const answer = { seat: seat.id, decision: 'agree' as const, opinion: null, round, documentVersion: document.version };
  return commandOf(matter, 'giveDecision', answer, by);
}
const agreed = async (matter: StreamId, by: Actor) => did(await deciding(matter, by));

it('ends a matter and moves its subject in one transaction, each naming the other', async () => {
  const project = await proposed();
  const matter = await sent(project);
  for (const body of bothLeads) await agreed(matter, leaderOf(body));
  const outcome = await agreed(matter, leaderOf('yq-gov'));

  expect(outcome.ended).toBe(true);
  expect((await matterOf(matter)).status).toBe('agreed');
  expect(((await stateOf(project)).subject as Project).status).toBe('suspended');
  const [ended, moved] = await system.database.query<{ body: string; transaction: string }[]>(
    `select body, xmin::text as transaction from log.event
      where stream_id = any($1) and type in ('MatterEnded', 'ProjectSuspended') order by type`,
    [[project, matter]],
  );
  expect(moved!.transaction).toBe(ended!.transaction);
  expect(JSON.parse(moved!.body)).toMatchObject({
    basis: { signoff: matter, headHash: outcome.headHash },
    actor: { body: 'yq-gov' },
  });
  for (const stream of [project, matter]) {
    expect(await verifyStream(system.database.manager, stream)).toMatchObject({ ok: true });
  }
});

it('refuses the last signature with the subject’s rules where the subject refuses, and leaves both as they were', async () => {
  const project = await proposed();
  const matter = await sent(project);
  for (const body of bothLeads) await agreed(matter, leaderOf(body));
  const statement = {
    qualityHolds: true,
    safetyHolds: true,
    scheduleHolds: true,
    postsNearHome: true,
    statement: '能',
  };
  await did(commandOf(project, 'stateFeasibility', statement, owner));
  const before = await typesOf(matter);

  const outcome = await system.streams.execute(await deciding(matter, leaderOf('yq-gov')), 20_000);
  expect(outcome?.refused?.map(({ rule }) => rule)).toEqual(['P-STALE']);
  expect(await typesOf(matter)).toEqual(before);
  expect(((await stateOf(project)).subject as Project).status).toBe('active');
});

it('counts two who decide at once each once', async () => {
  const matter = await sent(await proposed());
  const commands = await Promise.all(bothLeads.map((body) => deciding(matter, leaderOf(body))));
  const twice = [...commands, ...commands.map((command) => ({ ...command, id: randomUUID() }))];
  const outcomes = await Promise.all(twice.map((command) => system.streams.execute(command, 20_000)));
  expect(outcomes.filter((outcome) => !outcome?.refused)).toHaveLength(2);
  for (const refused of outcomes.flatMap((outcome) => outcome?.refused ?? [])) expect(refused.rule).toBe('P-ONCE');
  const { visits } = await matterOf(matter);
  expect(visits.map(({ step, status }) => `${step} ${status}`)).toEqual([
    'draft passed',
    'leads passed',
    'decide active',
  ]);
});

it('closes its run when the matter has ended, and goes on from the record when started afresh', async () => {
  const matter = await sent(await proposed());
  const handle = system.temporal.workflow.getHandle(matter);
  expect(await handle.query<Snapshot>(snapshot)).toMatchObject({ ended: false, nextDueAt: expect.any(String) });
  await handle.terminate('the engine’s store is gone');
  for (const body of [...bothLeads, 'yq-gov']) await agreed(matter, leaderOf(body));
  await system.temporal.workflow.getHandle(matter).result();
});
