import { Ledger } from '../trial/ledger';
import { foundTrialDistrict, type TrialDistrict } from '../trial/trial-district';
import { type TrialSystem } from '../trial/trial-system';
import { decide, type Decision, type Known, type Progress } from './decisions';
import { examine, type Findings } from './findings';
import { seeded } from '../trial/seeded';
import { kill, targets, type Target } from './targets';

export interface DrillOptions {
  decisions: number;
  kills: number;
  clients: number;
  seed: number;
}

export interface DrillResult {
  accepted: number;
  refused: string[];
  findings: Findings;
  kills: Record<Target, number>;
  answers: Record<string, number>;
}

const projectCount = 12;
/** Longer than any outage of a drill: what has no answer by then is stuck. */
const patienceMs = 150_000;
const settleMs = 60_000;
const downPauseMs = 200;

/** Decisions from several clients while one part after another is killed; then the log is held against what they were told. */
export async function drill(
  system: TrialSystem,
  { decisions, kills, clients, seed }: DrillOptions,
  say: (line: string) => void,
): Promise<DrillResult> {
  const district = await foundTrialDistrict(system, projectCount);
  const chance = seeded(seed);
  const planned = Array.from({ length: decisions }, (_, index) => ({
    key: `drill-${seed}-${index + 1}`,
    project: district.projects[Math.floor(chance() * projectCount)]!,
  }));
  const progress: Progress = { decided: 0, killed: 0, answers: new Map() };
  const killed = killing(system, { decisions, kills, chance, progress, say });
  const answers = await Promise.race([
    deciding(district, planned, clients, progress, (index) => Math.floor((index * kills) / decisions)),
    system.ended.then((last) => {
      throw new Error(`the supervisor gave up:\n${last}`);
    }),
  ]);
  const done = await killed;
  // Nobody kills any more: each project must still be open for business.
  const after = district.projects.map((project, index) => ({ key: `drill-${seed}-after-${index}`, project }));
  const last = await deciding(district, after, clients, progress);
  district.owner.close();
  const known = [...answers, ...last];
  const told = (word: Known) => known.filter((answer) => answer.known === word);
  const ledger = await Ledger.open(system.databaseUrl);
  try {
    const findings = await examine(ledger, told('accepted'), settleMs);
    return {
      accepted: told('accepted').length,
      refused: told('refused').map(({ key, last: words }) => `${key}: ${words}`),
      findings: {
        ...findings,
        stuck: [...told('unknown').map(({ key, last: words }) => `${key}: ${words}`), ...findings.stuck],
      },
      kills: done,
      answers: Object.fromEntries(progress.answers),
    };
  } finally {
    await ledger.close();
  }
}

type Answered = Decision & { known: Known; last: string };

async function deciding(
  { owner }: TrialDistrict,
  planned: readonly Decision[],
  clients: number,
  progress: Progress,
  killsBefore: (index: number) => number = () => 0,
): Promise<Answered[]> {
  const answered: Answered[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let index = next++; index < planned.length; index = next++) {
        // Decisions wait for the kills, so that none of them finds an idle system.
        while (progress.killed < killsBefore(index)) await pause(downPauseMs);
        const decision = planned[index]!;
        answered.push({ ...decision, ...(await decide(owner, decision, progress, performance.now() + patienceMs)) });
        progress.decided += 1;
      }
    }),
  );
  return answered;
}

interface Killing extends Omit<DrillOptions, 'clients' | 'seed'> {
  chance: () => number;
  progress: Progress;
  say: (line: string) => void;
}

/** Spreads the kills over the decisions, at instants of chance: also while the system still recovers from the one before. */
async function killing(
  system: TrialSystem,
  { decisions, kills, chance, progress, say }: Killing,
): Promise<Record<Target, number>> {
  const done = Object.fromEntries(targets.map((target) => [target, 0])) as Record<Target, number>;
  for (let number = 1; number <= kills; number += 1) {
    const target = targets[(number - 1) % targets.length]!;
    const from = ((number - 1) / kills) * decisions;
    while (progress.decided < from) await pause(50);
    await pause(chance() * 1_500);
    while (!kill(target, system.pid)) await pause(downPauseMs);
    done[target] += 1;
    progress.killed = number;
    say(`${progress.decided}/${decisions} decided; kill ${number}/${kills}: ${target}`);
  }
  return done;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
