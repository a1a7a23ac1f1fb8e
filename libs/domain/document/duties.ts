import type { DutyDraft } from '../duty';
import { nextAct } from './acts';
import type { OfficialDocument } from './document';

/** What an issued document still waits for, owed by its organ's office. @rule R-DOC-13 */
export function documentDuties({ status, organ }: OfficialDocument): readonly DutyDraft[] {
  if (!Object.hasOwn(nextAct, status)) return [];
  const command = nextAct[status as keyof typeof nextAct];
  return [
    {
      key: `document/${command}`,
      kind: 'act',
      clause: 'CL-42',
      rule: 'R-DOC-13',
      owner: { body: organ, post: 'handler' },
      command,
    },
  ];
}
