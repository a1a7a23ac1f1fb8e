import type { DutyDraft, DutyOwner } from '../duty';
import type { AnyFacts } from '../facts';
import { unanswered, type Posting } from './posting';

interface Place {
  /** of the duties' keys, e.g. `plan` */
  prefix: string;
  clause: string;
  owner: DutyOwner;
  /** the commands of its stream that answer and close */
  commands: { answer: string; close: string };
}

/** What an open posting asks for: an answer to each objection, and its result once the term is over. @rule R-PUB-01 R-PUB-02 */
export function postingDuties(
  posting: Posting | null,
  { prefix, clause, owner, commands }: Place,
  { parameters }: Pick<AnyFacts, 'parameters'>,
): DutyDraft[] {
  if (posting?.status !== 'open') return [];
  const limit = { workingDays: parameters['step.limit.default'] ?? 5 };
  return [
    {
      key: `${prefix}/closePosting`,
      kind: 'act',
      clause,
      rule: 'R-PUB-01',
      owner,
      command: commands.close,
      limit: { on: posting.closeBy },
    },
    ...unanswered(posting).map(({ id }): DutyDraft => ({
      key: `${prefix}/answerObjection/${id}`,
      kind: 'reply',
      clause,
      rule: 'R-PUB-02',
      owner,
      command: commands.answer,
      limit,
    })),
  ];
}
