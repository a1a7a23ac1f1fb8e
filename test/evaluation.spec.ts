import { randomUUID } from 'node:crypto';
import { evaluationScheduleId, type EvaluationSummary } from '#contracts/temporal/evaluation';
import { lifecycleQueue, workflowTypes } from '#contracts/temporal/messages';
import type { Evaluation } from '#domain/evaluation/evaluation';
import { evaluationStream, projectStream } from '#domain/stream';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { proposal } from './support/proposal';
import { testSystem, type TestSystem } from './support/system';

let system: TestSystem;
beforeAll(async () => {
  system = await testSystem();
  await foundDistrict(system.recorder);
  await system.startWorker();
  await propose('甲项目');
  await propose('乙项目');
}, 120_000);
afterAll(() => system?.stop(), 60_000);

const propose = (name: string) =>
  system.recorder.recordCommand(
    commandOf(projectStream(randomUUID()), 'proposeProject', proposal({ name }), actorOf('yq-drc')),
  );
const evaluate = (scope: string, year: number) =>
  system.temporal.workflow.execute(workflowTypes.evaluation, {
    workflowId: evaluationStream(scope, year),
    taskQueue: lifecycleQueue,
    args: [{ scope, year }],
  }) as Promise<EvaluationSummary>;
const recorded = async (scope: string, year: number) => {
  const stream = evaluationStream(scope, year);
  return {
    types: (await system.log.read(system.database.manager, stream)).map(({ type }) => type),
    state: (await system.log.state(system.database.manager, stream)).subject as Evaluation,
  };
};

it('freezes the record, computes, and records the result with its digest', async () => {
  const summary = await evaluate('110119', 2026);
  const { types, state } = await recorded('110119', 2026);
  expect(summary.projects).toBe(2);
  expect(types).toEqual(['EvaluationRequested', 'EvaluationFrozen', 'ResultRecorded']);
  expect(state).toMatchObject({
    status: 'recorded',
    freeze: { leaf: summary.leaf },
    result: { digest: summary.digest, projects: 2 },
  });
}, 60_000);

it('gives the same digest when run again, though projects came later, and records nothing twice', async () => {
  const first = await evaluate('110119', 2026);
  await propose('丙项目');
  expect(await evaluate('110119', 2026)).toEqual(first);
  expect((await recorded('110119', 2026)).types).toHaveLength(3);
}, 60_000);

it('counts no project of another district', async () => {
  expect(await evaluate('110118', 2026)).toMatchObject({ projects: 0 });
}, 60_000);

it('stands on a schedule in Beijing time whose run is for the year before', async () => {
  const schedule = system.temporal.schedule.getHandle(evaluationScheduleId('110119'));
  const { spec, info } = await schedule.describe();
  expect(spec).toMatchObject({
    timezone: 'Asia/Shanghai',
    calendars: [{ month: [{ start: 'FEBRUARY' }], hour: [{ start: 6 }] }],
  });
  expect(info.nextActionTimes[0]!.toISOString()).toMatch(/-01-31T22:00:00.000Z$/);
});
