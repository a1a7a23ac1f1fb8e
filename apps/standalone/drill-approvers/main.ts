import { parseArgs } from 'node:util';
import { addressesOfHome } from '#platform/home-addresses';
import { administratorPassword } from '../demonstration/accounts';
import { exitWith } from '../exit-with';
import { Refusal } from '../refusal';
import { countOf } from '../trial/options';
import { endOfLog, startTrialSystem } from '../trial/trial-system';
import { drill, type DrilledSystem } from './drill';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' }, seed: { type: 'string' } } });
const rounds = countOf('rounds', values.rounds);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : countOf('seed', values.seed);

/** The running system at YIGONG_URL, its log where the data folder or DATABASE_URL says. */
function running(api: string): DrilledSystem {
  const databaseUrl = process.env.DATABASE_URL ?? addressesOfHome(process.env).DATABASE_URL;
  if (!databaseUrl)
    throw new Refusal('不知道运行中的系统用哪个数据库', '设 DATABASE_URL，或设 YIGONG_HOME 指向它的数据文件夹');
  return { api, databaseUrl, administratorPassword: administratorPassword() };
}

/** Two and five approvers at once, and one in two sessions: one decision per seat, and the others told what happened. @returns exit code */
async function main(): Promise<number> {
  const began = performance.now();
  const say = (line: string) => console.error(`${((performance.now() - began) / 1000).toFixed(1)} s  ${line}`);
  say(`seed ${seed}: ${rounds} rounds`);
  const given = process.env.YIGONG_URL;
  const own = given ? undefined : await startTrialSystem({}, say);
  const system = own ?? running(given!);
  try {
    const { doubleCounted, unexplained, wrong, stuck, broken, ...counts } = await drill(system, { rounds, seed }, say);
    const faults = [...doubleCounted, ...unexplained, ...wrong, ...stuck, ...broken];
    if (faults.length > 0) {
      for (const fault of faults) console.error(fault);
      for (const name of own ? ['worker', 'api'] : []) console.error(`${name}:\n${endOfLog(own!.home, name)}`);
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
    await own?.stop();
  }
}

exitWith(main);
