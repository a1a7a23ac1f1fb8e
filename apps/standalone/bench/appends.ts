import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Recorder } from '#activities/record/recorder';
import type { Actor } from '#domain/actor';
import { projectStream } from '#domain/stream';
import { statement } from '../trial/trial-district';
import { atLeast, Samples, type Figure } from './figures';
import { floorTable } from './floor-main';

const streams = 16;
const rounds = 5;
const count = 800;

/** Decisions recorded straight into the log at sixteen streams against plain one-row commits on the same connections. */
export async function appendFigures(
  database: DataSource,
  recorder: Recorder,
  owner: Actor,
  projects: readonly string[],
): Promise<Figure[]> {
  const plain = () => database.query(`insert into ${floorTable} (note) values ($1)`, ['one row']);
  const append = async (client: number, index: number) => {
    const stream = projectStream(projects[client]!);
    const command = { id: randomUUID(), stream, type: 'stateFeasibility', data: statement(`text:${index}`) };
    // As the worker does it: the workflow that asks needs no poke.
    const { refused } = await recorder.recordCommand(
      { ...command, at: new Date().toISOString(), actor: owner },
      { workflowId: stream, runId: 'bench' },
    );
    if (refused) throw new Error(`an append was refused: ${JSON.stringify(refused)}`);
  };
  const warm = new Samples();
  await warm.round(streams, count, plain);
  await warm.round(streams, count, append);
  const [floor, value] = [new Samples(), new Samples()];
  for (let round = 0; round < rounds; round += 1) {
    await floor.round(streams, count, plain);
    await value.round(streams, count, append);
  }
  return [
    atLeast(
      { name: `log append @${streams} streams`, value: value.perSecond, floor: floor.perSecond, unit: 'per second' },
      0.4,
    ),
  ];
}
