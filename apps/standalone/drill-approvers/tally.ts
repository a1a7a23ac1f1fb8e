import type { Recorded } from '#domain/event';
import type { SignoffEvents } from '#domain/signoff/events';
import { contest, nameOf, shareBp, type Contest } from './ways';

/**
 * Whether the contest came to the result that its votes make, counted here afresh and in the order of the log, and whether nobody
 * was counted after it.
 * @returns what is wrong, in words
 */
export function wrongResult(one: Contest, events: readonly Recorded[]): string[] {
  let agreed = 0;
  let refused = 0;
  let result: 'passed' | 'failed' | undefined;
  const wrong: string[] = [];
  for (const { type, data } of events) {
    if (type === 'Decided') {
      const { seat, decision } = data as SignoffEvents['Decided'];
      if (!seat.startsWith(`${contest}#1.`)) continue;
      if (result) wrong.push(`${seat} was counted after the step had ${result}`);
      if (decision === 'agree') agreed += 1;
      else refused += 1;
      result = resultOf(one, agreed, refused);
    }
    if (type !== 'StepPassed' && type !== 'StepFailed') continue;
    const { visit } = data as SignoffEvents['StepPassed'];
    if (visit !== `${contest}#1`) continue;
    if ((type === 'StepPassed' ? 'passed' : 'failed') !== result)
      wrong.push(`${nameOf(one)}: ${type} at ${agreed} to ${refused}`);
  }
  return result ? wrong : [...wrong, `${nameOf(one)}: no result at ${agreed} to ${refused}`];
}

function resultOf({ way, size }: Contest, agreed: number, refused: number): 'passed' | 'failed' | undefined {
  if (way === 'any') return agreed > 0 ? 'passed' : 'failed';
  const needed = way === 'all' ? size : Math.ceil((size * shareBp) / 10_000);
  if (agreed >= needed) return 'passed';
  return size - refused < needed ? 'failed' : undefined;
}
