import { randomUUID } from 'node:crypto';
import { projectStream, type StreamId } from '#domain/stream';
import type { HttpClient } from '../trial/http-client';
import { Ledger } from '../trial/ledger';
import { sentMatter } from '../trial/matters';
import { seeded } from '../trial/seeded';
import { done, foundTrialDistrict, trialRulebook, type TrialDistrict } from '../trial/trial-district';
import type { TrialSystem } from '../trial/trial-system';
import { breachesOf, doubleCounted, isAccepted, unexplained, type Told } from './explain';
import { play, type Round, type Sessions } from './round';
import { wrongResult } from './tally';
import { approvers, contests, nameOf, routeOf } from './ways';

/** The drill's own, or one that runs. */
export type DrilledSystem = Pick<TrialSystem, 'api' | 'databaseUrl' | 'administratorPassword'>;

export interface DrillResult {
  doubleCounted: string[];
  unexplained: string[];
  /** a step's or a matter's result that its votes do not make */
  wrong: string[];
  /** stored or in the outbox, and still not settled */
  stuck: string[];
  /** streams whose proof does not hold */
  broken: string[];
  rounds: Record<string, number>;
  /** accepted, and refused by rule */
  answers: Record<string, number>;
  ends: Record<string, number>;
}

const settleMs = 60_000;

/** Rounds of approvers at once, one after the other; then the log is held against what each was told. */
export async function drill(
  system: DrilledSystem,
  { rounds, seed }: { rounds: number; seed: number },
  say: (line: string) => void,
): Promise<DrillResult> {
  const district = await foundTrialDistrict(system, rounds);
  const sessions = await sessionsIn(district);
  const planned = await prepare(district, sessions.drafter);
  say(`${rounds} matters are on their way`);
  const chance = seeded(seed);
  const told = new Map<Round, Told[]>();
  for (const [index, round] of planned.entries()) {
    told.set(round, await play(sessions, round, chance));
    if ((index + 1) % 50 === 0) say(`${index + 1}/${rounds} rounds`);
  }
  closeAll(district, sessions);
  const ledger = await Ledger.open(system.databaseUrl);
  try {
    return await examined(ledger, told);
  } finally {
    await ledger.close();
  }
}

async function sessionsIn({ logIn }: TrialDistrict): Promise<Sessions> {
  const two = async (post: string): Promise<[HttpClient, HttpClient]> => [await logIn(post), await logIn(post)];
  const seats: [HttpClient, HttpClient][] = [];
  for (const body of approvers) seats.push(await two(`${body}/approver`));
  return { drafter: await logIn('yq-drc/handler'), approvers: seats, leader: await two('yq-gov/leader') };
}

function closeAll({ owner }: TrialDistrict, { drafter, approvers: seats, leader }: Sessions): void {
  for (const client of [owner, drafter, ...seats.flat(), ...leader]) client.close();
}

/** A matter keeps the route that was in force when it started: so each way is set in turn and its matters started. */
async function prepare({ projects, logIn }: TrialDistrict, drafter: HttpClient): Promise<Round[]> {
  const keeper = await logIn('yq-drc/approver');
  const rounds: Round[] = [];
  for (const [at, contest] of contests.entries()) {
    const key = randomUUID();
    await done(() => keeper.command(`${trialRulebook}/setRoute`, routeOf(contest), key));
    for (let index = at; index < projects.length; index += contests.length) {
      rounds[index] = { ...contest, project: projects[index]!, matter: await sentMatter(drafter, projects[index]!) };
    }
  }
  keeper.close();
  return rounds;
}

async function examined(ledger: Ledger, told: ReadonlyMap<Round, readonly Told[]>): Promise<DrillResult> {
  const result: DrillResult = {
    doubleCounted: [],
    unexplained: [],
    wrong: [],
    stuck: await ledger.settled(settleMs),
    broken: [],
    rounds: {},
    answers: {},
    ends: {},
  };
  const count = (counts: Record<string, number>, name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const [round, answers] of told) {
    const stream: StreamId = `signoff/${round.matter}`;
    const events = await ledger.eventsOf(stream);
    const effects = (await ledger.eventsOf(projectStream(round.project))).filter(
      ({ type }) => type === 'ProjectSuspended',
    ).length;
    const named = (faults: readonly string[]): string[] => faults.map((fault) => `${stream}: ${fault}`);
    result.doubleCounted.push(...named(doubleCounted(events, effects)));
    result.unexplained.push(...named(unexplained(answers, events)));
    result.wrong.push(...named(wrongResult(round, events)));
    count(result.rounds, nameOf(round));
    for (const answer of answers)
      count(result.answers, isAccepted(answer) ? 'accepted' : (breachesOf(answer)[0]?.rule ?? String(answer.status)));
    const ended = events.find(({ type }) => type === 'MatterEnded')?.data as { as: string } | undefined;
    count(result.ends, ended?.as ?? 'returned');
  }
  return { ...result, broken: await ledger.broken() };
}
