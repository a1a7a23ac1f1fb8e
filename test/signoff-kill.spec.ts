import type { MatterPage } from '#contracts/http/matters';
import { snapshot, type Snapshot } from '#contracts/temporal/messages';
import { projectStream, type StreamId } from '#domain/stream';
import { temporalClient } from '#platform/temporal';
import type { Target } from '../apps/standalone/drill-kill/targets';
import type { HttpClient } from '../apps/standalone/trial/http-client';
import { sentMatter } from '../apps/standalone/trial/matters';
import { done, foundTrialDistrict, trialRulebook } from '../apps/standalone/trial/trial-district';
import { KillTrial, oneSignature } from './support/kill-trial';

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

let trial: KillTrial;
let leader: HttpClient;
let projects: readonly string[];
const matters = new Map<string, string>();
beforeAll(async () => {
  trial = await KillTrial.start();
  const district = await foundTrialDistrict(trial.system, cases.length + afterwards.length);
  projects = district.projects;
  const keeper = await district.logIn('yq-drc/approver');
  await done(() => keeper.command(`${trialRulebook}/setRoute`, oneSignature('steering'), 'route.one'));
  const drafter = await district.logIn('yq-drc/handler');
  for (const project of projects) matters.set(project, await sentMatter(drafter, project));
  leader = await district.logIn('yq-gov/leader');
  for (const client of [district.owner, keeper, drafter]) client.close();
}, 180_000);
afterAll(async () => {
  leader?.close();
  await trial?.stop();
}, 60_000);

const opinionOn = (project: string) => `同意，${project} 暂停期间工资照发`;

/** The last signature. */
const sign = (project: string): Promise<void> =>
  trial.signed(leader, matters.get(project)!, {
    seat: 'decide#1.0',
    round: 1,
    documentVersion: 1,
    opinion: opinionOn(project),
  });
const endAndEffect = (project: string) =>
  trial.endAndEffect(matters.get(project)!, projectStream(project), 'ProjectSuspended');

it.each(cases)(
  'the %s killed %s: signed once, with its effect and its words',
  async (target, point) => {
    const project = projects[cases.findIndex((one) => one[0] === target && one[1] === point)]!;
    const { owner } = trial;
    await owner.query('begin');
    await owner.query(points[point].hold(project));
    const signed = sign(project);
    await trial.heldUp();
    await trial.struck(target);
    if (target === 'PostgreSQL') await trial.reconnected();
    else {
      expect(await endAndEffect(project)).toEqual({ ends: 0, effects: 0 });
      await owner.query('commit');
    }
    await signed;
    expect(await endAndEffect(project)).toEqual({ ends: 1, effects: 1 });
  },
  60_000,
);

it.each(afterwards)(
  'the %s killed as soon as the end is in the log',
  async (target) => {
    const project = projects[cases.length + afterwards.indexOf(target)]!;
    const told = trial.recorded(`signoff/${matters.get(project)}`);
    const signed = sign(project);
    await told;
    expect(await endAndEffect(project)).toEqual({ ends: 1, effects: 1 });
    await trial.struck(target);
    await signed;
    expect(await endAndEffect(project)).toEqual({ ends: 1, effects: 1 });
  },
  60_000,
);

it('leaves nothing stuck: words to every decision, each project told once, every proof holds', async () => {
  expect(await trial.ledger.settled(60_000)).toEqual([]);
  expect(await trial.ledger.broken()).toEqual([]);
  const temporal = temporalClient(trial.system.temporalAddress, trial.system.temporalNamespace);
  for (const project of projects) {
    const matter: StreamId = `signoff/${matters.get(project)}`;
    expect(await trial.countOf('Decided', matter)).toBe(1);
    const { state, texts } = (await leader.send('GET', `/api/signoffs/${matters.get(project)}`)).body as MatterPage;
    const { opinion } = state.visits.at(-1)!.said[0]!;
    expect(texts[opinion!]).toBe(opinionOn(project));

    const { rows } = await trial.owner.query('select from read.duty where stream_id = $1', [matter]);
    expect(rows).toEqual([]);
    const stream = projectStream(project);
    const standing = await temporal.workflow.getHandle(stream).query<Snapshot>(snapshot);
    expect(standing).toMatchObject({ revision: (await trial.ledger.eventsOf(stream)).length, waiting: 0 });
    await temporal.workflow.getHandle(matter).result();
  }
  await temporal.connection.close();
}, 120_000);
