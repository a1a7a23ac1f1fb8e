import type { HeldPost, Me } from '#contracts/http/session';

const byPost: readonly (readonly [postKind: string, persona: Me['persona']])[] = [
  ['auditor', 'auditor'],
  ['scheduler', 'scheduler'],
  ['laborPayOfficer', 'payOfficer'],
  ['systemAdministrator', 'administrator'],
];

/** Which first screen someone gets: by the posts held, else as a worker, else as one of those who approve. */
export function personaOf(
  posts: readonly Pick<HeldPost, 'postKind'>[],
  { personRef, administrator }: { personRef: string | null; administrator: boolean },
): Me['persona'] {
  const found = byPost.find(([kind]) => posts.some(({ postKind }) => postKind === kind));
  if (found) return found[1];
  if (personRef) return 'worker';
  return administrator && posts.length === 0 ? 'administrator' : 'approver';
}
