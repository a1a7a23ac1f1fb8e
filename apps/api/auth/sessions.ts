import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { ActedPost, HeldPost, Me } from '#contracts/http/session';
import { civilDateOf } from '#domain/calendar';
import { defaultParameters, parametersOn } from '#domain/rulebook/parameters';
import { organizationStream, type StreamId } from '#domain/stream';
import { run } from '#event-log/statement';
import { forbidden, notLoggedIn } from '../problems/problem';
import { type Account, accountFrom, type AccountRow } from './accounts';
import { Clock } from './clock';
import { secretOf } from './cookie';
import { personaOf } from './persona';
import { actedPost, actedPostsNow, type ActedRow, heldPost, heldPosts, type PostRow } from './posts';

const longestMs = 12 * 3_600_000;
/** the last look is written down at most this often */
const touchMs = 30_000;

/** Who asks: the account, the posts held today and those acted for now. */
export interface Session {
  account: Account;
  posts: readonly HeldPost[];
  acting: readonly ActedPost[];
  /** of the streams of the bodies whose posts these are */
  versions: ReadonlyMap<StreamId, number>;
  csrf: string;
}

interface SessionRow extends AccountRow {
  seen_at: Date;
  posts: readonly PostRow[];
  acting: readonly ActedRow[];
}

export interface Asking extends FastifyRequest {
  session?: Session;
}

/** Sessions are random, stored as digests, and end by idleness, by age or by leaving. @rule R-SEC-05 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  get idleMinutes(): number {
    return parametersOn(defaultParameters, civilDateOf(this.clock.iso()))['login.idleMinutes'] ?? 30;
  }

  /** @returns the session, and the secret for the cookie */
  async open(login: string): Promise<{ session: Session; secret: string }> {
    const secret = randomBytes(32).toString('base64url');
    await this.database.query('insert into auth.session (id_hash, login, opened_at, seen_at) values ($1, $2, $3, $3)', [
      hashOf(secret),
      login,
      this.clock.iso(),
    ]);
    await this.database.query('delete from auth.session where opened_at < $1 or seen_at < $2', this.limits());
    return { session: (await this.find(secret, { touch: false }))!, secret };
  }

  async close(request: FastifyRequest): Promise<void> {
    const secret = secretOf(request);
    if (secret) await this.database.query('delete from auth.session where id_hash = $1', [hashOf(secret)]);
  }

  /** @throws ProblemError 401 without a live session, 403 for an unsafe request without its token */
  async require(request: Asking): Promise<Session> {
    if (request.session) return request.session;
    const secret = secretOf(request);
    const session = secret && (await this.find(secret, { touch: true }));
    if (!session) throw notLoggedIn();
    if (!['GET', 'HEAD'].includes(request.method) && !sameText(String(request.headers['x-csrf'] ?? ''), session.csrf)) {
      throw forbidden('请求缺少防伪标记（X-CSRF），请刷新页面后重试');
    }
    request.session = session;
    return session;
  }

  /** @param touch counts as being there: a push connection does not */
  async find(secret: string, { touch }: { touch: boolean }): Promise<Session | undefined> {
    const now = this.clock.now();
    const [oldest, idlest] = this.limits();
    const [row] = await run<SessionRow>(this.database.manager, {
      name: 'auth.session',
      text: `select account.*, session.seen_at, (select coalesce(jsonb_agg(held), '[]') from (${heldPosts('account.person', '$4::date')}) held) as posts,
                    (select coalesce(jsonb_agg(acted), '[]') from (${actedPostsNow('account.person', '$4::date', '$5::timestamptz')}) acted) as acting
               from auth.session session join auth.account account using (login)
              where session.id_hash = $1 and session.opened_at >= $2 and session.seen_at >= $3`,
      values: [hashOf(secret), oldest, idlest, civilDateOf(now.toISOString()), now.toISOString()],
    });
    if (!row) return undefined;
    if (touch && now.getTime() - row.seen_at.getTime() > touchMs) {
      await this.database.query('update auth.session set seen_at = $2 where id_hash = $1', [
        hashOf(secret),
        now.toISOString(),
      ]);
    }
    return {
      account: accountFrom(row),
      posts: row.posts.map(heldPost),
      acting: row.acting.map(actedPost),
      versions: new Map([...row.posts, ...row.acting].map((post) => [organizationStream(post.body_id), post.version])),
      csrf: csrfOf(secret),
    };
  }

  describe({ account, posts, acting, csrf }: Session): Me {
    const { login, title, personRef } = account;
    const persona = personaOf(posts, account);
    return { login, title, persona, posts, acting, personRef, csrf, idleMinutes: this.idleMinutes };
  }

  private limits(): [oldest: string, idlest: string] {
    const now = this.clock.now().getTime();
    return [new Date(now - longestMs).toISOString(), new Date(now - this.idleMinutes * 60_000).toISOString()];
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const csrfOf = (secret: string): string => createHmac('sha256', secret).update('csrf').digest('base64url');

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
