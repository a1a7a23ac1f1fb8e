import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { executeCommand, firstRun, workflowTypes } from '#contracts/temporal/messages';
import { planStream, projectStream, type StreamId } from '#domain/stream';
import { verifyStream } from '#event-log/verify';
import { LifecycleActivities } from '../activities/record/lifecycle-activities';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { bothLeads, digest, Matters } from './support/matters';
import { candidate, purpose } from './support/plans';
import { proposal } from './support/proposal';
import { testRecord, type TestRecord } from './support/system';

let environment: TestWorkflowEnvironment;
let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
  await foundDistrict(record.recorder);
  environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: process.env.YIGONG_TEST_TIME_SKIPPING_SERVER! } },
  });
}, 60_000);
afterAll(async () => {
  await environment?.teardown();
  await record?.stop();
});

const duty = 'planning/stateFeasibility';
const newStream = () => projectStream(randomUUID());
/** By the clock of the server that skips time. */
const now = async () => new Date(await environment.currentTimeMs()).toISOString();
const propose = async (stream: StreamId) =>
  commandOf(stream, 'proposeProject', proposal(), actorOf('yq-drc'), { at: await now() });
const start = (stream: StreamId, type: string = workflowTypes.project) =>
  environment.client.workflow.start(type, {
    workflowId: stream,
    taskQueue: 'deadlines',
    args: [firstRun(stream)],
  });

it('records on its day that a duty has lapsed, though the day is weeks ahead', async () => {
  const stream = newStream();
  await record.recorder.recordCommand(await propose(stream));
  await working(async () => {
    await start(stream);
    await afterFortyFiveDays(stream);
  });
  await expectLapsed(stream);
}, 120_000);

it('waits for a duty that begins while it waits', async () => {
  const stream = newStream();
  await working(async () => {
    const handle = await start(stream);
    await handle.query('snapshot'); // It waits by now, and for nothing.
    await handle.executeUpdate(executeCommand, { args: [await propose(stream)] });
    await afterFortyFiveDays(stream);
  });
  await expectLapsed(stream);
}, 120_000);

it('reminds at a sign-off, records each lapse and brings it before a superior, once each', async () => {
  const matters = new Matters(record, async (command) =>
    record.recorder.recordCommand({ ...command, at: await now() }),
  );
  const matter = await matters.sent(await matters.proposed());
  await working(async () => {
    await start(matter, workflowTypes.signoff);
    await afterFortyFiveDays(matter);
    await environment.client.workflow.getHandle(matter).terminate('the engine’s store is gone');
    await start(matter, workflowTypes.signoff);
    await afterFortyFiveDays(matter);
  });
  const events = await matters.eventsOf(matter);
  const timed = events.filter(({ type }) => ['DutyReminded', 'DutyLapsed', 'LapseEscalated'].includes(type));
  const count = (type: string) => timed.filter((event) => event.type === type).length;
  const seats = (await matters.stateOf(matter)).duties.filter(({ command }) => command === 'giveDecision');
  expect(seats.map(({ owner, lapsed }) => [owner, lapsed])).toEqual(
    bothLeads.map((body) => [expect.objectContaining({ body }), true]),
  );
  expect(count('DutyReminded')).toBe(seats.length);
  const { escalations } = await matters.matterOf(matter);
  expect(count('LapseEscalated')).toBe(escalations.length);
  expect(escalations.slice(0, 2).map(({ key, to }) => [key, to.body])).toEqual(seats.map(({ key }) => [key, 'yq-gov']));
  expect(new Set(timed.map(({ commandId, type }) => `${type} ${commandId}`)).size).toBe(timed.length);
  expect(await verifyStream(record.database.manager, matter)).toMatchObject({ ok: true });
}, 120_000);

it('records that a plan’s posting was not concluded in time, whoever looked', async () => {
  const plan = planStream('110119', 2026);
  const give = async (type: 'drawUpPlan' | 'draftEntry' | 'postPlan', data: object) => {
    const { substantive } = await record.log.state(record.database.manager, plan);
    const command = commandOf(plan, type, data as never, actorOf('yq-drc'), {
      at: await now(),
      readRevision: substantive,
    });
    expect((await record.recorder.recordCommand(command)).refused).toBeUndefined();
  };
  await give('drawUpPlan', purpose);
  await give('draftEntry', { entry: candidate() });
  await give('postPlan', { place: '区政府网站', evidence: [digest('a')] });
  expect(
    await record.database.query(`select stream_id from log.outbox where kind = 'poke' and stream_id = $1`, [plan]),
  ).not.toEqual([]);
  await working(async () => {
    await start(plan, workflowTypes.plan);
    await afterFortyFiveDays(plan);
  });
  const lapse = (await record.log.read(record.database.manager, plan)).at(-1)!;
  expect(lapse).toMatchObject({ type: 'DutyLapsed', data: { key: 'plan/closePosting', rule: 'R-PUB-01' } });
}, 120_000);

async function working(act: () => Promise<void>): Promise<void> {
  const activities = new LifecycleActivities(record.database, record.log, record.recorder);
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: 'deadlines',
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: require.resolve('../workflows/index'),
      logger: { log: () => {}, trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: console.error },
      webpackConfigHook: (config) => ({
        ...config,
        resolve: { ...config.resolve, conditionNames: ['yigong-source', '...'] },
      }),
    }),
    activities: {
      recordCommand: activities.recordCommand.bind(activities),
      openRun: activities.openRun.bind(activities),
      readStanding: activities.readStanding.bind(activities),
      lapseDue: activities.lapseDue.bind(activities),
    },
  });
  await worker.runUntil(act);
}

async function afterFortyFiveDays(stream: StreamId): Promise<void> {
  await environment.sleep('45 days');
  await environment.client.workflow.getHandle(stream).query('snapshot');
}

async function expectLapsed(stream: StreamId): Promise<void> {
  const events = await record.log.read(record.database.manager, stream);
  const lapse = events.at(-1)!;
  const { key, dueAt, owner } = lapse.data as { key: string; dueAt: string; owner: object };
  expect(lapse.type).toBe('DutyLapsed');
  expect({ key, owner }).toEqual({ key: duty, owner: { body: 'liangjia-coop' } });
  expect(lapse.commandId).toBe(`${duty}#lapsed@${dueAt}`);
  expect(lapse.occurredAt >= dueAt).toBe(true);
  expect((await record.log.state(record.database.manager, stream)).duties).toMatchObject([
    { key: duty, dueAt, lapsed: true },
  ]);
}
