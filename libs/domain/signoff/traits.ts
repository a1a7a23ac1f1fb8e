import type { Command } from '../command';
import type { MatterTraits } from '../organization/delegation';
import type { StreamState } from '../state';
import { kindOf } from '../stream';
import { matterKindOf, type MatterAct } from './matter-acts';
import type { Matter } from './matter';

/**
 * What the scope of a delegation looks at. An act outside of sign-offs has no kind, so that a deputy for some kinds of matter
 * alone does none.
 * @param district of the acting body, where the subject has none yet
 * @returns null for what a sign-off does to its subject: it was judged with the matter
 */
export function traitsOf(
  { stream, subject }: Pick<StreamState, 'stream' | 'subject'>,
  command: Pick<Command, 'data' | 'basis'>,
  district: string,
): MatterTraits | null {
  if (command.basis && 'signoff' in command.basis) return null;
  const own = (subject as { district?: string }).district || district;
  if (kindOf(stream) !== 'signoff') return { kind: '', district: own, amountFen: amountIn(command.data) };
  const act = (subject as Matter).act ?? (command.data as { act?: MatterAct }).act;
  return { kind: act ? matterKindOf[act.type] : '', district: own, amountFen: act ? amountIn(act.data) : null };
}

/** The sum of all amounts in some data, however deep; null where it names none. */
function amountIn(data: unknown): number | null {
  if (data === null || typeof data !== 'object') return null;
  return Object.entries(data).reduce<number | null>((sum, [name, value]) => {
    const amount = name === 'amountFen' && typeof value === 'number' ? value : amountIn(value);
    return amount === null ? sum : (sum ?? 0) + amount;
  }, null);
}
