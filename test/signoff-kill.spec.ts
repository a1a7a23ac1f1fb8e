import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { changesChannel } from '#activities/record/outbox';
import type { MatterPage } from '#contracts/http/reads';
import { snapshot, type Snapshot } from '#contracts/temporal/messages';
import { projectStream, type StreamId } from '#domain/stream';
import { temporalClient } from '#platform/temporal';
import { kill, type Target } from '../apps/standalone/drill-kill/targets';
import { readSettings } from '../apps/standalone/home';
import { databaseUrls } from '../apps/standalone/postgres';
import type { HttpClient } from '../apps/standalone/trial/http-client';
import { Ledger } from '../apps/standalone/trial/ledger';
import { sentMatter } from '../apps/standalone/trial/matters';
import { done, foundTrialDistrict, trialRulebook } from '../apps/standalone/trial/trial-district';
import { startTrialSystem, type TrialSystem } from '../apps/standalone/trial/trial-system';

/** Where a last signature is held up while a part is killed: by a lock that its next statement waits for. */
const points = {
  'while its opinion is being sealed': { hold: () => 'lock table vault.text in exclusive mode' },
  'after its opinion is sealed, before it is decided': {
    hold: (project: string) => `select from log.stream_head where stream_id = '${projectStream(project)}' for update`,
  },
  'between its writes and the commit': { hold: () => 'lock table read.project in exclusive mode' },
};
type Point = keyof typeof points;

const cases: [Target, Point][] = [
  ['api', 'while its opinion is being sealed'],
  ['api', 'after its opinion is sealed, before it is decided'],
  ['worker', 'after its opinion is sealed, before it is decided'],
  ['Temporal', 'after its opinion is sealed, before it is decided'],
  ['api', 'between its writes and the commit'],
  ['worker', 'between its writes and the commit'],
  ['Temporal', 'between its writes and the commit'],
  ['PostgreSQL', 'between its writes and the commit'],
];
/** Killed in the moment the end is seen in the log: the answer is still on its way, and so is what goes out. */
const afterwards: Target[] = ['api', 'worker', 'Temporal'];

const oneSignature = {
  kind: 'steering',
  steps: [
    {
      id: 'decide',
      name: '区政府审定',
      mode: { way: 'all' },
      signers: [{ by: 'relation', relation: 'districtGovernment', post: 'leaderInCharge' }],
    },
  ],
  flow: 'decide',
  from: '2026-01-01',
  source: '停电演练',
};

let system: TrialSystem;
let ledger: Ledger;
let owner: Client;
let leader: HttpClient;
let projects: readonly string[];
const matters = new Map<string, string>();
beforeAll(async () => {
  system = await startTrialSystem({ YIGONG_DEATHS_BORNE: '1000' }, hear);
  ledger = await Ledger.open(system.databaseUrl);
  const district = await foundTrialDistrict(system, cases.length + afterwards.length);
  projects = district.projects;
  const keeper = await district.logIn('yq-drc/approver');
  await done(() => keeper.command(`${trialRulebook}/setRoute`, oneSignature, 'route.one'));
  const drafter = await district.logIn('yq-drc/handler');
  for (const project of projects) matters.set(project, await sentMatter(drafter, project));
  leader = await district.logIn('yq-gov/leader');
  for (const client of [district.owner, keeper, drafter]) client.close();
  await connect();
}, 180_000);
afterAll(async () => {
  leader?.close();
  await owner?.end().catch(() => undefined);
  await ledger?.close();
  await system?.stop();
}, 60_000);

async function connect(): Promise<void> {
  const { owner: connectionString } = databaseUrls(
    Number(new URL(system.databaseUrl).port),
    readSettings(system.home)!.secrets,
  );
  owner = new Client({ connectionString });
  owner.on('error', () => undefined); // It is killed with the server.
  await owner.connect();
  await owner.query(`listen ${changesChannel}`);
}

/** Parts that are down, as the supervisor says it. */
const down = new Set<string>();
const supervisor = new EventEmitter();
function hear(line: string): void {
  const [, part, word] = /(\S+) (意外退出|已恢复)/.exec(line) ?? [];
  if (word === '意外退出') down.add(part!);
  if (word === '已恢复') down.delete(part!);
  supervisor.emit('said');
}
async function allUp(): Promise<void> {
  while (down.size > 0) await once(supervisor, 'said');
}

