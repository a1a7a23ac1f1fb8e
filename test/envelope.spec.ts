import { randomUUID } from 'node:crypto';
import { emptyState, evolve } from '#domain/decider';
import type { StreamState } from '#domain/state';
import { projectStream } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import { verifyStream } from '#event-log/verify';
import { actorOf, commandOf, foundDistrict } from './support/district';
import { proposal } from './support/proposal';
import { testSystem, type TestSystem } from './support/system';

let system: TestSystem;
beforeAll(async () => {
  system = await testSystem();
  await foundDistrict(system.recorder);
}, 60_000);
afterAll(() => system?.stop());

const drc = actorOf('yq-drc');
const gov = actorOf('yq-gov');
const someProject = () => projectStream(randomUUID());
const proposed = async () => {
  const stream = someProject();
  await system.recorder.recordCommand(commandOf(stream, 'proposeProject', proposal(), drc));
  return stream;
};

describe('the write path', () => {
  it('records a proposal with its duties in one chain', async () => {
    const stream = someProject();
    const outcome = await system.recorder.recordCommand(commandOf(stream, 'proposeProject', proposal(), drc));
    expect(outcome.refused).toBeUndefined();
    const events = await system.log.read(system.database.manager, stream);
    expect(events.map(({ type }) => type)).toEqual(['ProjectProposed', 'DutiesChanged']);
    expect(await verifyStream(system.database.manager, stream)).toMatchObject({ ok: true, checked: 2 });
  });

  it('answers the same key and request with the same outcome, and records once', async () => {
    const command = commandOf(someProject(), 'proposeProject', proposal(), drc);
    const first = await system.recorder.recordCommand(command);
    const again = await system.recorder.recordCommand({ ...command, at: new Date(Date.now() + 60_000).toISOString() });
    expect(again).toEqual(first);
    expect(await system.log.read(system.database.manager, command.stream)).toHaveLength(2);
  });

  it('refuses the same key for another request', async () => {
    const command = commandOf(someProject(), 'proposeProject', proposal(), drc);
    await system.recorder.recordCommand(command);
    const other = await system.recorder.recordCommand({ ...command, data: proposal({ name: '另一个项目' }) });
    expect(other.refused?.map(({ rule }) => rule)).toEqual(['P-ONCE']);
  });

  it('lets two tries of one command at once record it once', async () => {
    const command = commandOf(someProject(), 'proposeProject', proposal(), drc);
    const [one, two] = await Promise.all([
      system.recorder.recordCommand(command),
      system.recorder.recordCommand(command),
    ]);
    expect(one).toEqual(two);
    expect(await system.log.read(system.database.manager, command.stream)).toHaveLength(2);
  });

  it('keeps a refusal apart from the stream, with every broken rule, and answers it again', async () => {
    const stream = await proposed();
    const command = commandOf(stream, 'listProject', { year: 2026, listVersion: '1' }, gov, { readRevision: 1 });
    const refused = await system.recorder.recordCommand(command);
    expect(refused.refused?.map(({ rule }) => rule)).toContain('R-PRIN-03');
    expect(await system.recorder.recordCommand(command)).toEqual(refused);
    expect(await system.log.read(system.database.manager, stream)).toHaveLength(2);
    const kept = await system.database.query('select type from log.refusal where stream_id = $1', [stream]);
    expect(kept).toEqual([{ type: 'listProject' }]);
  });

  it('refuses who holds no post that day', async () => {
    const stranger = { ...drc, person: 'person-unknown' };
    const { refused } = await system.recorder.recordCommand(
      commandOf(someProject(), 'proposeProject', proposal(), stranger),
    );
    expect(refused?.map(({ rule }) => rule)).toEqual(['P-WHO']);
  });

  it('judges a decision that rests on an older revision as stale', async () => {
    const stream = await proposed();
    const revise = commandOf(stream, 'reviseProposal', { ...proposal({ name: '改名' }), reason: 'text:1#sm3:0' }, drc, {
      readRevision: 1,
    });
    expect((await system.recorder.recordCommand(revise)).refused).toBeUndefined();
    const late = commandOf(stream, 'reserveProject', {}, drc, { readRevision: 1 });
    expect((await system.recorder.recordCommand(late)).refused?.map(({ rule }) => rule)).toEqual(['P-STALE']);
  });

  it('reads the same fold after each of many decisions, whatever of it is cached', async () => {
    const stream = await proposed();
    const { manager } = system.database;
    const freshLog = () => new EventLog('sm3');
    for (let time = 1; time <= 20; time += 1) {
      const revised = { ...proposal({ name: `第 ${time} 次改名` }), reason: 'text:1#sm3:0' };
      const readRevision = (await freshLog().state(manager, stream)).substantive;
      const command = commandOf(stream, 'reviseProposal', revised, drc, { readRevision });
      const { refused } = await system.recorder.recordCommand(command);
      expect(refused).toBeUndefined();
      const folded = (await system.log.read(manager, stream)).reduce<StreamState>(evolve, emptyState(stream));
      expect(await freshLog().state(manager, stream)).toEqual(folded);
    }
    const [cached] = await system.database.query('select version from log.stream_state where stream_id = $1', [stream]);
    const { version } = await freshLog().state(manager, stream);
    expect(Number(cached.version)).toBeGreaterThan(0);
    expect(Number(cached.version)).toBeLessThan(version);
    expect(await verifyStream(manager, stream)).toMatchObject({ ok: true, checked: version });
  });

  it('makes nothing of a fold by another version of the domain', async () => {
    const stream = await proposed();
    const { manager } = system.database;
    const folded = await new EventLog('sm3').state(manager, stream);
    await system.database.query(
      "insert into log.stream_state (stream_id, version, domain_version, state) values ($1, 1, 'another', '{}')",
      [stream],
    );
    expect(await new EventLog('sm3').state(manager, stream)).toEqual(folded);
  });

  it('lets nobody change or drop what is recorded', async () => {
    const stream = await proposed();
    const changes = [
      [`update log.event set body = '' where stream_id = $1`, [stream]],
      ['delete from log.event where stream_id = $1', [stream]],
      ['truncate log.event cascade', []],
    ] as const;
    for (const [sql, parameters] of changes) {
      await expect(system.database.query(sql, [...parameters])).rejects.toThrow(/append-only/);
    }
  });
});

