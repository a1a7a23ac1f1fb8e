import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { firstRun, lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';
import { projectStream } from '#domain/stream';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { proposal } from './support/proposal';
import { testSystem } from './support/system';

const folder = join(__dirname, 'histories');
/** Saves today's histories: YIGONG_SAVE_HISTORIES=<label> npx jest test/histories.spec.ts */
const label = process.env.YIGONG_SAVE_HISTORIES;
const saved = readdirSync(folder).filter((name) => name.endsWith('.json'));

let workflowBundle: WorkflowBundle;
beforeAll(async () => {
  if (!label) Runtime.install({ logger: new DefaultLogger('ERROR') });
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: require.resolve('../workflows/index'),
    logger: { log: () => {}, trace: () => {}, debug: () => {}, info: () => {}, warn: () => {}, error: console.error },
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['yigong-source', '...'] },
    }),
  });
}, 60_000);

const replay = (text: string) => Worker.runReplayHistory({ workflowBundle }, JSON.parse(text));

const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

it.each(saved)('runs the saved history %s as it was run then', async (name) => {
  await replay(textOf(name));
});

it('notices a workflow that would do something else', async () => {
  // A local activity's name lies encoded in its marker.
  const altered = textOf(saved[0]!).replace(/"data":\s*"([A-Za-z0-9+/=]+)"/g, (whole, data: string) => {
    const text = Buffer.from(data, 'base64').toString();
    return text.includes('"activity_type":"openRun"')
      ? whole.replace(data, Buffer.from(text.replace('openRun', 'openAnotherRun')).toString('base64'))
      : whole;
  });
  expect(altered).not.toBe(textOf(saved[0]!));
  await expect(replay(altered)).rejects.toThrow(/TMPRL1100/);
});

if (label) it('saves the histories of today', saveHistories, 60_000);

async function saveHistories(): Promise<void> {
  const system = await testSystem();
  try {
    await foundDistrict(system.recorder);
    await system.startWorker();
    const stream = projectStream(randomUUID());
    const { firstExecutionRunId } = await system.temporal.workflow.start(workflowTypes.project, {
      workflowId: stream,
      taskQueue: lifecycleQueue,
      args: [{ ...firstRun(stream), continueAfter: 30 }],
    });
    const commands = [
      commandOf(stream, 'proposeProject', proposal(), actorOf('yq-drc')),
      commandOf(stream, 'listProject', { year: 2026, listVersion: '1' }, actorOf('yq-gov'), { readRevision: 1 }),
      ...[1, 2, 3, 4].map((n) =>
        commandOf(
          stream,
          'stateFeasibility',
          { qualityHolds: true, safetyHolds: true, scheduleHolds: true, postsNearHome: true, statement: `说明 ${n}` },
          actorOf('liangjia-coop'),
        ),
      ),
    ];
    for (const command of commands) await system.streams.execute(command, 20_000);
    await system.recorder.recordCommand(
      commandOf(stream, 'stateFeasibility', commands[5]!.data as never, actorOf('liangjia-coop')),
    );
    await system.streams.lookAgain(stream, 5_000);
    const history = await system.temporal.workflow.getHandle(stream, firstExecutionRunId).fetchHistory();
    writeFileSync(join(folder, `project-lifecycle-${label}.json`), `${historyToJSON(history)}\n`);
  } finally {
    await system.stop();
  }
}
