import { randomUUID } from 'node:crypto';
import { FactReaders } from '#activities/record/facts/fact-readers';
import { Recorder } from '#activities/record/recorder';
import { systemActor } from '#domain/actor';
import { emptyState, evolve } from '#domain/decider';
import type { StreamState } from '#domain/state';
import { organizationStream, projectStream, type StreamId } from '#domain/stream';
import { claiming } from '#event-log/claims';
import { Committer } from '#event-log/committer';
import { EventLog } from '#event-log/event-log';
import { verifyStream } from '#event-log/verify';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { proposal } from './support/proposal';
import { testRecord, type TestRecord } from './support/system';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
  await foundDistrict(record.recorder);
}, 60_000);
afterAll(() => record?.stop());

const drc = actorOf('yq-drc');
const someProject = () => projectStream(randomUUID());
const proposing = (stream: StreamId) => commandOf(stream, 'proposeProject', proposal(), drc);
const revising = (stream: StreamId, name: string) =>
  commandOf(stream, 'reviseProposal', { ...proposal({ name }), reason: 'text:1#sm3:0' }, drc, { readRevision: 1 });
const transactionsOf = async (streams: readonly StreamId[]): Promise<number> => {
  const [row] = await record.database.query<{ count: number }[]>(
    'select count(distinct xid)::int as count from log.event where stream_id = any($1)',
    [streams],
  );
  return row!.count;
};

it('commits what comes at once on different streams in one transaction, each with its own answer', async () => {
  const streams = Array.from({ length: 8 }, someProject);
  const outcomes = await Promise.all(streams.map((stream) => record.recorder.recordCommand(proposing(stream))));
  expect(outcomes.map(({ revision, refused }) => [revision, refused])).toEqual(streams.map(() => [2, undefined]));
  expect(await transactionsOf(streams)).toBe(1);
  for (const stream of streams) expect(await verifyStream(record.database.manager, stream)).toMatchObject({ ok: true });
});

it('records a refusal among decisions without touching them', async () => {
  const [one, other] = [someProject(), someProject()];
  const [decided, refused] = await Promise.all([
    record.recorder.recordCommand(proposing(one)),
    record.recorder.recordCommand({ ...proposing(other), actor: { ...drc, person: 'person-unknown' } }),
  ]);
  expect(decided.refused).toBeUndefined();
  expect(refused.refused?.map(({ rule }) => rule)).toEqual(['P-WHO']);
});

it('takes what comes at once on one stream in its order', async () => {
  const stream = someProject();
  await record.recorder.recordCommand(proposing(stream));
  const outcomes = await Promise.all(
    ['一', '二', '三'].map((name) => record.recorder.recordCommand(revising(stream, name))),
  );
  expect(outcomes.map(({ refused }) => refused?.[0]?.rule)).toEqual([undefined, 'P-STALE', 'P-STALE']);
});

it("lets a fault of one be nobody else's", async () => {
  const committer = new Committer(record.database, record.log);
  const claim = (key: string) => {
    const stream = someProject();
    return committer.commit({
      commandId: randomUUID(),
      streams: [stream],
      references: [],
      conclude: async () => ({
        result: key,
        appends: [],
        writes: claiming(stream, 1, [{ kind: 'projectCode', key, holder: stream }], []),
      }),
    });
  };
  const [taken, twice, free] = await Promise.allSettled([claim('one'), claim('one'), claim('other')]);
  expect([taken.status, free.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(twice).toMatchObject({ status: 'rejected', reason: { code: '23505' } });
});

it('judges by what is recorded after a decision was undone', async () => {
  const stream = someProject();
  await record.recorder.recordCommand(proposing(stream));
  const command = revising(stream, '未成');
  const undone = new Committer(record.database, record.log).commit({
    commandId: command.id,
    streams: [stream],
    references: [],
    conclude: async (_, heads) => {
      record.log.draft(heads.get(stream)!, command, [{ type: 'ProposalRevised', data: command.data as never }]);
      throw new Error('undone');
    },
  });
  await expect(undone).rejects.toThrow('undone');
  const outcome = await record.recorder.recordCommand(revising(stream, '改成'));
  expect(outcome).toMatchObject({ revision: 3 });
  expect(await verifyStream(record.database.manager, stream)).toMatchObject({ ok: true, checked: 3 });
});

const anotherProcess = () => {
  const log = new EventLog('sm3');
  return new Recorder(record.database, log, new FactReaders(log, record.vault));
};

it('judges by what it remembers without asking for it again', async () => {
  const stream = someProject();
  await record.recorder.recordCommand(proposing(stream));
  const opening = jest.spyOn(record.log, 'opening');
  const command = revising(stream, '记得');
  const decided = await record.recorder.recordCommand(command);
  expect(opening).not.toHaveBeenCalled();
  expect(decided.revision).toBeGreaterThan(2);
  // A resend finds its receipt where it is confirmed, and is then answered from it.
  expect(await record.recorder.recordCommand(command)).toEqual(decided);
  expect(opening).toHaveBeenCalledTimes(1);
  opening.mockRestore();
  expect(await verifyStream(record.database.manager, stream)).toMatchObject({ ok: true });
});

it('sees what another process recorded meanwhile', async () => {
  const elsewhere = anotherProcess();
  const stream = someProject();
  await record.recorder.recordCommand(proposing(stream));
  await elsewhere.recordCommand(revising(stream, '彼处'));
  const stale = await record.recorder.recordCommand(revising(stream, '此处'));
  expect(stale.refused?.map(({ rule }) => rule)).toEqual(['P-STALE']);
  const [here, there] = await Promise.all([
    record.recorder.recordCommand({ ...revising(stream, '甲'), readRevision: 3 }),
    elsewhere.recordCommand({ ...revising(stream, '乙'), readRevision: 3 }),
  ]);
  expect([here, there].filter(({ refused }) => refused === undefined)).toHaveLength(1);
});

it('folds on from what it remembers, however much was recorded elsewhere', async () => {
  const [stream, elsewhere] = [someProject(), anotherProcess()];
  let { revision } = await elsewhere.recordCommand(proposing(stream));
  for (const times of [1, 2, 20, 1]) {
    for (let round = 0; round < times; round += 1) {
      const draft = { ...revising(stream, `第${revision}稿`), readRevision: revision };
      ({ revision } = await elsewhere.recordCommand(draft));
    }
    const events = await record.log.read(record.database.manager, stream);
    const state = await record.log.state(record.database.manager, stream);
    expect(state).toEqual(events.reduce<StreamState>(evolve, emptyState(stream)));
  }
});

it('does not rest on an organization that was changed elsewhere since it was remembered', async () => {
  const stream = someProject();
  await record.recorder.recordCommand(proposing(stream));
  const successor = { ...drc, person: 'person-successor' };
  const bySuccessor = () => ({ ...revising(stream, '接任'), actor: successor });
  const early = await record.recorder.recordCommand(bySuccessor());
  expect(early.refused?.map(({ rule }) => rule)).toEqual(['P-WHO']);
  const appointed = commandOf(
    organizationStream(drc.body),
    'appointHolder',
    { postId: drc.post, person: successor.person, from: '2023-01-01', to: null },
    systemActor,
  );
  expect((await anotherProcess().recordCommand(appointed)).refused).toBeUndefined();
  expect((await record.recorder.recordCommand(bySuccessor())).refused).toBeUndefined();
});