describe('verification', () => {
  const tampered = async (sql: string): Promise<{ version: number; kind: string } | null> => {
    const stream = await proposed();
    await system.database.transaction(async (tx) => {
      await tx.query('alter table log.event disable trigger user');
      await tx.query(sql.replaceAll('$stream', `'${stream}'`));
      await tx.query('alter table log.event enable trigger user');
    });
    return (await verifyStream(system.database.manager, stream)).fault;
  };

  it.each([
    [
      'a changed body',
      `update log.event set body = replace(body, '演示', '改动') where stream_id = $stream and version = 1`,
      1,
      'chain',
    ],
    [
      'a changed column',
      `update log.event set type = 'ProposalRevised' where stream_id = $stream and version = 1`,
      1,
      'columns',
    ],
    ['a dropped first event', 'delete from log.event where stream_id = $stream and version = 1', 1, 'sequence'],
    ['a dropped last event', 'delete from log.event where stream_id = $stream and version = 2', 2, 'head'],
    ['a head taken away', 'delete from log.stream_head where stream_id = $stream', 1, 'head'],
    [
      'a back-dated event',
      `update log.event set occurred_at = '2020-01-01' where stream_id = $stream and version = 2`,
      2,
      'columns',
    ],
  ])('finds and locates %s', async (_, sql, version, kind) => {
    expect(await tampered(sql)).toMatchObject({ version, kind });
  });
});
