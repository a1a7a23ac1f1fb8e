import { runProgram, tellProgress } from '#platform/child';
import { messageOf } from '#platform/error-code';
import { loadDemonstration } from './load';

const address = process.argv[2] ?? process.env.YIGONG_API ?? process.env.YIGONG_URL ?? 'http://127.0.0.1:8080';
const projects = !['0', 'off', 'false', 'no'].includes(process.env.YIGONG_DEMO_PROJECTS ?? 'on');

runProgram('demonstration', async (stopping) => ({
  finished: true,
  // Up at once, since loading takes longer than a program may take to come up.
  async stop() {
    try {
      await loadDemonstration({ address, projects, say: tellProgress, stopping });
    } catch (error) {
      if (!stopping.aborted) tellProgress(`演示数据没有装完，下次启动接着装：${messageOf(error)}`);
    }
  },
}));
