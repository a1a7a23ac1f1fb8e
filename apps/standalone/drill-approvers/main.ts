import { exitWith } from '../exit-with';
import { parseArgs } from 'node:util';
import { countOf } from '../trial/options';
import { endOfLog, startTrialSystem } from '../trial/trial-system';
import { drill } from './drill';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' }, seed: { type: 'string' } } });
const rounds = countOf('rounds', values.rounds);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : countOf('seed', values.seed);

/** Two and five approvers at once, and one in two sessions: one decision per seat, and the others told what happened. @returns exit code */
async function main(): Promise<number> {
  const began = performance.now();
  const say = (line: string) => console.error(`${((performance.now() - began) / 1000).toFixed(1)} s  ${line}`);
  say(`seed ${seed}: ${rounds} rounds`);
  const system = await startTrialSystem({}, say);
  try {
    const { doubleCounted, unexplained, wrong, stuck, broken, ...counts } = await drill(system, { rounds, seed }, say);
    const faults = [...doubleCounted, ...unexplained, ...wrong, ...stuck, ...broken];
    if (faults.length > 0) {
      for (const fault of faults) console.error(fault);
      for (const name of ['worker', 'api']) console.error(`${name}:\n${endOfLog(system.home, name)}`);
    }
    console.log(
      JSON.stringify({
        rounds,
        doubleCounted: doubleCounted.length,
        unexplained: unexplained.length,
        wrong: wrong.length,
        stuck: stuck.length,
        broken: broken.length,
        seed,
        contests: counts.rounds,
        answers: counts.answers,
        ends: counts.ends,
        seconds: Math.round((performance.now() - began) / 1000),
      }),
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await system.stop();
  }
}

exitWith(main);
