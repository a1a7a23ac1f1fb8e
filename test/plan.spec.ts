import { randomUUID } from 'node:crypto';
import type { Plan } from '#domain/plan/plan';
import type { PlanAct } from '#domain/plan/acts';
import type { Project } from '#domain/project';
import type { CommandData } from '#domain/registry';
import { planStream, projectStream, type StreamId } from '#domain/stream';
import type { MatterAct } from '#domain/signoff/matter-acts';
import { isDriven } from '#activities/record/outbox';
import { verifyStream } from '#event-log/verify';
import { untilRecorded } from './support/changes';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { bothLeads, digest, drc, leaderOf, Matters } from './support/matters';
import { proposal } from './support/proposal';
import { candidate, ofProject, purpose } from './support/plans';
import { testSystem, type TestSystem } from './support/system';

let system: TestSystem;
let matters: Matters;
beforeAll(async () => {
  system = await testSystem();
  await foundDistrict(system.recorder);
  await system.startWorker();
  matters = new Matters(system, (command) =>
    isDriven(command.stream) ? system.streams.execute(command, 20_000) : system.recorder.recordCommand(command),
  );
}, 120_000);
afterAll(() => system?.stop(), 60_000);

const plan = planStream('110119', 2026);
const planNow = async () => (await matters.stateOf(plan)).subject as Plan;
const projectNow = async (stream: StreamId) => (await matters.stateOf(stream)).subject as Project;

/** An act of the lead departments, resting on the plan as it stands. */
const give = async <T extends PlanAct | 'drawUpPlan'>(type: T, data: CommandData<T>, on: string) => {
  const { substantive } = await matters.stateOf(plan);
  return system.recorder.recordCommand(
    commandOf(plan, type, data, drc, { at: `${on}T02:00:00.000Z`, readRevision: substantive }),
  );
};
const did = async <T extends PlanAct | 'drawUpPlan'>(type: T, data: CommandData<T>, on: string) => {
  const { refused } = await give(type, data, on);
  if (refused) throw new Error(`${type}: ${JSON.stringify(refused)}`);
};

/** A matter about the plan, agreed by both leads; the district government's signature is still owed. */
const beforeTheLast = async (act: Pick<MatterAct, 'type' | 'data'>): Promise<StreamId> => {
  const matter = await matters.sent(plan, undefined, act);
  for (const body of bothLeads) await matters.agreed(matter, leaderOf(body));
  return matter;
};
const approved = async (act: Pick<MatterAct, 'type' | 'data'>) => {
  const matter = await beforeTheLast(act);
  await matters.agreed(matter, leaderOf('yq-gov'));
  return matter;
};

const proposedProject = async (feasible: boolean): Promise<string> => {
  const id = randomUUID();
  const stream = projectStream(id);
  await matters.did(commandOf(stream, 'proposeProject', proposal(), drc));
  const statement = {
    qualityHolds: true,
    safetyHolds: true,
    scheduleHolds: true,
    postsNearHome: true,
    statement: '能',
  };
  if (feasible) await matters.did(commandOf(stream, 'stateFeasibility', statement, actorOf('liangjia-coop')));
  return id;
};

it('is posted, approved at the district government’s sign-off, and tells its projects', async () => {
  const [active, reserve] = [await proposedProject(true), await proposedProject(false)];
  await did('drawUpPlan', purpose, '2026-03-02');
  await did('draftEntry', { entry: ofProject(active) }, '2026-03-02');
  await did('draftEntry', { entry: ofProject(reserve, 'reserve') }, '2026-03-02');
  await did('postPlan', { place: '区政府网站', evidence: [digest('a')] }, '2026-03-02');
  expect((await give('closePlanPosting', { evidence: [] }, '2026-03-09')).refused).toMatchObject([
    { rule: 'R-PUB-02' },
  ]);
  await did('closePlanPosting', { evidence: [] }, '2026-03-10');
  await did('submitPlan', {}, '2026-03-10');

  const matter = await approved({ type: 'approvePlan', data: {} });
  expect(await planNow()).toMatchObject({ status: 'approved', version: 1 });
  expect((await matters.eventsOf(plan)).at(-2)).toMatchObject({
    type: 'PlanApproved',
    basis: { signoff: matter },
    actor: { body: 'yq-gov' },
  });
  await untilRecorded(system.database, async () => (await projectNow(projectStream(active))).phase === 'approval');
  await untilRecorded(
    system.database,
    async () => (await projectNow(projectStream(reserve))).planning!.reservedOn !== null,
  );
  expect((await projectNow(projectStream(active))).planning).toMatchObject({ listedYear: 2026 });
  expect(await verifyStream(system.database.manager, plan)).toMatchObject({ ok: true });
}, 60_000);

it('changes by sign-offs alone; one that rests on an entry as it was is refused at its last signature', async () => {
  const { refused } = await give('addEntry', { entry: candidate(), reason: 'text:r#sm3:0' }, '2026-04-01');
  expect(refused?.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['P-WHO']));

  const reason = 'text:reason#sm3:0';
  await approved({ type: 'addEntry', data: { entry: candidate(), reason } });
  const removing = await beforeTheLast({ type: 'removeEntry', data: { entryId: 'e3', reason } });
  await approved({ type: 'pauseEntry', data: { entryId: 'e3', reason } });
  const last = await system.streams.execute(await matters.deciding(removing, leaderOf('yq-gov')), 20_000);
  expect(last?.refused).toMatchObject([{ rule: 'P-STALE' }]);
  expect(await planNow()).toMatchObject({ version: 3, entries: [{}, {}, { id: 'e3', paused: true, removed: false }] });

  // The run of a plan ends with its approval: what changes the list afterwards wakes none.
  const approval = (await matters.eventsOf(plan)).find(({ type }) => type === 'PlanApproved')!;
  const woken = await system.database.query<{ id: string }[]>(
    `select id from log.outbox where kind = 'poke' and stream_id = $1`,
    [plan],
  );
  const versions = woken.map(({ id }) => Number(/@(\d+)#/.exec(id)![1]));
  expect(versions.length).toBeGreaterThan(0);
  expect(Math.max(...versions)).toBeLessThanOrEqual(approval.version + 1);
}, 60_000);
