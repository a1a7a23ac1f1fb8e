import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { HttpClient } from '../trial/http-client';
import { statement, statementPath, type TrialDistrict } from '../trial/trial-district';
import { atLeast, atMost, Samples, type Figure } from './figures';
import { floorQueue } from './floor-main';

/** clients at once, and acts a round */
const loads = [
  [1, 25],
  [8, 80],
  [32, 160],
] as const;
const rounds = 4;

/**
 * A decision over HTTP, end to end, against a bare update with one commit: by a local activity, the least there is, and by a
 * regular one. All in turn, so that they meet the same machine.
 */
export async function decisionFigures(district: TrialDistrict, temporal: Client): Promise<Figure[]> {
  const floors = await Promise.all(
    district.projects.map((_, index) =>
      temporal.workflow.start('floor', { workflowId: `floor-${index}`, taskQueue: floorQueue }),
    ),
  );
  const bareBy = (update: string) => (client: number) =>
    floors[client]!.executeUpdate(update, { args: ['one row'], updateId: randomUUID() });
  const [bare, bareByActivity] = [bareBy('commit'), bareBy('commitByActivity')];
  const decide = (client: number, index: number) => decided(district.owner, district.projects[client]!, index);

  const warm = new Samples();
  await warm.round(32, 200, bare);
  await warm.round(32, 200, bareByActivity);
  await warm.round(32, 200, decide);

  const figures: Figure[] = [];
  for (const [clients, count] of loads) {
    const [floor, byActivity, value] = [new Samples(), new Samples(), new Samples()];
    for (let round = 0; round < rounds; round += 1) {
      await floor.round(clients, count, bare);
      await byActivity.round(clients, count, bareByActivity);
      await value.round(clients, count, decide);
    }
    figures.push(
      atMost({ name: `decision p50 @${clients}`, value: value.p50, floor: floor.p50, unit: 'ms' }, 1.5),
      atLeast(
        { name: `decisions @${clients}`, value: value.perSecond, floor: floor.perSecond, unit: 'per second' },
        0.7,
      ),
      atMost(
        {
          name: `decision p50 @${clients}, floor by a regular activity`,
          value: value.p50,
          floor: byActivity.p50,
          unit: 'ms',
        },
        1.5,
      ),
    );
  }
  await Promise.all(floors.map((handle) => handle.signal('finish')));
  return figures;
}

async function decided(owner: HttpClient, project: string, index: number): Promise<void> {
  const { status, body } = await owner.command(statementPath(project), statement(`第 ${index} 次说明`), randomUUID());
  if (status !== 200) throw new Error(`a decision was not taken: ${status} ${JSON.stringify(body)}`);
}
