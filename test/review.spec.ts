import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import { lifecycleQueue, snapshot, workflowTypes, type Snapshot } from '#contracts/temporal/messages';
import type { ReviewRun } from '#contracts/temporal/review';
import { addDays, addWorkingDays, beijingInstant, civilDateOf, libraryCalendar } from '#domain/calendar';
import type { AnyFacts } from '#domain/facts';
import { officeHours, endOfOfficeDay } from '#domain/office-hours';
import { keyOf, organizationStream, projectStream, rulebookStream, type StreamId } from '#domain/stream';
import { systemActor, type Actor } from '#domain/actor';
import type { Command } from '#domain/command';
import { verifyStream } from '#event-log/verify';
import { FactReaders } from '../activities/record/facts/fact-readers';
import { Recorder } from '../activities/record/recorder';
import { examine } from '../apps/cli/doctor';
import type { RunningWorker } from '../apps/worker/host';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { untilRecorded } from './support/changes';
import { drc, leaderOf, Matters } from './support/matters';
import { proposal } from './support/proposal';
import { reviewed } from './support/reviews';
import { testSystem, type TestSystem } from './support/system';

const beijing = rulebookStream('beijing');
const own = rulebookStream('110119');
const administrator = actorOf('platform', 'administrator');

let system: TestSystem;
let worker: RunningWorker;
beforeAll(async () => {
  system = await testSystem();
  await foundDistrict(system.recorder);
  await found('platform', 'platform', '110000', 'administrator', 'systemAdministrator');
  await found('my-drc', 'developmentReform', '110118', 'handler', 'handler');
  worker = await system.startWorker();
}, 120_000);
afterAll(() => system?.stop(), 60_000);

const did = async (command: Command): Promise<number> => {
  const { refused, revision } = await system.recorder.recordCommand(command);
  if (refused) throw new Error(`${command.type}: ${JSON.stringify(refused)}`);
  return revision;
};
type Registering = Parameters<typeof commandOf<'registerBody'>>[2];
type Posting = Parameters<typeof commandOf<'createPost'>>[2];

async function found(
  body: string,
  kind: Registering['kind'],
  district: string,
  postId: string,
  post: Posting['kind'],
): Promise<void> {
  const stream = organizationStream(body);
  const registered = { kind, name: body, district, seriesCode: null, registration: null };
  await did(commandOf(stream, 'registerBody', registered, systemActor));
  await did(commandOf(stream, 'createPost', { postId, name: postId, kind: post }, systemActor));
  const held = { postId, person: `person-${body}-${postId}`, from: '2023-01-01', to: null };
  await did(commandOf(stream, 'appointHolder', held, systemActor));
}

const proposed = async (stream = projectStream(randomUUID())): Promise<StreamId> => {
  await did(commandOf(stream, 'proposeProject', proposal(), drc));
  return stream;
};
/** @returns the id of the review it causes */
async function set(
  limitDays: number,
  { rulebook = own, by = drc, from = '2026-01-01' }: { rulebook?: StreamId; by?: Actor; from?: string } = {},
): Promise<string> {
  const value = {
    key: 'step.limit.default',
    value: limitDays,
    from,
    to: null,
    source: '延庆区政府办限时办结规定',
  } as const;
  const version = await did(commandOf(rulebook, 'setParameter', value, by));
  const today = civilDateOf(new Date().toISOString());
  return `${rulebook}@${version}#review/${from < today ? today : from}`;
}
const dutyOf = async (stream: StreamId) => (await system.log.state(system.database.manager, stream)).duties[0]!;
const dueIn = (since: string, days: number): string =>
  endOfOfficeDay(officeHours({}), addWorkingDays(libraryCalendar, civilDateOf(since), days).on);
const eventsBy = async (cause: string, stream: StreamId) =>
  (await system.log.read(system.database.manager, stream)).filter(
    ({ commandId }) => commandId === `${cause}:${stream}`,
  );

