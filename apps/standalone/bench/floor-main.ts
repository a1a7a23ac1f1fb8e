import { Worker, bundleWorkflowCode } from '@temporalio/worker';
import { DataSource } from 'typeorm';
import { runProgram } from '#platform/child';
import { readConfiguration } from '#platform/configuration';
import { dataSourceOptions } from '#platform/database';
import { connectWorker } from '#platform/temporal-worker';

export const floorQueue = 'bench-floor';
export const floorTable = 'bench.floor';

export interface FloorActivities {
  commitOneRow(note: string): Promise<void>;
}

const quiet = () => {};

/** The floor's worker, in a process of its own like the product's, with the same slots. */
async function start() {
  const { databaseUrl, temporalAddress, temporalNamespace } = readConfiguration(process.env);
  const database = await new DataSource(dataSourceOptions(databaseUrl, [], [], 20)).initialize();
  const connection = await connectWorker(temporalAddress);
  const activities: FloorActivities = {
    async commitOneRow(note) {
      await database.query(`insert into ${floorTable} (note) values ($1)`, [note]);
    },
  };
  const worker = await Worker.create({
    connection,
    namespace: temporalNamespace,
    taskQueue: floorQueue,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: require.resolve('./floor-workflow'),
      logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error },
    }),
    activities: { ...activities },
    maxCachedWorkflows: 500,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentActivityTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 40,
  });
  const ended = worker.run();
  const stop = async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await ended.catch(quiet);
    await connection.close();
    await database.destroy();
  };
  return { ended, stop };
}

if (require.main === module) runProgram('floor', start);
