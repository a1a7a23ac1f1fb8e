import { systemActor } from '../libs/domain/actor';
import type { Command } from '../libs/domain/command';
import type { Project } from '../libs/domain/project';
import { projectStream } from '../libs/domain/stream';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { proposal } from './support/proposal';
import { testRecord, type TestRecord } from './support/system';

/** What follows from a past act reaches its stream later than the next past act does: it must not be lost. */
describe('an effect of what was entered from papers', () => {
  let record: TestRecord;
  beforeAll(async () => {
    record = await testRecord();
    await foundDistrict(record.recorder);
  });
  afterAll(() => record.stop());

  const owner = actorOf('liangjia-coop');
  const entered = (at: string): Partial<Command> => ({ at, backfilled: true });
  const feasible = {
    qualityHolds: true,
    safetyHolds: true,
    scheduleHolds: true,
    postsNearHome: true,
    statement: '当地劳动力可以胜任',
  };
  const noted = { segmentId: 's1', period: '2026-03' };

  async function enteredProject(id: string) {
    const stream = projectStream(id);
    const acts = [
      commandOf(stream, 'proposeProject', proposal(), owner, entered('2026-03-01T01:00:00.000Z')),
      commandOf(stream, 'stateFeasibility', feasible, owner, entered('2026-03-09T01:00:00.000Z')),
    ];
    for (const act of acts) expect((await record.recorder.recordCommand(act)).refused).toBeUndefined();
    return stream;
  }
  const last = async (stream: ReturnType<typeof projectStream>) =>
    (await record.log.read(record.database.manager, stream)).at(-1)!;

  it('stands at the instant the stream has come to', async () => {
    const stream = await enteredProject('past-effect');
    const effect = commandOf(stream, 'noteWagePeriodOpened', noted, systemActor, entered('2026-03-05T01:00:00.000Z'));
    expect((await record.recorder.recordCommand(effect)).refused).toBeUndefined();
    expect(await last(stream)).toMatchObject({
      type: 'WagePeriodNoted',
      occurredAt: '2026-03-09T01:00:00.000Z',
      backfilled: true,
    });
  });

  it('is live where the record has gone live meanwhile', async () => {
    const stream = await enteredProject('past-effect-live');
    const live = commandOf(stream, 'reserveProject', {}, actorOf('yq-gov', 'leader-in-charge'), {
      readRevision: 3,
    });
    expect((await record.recorder.recordCommand(live)).refused).toBeUndefined();
    const effect = commandOf(stream, 'noteWagePeriodOpened', noted, systemActor, entered('2026-03-05T01:00:00.000Z'));
    expect((await record.recorder.recordCommand(effect)).refused).toBeUndefined();
    expect(await last(stream)).toMatchObject({ type: 'WagePeriodNoted', backfilled: false });
    const { subject } = await record.log.state(record.database.manager, stream);
    expect((subject as Project).segments[0]!.wages.periods).toHaveLength(1);
  });

  it('a record keeper who turns the order round is refused as ever', async () => {
    const stream = await enteredProject('past-order');
    const early = commandOf(stream, 'reserveProject', {}, actorOf('yq-gov', 'leader-in-charge'), {
      ...entered('2026-03-05T01:00:00.000Z'),
      readRevision: 3,
    });
    const { refused } = await record.recorder.recordCommand(early);
    expect(refused?.map(({ rule }) => rule)).toEqual(['P-TIME']);
  });
});
