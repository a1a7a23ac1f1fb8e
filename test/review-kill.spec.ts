import type { DutiesChanged } from '#domain/duty';
import { projectStream } from '#domain/stream';
import type { Target } from '../apps/standalone/drill-kill/targets';
import type { HttpClient } from '../apps/standalone/trial/http-client';
import { done, foundTrialDistrict, trialRulebook } from '../apps/standalone/trial/trial-district';
import { untilHeard } from './support/changes';
import { KillTrial } from './support/kill-trial';

/** By turns each sets another limit, counted in working days. */
const cases: [Target, number][] = [
  ['worker', 10],
  ['Temporal', 15],
  ['PostgreSQL', 20],
];

let trial: KillTrial;
let keeper: HttpClient;
let projects: readonly string[];
beforeAll(async () => {
  trial = await KillTrial.start();
  const district = await foundTrialDistrict(trial.system, 6);
  projects = district.projects.toSorted();
  district.owner.close();
  keeper = await district.logIn('yq-drc/approver');
}, 180_000);
afterAll(async () => {
  keeper?.close();
  await trial?.stop();
}, 60_000);

/** Lets the limit of what is owed at each project be so many days from now on. */
const set = (limitDays: number) =>
  done(() =>
    keeper.command(
      `${trialRulebook}/setParameter`,
      { key: 'step.limit.default', value: limitDays, from: '2026-01-01', to: null, source: '试验区限时办结规定' },
      `limit.${limitDays}`,
    ),
  );
/** How often each project's duty was moved so far, by whichever review came first: a worker that comes up begins one of its own. */
async function moves(): Promise<number[]> {
  const each = await Promise.all(projects.map((project) => trial.ledger.eventsOf(projectStream(project))));
  return each.map((events) =>
    events
      .filter(({ commandId }) => commandId.includes('#review/'))
      .reduce((sum, { data }) => sum + (data as DutiesChanged).moved.length, 0),
  );
}

it.each(cases)(
  'the %s killed while duties are looked at again: each is moved, and once',
  async (target, limitDays) => {
    const before = cases.findIndex(([one]) => one === target);
    const each = (times: number) => projects.map(() => times);
    // It stands at the first project: whoever has begun to write before it began is waited for.
    const beside = await trial.connected();
    await beside.query('begin');
    await beside.query('lock table read.duty in exclusive mode');
    await set(limitDays);
    await trial.heldUp();
    // From there it comes to the last, which cannot be moved before it is let go.
    await trial.owner.query('begin');
    await trial.owner.query('select from log.stream_head where stream_id = $1 for update', [
      projectStream(projects.at(-1)!),
    ]);
    await beside.query('commit');
    await beside.end();
    const listener = await trial.connected();
    await untilHeard(listener, async () => (await moves()).at(-2) !== before);
    await listener.end();
    await trial.heldUp();
    expect(await moves()).toEqual([...each(before + 1).slice(1), before]);
    await trial.struck(target);
    if (target === 'PostgreSQL') await trial.reconnected();
    else await trial.owner.query('commit');
    expect(await trial.ledger.settled(90_000)).toEqual([]);
    expect(await moves()).toEqual(each(before + 1));
  },
  120_000,
);

it('leaves every proof whole', async () => {
  expect(await trial.ledger.broken()).toEqual([]);
}, 60_000);
