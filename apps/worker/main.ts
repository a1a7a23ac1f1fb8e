import 'reflect-metadata';
import { join } from 'node:path';
import { checkoutRoot } from '#platform/checkout';
import { runProgram } from '#platform/child';
import { readConfiguration } from '#platform/configuration';
import { builtWorkflows, startWorker } from './host';

runProgram('worker', async () => {
  const worker = await startWorker(
    readConfiguration(process.env),
    builtWorkflows(join(checkoutRoot(), 'dist', 'workflow-bundle.js')),
  );
  return { ended: worker.ended, stop: () => worker.stop() };
});