/** The next thing recorded in a stream. */
const recorded = (stream: StreamId): Promise<void> =>
  new Promise((resolve) => {
    owner.on('notification', ({ payload }) => {
      if ((JSON.parse(payload!) as { stream: string }).stream === stream) resolve();
    });
  });
const opinionOn = (project: string) => `同意，${project} 暂停期间工资照发`;

/** The last signature, sent with one key until it is decided, as somebody does whose page lost the connection. */
async function sign(project: string): Promise<void> {
  const path = `/api/signoffs/${matters.get(project)}/commands/giveDecision`;
  const seen = { seat: 'decide#1.0', round: 1, documentVersion: 1 };
  const key = randomUUID();
  for (;;) {
    const answer = await leader
      .command(path, { ...seen, decision: 'agree', opinion: opinionOn(project) }, key)
      .catch(() => undefined);
    if (answer?.status === 200) return;
    if (answer && [400, 403, 404, 409, 422].includes(answer.status)) throw new Error(JSON.stringify(answer.body));
    await allUp();
  }
}

/** Somebody waits for the lock that is held. */
const isHeldUp = async (): Promise<boolean> =>
  (await owner.query('select from pg_locks where not granted limit 1')).rowCount === 1;

const countOf = async (type: string, stream: StreamId): Promise<number> =>
  (await ledger.eventsOf(stream)).filter((event) => event.type === type).length;

/** Ends and effects of a project's matter, seen in one look. */
async function endAndEffect(project: string): Promise<{ ends: number; effects: number }> {
  const { rows } = await owner.query<{ ends: string; effects: string }>(
    `select count(*) filter (where type = 'MatterEnded') as ends, count(*) filter (where type = 'ProjectSuspended') as effects
       from log.event where stream_id = any($1)`,
    [[projectStream(project), `signoff/${matters.get(project)}`]],
  );
  return { ends: Number(rows[0]!.ends), effects: Number(rows[0]!.effects) };
}

/** Killed, and up again with all that fell with it. */
async function struck(target: Target): Promise<void> {
  await allUp();
  down.add(target);
  expect(kill(target, system.pid)).toBe(true);
  await allUp();
}

it.each(cases)(
  'the %s killed %s: signed once, with its effect and its words',
  async (target, point) => {
    const project = projects[cases.findIndex((one) => one[0] === target && one[1] === point)]!;
    await owner.query('begin');
    await owner.query(points[point].hold(project));
    const signed = sign(project);
    while (!(await isHeldUp()));
    await struck(target);
    if (target === 'PostgreSQL') await reconnected();
    else {
      expect(await endAndEffect(project)).toEqual({ ends: 0, effects: 0 });
      await owner.query('commit');
    }
    await signed;
    expect(await endAndEffect(project)).toEqual({ ends: 1, effects: 1 });
  },
  60_000,
);

async function reconnected(): Promise<void> {
  await owner.end().catch(() => undefined);
  await connect();
}

it.each(afterwards)(
  'the %s killed as soon as the end is in the log',
  async (target) => {
    const project = projects[cases.length + afterwards.indexOf(target)]!;
    const told = recorded(`signoff/${matters.get(project)}`);
    const signed = sign(project);
    await told;
    expect(await endAndEffect(project)).toEqual({ ends: 1, effects: 1 });
    await struck(target);
    await signed;
    expect(await endAndEffect(project)).toEqual({ ends: 1, effects: 1 });
  },
  60_000,
);

it('leaves nothing stuck: words to every decision, each project told once, every proof holds', async () => {
  expect(await ledger.settled(60_000)).toEqual([]);
  expect(await ledger.broken()).toEqual([]);
  const temporal = temporalClient(system.temporalAddress, system.temporalNamespace);
  for (const project of projects) {
    const matter: StreamId = `signoff/${matters.get(project)}`;
    expect(await countOf('Decided', matter)).toBe(1);
    const { state, texts } = (await leader.send('GET', `/api/signoffs/${matters.get(project)}`)).body as MatterPage;
    const { opinion } = state.visits.at(-1)!.said[0]!;
    expect(texts[opinion!]).toBe(opinionOn(project));

    const { rows } = await owner.query('select from read.duty where stream_id = $1', [matter]);
    expect(rows).toEqual([]);
    const stream = projectStream(project);
    const standing = await temporal.workflow.getHandle(stream).query<Snapshot>(snapshot);
    expect(standing).toMatchObject({ revision: (await ledger.eventsOf(stream)).length, waiting: 0 });
    await temporal.workflow.getHandle(matter).result();
  }
  await temporal.connection.close();
}, 120_000);
