import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../apps/standalone/browser';
import { openHome } from '../../apps/standalone/home';
import { startServices } from '../../apps/standalone/services';
import { findTool, temporalCli, timeSkippingServer } from '../../apps/standalone/temporal-cli';
import { runProgram, tellProgress } from '../../libs/platform/child';

/** PostgreSQL without fsync and Temporal in memory, gone with the test run. */
runProgram('test services', async (signal) => {
  const search = { environment: process.env, say: tellProgress, signal };
  const [temporalBinary, timeSkipping, browser] = await Promise.all([
    findTool(temporalCli, search),
    findTool(timeSkippingServer, search),
    findBrowser(search),
  ]);
  const home = mkdtempSync(join(tmpdir(), 'yigong-test-services-'));
  const leave = () => rmSync(home, { recursive: true, force: true });
  chmodSync(home, 0o755); // Under root PostgreSQL runs as a system user, who must be able to walk in.
  try {
    const { addresses, stop, lost } = await startServices({
      home,
      settings: openHome(home),
      temporalBinary,
      temporalNamespace: 'yigong',
      temporalUi: false,
      withPostgres: true,
      durable: false,
      say: () => {},
      signal,
    });
    const detail = {
      YIGONG_TEST_DATABASE_URL: addresses.DATABASE_OWNER_URL ?? '',
      YIGONG_TEST_APPLICATION_URL: addresses.DATABASE_URL ?? '',
      TEMPORAL_ADDRESS: addresses.TEMPORAL_ADDRESS ?? '',
      YIGONG_TEST_TEMPORAL_CLI: temporalBinary,
      YIGONG_TEST_TIME_SKIPPING_SERVER: timeSkipping,
      CHROMIUM_PATH: browser,
    };
    return { detail, ended: lost, stop: () => stop().finally(leave) };
  } catch (error) {
    leave();
    throw error;
  }
});
