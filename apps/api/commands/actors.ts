import { Injectable } from '@nestjs/common';
import type { ActedPost, HeldPost } from '#contracts/http/session';
import type { Actor } from '#domain/actor';
import { civilDateOf } from '#domain/calendar';
import type { CommandDefinition } from '#domain/command';
import { rolesOf } from '#domain/organization/authority';
import { seatOf, type Matter } from '#domain/signoff/matter';
import { keyOfOwner, type Owner } from '#domain/signoff/route';
import { traitsOf } from '#domain/signoff/traits';
import type { StreamState } from '#domain/state';
import { kindOf } from '#domain/stream';
import { actedFor, ownKey, Reach } from '../access/reach';
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
  type: string;
  data: object;
  as?: string | undefined;
  occurredAt?: string | undefined;
  onBehalfOf?: string | undefined;
}

const municipal = '110000';
const workerForm = /^worker\/([0-9a-f-]{36})$/;

/** Finds who acts, from which post, and when. The recorder judges it again. */
@Injectable()
export class Actors {
  constructor(
    private readonly posts: Posts,
    private readonly reach: Reach,
  ) {}

  /** @throws ProblemError 403 without a post to act from, 400 for a past act that names no holder */
  async acting(
    session: Session,
    definition: CommandDefinition,
    state: StreamState,
    asked: Asked,
    now: string,
  ): Promise<Acting> {
    if (asked.occurredAt !== undefined || asked.onBehalfOf !== undefined) return this.entered(session, asked, now);
    const { account } = session;
    if (definition.who.includes('worker') && account.personRef && asked.as === undefined) {
      return { actor: { person: account.personRef, body: '', post: 'worker' }, at: now, backfilled: false };
    }
    const owner = seatOwner(state, asked);
    const actor = owner && (await this.fromSeat(session, state, asked, owner, now));
    return { actor: actor ?? fitting(session, asked.as, definition, state), at: now, backfilled: false };
  }

  /**
   * From the post that owns the seat, held or answered for; else for its holder, by whom one was asked to. A window that is over is
   * named all the same, so that the refusal can say when it was.
   */
  private async fromSeat(
    { account: { person }, posts }: Session,
    state: StreamState,
    asked: Asked,
    owner: Owner,
    now: string,
  ): Promise<Actor | undefined> {
    const own = posts.filter(({ key }) => asked.as === undefined || asked.as === key);
    const post =
      own.find((held) => ownKey(held) === keyOfOwner(owner)) ??
      (await this.reach.acts(own, now)).get(keyOfOwner(owner));
    if (post) return { person, body: post.body, post: post.post };
    const traits = traitsOf(state, asked, '')!;
    const [inForce, ever] = await Promise.all([this.posts.actedFor(person, now), this.posts.actedFor(person, null)]);
    const of = (acting: readonly ActedPost[]) => acting.filter(({ key }) => asked.as === undefined || asked.as === key);
    const acted =
      actedFor(of(inForce), owner, traits) ??
      of([...inForce, ...ever]).find((one) => ownKey(one) === keyOfOwner(owner));
    return acted && deputyFrom(acted, person);
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

/** A post of one's own that may do it, else one acted for, else the first. */
function fitting(
  { account: { person }, posts, acting }: Session,
  as: string | undefined,
  definition: CommandDefinition,
  state: StreamState,
): Actor {
  const may = (post: HeldPost): boolean => fits(post, person, definition, state);
  const acted = acting.find((post) => (as === undefined ? may(post) : post.key === as));
  if (acted && !posts.some((post) => (as === undefined ? may(post) : post.key === as)))
    return deputyFrom(acted, person);
  const own = named(posts, as);
  const post = own.find(may) ?? own[0]!;
  return { person, body: post.body, post: post.post };
}

const deputyFrom = ({ body, post, holder, delegation, from, to, own }: ActedPost, person: string): Actor => ({
  person,
  body,
  post,
  onBehalfOf: { person: holder, delegation, from, to, own },
});

/** Whose act it is from a seat: taking an added signer out is for who added it. */
function seatOwner({ stream, subject }: StreamState, { type, data }: Asked): Owner | undefined {
  if (kindOf(stream) !== 'signoff' || !('seat' in data)) return undefined;
  const matter = subject as Matter;
  const seat = seatOf(matter, String(data.seat));
  const asked = type === 'removeSigner' && seat?.addedBy ? seatOf(matter, seat.addedBy) : seat;
  return asked?.owner;
}
