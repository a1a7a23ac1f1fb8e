import { Injectable } from '@nestjs/common';
import type { HeldPost } from '#contracts/http/session';
import type { Actor } from '#domain/actor';
import { civilDateOf } from '#domain/calendar';
import type { CommandDefinition } from '#domain/command';
import { rolesOf } from '#domain/organization/authority';
import type { StreamState } from '#domain/state';
import { authorityOf, Posts } from '../auth/posts';
import type { Session } from '../auth/sessions';
import { forbidden, malformed } from '../problems/problem';

export interface Acting {
  actor: Actor;
  /** the act as one's own now, or entered for another from papers (补录) */
  at: string;
  backfilled: boolean;
}

interface Asked {
  as?: string | undefined;
  occurredAt?: string | undefined;
  onBehalfOf?: string | undefined;
}

const municipal = '110000';
const workerForm = /^worker\/([0-9a-f-]{36})$/;

/** Finds who acts, from which post, and when. The recorder judges it again. */
@Injectable()
export class Actors {
  constructor(private readonly posts: Posts) {}

  /** @throws ProblemError 403 without a post to act from, 400 for a past act that names no holder */
  async acting(
    session: Session,
    definition: CommandDefinition,
    state: StreamState,
    asked: Asked,
    now: string,
  ): Promise<Acting> {
    if (asked.occurredAt !== undefined || asked.onBehalfOf !== undefined) return this.entered(session, asked, now);
    const { account, posts } = session;
    if (definition.who.includes('worker') && account.personRef && asked.as === undefined) {
      return { actor: { person: account.personRef, body: '', post: 'worker' }, at: now, backfilled: false };
    }
    const post = fitting(named(posts, asked.as), account.person, definition, state);
    return { actor: { person: account.person, body: post.body, post: post.post }, at: now, backfilled: false };
  }

  private async entered(
    { account, posts }: Session,
    { as, occurredAt, onBehalfOf }: Asked,
    now: string,
  ): Promise<Acting> {
    const keeper = named(posts, as).find(({ postKind }) => postKind === 'recordKeeper');
    if (!keeper) throw forbidden('补录由补录员办理');
    if (occurredAt === undefined || onBehalfOf === undefined) {
      throw malformed([
        { field: occurredAt === undefined ? 'occurredAt' : 'onBehalfOf', message: '补录须同时写明发生时间和代谁补录' },
      ]);
    }
    const at = new Date(occurredAt).toISOString();
    if (at > now) throw malformed([{ field: 'occurredAt', message: '补录的发生时间不能晚于现在' }]);
    const recordedBy = account.person;
    const worker = workerForm.exec(onBehalfOf)?.[1];
    if (worker) return { actor: { person: worker, body: '', post: 'worker', recordedBy }, at, backfilled: true };
    const holder = await this.posts.holderOf(onBehalfOf, civilDateOf(at));
    if (!holder || ![holder.post.district, municipal].includes(keeper.district)) {
      throw malformed([{ field: 'onBehalfOf', message: '该岗位当日无人任职，或不在本区' }]);
    }
    return {
      actor: { person: holder.person, body: holder.post.body, post: holder.post.post, recordedBy },
      at,
      backfilled: true,
    };
  }
}

function named(posts: readonly HeldPost[], as: string | undefined): readonly HeldPost[] {
  if (posts.length === 0) throw forbidden('您没有在任的岗位');
  if (as === undefined) return posts;
  const chosen = posts.filter(({ key }) => key === as);
  if (chosen.length === 0) throw forbidden('您不在所选的岗位上');
  return chosen;
}

/** Whether acting from this post one has a role the command is for. */
export const fits = (
  post: HeldPost,
  person: string,
  { who }: Pick<CommandDefinition, 'who'>,
  state: Pick<StreamState, 'stream' | 'subject'>,
): boolean => {
  const held = rolesOf({ person, body: post.body, post: post.post }, authorityOf(post), state);
  return who.some((role) => held.includes(role));
};

const fitting = (
  posts: readonly HeldPost[],
  person: string,
  definition: CommandDefinition,
  state: StreamState,
): HeldPost => posts.find((post) => fits(post, person, definition, state)) ?? posts[0]!;
