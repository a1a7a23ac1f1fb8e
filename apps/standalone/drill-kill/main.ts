import { exitWith } from '../exit-with';
import { parseArgs } from 'node:util';
import { countOf } from '../trial/options';
import { endOfLog, startTrialSystem } from '../trial/trial-system';
import { drill, type DrillOptions } from './drill';

const { values } = parseArgs({
  options: {
    decisions: { type: 'string', default: '200' },
    kills: { type: 'string', default: '20' },
    clients: { type: 'string', default: '8' },
    seed: { type: 'string' },
  },
});

const options: DrillOptions = {
  decisions: countOf('decisions', values.decisions),
  kills: countOf('kills', values.kills),
  clients: countOf('clients', values.clients),
  seed: values.seed === undefined ? Date.now() % 1_000_000 : countOf('seed', values.seed),
};

/** `kill -9` at random of api, worker, PostgreSQL and Temporal under load: nothing lost, doubled or stuck. @returns exit code */
async function main(): Promise<number> {
  const began = performance.now();
  const say = (line: string) => console.error(`${((performance.now() - began) / 1000).toFixed(1)} s  ${line}`);
  say(`seed ${options.seed}: ${options.decisions} decisions, ${options.kills} kills, ${options.clients} clients`);
  // The drill kills far more often than a machine does: the supervisor is told to bear it.
  const system = await startTrialSystem({ YIGONG_DEATHS_BORNE: '100000' }, say);
  try {
    const { accepted, refused, findings, kills, answers } = await drill(system, options, say);
    const { lost, doubled, stuck, broken } = findings;
    const faults = [...refused, ...lost, ...doubled, ...stuck, ...broken];
    if (faults.length > 0) {
      for (const fault of faults) console.error(fault);
      for (const name of ['services', 'worker', 'api']) console.error(`${name}:\n${endOfLog(system.home, name)}`);
    }
    console.log(
      JSON.stringify({
        seed: options.seed,
        accepted,
        refused: refused.length,
        lost: lost.length,
        doubled: doubled.length,
        stuck: stuck.length,
        broken: broken.length,
        kills,
        answers,
        seconds: Math.round((performance.now() - began) / 1000),
      }),
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await system.stop();
  }
}

exitWith(main);
