import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { HttpClient } from '../trial/http-client';
import { issuers, jointRoute } from '../trial/joint-document';
import { sentMatter } from '../trial/matters';
import { done, trialRulebook, type TrialDistrict } from '../trial/trial-district';
import { atMost, Samples, type Figure } from './figures';
import { floorQueue } from './floor-main';

/** Matters of each round, and of the one before that warms up. */
const perRound = 7;
const warming = 4;

/**
 * A joint document from its first signature to its end with the effect: eleven bodies at once, then the district's leader; against
 * as many bare updates, each with one commit, in the same order.
 * @param district a matter is countersigned on each of its projects
 */
export async function jointFigures({ projects, logIn }: TrialDistrict, temporal: Client): Promise<Figure[]> {
  const keeper = await logIn('yq-drc/approver');
  await done(() => keeper.command(`${trialRulebook}/setRoute`, jointRoute, 'route.joint'));
  const drafter = await logIn('yq-drc/handler');
  const matters: string[] = [];
  for (const project of projects) matters.push(await sentMatter(drafter, project));
  const signers = await Promise.all(issuers.map(({ id }) => logIn(`${id}/approver`)));
  const leader = await logIn('yq-gov/leader');
  const handle = await temporal.workflow.start('floor', { workflowId: 'floor-joint', taskQueue: floorQueue });

  const bare = () => handle.executeUpdate('commit', { args: ['one row'], updateId: randomUUID() });
  const atTheLeast = async () => {
    await Promise.all(issuers.map(bare));
    await bare();
  };
  const countersign = async () => {
    const matter = matters.pop()!;
    await Promise.all(signers.map((signer, line) => agree(signer, matter, `joint#1.${line}`)));
    await agree(leader, matter, 'issue#1.0');
  };

  const warm = new Samples();
  await warm.round(1, warming, atTheLeast);
  await warm.round(1, warming, countersign);
  const [floor, value] = [new Samples(), new Samples()];
  while (matters.length >= perRound) {
    await floor.round(1, perRound, atTheLeast);
    await value.round(1, perRound, countersign);
  }
  for (const client of [keeper, drafter, leader, ...signers]) client.close();
  await handle.signal('finish');
  return [
    atMost({ name: 'countersign of 11 bodies end to end p50', value: value.p50, floor: floor.p50, unit: 'ms' }, 3),
  ];
}

async function agree(signer: HttpClient, matter: string, seat: string): Promise<void> {
  const data = { seat, decision: 'agree', opinion: null, round: 1, documentVersion: 1 };
  const { status, body } = await signer.command(`/api/signoffs/${matter}/commands/giveDecision`, data, randomUUID());
  if (status !== 200) throw new Error(`a signature was not given: ${status} ${JSON.stringify(body)}`);
}
