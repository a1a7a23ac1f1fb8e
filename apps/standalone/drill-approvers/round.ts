import { randomUUID } from 'node:crypto';
import type { CommandStored } from '#contracts/http/commands';
import type { MatterPage } from '#contracts/http/matters';
import type { HttpClient } from '../trial/http-client';
import type { Told } from './explain';
import { contest, settle, type Contest } from './ways';

/** Sessions at the API: of every approver and of the leader two each, as one person at two screens has them. */
export interface Sessions {
  drafter: HttpClient;
  approvers: readonly (readonly [HttpClient, HttpClient])[];
  leader: readonly [HttpClient, HttpClient];
}

export interface Round extends Contest {
  matter: string;
  project: string;
}

/**
 * One matter: all its approvers decide at once, one of them also in a second session and the other way, and one by a double
 * click; then, where it has passed, the district's leader in two sessions. @returns what each was told
 */
export async function play(sessions: Sessions, { matter, size }: Round, chance: () => number): Promise<Told[]> {
  const twice = Math.floor(chance() * size);
  const clicked = Math.floor(chance() * size);
  const first = sessions.approvers.slice(0, size).flatMap(([here, there], line) => {
    const seat = `${contest}#1.${line}`;
    const decision = chance() < 0.8 ? ('agree' as const) : ('disagree' as const);
    const own = decide(here, matter, seat, decision);
    return [
      own(),
      ...(line === clicked ? [own()] : []),
      ...(line === twice ? [decide(there, matter, seat, opposite(decision))()] : []),
    ];
  });
  const told = await Promise.all(first);
  const { state } = (await sessions.drafter.send('GET', `/api/signoffs/${matter}`)).body as MatterPage;
  const waiting = state.visits.findLast(({ step, status }) => step === settle && status === 'active');
  if (!waiting) return told;
  const seat = waiting.seats[0]!.id;
  const decision = chance() < 0.7 ? ('agree' as const) : ('disagree' as const);
  const [here, there] = sessions.leader;
  const last = [decide(here, matter, seat, decision)(), decide(there, matter, seat, opposite(decision))()];
  return [...told, ...(await Promise.all(last))];
}

const opposite = (decision: Told['decision']): Told['decision'] => (decision === 'agree' ? 'disagree' : 'agree');

/** One click; called again it is the same click once more. */
function decide(client: HttpClient, matter: string, seat: string, decision: Told['decision']): () => Promise<Told> {
  const key = randomUUID();
  const path = `/api/signoffs/${matter}/commands/giveDecision`;
  const data = { seat, decision, opinion: null, round: 1, documentVersion: 1 };
  return async () => {
    try {
      const answer = await client.command(path, data, key);
      const { status, body } = answer.status === 202 ? await settledOf(client, answer.body as CommandStored) : answer;
      return { key, seat, decision, status, body };
    } catch (error) {
      return { key, seat, decision, status: 0, body: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** What became of a command that was only stored at first. */
async function settledOf(client: HttpClient, { location }: CommandStored): Promise<{ status: number; body: unknown }> {
  const giveUpAt = performance.now() + 60_000;
  while (performance.now() < giveUpAt) {
    const { status, body } = await client.send('GET', location);
    const known = body as { status: string; problem?: { status: number } };
    if (status !== 200) return { status, body };
    if (known.status === 'recorded') return { status: 200, body };
    if (known.status === 'refused') return { status: known.problem!.status, body: known.problem };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { status: 202, body: 'stored, and not decided in a minute' };
}
