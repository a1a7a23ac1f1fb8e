import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { parametersOn, defaultParameters } from '#domain/rulebook/parameters';
import { civilDateOf } from '#domain/calendar';
import { tooMany } from '../problems/problem';
import { nameOf } from './accounts';
import { Clock } from './clock';

const lockedMs = 15 * 60_000;

/** Beijing wall clock, for people. */
const clockTime = (at: Date): string =>
  at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

/** Locks a login after failed tries, whether anybody has it or not. @rule R-SEC-05 */
@Injectable()
export class Lock {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 429 while the login is locked: it says until when */
  async refuseLocked(login: string): Promise<void> {
    const [row] = await this.database.query<{ locked_until: Date | null }[]>(
      'select locked_until from auth.tries where login_hash = $1',
      [keyOf(login)],
    );
    const until = row?.locked_until;
    const leftMs = until ? until.getTime() - this.clock.now().getTime() : 0;
    if (until && leftMs > 0)
      throw tooMany(`连续输错次数过多，账号已锁定至 ${clockTime(until)}`, Math.ceil(leftMs / 1000));
  }

  /** Counts a failed try; the last one allowed locks. @returns whether it is locked now */
  async failed(login: string): Promise<boolean> {
    const now = this.clock.now();
    const most = parametersOn(defaultParameters, civilDateOf(now.toISOString()))['login.maxTries'] ?? 5;
    const [row] = await this.database.query<{ locked: boolean }[]>(
      `insert into auth.tries as t (login_hash, failed, last_at) values ($1, 1, $2)
       on conflict (login_hash) do update set
         failed = case when t.last_at < $3 then 1 else t.failed + 1 end,
         locked_until = case when t.last_at >= $3 and t.failed + 1 >= $4 then $5::timestamptz end,
         last_at = $2
       returning coalesce(locked_until > $2, false) as locked`,
      [
        keyOf(login),
        now.toISOString(),
        new Date(now.getTime() - lockedMs).toISOString(),
        most,
        new Date(now.getTime() + lockedMs).toISOString(),
      ],
    );
    return row!.locked;
  }

  async succeeded(login: string): Promise<void> {
    await this.database.query('delete from auth.tries where login_hash = $1', [keyOf(login)]);
  }
}

/** What was typed may be a password in the wrong field: only its digest is kept. */
const keyOf = (login: string): Buffer => createHash('sha256').update(nameOf(login)).digest();
