import { randomUUID } from 'node:crypto';
import { WorkflowContinuedAsNewError } from '@temporalio/client';
import {
  executeCommand,
  firstRun,
  lifecycleQueue,
  snapshot,
  workflowTypes,
  type Snapshot,
} from '#contracts/temporal/messages';
import { organizationStream, projectStream, type StreamId } from '#domain/stream';
import { verifyStream } from '#event-log/verify';
import type { RunningWorker } from '../apps/worker/host';
import { Relay } from '../activities/relay/relay';
import { Reviews } from '../activities/review/reviews';
import { untilRecorded } from './support/changes';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { proposal } from './support/proposal';
import { testSystem, type TestSystem } from './support/system';

let system: TestSystem;
let worker: RunningWorker;
beforeAll(async () => {
  system = await testSystem();
  await foundDistrict(system.recorder);
  worker = await system.startWorker();
}, 120_000);
afterAll(() => system?.stop(), 60_000);

const drc = actorOf('yq-drc');
const owner = actorOf('liangjia-coop');
const newStream = () => projectStream(randomUUID());
const propose = (stream: StreamId) => commandOf(stream, 'proposeProject', proposal(), drc);
const state = (stream: StreamId, name: string) =>
  commandOf(
    stream,
    'stateFeasibility',
    { qualityHolds: true, safetyHolds: true, scheduleHolds: true, postsNearHome: true, statement: name },
    owner,
  );
const standing = (stream: StreamId) => system.temporal.workflow.getHandle(stream).query<Snapshot>(snapshot);
const countOf = async (stream: StreamId, type: string) =>
  (await system.log.read(system.database.manager, stream)).filter((event) => event.type === type).length;

it('starts a project with its first command and knows what the record says', async () => {
  const stream = newStream();
  const outcome = await system.streams.execute(propose(stream), 20_000);
  expect(outcome).toMatchObject({ revision: 2, stage: 'planning' });
  expect(await standing(stream)).toMatchObject({
    revision: 2,
    headHash: outcome!.headHash,
    nextDueAt: outcome!.nextDueAt,
  });
});

it('gives a refusal back as the recorded result', async () => {
  const stream = newStream();
  await system.streams.execute(propose(stream), 20_000);
  const refused = await system.streams.execute(
    commandOf(stream, 'listProject', { year: 2026, listVersion: '1' }, actorOf('yq-gov'), { readRevision: 1 }),
    20_000,
  );
  expect(refused?.refused?.map(({ rule }) => rule)).toContain('R-PRIN-03');
});

it('takes a repeated update for the same command', async () => {
  const stream = newStream();
  const command = propose(stream);
  const [one, two] = await Promise.all([
    system.streams.execute(command, 20_000),
    system.streams.execute(command, 20_000),
  ]);
  expect(one).toEqual(two);
  expect(await countOf(stream, 'ProjectProposed')).toBe(1);
});

it('goes on over continue-as-new with commands arriving all the while, none lost or doubled', async () => {
  const stream = newStream();
  const first = await system.temporal.workflow.start(workflowTypes.project, {
    workflowId: stream,
    taskQueue: lifecycleQueue,
    args: [{ ...firstRun(stream), continueAfter: 20 }],
  });
  const runs = [first.firstExecutionRunId];
  await system.streams.execute(propose(stream), 20_000);
  for (let wave = 1; wave <= 4; wave += 1) {
    const together = await Promise.all([0, 1, 2, 3].map((index) => sure(state(stream, `第 ${wave} 批之 ${index}`))));
    // By now the run wants to continue as new: this one arrives while it does.
    const meanwhile = await sure(state(stream, `第 ${wave} 批交接时`));
    expect([...together, meanwhile].every(({ refused }) => refused === undefined)).toBe(true);
    runs.push(await successorOf(stream, runs.at(-1)!));
  }
  expect(await countOf(stream, 'FeasibilityStated')).toBe(20);
  const onRecord = await system.database.query<{ run_id: string }[]>(
    'select run_id from log.run where workflow_id = $1',
    [stream],
  );
  expect(onRecord.map(({ run_id }) => run_id)).toEqual(expect.arrayContaining(runs.slice(0, -1)));
  expect(await verifyStream(system.database.manager, stream)).toMatchObject({ ok: true });
}, 120_000);

it('starts over from the record when the engine has forgotten everything', async () => {
  const stream = newStream();
  const before = await system.streams.execute(propose(stream), 20_000);
  await system.temporal.workflow.getHandle(stream).terminate('the store is gone');
  const after = await system.streams.execute(state(stream, '引擎重建之后'), 20_000);
  expect(after!.revision).toBeGreaterThan(before!.revision);
  expect(await standing(stream)).toMatchObject({ revision: after!.revision });
});

it('keeps a command given while no worker runs, and decides it once when a cold one comes up', async () => {
  const stream = newStream();
  await system.streams.execute(propose(stream), 20_000);
  await worker.stop();
  const command = state(stream, '停机时提交');
  expect(await system.streams.execute(command, 1_000)).toBeUndefined();
  await system.database.query(
    'insert into log.stored_command (stream_id, command_id, command, next_try_at) values ($1, $2, $3, now())',
    [stream, command.id, JSON.stringify(command)],
  );
  worker = await system.startWorker();
  expect(await sure(command)).toMatchObject({ stage: 'planning' });
  expect(await countOf(stream, 'FeasibilityStated')).toBe(1);
}, 120_000);

it('looks again when the record moved without it', async () => {
  const stream = newStream();
  await system.streams.execute(propose(stream), 20_000);
  const { revision } = await system.recorder.recordCommand(state(stream, '直接记录'));
  const handle = system.temporal.workflow.getHandle(stream);
  await handle.executeUpdate(executeCommand, { args: [state(stream, '随后')], updateId: randomUUID() });
  expect((await standing(stream)).revision).toBeGreaterThan(revision);
});

/** Waits until the run has handed over. @returns the run after it */
async function successorOf(stream: StreamId, runId: string): Promise<string> {
  const run = system.temporal.workflow.getHandle(stream, runId, { followRuns: false });
  const handedOver = await run.result().catch((reason: unknown) => reason);
  expect(handedOver).toBeInstanceOf(WorkflowContinuedAsNewError);
  return (handedOver as WorkflowContinuedAsNewError).newExecutionRunId;
}

/** Asks with the same id until the answer is known, as the API and the relay do. */
async function sure(command: Parameters<TestSystem['streams']['execute']>[0]) {
  for (;;) {
    const outcome = await system.streams.execute(command, 20_000);
    if (outcome) return outcome;
  }
}

it('decides a stored command of a stream that no workflow drives', async () => {
  const stream = organizationStream('yq-gov');
  const survey = { id: 'survey-2026', on: '2026-03-01', surveyed: 10, willing: 8, skilled: 2 };
  const command = commandOf(stream, 'recordLaborSurvey', survey, actorOf('yq-gov', 'leader-in-charge'));
  await system.database.query(
    'insert into log.stored_command (stream_id, command_id, command, next_try_at) values ($1, $2, $3, now())',
    [stream, command.id, JSON.stringify(command)],
  );
  await untilRecorded(system.database, async () => (await countOf(stream, 'LaborSurveyed')) > 0);
  expect(await countOf(stream, 'LaborSurveyed')).toBe(1);
  // by the relay's next round it is known to be settled, and is sent no more
  await new Relay(system.database, system.recorder, system.streams, new Reviews(system.temporal)).deliver();
  const [stored] = await system.database.query('select settled_at from log.stored_command where command_id = $1', [
    command.id,
  ]);
  expect(stored.settled_at).not.toBeNull();
}, 60_000);
