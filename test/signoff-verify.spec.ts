import type { Command } from '#domain/command';
import type { DraftOf } from '#domain/event';
import type { SignoffEvents } from '#domain/signoff/events';
import { systemActor } from '#domain/actor';
import type { StreamId } from '#domain/stream';
import { Committer } from '#event-log/committer';
import { verifyStream } from '#event-log/verify';
import { commandOf, foundDistrict } from './support/district';
import { bothLeads, leaderOf, Matters } from './support/matters';
import { testRecord, type TestRecord } from './support/system';

let record: TestRecord;
let matters: Matters;
beforeAll(async () => {
  record = await testRecord();
  await foundDistrict(record.recorder);
  matters = new Matters(record, (command) => record.recorder.recordCommand(command));
}, 60_000);
afterAll(() => record?.stop());

const gov = leaderOf('yq-gov');
const verified = (stream: StreamId) => verifyStream(record.database.manager, stream);

/** Written past the decider, as a fault in it would: chain, head and cached fold are right. */
async function slipIn(stream: StreamId, drafts: readonly DraftOf<SignoffEvents>[], by = systemActor): Promise<number> {
  const command: Command = commandOf(stream, 'urgeMatter', {}, by);
  return new Committer(record.database, record.log).commit({
    commandId: command.id,
    streams: [stream],
    references: [],
    conclude: async (_, heads) => {
      const head = heads.get(stream)!;
      const drafted = record.log.draft(head, command, drafts);
      const { state, headHash } = drafted;
      const outcome = {
        revision: state.version,
        stage: null,
        nextDueAt: null,
        headHash,
        recordedAt: head.recordedAt,
        ended: false,
      };
      return { result: state.version, appends: [{ head, command, drafted, outcome, letters: [] }], writes: [] };
    },
  });
}

const voted = (seat: string): DraftOf<SignoffEvents> => ({
  type: 'Decided',
  data: { seat, decision: 'agree', opinion: null, documentVersion: 1 },
});

it('finds nothing in a matter that was returned, walked again and agreed, nor in its subject', async () => {
  const project = await matters.proposed();
  const matter = await matters.sent(project);
  await matters.agreed(matter, leaderOf('yq-drc'));
  await matters.returned(matter, leaderOf('yq-ara'), 'again');
  await matters.did(await matters.submitting(matter));
  for (const body of bothLeads) await matters.agreed(matter, leaderOf(body));
  await matters.agreed(matter, gov);
  for (const stream of [matter, project]) {
    expect((await verified(stream)).steps.filter(({ ok }) => !ok)).toEqual([]);
  }
});

it.each<[string, DraftOf<SignoffEvents>[], string]>([
  ['a vote counted twice', [voted('leads#1.0'), voted('leads#1.0')], 'leads#1：同一席位有两票有效'],
  ['a vote after which the seat still owes one', [voted('leads#1.0')], 'leads#1.0：不该办而有待办'],
  [
    'a step opened before its turn',
    [{ type: 'StepOpened', data: { visit: 'decide#1', step: 'decide' } }],
    'decide#1：没有轮到的环节开启着',
  ],
  [
    'a matter ended with a seat that owes an act',
    [{ type: 'MatterEnded', data: { as: 'refused' } }],
    'leads#1.0：不该办而有待办',
  ],
])('names %s, with its place', async (_, drafts, detail) => {
  const matter = await matters.sent(await matters.proposed());
  const version = await slipIn(matter, drafts);
  expect(await verified(matter)).toMatchObject({ ok: false, fault: { version, kind: 'invariants', detail } });
});

it('names a duty that ended without having been open', async () => {
  const project = await matters.proposed();
  const ended = [{ key: 'planning/nobody', at: new Date().toISOString() }];
  const change = { type: 'DutiesChanged', data: { opened: [], ended, moved: [], basis: '' } } as never;
  const version = await slipIn(project, [change]);
  expect(await verified(project)).toMatchObject({
    ok: false,
    fault: { version, kind: 'invariants', detail: '待办 planning/nobody 并未开启，却办结' },
  });
});

it('names a matter that was agreed without its subject moving', async () => {
  const project = await matters.proposed();
  const matter = await matters.sent(project);
  for (const body of bothLeads) await matters.agreed(matter, leaderOf(body));
  const { version } = await matters.stateOf(matter);
  await slipIn(matter, [
    voted('decide#1.0'),
    { type: 'StepPassed', data: { visit: 'decide#1' } },
    { type: 'MatterEnded', data: { as: 'agreed' } },
    {
      type: 'DutiesChanged',
      data: { opened: [], ended: [{ key: 'decide#1.0', at: new Date().toISOString() }], moved: [], basis: '' },
    } as never,
  ]);
  expect(await verified(matter)).toMatchObject({
    ok: false,
    fault: { version: version + 3, kind: 'joined', detail: `已同意办结，${project} 却没有 suspendProject 的记录` },
  });
});

it('names what rests on a sign-off that never was', async () => {
  const project = await matters.proposed();
  const { version } = await matters.stateOf(project);
  const suspended = commandOf(project, 'suspendProject', { reason: 'text:1#sm3:0', until: null }, gov, {
    readRevision: (await matters.stateOf(project)).substantive,
    basis: { signoff: 'signoff/nowhere', headHash: 'sm3:0' },
  });
  const { refused } = await record.recorder.recordCommand(suspended);
  expect(refused).toBeUndefined();
  expect(await verified(project)).toMatchObject({ ok: false, fault: { version: version + 1, kind: 'joined' } });
});
