import type { Instant } from '../instant';
import type { Owner } from '../signoff/route';
import { answering, higherThan } from './delegation';
import type { Organization } from './organization';
import type { PostKind } from './roles';

/**
 * The posts above one, the nearest first, as far as somebody is there: the higher ones of its body, then the leaders of the
 * district's government. @rule R-OA-14
 */
export function superiorsOf(post: PostKind, body: Organization, government: Organization, at: Instant): Owner[] {
  const attended = (of: Organization, kinds: readonly PostKind[]): Owner[] =>
    kinds.filter((kind) => answering(of, kind, at) === kind).map((kind) => ({ body: of.id, post: kind }));
  return [
    ...attended(body, higherThan(post)),
    ...(government.id === body.id ? [] : attended(government, ['leaderInCharge', 'head'])),
  ];
}
