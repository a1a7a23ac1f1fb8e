import type { HttpClient } from '../trial/http-client';
import { statement, statementPath } from '../trial/trial-district';

export interface Decision {
  key: string;
  project: string;
}

/** What a client came to know of its decision. */
export type Known = 'accepted' | 'refused' | 'unknown';

export interface Progress {
  decided: number;
  killed: number;
  /** answers by status, and connections that broke */
  answers: Map<string, number>;
}

const pauseMs = 250;

/**
 * Sends one decision again and again with the same Idempotency-Key until the answer is known.
 * @param giveUpAt performance clock in milliseconds; after it the answer is `unknown`: the decision is stuck
 */
export async function decide(
  client: HttpClient,
  { key, project }: Decision,
  progress: Progress,
  giveUpAt: number,
): Promise<{ known: Known; last: string }> {
  let last = '';
  while (performance.now() < giveUpAt) {
    const answer = await client
      .command(statementPath(project), statement(`办理 ${key} 的说明`), key)
      .catch((error: unknown) => ({ status: 0, body: error instanceof Error ? error.message : String(error) }));
    last = `${answer.status} ${JSON.stringify(answer.body)}`;
    const heading = answer.status === 0 ? 'no answer' : String(answer.status);
    progress.answers.set(heading, (progress.answers.get(heading) ?? 0) + 1);
    if (answer.status === 200) return { known: 'accepted', last };
    // Shape, right, place and rules are final; everything else passes by.
    if ([400, 403, 404, 409, 422].includes(answer.status)) return { known: 'refused', last };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return { known: 'unknown', last };
}
