import type { DutyDraft } from '../duty';
import type { OfficialDocument } from './document';

/** What an issued document still waits for, owed by its organ's office. @rule R-DOC-13 */
export function documentDuties({ status, organ }: OfficialDocument): readonly DutyDraft[] {
  const next = { numbered: 'sealDocument', sealed: 'sendDocument', sent: 'archiveDocument' } as const;
  if (!Object.hasOwn(next, status)) return [];
  const command = next[status as keyof typeof next];
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
