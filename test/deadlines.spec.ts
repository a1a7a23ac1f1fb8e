import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { executeCommand, firstRun, workflowTypes } from '#contracts/temporal/messages';
import { projectStream, type StreamId } from '#domain/stream';
import { LifecycleActivities } from '../activities/record/lifecycle-activities';
import { actorOf, commandOf, foundDistrict } from './support/district';
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
/** Given now, by the clock of the server that skips time. */
const propose = async (stream: StreamId) =>
  commandOf(stream, 'proposeProject', proposal(), actorOf('yq-drc'), {
    at: new Date(await environment.currentTimeMs()).toISOString(),
  });
const start = (stream: StreamId) =>
  environment.client.workflow.start(workflowTypes.project, {
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
