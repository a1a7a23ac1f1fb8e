import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { StandIn } from '#contracts/http/inbox';
import type { ActedPost, HeldPost } from '#contracts/http/session';
import { answersFor, covers, shownTo, type MatterTraits } from '#domain/organization/delegation';
import type { Organization } from '#domain/organization/organization';
import type { PostKind } from '#domain/organization/roles';
import { keyOfOwner, type Owner } from '#domain/signoff/route';
import { organizationStream } from '#domain/stream';
import { EventLog } from '#event-log/event-log';
import type { Session } from '../auth/sessions';

/** Kinds of post by `<bodyId>/<postKind>`, with the post held that reaches them. */
export type Reached = ReadonlyMap<string, HeldPost>;

/** How far somebody's posts reach beyond themselves: to posts of their body that nobody is there to hold. @rule R-OA-14 */
@Injectable()
export class Reach {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventLog,
  ) {}

  /** From where one may act. */
  acts = (posts: readonly HeldPost[], at: string): Promise<Reached> => this.reached(posts, at, answersFor);

  /** Whose duties one is shown. */
  sees = (posts: readonly HeldPost[], at: string): Promise<Reached> => this.reached(posts, at, shownTo);

  private async reached(posts: readonly HeldPost[], at: string, kindsOf: typeof answersFor): Promise<Reached> {
    const each = await this.ofEach(posts, at, kindsOf);
    const reached = each.flatMap((keys, index) => keys.map((key) => [key, posts[index]!] as const));
    // A post of one's own comes before one that is answered for.
    return new Map([...reached, ...posts.map((post) => [ownKey(post), post] as const)]);
  }

  /** From where a holder of each post may act, itself included: each body is read once, however many of its posts are asked about. */
  async ofEach(posts: readonly HeldPost[], at: string, kindsOf = answersFor): Promise<string[][]> {
    const bodies = [...new Set(posts.map(({ body }) => body))];
    const states = await this.log.states(this.database.manager, bodies.map(organizationStream));
    const organizations = new Map(bodies.map((body, index) => [body, states[index]!.subject as Organization]));
    return posts.map(({ body, postKind }) =>
      kindsOf(organizations.get(body)!, postKind as PostKind, at).map((kind) => keyOfOwner({ body, post: kind })),
    );
  }
}

export const ownKey = ({ body, postKind }: Pick<HeldPost, 'body' | 'postKind'>): string => `${body}/${postKind}`;

/** The post acted for, of those that own an act and whose scope takes it in. */
export const actedFor = (acting: readonly ActedPost[], owner: Owner, matter: MatterTraits): ActedPost | undefined =>
  acting.find((post) => ownKey(post) === keyOfOwner(owner) && covers(post, matter));

/**
 * Why an act of a post falls to somebody; null where the post is their own, or it does not fall to them at all.
 * @param reached what one's own posts reach
 * @param key `<bodyId>/<postKind>` that owns the act
 */
export function standInFor(
  { posts }: Pick<Session, 'posts'>,
  reached: Reached,
  key: string,
  acted: ActedPost | undefined,
): StandIn | null {
  if (posts.some((post) => ownKey(post) === key)) return null;
  if (!acted) return reached.has(key) ? { ground: 'higherPost' } : null;
  const { holderName, from, to, matterKinds, withinDistricts, limitFen } = acted;
  return { ground: 'deputy', holderName, from, to, matterKinds, withinDistricts, limitFen };
}
