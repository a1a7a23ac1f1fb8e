import { randomUUID } from 'node:crypto';
import { projectStream, type StreamId } from '#domain/stream';
import type { Target } from '../apps/standalone/drill-kill/targets';
import type { HttpClient } from '../apps/standalone/trial/http-client';
import { sentAbout } from '../apps/standalone/trial/matters';
import { submittedPlan } from '../apps/standalone/trial/plans';
import {
  done,
  foundTrialDistrict,
  statement,
  statementPath,
  trialRulebook,
} from '../apps/standalone/trial/trial-district';
import { KillTrial, oneSignature } from './support/kill-trial';

/** Killed twice each: while a plan's last signature is about to be committed, and while its projects are being told. */
const targets: readonly Target[] = ['api', 'worker', 'Temporal'];
const firstYear = 2023;
const perPlan = 4;

interface Submitted {
  plan: StreamId;
  matter: string;
  projects: readonly string[];
}

let trial: KillTrial;
let leader: HttpClient;
const submitted = new Map<Target, Submitted>();
beforeAll(async () => {
  trial = await KillTrial.start();
  const district = await foundTrialDistrict(trial.system, targets.length * perPlan);
  for (const project of district.projects)
    await done(() => district.owner.command(statementPath(project), statement('能保证'), randomUUID()));
  const drafter = await district.logIn('yq-drc/handler');
  const approver = await district.logIn('yq-drc/approver');
  const keeper = await district.logIn('yq-gov/keeper');
  await done(() => approver.command(`${trialRulebook}/setRoute`, oneSignature('annualPlan'), 'route.plan'));
  for (const [index, target] of targets.entries()) {
    const projects = district.projects.slice(index * perPlan, (index + 1) * perPlan);
    const plan = await submittedPlan({ keeper, drafter: approver }, firstYear + index, projects);
    const matter = await sentAbout(drafter, plan, '关于年度计划的请示', { type: 'approvePlan', data: {} });
    submitted.set(target, { plan, matter, projects });
  }
  leader = await district.logIn('yq-gov/leader');
  for (const client of [district.owner, drafter, approver, keeper]) client.close();
}, 240_000);
afterAll(async () => {
  leader?.close();
  await trial?.stop();
}, 60_000);

const listings = async (projects: readonly string[]): Promise<number[]> =>
  Promise.all(projects.map((project) => trial.countOf('ProjectListed', projectStream(project))));

it.each(targets)(
  'the %s killed around the approval of a plan: approved once, and each of its projects is listed once',
  async (target) => {
    const { plan, matter, projects } = submitted.get(target)!;
    const approval = () => trial.endAndEffect(matter, plan, 'PlanApproved');
    const beside = await trial.connected();
    // Its last project cannot be told before that is let go.
    await beside.query('begin');
    await beside.query('select from log.stream_head where stream_id = $1 for update', [
      projectStream(projects.at(-1)!),
    ]);
    await trial.owner.query('begin');
    await trial.owner.query('lock table read.plan in exclusive mode');
    const signed = trial.signed(leader, matter, { seat: 'decide#1.0', round: 1, documentVersion: 1 });
    await trial.heldUp();
    await trial.struck(target);
    expect(await approval()).toEqual({ ends: 0, effects: 0 });
    await trial.owner.query('commit');
    await signed;
    expect(await approval()).toEqual({ ends: 1, effects: 1 });

    await trial.heldUp();
    await trial.struck(target);
    expect((await listings(projects)).at(-1)).toBe(0);
    await beside.query('commit');
    await beside.end();
    expect(await trial.ledger.settled(90_000)).toEqual([]);
    expect(await listings(projects)).toEqual(projects.map(() => 1));
    expect(await approval()).toEqual({ ends: 1, effects: 1 });
  },
  150_000,
);

it('leaves every proof whole', async () => {
  expect(await trial.ledger.broken()).toEqual([]);
}, 60_000);
