import { randomUUID } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { firstRun, workflowTypes } from '#contracts/temporal/messages';
import { projectStream } from '#domain/stream';
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

it('records on its day that a duty has lapsed, though the day is weeks ahead', async () => {
  const stream = projectStream(randomUUID());
  await record.recorder.recordCommand(commandOf(stream, 'proposeProject', proposal(), actorOf('yq-drc')));
  const { duties } = await record.log.state(record.database.manager, stream);
  expect(duties).toMatchObject([{ key: 'planning/stateFeasibility' }]);

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
      openRun: activities.openRun.bind(activities),
      readStanding: activities.readStanding.bind(activities),
      lapseDue: activities.lapseDue.bind(activities),
    },
  });
  await worker.runUntil(async () => {
    await environment.client.workflow.start(workflowTypes.project, {
      workflowId: stream,
      taskQueue: 'deadlines',
      args: [firstRun(stream)],
    });
    await environment.sleep('45 days');
    await environment.client.workflow.getHandle(stream).query('snapshot');
  });

  const events = await record.log.read(record.database.manager, stream);
  expect(events.at(-1)).toMatchObject({
    type: 'DutyLapsed',
    commandId: `planning/stateFeasibility#lapsed@${duties[0]!.dueAt}`,
    data: { key: 'planning/stateFeasibility', dueAt: duties[0]!.dueAt, owner: { body: 'liangjia-coop' } },
  });
  expect(events.at(-1)!.occurredAt >= duties[0]!.dueAt!).toBe(true);
  expect((await record.log.state(record.database.manager, stream)).duties).toMatchObject([{ lapsed: true }]);
}, 120_000);