it('moves the limit of an open duty by a parameter of its district, and its timer with it, with no further act', async () => {
  const project = await proposed();
  const { since, dueAt } = await dutyOf(project);
  expect(dueAt).toBe(dueIn(since, 5));
  const cause = await set(12);
  await untilRecorded(system.database, async () => (await dutyOf(project)).dueAt === dueIn(since, 12));

  expect(await eventsBy(cause, project)).toMatchObject([
    {
      type: 'DutiesChanged',
      actor: systemActor,
      data: { opened: [], ended: [], moved: [{ dueAt: dueIn(since, 12) }] },
    },
  ]);
  const standing = () => system.temporal.workflow.getHandle(project).query<Snapshot>(snapshot);
  while ((await standing()).nextDueAt !== dueIn(since, 12));
  expect(await verifyStream(system.database.manager, project)).toMatchObject({ ok: true });
}, 60_000);

it('leaves no trace where nothing moves, and looks at no other district', async () => {
  const project = await proposed();
  const again = await set(12);
  const { done, total } = await reviewed(system, again);
  expect(done).toBe(total);
  expect(done).toBeGreaterThan(0);
  const receipts = await system.database.query('select from log.receipt where command_id = $1', [
    `${again}:${project}`,
  ]);
  expect(receipts).toEqual([]);
  const elsewhere = await set(3, { rulebook: rulebookStream('110118'), by: actorOf('my-drc') });
  expect(await reviewed(system, elsewhere)).toEqual({ done: 0, total: 0 });
  expect((await dutyOf(project)).dueAt).toBe(dueIn((await dutyOf(project)).since, 12));
}, 60_000);

it('gives a limit in a year not yet known its day when the calendar of the year is loaded', async () => {
  await reviewed(system, await set(40));
  const project = await proposed();
  const { since, provisional } = await dutyOf(project);
  expect(provisional).toBe(true);
  const holidays = ['2027-01-01', '2027-01-04'];
  const year = { year: 2027, holidays, statutory: ['2027-01-01'], workdays: [], names: {}, source: '国办发明电' };
  await did(commandOf(beijing, 'loadCalendarYear', year, administrator));
  await untilRecorded(system.database, async () => !(await dutyOf(project)).provisional);
  expect((await dutyOf(project)).dueAt).toBe(dueIn(since, 42));
}, 60_000);

it('waits with what comes into force later until that day begins in Beijing', async () => {
  const later = await set(7, { from: '2027-03-01' });
  const waiting = await system.database.query(
    `select id, next_try_at, attempts, delivered_at from log.outbox where kind = 'review' and stream_id = $1 and delivered_at is null and attempts = 0`,
    [own],
  );
  expect(waiting).toEqual([
    { id: later, next_try_at: new Date(beijingInstant('2027-03-01', '00:00')), attempts: 0, delivered_at: null },
  ]);
});

it('finds also what an act recorded by the old rules while the new ones were being set', async () => {
  const project = projectStream(randomUUID());
  const other = system.database.createQueryRunner();
  await other.startTransaction();
  const [{ pid }] = await other.query('select pg_backend_pid() as pid');
  // The letter that the act will write: it waits for whoever writes the same.
  await other.query(`insert into log.outbox (id, kind, stream_id) values ($1, 'poke', $2)`, [
    `${project}@2#poke`,
    project,
  ]);
  const proposing = proposed(project);
  const heldUp = () =>
    system.database.query<object[]>('select from pg_stat_activity where $1 = any(pg_blocking_pids(pid))', [pid]);
  while ((await heldUp()).length === 0);
  const cause = await set(9);
  while (!(await isUnderWay(cause)));
  const findings = await examine(system.database, system.temporal);
  await other.rollbackTransaction();
  await other.release();
  expect(findings.find(({ what }) => what === '期限重新计算')!.detail).toContain(`${cause} 即将开始`);
  await proposing;
  await reviewed(system, cause);
  const { since, dueAt } = await dutyOf(project);
  expect(dueAt).toBe(dueIn(since, 9));
  expect(await eventsBy(cause, project)).toHaveLength(1);
}, 60_000);

it('run again, as by an engine that has forgotten it, moves nothing twice', async () => {
  const project = await proposed();
  const cause = await set(10);
  await reviewed(system, cause);
  await system.temporal.workflow.execute(workflowTypes.review, {
    workflowId: cause,
    taskQueue: lifecycleQueue,
    args: [{ cause, rulebook: own }],
  });
  expect(await eventsBy(cause, project)).toHaveLength(1);
}, 60_000);

