import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkflowContinuedAsNewError, type WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { firstRun, lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';
import { projectStream, type StreamId } from '#domain/stream';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { untilRecorded } from './support/changes';
import { bothLeads, digest, drc, leaderOf, Matters } from './support/matters';
import { proposal } from './support/proposal';
import { reviewed } from './support/reviews';
import { testSystem, type TestSystem } from './support/system';

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
  const project = textOf(saved.find((name) => name.startsWith('project-lifecycle'))!);
  const altered = project.replace(/"data":\s*"([A-Za-z0-9+/=]+)"/g, (whole, data: string) => {
    const text = Buffer.from(data, 'base64').toString();
    return text.includes('"activity_type":"openRun"')
      ? whole.replace(data, Buffer.from(text.replace('openRun', 'openAnotherRun')).toString('base64'))
      : whole;
  });
  expect(altered).not.toBe(project);
  await expect(replay(altered)).rejects.toThrow(/TMPRL1100/);
});

if (label) it('saves the histories of today', saveHistories, 60_000);

async function saveHistories(): Promise<void> {
  const system = await testSystem();
  try {
    await foundDistrict(system.recorder);
    await system.startWorker();
    await saveProject(system);
    await saveMatter(system);
    await saveClocks(system);
    await saveReview(system);
  } finally {
    await system.stop();
  }
}

/** Starts a stream's first run, so that it soon continues as new. @returns its id */
async function started(system: TestSystem, type: string, stream: StreamId): Promise<string> {
  const args = [{ ...firstRun(stream), continueAfter: 30 }];
  const run = await system.temporal.workflow.start(type, { workflowId: stream, taskQueue: lifecycleQueue, args });
  return run.firstExecutionRunId;
}

async function save(name: string, handle: WorkflowHandle): Promise<void> {
  writeFileSync(join(folder, `${name}-${label}.json`), `${historyToJSON(await handle.fetchHistory())}\n`);
}

async function saveProject(system: TestSystem): Promise<void> {
  const stream = projectStream(randomUUID());
  const firstRunId = await started(system, workflowTypes.project, stream);
  const statement = { qualityHolds: true, safetyHolds: true, scheduleHolds: true, postsNearHome: true };
  const states = (n: number) =>
    commandOf(stream, 'stateFeasibility', { ...statement, statement: `说明 ${n}` }, actorOf('liangjia-coop'));
  const commands = [
    commandOf(stream, 'proposeProject', proposal(), drc),
    commandOf(stream, 'listProject', { year: 2026, listVersion: '1' }, actorOf('yq-gov'), { readRevision: 1 }),
    ...[1, 2, 3, 4].map(states),
  ];
  for (const command of commands) await system.streams.execute(command, 20_000);
  await system.recorder.recordCommand(states(4));
  await system.streams.lookAgain(stream, 5_000);
  await save('project-lifecycle', system.temporal.workflow.getHandle(stream, firstRunId));
}

/** A matter that lay too long, was recalled, returned and walked again, and went on in a run that followed until it had ended. */
async function saveMatter(system: TestSystem): Promise<void> {
  const longAgo = '2026-03-02T02:00:00.000Z';
  const matters = new Matters(system, (command) => system.streams.execute({ ...command, at: longAgo }, 20_000));
  const project = await matters.proposed();
  const matter: StreamId = `signoff/${randomUUID()}`;
  const firstRunId = await started(system, workflowTypes.signoff, matter);
  await matters.sent(project, matter);
  await matters.agreed(matter, leaderOf('yq-drc'));
  await matters.recalled(matter, leaderOf('yq-drc'));
  await matters.returned(matter, leaderOf('yq-ara'), 'again');
  await carriedOver(system, matter, firstRunId);
  await matters.did(await matters.submitting(matter));
  for (const body of [...bothLeads, 'yq-gov']) await matters.agreed(matter, leaderOf(body));
  const last = system.temporal.workflow.getHandle(matter);
  await last.result();
  await save('signoff-carried-over', system.temporal.workflow.getHandle(matter, firstRunId));
  await save('signoff-ended', last);
}

/** A matter whose draft lapsed and was brought before a superior, and whose first step’s clock stood for a while. */
async function saveClocks(system: TestSystem): Promise<void> {
  const matters = new Matters(system, (command) => system.streams.execute(command, 20_000));
  const project = await matters.proposed();
  const matter: StreamId = `signoff/${randomUUID()}`;
  const act = { type: 'suspendProject', data: { reason: '汛期停工', until: null }, readRevision: 1 };
  const drafted = { title: '关于暂停项目的请示', urgency: 'normal', subject: project, act, digest: digest('1') };
  await matters.did(commandOf(matter, 'startMatter', drafted as never, drc, { at: '2026-03-02T02:00:00.000Z' }));
  await untilRecorded(system.database, async () => (await matters.typesOf(matter)).includes('LapseEscalated'));
  await matters.did(await matters.submitting(matter));
  const { seat } = (await matters.deciding(matter, leaderOf('yq-drc'))).data as { seat: string };
  const stop = { seat, reason: 'expertReview' as const, awaited: 'liangjia-coop', note: 'text:note#sm3:0' };
  await matters.did(commandOf(matter, 'pauseClock', stop, leaderOf('yq-drc')));
  await matters.did(commandOf(matter, 'resumeClock', { seat, note: 'text:note#sm3:0' }, leaderOf('yq-drc')));
  for (const body of [...bothLeads, 'yq-gov']) await matters.agreed(matter, leaderOf(body));
  const run = system.temporal.workflow.getHandle(matter);
  await run.result();
  await save('signoff-clocks', run);
}

/** A change of a parameter after which the open duties of a district were looked at. */
async function saveReview(system: TestSystem): Promise<void> {
  const value = {
    key: 'step.limit.default',
    value: 8,
    from: '2026-01-01',
    to: null,
    source: '延庆区办文规定',
  } as const;
  const at = '2026-03-02T02:00:00.000Z';
  const { revision } = await system.recorder.recordCommand(
    commandOf('rulebook/110119', 'setParameter', value, drc, { at }),
  );
  const cause = `rulebook/110119@${revision}#review/2026-03-02`;
  await reviewed(system, cause);
  await save('duty-review', system.temporal.workflow.getHandle(cause));
}

/** The run has ended by handing its stream over to the next. */
async function carriedOver({ temporal }: TestSystem, stream: StreamId, runId: string): Promise<void> {
  const run = temporal.workflow.getHandle(stream, runId, { followRuns: false });
  await expect(run.result()).rejects.toThrow(WorkflowContinuedAsNewError);
}
