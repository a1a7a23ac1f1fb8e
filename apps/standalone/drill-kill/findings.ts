import { projectStream } from '#domain/stream';
import type { Ledger } from '../trial/ledger';
import type { Decision } from './decisions';

export interface Findings {
  /** accepted, yet not in the log */
  lost: string[];
  /** in the log more than once */
  doubled: string[];
  /** stored or in the outbox, and still not settled */
  stuck: string[];
  /** streams whose proof does not hold */
  broken: string[];
}

/** Holds what the clients were told against the log. */
export async function examine(ledger: Ledger, accepted: readonly Decision[], withinMs: number): Promise<Findings> {
  const stuck = await ledger.settled(withinMs);
  const times = await ledger.timesRecorded('FeasibilityStated');
  const lost = accepted.filter(({ project, key }) => !times.has(`${projectStream(project)} ${key}`));
  const doubled = [...times].filter(([, count]) => count > 1);
  return {
    lost: lost.map(({ key }) => key),
    doubled: doubled.map(([name]) => name),
    stuck,
    broken: await ledger.broken(),
  };
}
