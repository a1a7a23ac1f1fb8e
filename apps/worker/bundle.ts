import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { checkoutRoot } from '#platform/checkout';

const dist = join(checkoutRoot(), 'dist');
const target = join(dist, 'workflow-bundle.js');
const quiet = () => {};

/** Part of the build: the workflows as one file, so that a worker starts without bundling. */
async function main(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(dist, 'workflows', 'index.js'),
    logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error },
  });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
