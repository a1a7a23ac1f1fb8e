import { messageOf } from '#platform/error-code';
import { findBrowser } from './browser';
import { findTool, temporalCli, timeSkippingServer } from './temporal-cli';

/** Fetches what tests need and packages do not carry, so that a slow network is met before the tests and with words. */
async function main(): Promise<void> {
  const search = { environment: process.env, say: (line: string) => console.log(`[准备] ${line}`) };
  const found = await Promise.allSettled([
    findTool(temporalCli, search),
    findTool(timeSkippingServer, search),
    findBrowser(search),
  ]);
  const missing = found.flatMap((result) => (result.status === 'rejected' ? [messageOf(result.reason)] : []));
  if (missing.length > 0) throw new Error(missing.join('\n'));
}

main().catch((error: unknown) => {
  console.error(messageOf(error));
  process.exit(1);
});