it('goes through a list of more than a page, and a run that follows goes on where the last came to', async () => {
  const projects = await Promise.all(Array.from({ length: 60 }, () => proposed()));
  const cause = await set(11);
  const { done, total } = await reviewed(system, cause);
  expect(done).toBe(total);
  for (const project of projects) expect(await eventsBy(cause, project)).toHaveLength(1);

  const last = projects.toSorted().at(-1)!;
  const further: ReviewRun = {
    cause: `${cause}/further`,
    rulebook: own,
    reached: { after: last, done: 60, total: 70 },
  };
  const rest = await system.temporal.workflow.execute(workflowTypes.review, {
    workflowId: further.cause,
    taskQueue: lifecycleQueue,
    args: [further],
  });
  const beyond = await system.database.query<object[]>(
    'select distinct stream_id from read.duty where stream_id > $1',
    [last],
  );
  expect(rest).toEqual({ done: 60 + beyond.length, total: 70 });
}, 60_000);

it('has nothing to move where the holder of a post changes: the seat is the post’s, and whoever holds it now decides', async () => {
  const matters = new Matters(system, (command) => system.recorder.recordCommand(command));
  const matter = await matters.sent(await proposed());
  const { duties } = await matters.stateOf(matter);
  const stream = organizationStream('yq-ara');
  const before = leaderOf('yq-ara');
  const after = { ...before, person: 'person-new-leader' };
  const today = civilDateOf(new Date().toISOString());
  const [postId, lastDay] = [before.post, addDays(today, -1)];
  await did(commandOf(stream, 'appointHolder', { postId, person: after.person, from: today, to: null }, systemActor));
  await did(commandOf(stream, 'endAppointment', { postId, person: before.person, lastDay }, administrator));

  expect((await matters.stateOf(matter)).duties).toEqual(duties);
  const refused = await system.recorder.recordCommand(await matters.deciding(matter, before));
  expect(refused.refused?.map(({ rule }) => rule)).toEqual(['P-WHO']);
  await matters.agreed(matter, after);
  expect(await matters.typesOf(matter)).toContain('Decided');
}, 60_000);

it('counts a pay period by its project’s district before it is opened, whoever brings something to it', async () => {
  const project = await proposed();
  const { since, dueAt } = await dutyOf(project);
  const stream: StreamId = `wages/${keyOf(project)}/s1/2026-11`;
  const opening = commandOf(stream, 'openPeriod', {}, systemActor);
  const state = await system.log.state(system.database.manager, stream);
  const { parameters, basis } = await new FactReaders(system.log, system.vault).read(
    system.database.manager,
    state,
    opening,
  );
  expect(basis).toContain(own);
  expect(dueIn(since, parameters['step.limit.default']!)).toBe(dueAt);
});

it('looks at all once where a release of the program counts otherwise than the one before', async () => {
  const { since, dueAt } = await dutyOf(await proposed());
  const project = projectStream(randomUUID());
  const former = new Recorder(system.database, system.log, new FormerRules(system.log, system.vault));
  await former.recordCommand(commandOf(project, 'proposeProject', proposal(), drc));
  expect((await dutyOf(project)).dueAt).toBe(dueIn(since, 2));
  await worker.stop();
  await system.startWorker();
  await untilRecorded(system.database, async () => (await dutyOf(project)).dueAt === dueAt);
}, 60_000);

/** As a release counted that gave two days. */
class FormerRules extends FactReaders {
  override async readNamed(...asked: Parameters<FactReaders['readNamed']>): Promise<AnyFacts> {
    const facts = await super.readNamed(...asked);
    return { ...facts, parameters: { ...facts.parameters, 'step.limit.default': 2 } };
  }
}

/** Whether a review has begun, and waits for those who were before it. */
async function isUnderWay(cause: string): Promise<boolean> {
  try {
    const { raw } = await system.temporal.workflow.getHandle(cause).describe();
    return (raw.pendingActivities ?? []).some(({ activityType }) => activityType?.name === 'beginReview');
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
